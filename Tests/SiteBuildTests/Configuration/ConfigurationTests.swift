import Markdown
import Rendering
import SourceText
import Testing

@testable import SiteBuild

private func read(_ text: String) -> (
  configuration: SiteConfiguration, reports: [String], diagnostics: [Diagnostic]
) {
  let (configuration, diagnostics) = SiteConfiguration.read(
    SourceFile(path: "quaestio.yml", bytes: Array(text.utf8)))
  let reports = diagnostics.map { diagnostic in
    let position = diagnostic.location?.position
    return "\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.id.rawValue)"
  }
  return (configuration, reports, diagnostics)
}

@Suite("Site configuration")
struct ConfigurationTests {
  @Test("Every key is read")
  func everyKey() throws {
    let (site, reports, _) = read(
      """
      ---
      title: 我的百科
      language: zh-TW
      base_url: HTTPS://Example.org/wiki
      description: |
        Two
        lines.
      license: CC BY 4.0
      content: sources/
      output: ./dist
      math:
        double_dollar: auto
        number_equations: all
        macros: {'\\R': '\\mathbb{R}'}
      rules:
        link.wanted: error
        "questions/imported/**": {link.wanted: off, tex.syntax: warning}
      defaults:
        - paths: "questions/old/**"
          values: {lang: en, tags: [old], provenance: human}
        - values:
            template: wide
      sections:
        answer: [Réponse]
        references: [Quellen, Bronnen]
      ignore: [drafts, "*.tmp"]
      theme: {accent: teal, bar: {wide: true}}
      issue_url: https://example.org/new?title={title}&body={path}
      source_url: https://example.org/src/{path}
      raw_html: escape
      line_breaks: hard
      limits: {file_bytes: 1000, table_columns: 7}
      """)
    #expect(reports == [])
    #expect(site.title == "我的百科")
    #expect(site.language == .zhHant)
    #expect(site.baseURL?.text == "https://example.org/wiki/")
    #expect(site.baseURL?.origin == "https://example.org")
    #expect(site.baseURL?.path == "/wiki/")
    #expect(site.description == "Two\nlines.")
    #expect(site.license == "CC BY 4.0")
    #expect(site.content == "sources")
    #expect(site.output == "dist")
    #expect(site.math.doubleDollar == .auto)
    #expect(site.math.numberEquations == .all)
    #expect(site.math.macros.map(\.name.value) == ["R"])
    #expect(site.sections.kind(of: Array("Quellen:".utf8)[...]) == .references)
    #expect(site.sections.kind(of: Array("Réponse".utf8)[...]) == .answer)
    #expect(
      site.ignores("sources/a/drafts/b.md") && site.ignores("sources/x.tmp") && !site.ignores("sources/x.md"))
    #expect(site.theme == ["accent": "teal", "bar.wide": "true"])
    #expect(
      site.issueURL?.filled { $0 == .title ? "熵 & co" : "a b/c.md" }
        == "https://example.org/new?title=%E7%86%B5%20%26%20co&body=a%20b/c.md")
    #expect(site.sourceURL != nil)
    #expect(site.rawHTML == .escape)
    #expect(site.lineBreaks == .hard)
    #expect(site.limits.fileBytes == 1_000 && site.limits.tableColumns == 7 && site.limits.blockDepth == 100)
  }

  @Test("A missing or empty file gives the defaults")
  func defaults() {
    for (site, diagnostics) in [
      SiteConfiguration.read(nil), (read("").configuration, read("# x\n").diagnostics),
    ] {
      #expect(diagnostics.isEmpty)
      #expect(
        site.title == nil && site.baseURL == nil && site.content == "content" && site.output == "public")
      #expect(site.math == SiteConfiguration.MathSettings() && site.limits == ContentLimits())
      #expect(site.rules == RuleLevels())
    }
  }

  @Test(
    "A fault is reported at its place and costs only its own key",
    arguments: [
      ("titel: x", ["1:1 config.unknown-key"], "did you mean `title`?"),
      ("baseurl: x", ["1:1 config.unknown-key"], "did you mean `base_url`?"),
      ("math:\n  macroz: {}", ["2:3 config.unknown-key"], "did you mean `macros`?"),
      ("rules:\n  link.wantd: off", ["2:3 config.unknown-key"], "did you mean `link.wanted`?"),
      ("rules:\n  link.wanted: waring", ["2:16 config.invalid"], "did you mean `warning`?"),
      ("rules: [a]", ["1:8 config.invalid"], nil),
      ("rules:\n  \"a[\": {link.wanted: off}", ["2:3 config.invalid"], nil),
      ("language: fr", ["1:11 config.invalid"], nil),
      ("base_url: example.org", ["1:11 config.invalid"], "did you mean `https://example.org/`?"),
      ("base_url: ftp://example.org", ["1:11 config.invalid"], nil),
      ("base_url: https:///x", ["1:11 config.invalid"], nil),
      ("base_url: https://example.org/?a", ["1:11 config.invalid"], nil),
      ("base_url: https://u@example.org/", ["1:11 config.invalid"], nil),
      ("base_url: https://example.org:99999/", ["1:11 config.invalid"], nil),
      ("base_url: https://example.org/a/../b", ["1:11 config.invalid"], nil),
      ("output: ../elsewhere", ["1:9 config.invalid"], nil),
      ("output: /tmp/x", ["1:9 config.invalid"], nil),
      ("content: .", ["1:10 config.invalid"], nil),
      ("defaults: {a: b}", ["1:11 config.invalid"], nil),
      ("defaults:\n  - text", ["2:5 config.invalid"], nil),
      ("defaults:\n  - path: a", ["2:5 config.unknown-key"], "did you mean `paths`?"),
      ("defaults:\n  - values: {date: soon}", ["2:20 config.invalid"], nil),
      ("issue_url: javascript:alert(1)", ["1:12 config.invalid"], nil),
      ("issue_url: https://x.example/{pth}", ["1:12 config.invalid"], "did you mean `{path}`?"),
      ("limits: {brackets: 0}", ["1:20 config.invalid"], nil),
      ("limits: {brackts: 1}", ["1:10 config.unknown-key"], "did you mean `brackets`?"),
      ("raw_html: yes", ["1:11 config.invalid"], nil),
      ("title: a: b", ["1:9 config.invalid"], nil),
      ("- a", ["1:1 config.invalid"], nil),
      ("words", ["1:1 config.invalid"], nil),
    ] as [(String, [String], String?)])
  func faults(text: String, expected: [String], note: String?) {
    let (site, reports, diagnostics) = read(text + "\nlicense: kept\n")
    #expect(reports == expected)
    #expect(diagnostics.first?.notes.first?.message == note)
    #expect(site.license == "kept")
  }

  @Test("A file that cannot be read keeps everything that can, wherever it stands")
  func byteOrderMark() {
    let (site, reports, _) = read("\u{FEFF}title: A\n\tx: 1\nlicense: B\n")
    #expect(reports == ["2:1 config.invalid"])
    #expect(site.title == "A" && site.license == "B")
  }

  @Test("Levels: a path's beat the general ones, later ones beat earlier, and what is not named stays")
  func levels() throws {
    let (site, reports, _) = read(
      """
      rules:
        link.wanted: error
        math.spaces: off
        questions/imported/**:
          link.wanted: info
          tex.syntax: off
        "questions/imported/good/*":
          tex.syntax: warning
      """)
    #expect(reports == [])
    func severity(_ id: DiagnosticID, _ path: String) -> Diagnostic.Severity? {
      site.severity(of: id, path: path)
    }
    #expect(severity(.linkWanted, "content/questions/a.md") == .error)
    #expect(severity(.mathSpaces, "content/questions/a.md") == nil)
    #expect(severity(.texSyntax, "content/questions/a.md") == .error)
    #expect(severity(.linkWanted, "content/questions/imported/x/a.md") == .info)
    #expect(severity(.texSyntax, "content/questions/imported/a.md") == nil)
    #expect(severity(.texSyntax, "content/questions/imported/good/a.md") == .warning)
    #expect(severity(.linkWanted, "content/questions/imported/good/a.md") == .info)

    let file = SourceFile(path: "content/questions/imported/a.md", bytes: Array("x".utf8))
    let location = SourceLocation(0..<1, in: file)
    #expect(site.judged(Diagnostic(.texSyntax, at: location, "m")) == nil)
    #expect(site.judged(Diagnostic(.linkWanted, at: nil, "m"))?.severity == .error)
    var mild = Diagnostic(.frontMatterValue, at: location, "m")
    mild.severity = .warning
    #expect(site.judged(mild) == mild)
  }

  @Test("Defaults complete documents by path; later items are stronger; places do not come along")
  func pathDefaults() {
    let (site, reports, _) = read(
      """
      defaults:
        - values: {lang: en, template: plain, provenance: {kind: ai, generator: g}}
        - paths: [questions/zh/**, "*.zh.md"]
          values: {lang: zh-Hans}
        - paths: "["
          values: {lang: fr}
      """)
    #expect(reports == ["5:12 config.invalid"])
    let source = SourceFile(
      path: "content/questions/zh/a.md", bytes: Array("---\nprovenance: human\n---\n".utf8))
    var matter = FrontMatter.parse(source).frontMatter
    site.complete(&matter, path: source.path)
    #expect(matter.lang?.value == "zh-Hans")
    #expect(matter.lang?.range.isEmpty == true)
    #expect(matter.template?.value == "plain")
    #expect(matter.provenance.kind == .human)
    #expect(matter.provenance.generator?.value == "g")
    var other = FrontMatter()
    site.complete(&other, path: "content/questions/a.md")
    #expect(other.lang?.value == "en")
  }

  @Test("Any bytes are read without a crash", arguments: 0..<10)
  func anyBytes(seed: Int) {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    func random() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let pieces = [
      "%YAML 1.1\n", "%TAG ! x:\n", "---\n", "...\n", "<<: ", "!!str ", "!<x> ", "&a ", "*a", "? ", ": ",
      "|2\n",
      "rules:\n", "  ", "- ", "defaults:\n", "paths: ", "values: ", "{", "}", "[", "]", "a", ": ", "\n", "\t",
      "熵",
    ]
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<(random() % 30) {
        if random() % 4 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: random()))
        } else {
          bytes += Array(pieces[Int(random() % UInt64(pieces.count))].utf8)
        }
      }
      let file = SourceFile(path: "quaestio.yml", bytes: bytes)
      let first = SiteConfiguration.read(file).diagnostics
      #expect(first == SiteConfiguration.read(file).diagnostics)
    }
  }
}
