import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Related questions that the site has")
struct KnownQuestionTests {
  private static let page = """
    什么是交叉熵？
    回答
    交叉熵是平均码长。
    大家还在问
    什么是困惑度？
    2024-05-01
    困惑度是平均分支数。它的对数是熵。
    What does $2^{H}$ mean
    Two to the power of the entropy.
    什么是 KL 散度？
    多付的比特。

    """

  @Test(
    "A question is known by its slug, its title or an alias, and is linked instead of made",
    arguments: [
      ("questions/信息论/什么是困惑度.md", "---\ntitle: 别的标题\n---\nText.\n", "什么是困惑度"),
      ("questions/perplexity.md", "---\ntitle: 什么是困惑度\n---\nText.\n", "什么是困惑度"),
      ("questions/perplexity.md", "# 什么是*困惑度*？\n\nText.\n", "什么是困惑度"),
      ("questions/perplexity.md", "---\naliases: [PPL, 什么是困惑度]\n---\nText.\n", "什么是困惑度"),
      ("questions/perplexity.md", "---\nslug: 什么是困惑度\ndraft: true\n---\nText.\n", "什么是困惑度"),
      ("questions/power.md", "---\ntitle: What does $2^{H}$ mean?\n---\nText.\n", "what-does-2-h-mean"),
    ])
  func known(_ path: String, _ text: String, _ stub: String) {
    let page = Imported(Self.page, site: [path: text])
    #expect(page.paths.count == 3 && !page.paths.contains("questions/\(stub).md"))
    #expect(page.frontMatter("questions/什么是交叉熵.md")?.related.map(\.value) == [String(path.dropLast(3))])
    #expect(page.lostWords == [])
    #expect(page.messages(.importRemoved).contains { $0.contains("`\(path.dropLast(3))`") })
  }

  @Test("Nothing else is known by such a name")
  func unknown() {
    let site = [
      "references/什么是困惑度.md": "Text.", "questions/a.md": "---\nkind: faq\ntitle: 什么是困惑度\n---\n",
      "questions/_b.md": "---\ntitle: 什么是困惑度\n---\n", "questions/c.md": "---\ntitle: 困惑度\n---\n什么是困惑度？",
      "pages/什么是困惑度.md": "Text.",
    ]
    let page = Imported(Self.page, site: site)
    #expect(page.paths.count == 4 && page.frontMatter("questions/什么是交叉熵.md")?.related.isEmpty == true)
  }

  @Test("A name of two questions is reported with both, and becomes a draft of its own")
  func ambiguous() {
    let text = "---\ntitle: 什么是困惑度\n---\nText.\n"
    let page = Imported(Self.page, site: ["questions/a.md": text, "questions/b.md": text])
    #expect(page.paths.contains("questions/什么是困惑度.md"))
    let reported = page.site.diagnostics.filter { $0.id == .importAmbiguous }
    #expect(reported.map { $0.notes.map(\.message) } == [["questions/a", "questions/b"]])
    let first = Imported(Self.page, site: ["questions/什么是困惑度.md": text, "questions/b.md": text])
    #expect(first.frontMatter("questions/什么是交叉熵.md")?.related.map(\.value) == ["questions/什么是困惑度"])
  }

  @Test("What a page says of a question twice is quoted whole")
  func repeated() {
    let text = Self.page + "什么是困惑度？\nAnother beginning of the answer.\n"
    let page = Imported(text, site: ["questions/什么是困惑度.md": "Text.\n"])
    #expect(page.lostWords == [] && page.paths.count == 3)
  }

  @Test("The site is read only for pages that have related questions")
  func lazily() {
    let importer = PageImporter {
      Issue.record("the site was read")
      return KnownQuestions()
    }
    let file = SourceFile(path: "", bytes: Array("T\nAnswer\nText.\n".utf8))
    #expect(importer.importPage(file).files.count == 1)
  }
}
