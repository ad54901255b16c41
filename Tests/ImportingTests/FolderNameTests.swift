import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Notes are found by what their files say of themselves")
struct FolderNameTests {
  /// The text of the note `a.md` that links, beside another note of the same folder.
  private func link(
    _ text: String, to frontMatter: String, in folder: String = "posts", settings: [String: String]
  ) throws -> ImportedNotes {
    let base = settings["hugo.toml"] == nil ? "" : "content/"
    var files = settings
    files["\(base)\(folder)/a.md"] = text + "\n"
    files["\(base)\(folder)/target.md"] = "---\n\(frontMatter)\n---\n## Part\n\nText.\n"
    return try ImportedNotes(files)
  }

  @Test(
    "Obsidian's links find a note by its alias, title, slug or id",
    arguments: [
      ("[[Relative entropy]]", "[[Relative entropy]]"), ("[[相对熵|这里]]", "[[相对熵|这里]]"),
      ("[[kl-divergence]]", "[[kl-divergence]]"), ("[[202405011200]]", "[[pages/posts/target|202405011200]]"),
      ("[[KL 散度#Part]]", "[[KL 散度#Part]]"), ("[p](KL%20散度.md)", "[p](target.md)"),
      ("[p](/posts/kl-divergence/)", "[p](target.md)"),
    ])
  func vault(_ written: String, _ expected: String) throws {
    let folder = try link(
      written, to: "title: KL 散度\nslug: kl-divergence\nid: 202405011200\naliases: [相对熵, Relative entropy]",
      settings: [".obsidian/app.json": "{}"])
    #expect(folder.text("pages/posts/a.md") == expected + "\n")
    #expect(folder.messages(.importDamaged) == [])
    #expect(folder.faults().map(\.message) == [])
  }

  @Test(
    "Hugo's links find a page by its published address",
    arguments: [
      ("slug: kl", "/posts/kl/"), ("slug: kl", "../kl/"), ("slug: kl", "https://n.example/posts/kl/#part"),
      ("url: /divergence/", "/divergence/"), ("url: divergence.html", "/divergence.html"),
      ("aliases: [old]", "/posts/old/"), ("aliases: ['/2019/kl']", "/2019/kl/"),
      ("slug: 散度", "/posts/%E6%95%A3%E5%BA%A6/"), ("slug: kl", "/posts/target/"),
    ])
  func hugo(_ frontMatter: String, _ address: String) throws {
    let folder = try link(
      "[x](\(address))", to: frontMatter, settings: ["hugo.toml": "baseURL = 'https://n.example/'\n"])
    let tail = address.hasSuffix("#part") ? "#part" : ""
    #expect(folder.text("pages/posts/a.md") == "[x](target.md\(tail))\n")
    #expect(folder.messages(.importDamaged) == [])
  }

  @Test(
    "Hugo's own references find a page by its slug, alias or title",
    arguments: ["kl", "KL", "Relative entropy", "/posts/kl"])
  func references(_ name: String) throws {
    let folder = try link(
      "[x]({{< relref \"\(name)\" >}})", to: "title: Relative entropy\nslug: kl\naliases: [KL]",
      settings: ["hugo.toml": ""])
    #expect(folder.text("pages/posts/a.md") == "[x](target.md)\n")
  }

  @Test(
    "Patterns of addresses are those of the settings",
    arguments: [
      ("hugo.toml", "[permalinks]\nposts = '/:year/:month/:slug/'\n", "slug: kl", "/2024/05/kl/"),
      (
        "hugo.toml", "[permalinks.page]\nposts = '/p/:title/'\n", "title: Relative entropy",
        "/p/relative-entropy/"
      ),
      ("hugo.toml", "baseURL = 'https://n.example/sub/'\n", "slug: kl", "/sub/posts/kl/"),
      ("hugo.yaml", "permalinks:\n  posts: /:section/:day/:filename\n", "slug: kl", "/posts/01/target"),
      ("hugo.json", "{\"permalinks\": {\"posts\": \"/:slugorfilename/\"}}", "x: y", "/target/"),
      ("hugo.toml", "[permalinks]\nposts = '/:sections[1:]/:slug/'\n", "slug: kl", "/posts/kl/"),
    ])
  func patterns(_ name: String, _ settings: String, _ frontMatter: String, _ address: String) throws {
    let folder = try ImportedNotes(
      [
        name: settings, "content/posts/a.md": "[x](\(address))\n",
        "content/posts/target.md": "---\ndate: 2024-05-01T10:00:00Z\n\(frontMatter)\n---\nText.\n",
      ].merging(["archetypes/x.md": "", "hugo.toml": ""]) { first, _ in first }.filter {
        $0.key != "hugo.toml" || name == "hugo.toml"
      })
    #expect(folder.text("pages/posts/a.md") == "[x](target.md)\n")
  }

  @Test(
    "Jekyll's links find a post by its permalink, whoever names it",
    arguments: [
      ("", "", "/2024/05/01/kl.html"), ("baseurl: /blog", "", "/blog/2024/05/01/kl.html"),
      ("permalink: pretty", "categories: a b", "/a/b/2024/05/01/kl/"), ("permalink: /:title/", "", "/kl/"),
      ("permalink: /:title/", "slug: other", "/other/"), ("", "permalink: /notes/:slug", "/notes/kl"),
      ("url: https://n.example\npermalink: none", "date: 2023-01-02", "https://n.example/kl.html"),
      ("", "date: 2023-01-02", "/2023/01/02/kl.html"),
    ])
  func jekyll(_ settings: String, _ frontMatter: String, _ address: String) throws {
    let folder = try ImportedNotes([
      "_config.yml": settings + "\n", "a.md": "[x](\(address))\n",
      "_posts/2024-05-01-kl.md": "---\n\(frontMatter)\n---\nText.\n",
    ])
    #expect(folder.text("pages/a.md") == "[x](posts/kl.md)\n")
  }

  @Test func addressesOfOtherSitesStay() throws {
    let text =
      "[x](https://n.example.com/posts/kl/) [y](https://n.example/gone/) [z](//n.example/posts/kl/)\n"
    let folder = try link(text, to: "slug: kl", settings: ["hugo.toml": "baseURL = 'https://n.example/'\n"])
    #expect(folder.text("pages/posts/a.md") == text + "\n")
    #expect(folder.messages(.importDamaged) == [])
  }

  @Test("A name of several notes is reported with all of them, and left as it was")
  func ambiguous() throws {
    let vault = try ImportedNotes([
      ".obsidian/app.json": "{}", "a.md": "[[熵]] [x](熵) [[b]]\n", "b.md": "---\naliases: [熵]\n---\nB.\n",
      "n/c.md": "---\nalias: 熵\n---\nC.\n", "d.md": "---\ntitle: 熵\n---\nD.\n",
    ])
    #expect(vault.text("pages/a.md") == "[[熵]] [x](熵) [[b]]\n")
    let reported = vault.site.diagnostics.filter { $0.id == .importAmbiguous }
    #expect(
      reported.map(\.message)
        == [String](repeating: "`熵` can be 2 notes; the link was left as it was", count: 2))
    #expect(
      reported.first?.notes.map(\.message) == ["b.md is pages/b here", "n/c.md is pages/n/c here"])
    #expect(reported.compactMap { $0.location?.range.map { Int($0.start) } } == [0, 8])
    let site = try ImportedNotes([
      "hugo.toml": "", "content/a.md": "[x](/o/) {{< ref \"T\" >}}\n",
      "content/b.md": "+++\ntitle = 'T'\naliases = ['/o/']\n+++\n",
      "content/c.md": "+++\ntitle = 'T'\nurl = '/p/'\n+++\n",
      "content/d.md": "+++\naliases = ['/o']\n+++\n",
    ])
    #expect(site.text("pages/a.md") == "[x](/o/) [T](T)\n")
    #expect(site.messages(.importAmbiguous).count == 2)
  }

  @Test(
    "A list of related pages becomes ours where every item is a question of the folder",
    arguments: [
      ("related: ['[[b]]', '[[n/c|C]]']", ["b", "n/c"]),
      ("related_posts: [/n/slug/, b.md]", ["slug", "b.md"]),
      ("see-also:\n  - Title of b\n  - '[C](n/c.md)'", ["Title of b", "questions/n/c"]),
      ("relatedPosts: /n/c", ["questions/n/c"]), ("related: [[[b]]]", ["b"]),
      ("related: [b, b.md, C]", ["b", "questions/n/c"]),
    ])
  func related(_ written: String, _ expected: [String]) throws {
    let folder = try ImportedNotes([
      "a.md": "---\n\(written)\n---\nA.\n", "b.md": "---\nkind: question\ntitle: Title of b\n---\nB.\n",
      "n/c.md": "---\nkind: question\nslug: slug\naliases: [C]\n---\nC.\n",
    ])
    let frontMatter = folder.frontMatter("pages/a.md")
    let found = frontMatter?.related.map(\.value) ?? []
    #expect(found.count == expected.count, "\(found)")
    #expect(folder.text("pages/a.md")?.contains("extra:") == false)
    #expect(folder.faults().map(\.message) == [])
    #expect(folder.lostWords == [])
  }

  @Test("Pages that are no questions have no place among related ones, and are kept")
  func relatedPages() throws {
    let notes = ["b.md": "---\nkind: question\n---\nB.\n", "n/c.md": "C.\n", "sources/d.md": "D.\n"]
    let mixed = try ImportedNotes(
      notes.merging(["a.md": "---\nrelated: [b, '[[c]]', d]\n---\nA.\n"]) { $1 })
    #expect(mixed.frontMatter("pages/a.md")?.related.map(\.value) == ["b"])
    #expect(mixed.frontMatter("pages/a.md")?.extra.map(\.key) == ["related"])
    #expect(mixed.messages(.importRepaired).contains { $0.hasPrefix("`related:` names questions only") })
    #expect(mixed.lostWords == [] && mixed.faults().isEmpty)
    let pages = try ImportedNotes(notes.merging(["a.md": "---\nsee_also: [c, d]\n---\nA.\n"]) { $1 })
    #expect(pages.frontMatter("pages/a.md")?.related.isEmpty == true)
    #expect(pages.frontMatter("pages/a.md")?.extra.map(\.key) == ["see_also"])
    #expect(pages.lostWords == [])
  }

  @Test("A category is a subject")
  func category() throws {
    let folder = try ImportedNotes([
      "_config.yml": "", "a.md": "---\ncategory: machine learning\n---\nA.\n",
      "b.md": "---\ncategory: ml\ncategories: [ai]\n---\nB.\n",
    ])
    #expect(folder.frontMatter("pages/a.md")?.tags.map(\.value) == ["machine learning"])
    #expect(folder.frontMatter("pages/b.md")?.tags.map(\.value) == ["ai"])
    #expect(folder.lostWords == [] && folder.faults().isEmpty)
  }

  @Test(
    "A list that holds anything else is kept as it is",
    arguments: [
      "related: [b, nowhere]", "related_posts:\n  - title: B\n    url: /b/", "related: true",
      "seealso: [https://b.example/]",
      "related: [b, 2]", "related: [p.png]", "related:", "related: []", "related: {b: c}", "related: ['']",
    ])
  func notRelated(_ written: String) throws {
    let folder = try ImportedNotes([
      "a.md": "---\n\(written)\n---\nA.\n", "b.md": "B.\n", "p.png": "png",
    ])
    #expect(folder.frontMatter("pages/a.md")?.related.map(\.value) == [])
    #expect(folder.text("pages/a.md")?.hasPrefix("---\nextra:\n  \(written.prefix { $0 != ":" }):") == true)
    #expect(folder.lostWords == [])
  }
}
