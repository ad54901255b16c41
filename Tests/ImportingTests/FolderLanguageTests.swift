import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Languages, people and fields of imported folders")
struct FolderLanguageTests {
  private static let settings = """
    defaultContentLanguage = "zh"
    [languages.en]
    contentDir = "content.en"
    [languages.zh]
    contentDir = "content.zh"
    """

  @Test("Hugo's folders of several languages become pages and their translations")
  func contentFolders() throws {
    let folder = try ImportedNotes([
      "hugo.toml": Self.settings,
      "content.zh/posts/cross.md": "---\ntitle: 交叉熵\n---\n## 定义 {#defs}\n[熵]({{< ref \"bundle\" >}})\n",
      "content.en/posts/cross.md": "---\ntitle: Cross entropy\n---\n## Definition {#defs}\nText.\n",
      "content.en/posts/bundle/index.md":
        "+++\ntitle = \"What is entropy?\"\n+++\n[cross]({{< relref \"/posts/cross#defs\" >}}) ![plot](plot.png)\n",
      "content.en/posts/bundle/plot.png": "PNG",
    ])
    #expect(
      folder.paths.sorted() == [
        "pages/posts/cross.en.md", "pages/posts/cross.md", "questions/posts/bundle.en.md",
      ])
    #expect(folder.site.copies.map(\.path) == ["pages/posts/bundle/plot.png"])
    #expect(
      folder.body("questions/posts/bundle.en.md")
        == "[cross](../../pages/posts/cross.en.md#defs) ![plot](../../pages/posts/bundle/plot.png)\n")
  }

  @Test(
    "A code in the name of a file of Hugo's stands where we look for it",
    arguments: [
      ("content/a.en.md", "pages/a.en.md"), ("content/a.zh.md", "pages/a.md"),
      ("content/x/index.en.md", "pages/x.en.md"), ("content/x/index.zh.md", "pages/x.md"),
      ("content/v1.2.md", "pages/v1.2.md"),
    ])
  func codes(_ origin: String, _ target: String) throws {
    let settings = "defaultContentLanguage: zh\nlanguages:\n  zh: {weight: 1}\n  en: {weight: 2}\n"
    #expect(try ImportedNotes(["hugo.yaml": settings, origin: "Text.\n"]).paths == [target])
  }

  @Test(
    "Authors that are links are named as they are shown",
    arguments: [
      ("author: \"[[张三]]\"", ["张三"]), ("author: [[张三]]", ["张三"]),
      ("authors: [\"[[people/Jane Doe]]\", \"[[李四|小李]]\"]", ["Jane Doe", "小李"]),
      ("authors:\n  - \"[[张三]]\"\n  - 李四", ["张三", "李四"]), ("author: 张三", ["张三"]),
    ])
  func people(_ line: String, _ names: [String]) throws {
    let folder = try ImportedNotes([".obsidian/app.json": "{}", "a.md": "---\n\(line)\n---\nText.\n"])
    let text = try #require(folder.text("pages/a.md"))
    let read = FrontMatter.parse(SourceFile(path: "a.md", bytes: Array(text.utf8))).frontMatter
    #expect(read.authors.map(\.value) == names)
  }

  @Test("Fields of Dataview are told of where they stand")
  func fields() throws {
    let folder = try ImportedNotes([
      ".obsidian/app.json": "{}", "a.md": "Text.\n\n状态:: 完成\nup:: [[b]]\n",
      "b.md": "std::vector and fe80::1\n",
    ])
    let told = folder.site.diagnostics.filter { $0.message.contains("fields such as") }
    #expect(told.map { $0.location?.position?.line } == [3])
    #expect(told[0].notes.map(\.message) == ["`up::` in line 4"])
  }

  @Test("Jekyll's day of change is ours")
  func lastModified() throws {
    let folder = try ImportedNotes([
      "_config.yml": "", "_posts/2024-01-02-a.md": "---\nlast_modified_at: 2024-04-01\n---\nText.\n",
    ])
    #expect(folder.text("pages/posts/a.md")?.contains("\nupdated: 2024-04-01\n") == true)
  }

  @Test("A translation with the page's own slug has an address of its own")
  func slugs() throws {
    let folder = try ImportedNotes([
      "hugo.toml": Self.settings, "content.zh/cross.md": "---\nslug: cross\n---\n交叉熵。\n",
      "content.en/cross.md": "---\nslug: cross\n---\nText.\n",
    ])
    #expect(folder.paths.sorted() == ["pages/cross.en.md", "pages/cross.md"])
    #expect(folder.text("pages/cross.en.md")?.contains("\nslug: cross.en\n") == true)
    #expect(folder.text("pages/cross.md")?.contains("\nslug: cross\n") == true)
  }
}
