import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Rules of imported folders")
struct FolderRuleTests {
  @Test(
    "The kind of a folder is told by what only one program has",
    arguments: [
      (["a.md", ".obsidian/app.json"], FolderKind.obsidian), (["hugo.toml", "content/a.md"], .hugo),
      (["config.yaml", "content/a.md"], .hugo), (["archetypes/default.md", "content/a.md"], .hugo),
      (["_config.yml", "a.md"], .jekyll), (["_posts/2024-01-02-a.md"], .jekyll),
      (["a.md", "b/c.md"], .markdown),
      (["content/a.md"], .markdown), (["config.toml", "a.md"], .markdown),
    ])
  func kinds(_ files: [String], _ kind: FolderKind) throws {
    let folder = try ImportedNotes(Dictionary(uniqueKeysWithValues: files.map { ($0, "Text.\n") }))
    #expect(folder.folder.kind == kind)
    #expect(try ImportedNotes(["content/a.md": "+++\n+++\nText.\n"]).folder.kind == .hugo)
  }

  @Test(
    "A note goes where its author would look for it",
    arguments: [
      ("notes/什么是熵.md", "questions/notes/什么是熵.md"), ("What is entropy.md", "questions/What is entropy.md"),
      ("熵是什么.md", "questions/熵是什么.md"), ("Is it sparse?.md", "questions/Is it sparse?.md"),
      ("whatever.md", "pages/whatever.md"), ("Howard.md", "pages/Howard.md"),
      ("notes/a.md", "pages/notes/a.md"),
      ("文献/a.md", "references/a.md"), ("x/sources/y/a.md", "references/x/y/a.md"),
      ("questions/a.md", "questions/a.md"), ("pages/a.md", "pages/a.md"), ("index.md", "pages/index.md"),
      ("Index.md", "pages/index.md"), ("a/index.md", "pages/a.md"), ("_inbox/_a.md", "pages/inbox/a.md"),
      ("search.md", "pages/search-2.md"), ("tags/a.md", "pages/tags-pages/a.md"),
    ])
  func placement(_ origin: String, _ target: String) throws {
    #expect(try ImportedNotes([origin: "Text.\n"]).paths == [target])
  }

  @Test func anAnswerMakesAQuestion() throws {
    #expect(try ImportedNotes(["a.md": "## Answer\n\nText.\n"]).paths == ["questions/a.md"])
    #expect(try ImportedNotes(["a.md": "---\ntype: reference\n---\nText.\n"]).paths == ["references/a.md"])
  }

  @Test("Two notes that would have one address are kept apart, and links still find each")
  func twins() throws {
    let folder = try ImportedNotes([
      "a/What is x.md": "One. [[b/What is x]]\n",
      "b/What is x.md": "Two. [[a/What is x]] [self](What%20is%20x.md)\n",
      "b/what is X!.md": "Three.\n",
    ])
    #expect(folder.faults().filter { $0.severity == .error } == [])
    #expect(Set(folder.paths.map { $0.lowercased() }).count == 3)
    #expect(
      folder.body("questions/b/What is x-2.md")?.contains("[[questions/a/What is x|a/What is x]]") == true)
  }

  @Test(
    "Front matter keeps its meaning",
    arguments: [
      ("---\ntitle: A\nlayout: post\n---\n", "title: A\nextra:\n  layout: post\n"),
      ("---\ntitle: a: b\n---\n", "title: 'a: b'\n"),
      ("---\ndate: soon\n---\n", "extra:\n  date: soon\n"),
      ("---\nextra:\n  a: 1\nb: 2\n---\n", "extra:\n  a: 1\n  b: 2\n"),
      ("---\nredirect_from: /old/\n---\n", "aliases: ['/old/']\n"),
      ("---\npublished: false\n---\n", "publish: false\n"),
      (
        "+++\ntitle = 'No'\nn = 1_000\n[a.b]\nc = [1, [2]]\n+++\n",
        "title: 'No'\nextra:\n  n: 1_000\n  a:\n    b:\n"
      ),
      ("{\"title\": \"A\", \"draft\": true}\n", "title: A\ndraft: true\n"),
      ("---\n# kept\ntitle: A # too\n---\n", "title: A # too\n# kept\n"),
    ])
  func frontMatter(_ written: String, _ expected: String) throws {
    let folder = try ImportedNotes(["hugo.toml": "", "content/a.md": written + "Text.\n"])
    let text = try #require(folder.text("pages/a.md"))
    #expect(text.hasPrefix("---\n\(expected)"), "\(text)")
    #expect(text.hasSuffix("---\nText.\n"))
    let (_, _, diagnostics) = FrontMatter.parse(SourceFile(path: "", bytes: Array(text.utf8)))
    #expect(diagnostics.map(\.message) == [])
  }

  @Test(
    "TOML that is none is named at its place",
    arguments: [
      ("a = b", 4), ("a 1", 2), ("a = 1\na = 2", 6), ("a = [1", 6), ("[a]\nb=1\n[a.b]", 8), ("a = \"x", 6),
      ("a = 1 2", 6), ("= 1", 0), ("a = {b = 1", 10), ("a = '''x", 8), ("a = \"\\q\"", 7),
    ])
  func badTOML(_ text: String, _ offset: Int) {
    let bytes = Array(text.utf8)
    do throws(TOMLError) {
      let entries = try TOMLReader.read(0..<bytes.count, of: bytes)
      Issue.record("\(entries.map(\.key)) was read")
    } catch {
      #expect(error.offset == offset, "\(error)")
    }
  }

  @Test("TOML is read as its specification says")
  func toml() throws {
    let text = """
      a.b = "\\u00e9\\n" # comment
      'k k' = '''
      x
      y'''
      when = 2024-05-06 07:08:09Z
      [[t]]
      n = +1.5e3
      [[t]]
      m = {x = true, "y z" = []}

      """
    let entries = try TOMLReader.read(0..<text.utf8.count, of: Array(text.utf8))
    #expect(entries.map(\.key) == ["a", "k k", "when", "t"])
    #expect(
      entries.map { MetadataText.words($0.value.content) } == [
        "b é\n", "x\ny", "2024-05-06 07:08:09Z", "n +1.5e3 m x true y z",
      ])
  }

  @Test(
    "Hugo's marks become ours",
    arguments: [
      ("\\\\(x\\\\) and \\\\[no", "\\(x\\) and \\\\[no"), ("\\\\[\nx\n\\\\]", "\\[\nx\n\\]"),
      ("so \\\\[ y \\\\] holds", "so $$y$$ holds"), ("\\\\[y\\\\]", "\\[y\\]"),
      ("\\\\[ a\n= b \\\\]", "\\[ a\n= b \\]"), ("\\\\[ a\n\nb \\\\]", "\\\\[ a\n\nb \\\\]"),
      ("so \\\\[\\text{$y$}\\\\] holds", "so \\\\[\\text{$y$}\\\\] holds"),
      ("{{< figure src=\"a b.png\" caption=\"C\" >}}", "![C](<a b.png>)"),
      ("{{< katex >}}x^2{{< /katex >}}", "$x^2$"), ("`{{< x >}}`", "`{{< x >}}`"),
      ("{{< tweet 1 >}}", "`{{< tweet 1 >}}`"),
      ("```\n{{</* a */>}}\n{{< b >}}\n```", "```\n{{< a >}}\n{{< b >}}\n```"),
      ("{{</* a */>}}", "`{{< a >}}`"), ("{{< unclosed", "{{< unclosed"),
      ("a\n{.lead}", "a\n"), ("[x]({{< ref \"b#c\" >}})", "[x](b.md#c)"), ("{{< ref b >}}", "[b](b.md)"),
    ])
  func hugo(_ written: String, _ expected: String) throws {
    let folder = try ImportedNotes([
      "hugo.toml": "", "content/a.md": written, "content/b.md": "# b\n\n## c\n",
    ])
    #expect(folder.text("pages/a.md") == expected)
  }

  @Test(
    "Jekyll's marks become ours",
    arguments: [
      ("see $$x$$ here", "see $x$ here"), ("$$x$$", "$$x$$"), ("$$\nx\n$$", "$$\nx\n$$"),
      ("[x](y){: .c }", "[x](y){.c}"), ("# T\n{: #t}", "# T {#t}"), ("text\n{: .c}", "text\n"),
      ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"), ("{% if x %}", "`{% if x %}`"),
      ("{% highlight c %}\nx\n{% endhighlight %}", "```c\nx\n```"),
      ("{{ '/a.png' | absolute_url }}", "/a.png"), ("`{% if %}`", "`{% if %}`"),
      ("{{ unclosed", "{{ unclosed"), ("{::comment}\nx\n{:/comment}", "%%\nx\n%%"),
      ("{::comment}x{:/comment}", "%%x%%"), ("{::nomarkdown}a b{:/}", "a b"),
      ("{::nomarkdown}\na\n{:/nomarkdown}", "\na\n"),
    ])
  func jekyll(_ written: String, _ expected: String) throws {
    let folder = try ImportedNotes(["_config.yml": "", "a.md": written])
    #expect(folder.text("pages/a.md") == expected)
  }

  @Test(
    "What has no counterpart is told of where it stands",
    arguments: [
      (".obsidian/app.json", "```dataview\nTABLE x\n```", 1),
      (".obsidian/app.json", "Text\n\n- a^[an aside]", 3),
      (".obsidian/app.json", "See [[map.canvas|the map]].", 1),
      (".obsidian/app.json", "a\n\n![[Books.base]]", 3),
      ("_config.yml", "Text\n\n*[HTML]: Hyper Text", 3), ("hugo.toml", "*[HTML]: Hyper Text", 1),
    ])
  func unsupported(_ settings: String, _ text: String, _ line: Int) throws {
    let isHugo = settings == "hugo.toml"
    let folder = try ImportedNotes([settings: "{}", isHugo ? "content/a.md" : "a.md": text])
    let found = folder.folder.site.diagnostics.filter { $0.id == .importUnsupported }
    #expect(found.map { $0.location?.position.map { Int($0.line) } } == [line])
    #expect(folder.text("pages/a.md")?.hasSuffix(text) == true)
  }

  @Test("Links lead where they led")
  func links() throws {
    let folder = try ImportedNotes([
      ".obsidian/app.json": "{}",
      "n/a.md": "[b](../b.md) [b](b) ![p](p%20q.png) [up](../../../x.md) ![[p q.png|20]] [[B#H]]",
      "b.md": "# What is b?\n\n## H\n", "n/p q.png": "png",
    ])
    #expect(
      folder.text("pages/n/a.md")
        == "[b](../../questions/b.md) [b](../../questions/b.md) ![p](p%20q.png) [up](../../../x.md) "
        + "![[pages/n/p q.png|20]] [[B#H]]")
    #expect(folder.messages(.importDamaged).count == 1)
  }

  @Test("Tags of the text are tags, and a line of them alone is gone")
  func tags() throws {
    let folder = try ImportedNotes([
      ".obsidian/app.json": "{}", "a.md": "#one #二/三\n\nA #four, no#five, #6 and `#seven`; [x](#eight) C#.\n",
    ])
    #expect(folder.frontMatter("pages/a.md")?.tags.map(\.value) == ["one", "二/三", "four"])
    #expect(folder.body("pages/a.md") == "\nA #four, no#five, #6 and `#seven`; [x](#eight) C#.\n")
  }

  @Test("No link is followed out of the folder, and no hidden file is read")
  func boundaries() throws {
    let system = try InMemoryFileSystem([
      "/secret.md": "Secret.", "/folder/a.md": "A.", "/folder/.b.md": "Hidden.",
    ])
    try system.createSymbolicLink("/folder/c.md", to: "/secret.md")
    let folder = try ImportedNotes("/folder", in: system)
    #expect(folder.paths == ["pages/a.md"])
    #expect(folder.messages(.importSkipped).count == 1)
  }

  @Test("A page of Hugo's finds the files of another page")
  func pageResources() throws {
    let folder = try ImportedNotes([
      "hugo.toml": "", "content/posts/one.md": "![p](../bundle/pic%20one.jpg) ![q](/posts/bundle/q.jpg)\n",
      "content/posts/bundle/index.md": "Bundle.\n", "content/posts/bundle/pic one.jpg": "jpg",
      "content/posts/bundle/q.jpg": "jpg",
    ])
    #expect(folder.site.diagnostics.filter { $0.id == .importDamaged }.map(\.message) == [])
    #expect(folder.text("pages/posts/one.md") == "![p](bundle/pic%20one.jpg) ![q](bundle/q.jpg)\n")
  }

  @Test("A wiki link may name its note from the folder it stands in")
  func relativeWikiLinks() throws {
    let folder = try ImportedNotes([
      ".obsidian/app.json": "{}", "sub/a.md": "[[../什么是熵]] [[./b|B]] [[../../out]]\n", "sub/b.md": "B.",
      "什么是熵.md": "Text.\n",
    ])
    #expect(
      folder.text("pages/sub/a.md")
        == "[[questions/什么是熵|../什么是熵]] [[pages/sub/b|B]] [[../../out]]\n")
  }

  @Test(
    "What is said of a key stands at the key",
    arguments: [
      ("---\ntitle: A\npublished: no\n---\n", "published"), ("---\n'date': soon\n---\n", "'date'"),
      ("+++\n[a]\nb = 1\n[ taxonomies ]\ntags = ['t']\n+++\n", "taxonomies"),
      ("+++\ntitle = 'A'\n\"publishDate\" = 2024-05-06\n+++\n", "\"publishDate\""),
      ("{\"x\": {\"url\": 1, \"y\": [\"url\"]},\n \"url\" : \"/a\"}\n", "\"url\" :"),
    ])
  func keyPlaces(_ written: String, _ key: String) throws {
    let folder = try ImportedNotes(["hugo.toml": "", "content/a.md": written + "Text.\n"])
    let places = folder.site.diagnostics.filter { $0.location?.path.hasSuffix("a.md") == true }
      .compactMap { $0.location?.range?.bytes }
    #expect(places.count == 1)
    let bytes = Array(written.utf8)
    for place in places {
      #expect(
        String(decoding: bytes[place], as: UTF8.self) == key.split(separator: " ").first.map(String.init))
      #expect(bytes[place.lowerBound...].starts(with: key.utf8))
    }
  }
}
