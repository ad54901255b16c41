import SourceText
import Testing

@testable import Markdown

/// The front matter of a text, for tests.
func parsed(_ text: String) -> (frontMatter: FrontMatter, body: String, diagnostics: [Diagnostic]) {
  let file = SourceFile(path: "questions/q.md", bytes: Array(text.utf8))
  let result = FrontMatter.parse(file)
  return (
    result.frontMatter, String(decoding: file.bytes[result.bodyStart...], as: UTF8.self), result.diagnostics
  )
}

/// `line:column rule-id`, with the severity where it is not the rule's own.
func summary(_ diagnostic: Diagnostic) -> String {
  let position = diagnostic.location?.position
  let own = diagnostic.severity == diagnostic.id.defaultSeverity ? "" : " (\(diagnostic.severity.rawValue))"
  return "\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.id.rawValue)\(own)"
}

@Suite("Front matter")
struct FrontMatterTests {
  @Test("All keys are read by their own types")
  func everyKey() throws {
    let (matter, body, diagnostics) = parsed(
      """
      ---
      title: 困惑度与熵
      short_title: 熵
      slug: entropy
      id: shannon-1948
      kind: faq
      date: 2024-09-07
      updated: 2025/2/18
      tags: [熵, "C#"]
      aliases:
        - 信息熵
        - 'it''s entropy'
      draft: yes
      lang: zh-Hans
      description: >
        One line,
        and another.
      authors: [张三, Li Si]
      provenance: ai          # human | ai | mixed
      generator: aily
      model: some-model
      reviewed: 2025-03-01
      reviewer: 王五
      references: ['@shannon-1948', cover]
      duplicate_of: old
      translation_of: "[[perplexity]]"
      related: [[[a]], b]
      weight: -3
      search: off
      template: wide
      macros:
        \\R: '\\mathbb{R}'
        E: \\mathbb{E}
      extra:
        mood: {calm: very}
      url: https://example.org/a?b=c#d
      site: Example
      accessed: 2024-09-08T10:00:00+08:00
      archived: https://archive.example/1
      ---
      Body.
      """)
    #expect(diagnostics.map(summary) == [])
    #expect(body == "Body.")
    #expect(matter.title?.value == "困惑度与熵")
    #expect(matter.shortTitle?.value == "熵")
    #expect(matter.slug?.value == "entropy")
    #expect(matter.id?.value == "shannon-1948")
    #expect(matter.kind == .faq)
    #expect(matter.date == CalendarDate("2024-09-07"))
    #expect(matter.updated == CalendarDate("2025-02-18"))
    #expect(matter.tags.map(\.value) == ["熵", "C#"])
    #expect(matter.aliases.map(\.value) == ["信息熵", "it's entropy"])
    #expect(matter.draft == true)
    #expect(matter.lang?.value == "zh-Hans")
    #expect(matter.description?.value == "One line, and another.")
    #expect(matter.authors.map(\.value) == ["张三", "Li Si"])
    #expect(matter.provenance.kind == .ai)
    #expect(matter.provenance.generator?.value == "aily")
    #expect(matter.provenance.model?.value == "some-model")
    #expect(matter.provenance.reviewed == CalendarDate("2025-03-01"))
    #expect(matter.provenance.reviewer?.value == "王五")
    #expect(matter.references.map(\.value) == ["shannon-1948", "cover"])
    #expect(matter.duplicateOf?.value == "old")
    #expect(matter.translationOf?.value == "[[perplexity]]")
    #expect(matter.related.map(\.value) == ["a", "b"])
    #expect(matter.weight == -3)
    #expect(matter.search == false)
    #expect(matter.template?.value == "wide")
    #expect(matter.macros.map(\.name.value) == ["R", "E"])
    #expect(matter.macros.map(\.body.value) == ["\\mathbb{R}", "\\mathbb{E}"])
    #expect(matter.extra.map(\.key) == ["mood"])
    #expect(matter.url?.value == "https://example.org/a?b=c#d")
    #expect(matter.site?.value == "Example")
    #expect(matter.accessed == CalendarDate("2024-09-08"))
    #expect(matter.archived?.value == "https://archive.example/1")
    #expect(matter.entries.count == FrontMatterKey.allCases.count)
  }

  @Test(
    "Text stays text whatever YAML 1.1 would make of it",
    arguments: ["No", "yes", "010", "1.10", "2024-09-07", "1e3"])
  func textStaysText(_ word: String) {
    #expect(parsed("---\ntitle: \(word)\n---\n").frontMatter.title?.value == word)
    #expect(parsed("---\ntitle: \(word)\nextra: {a: [b]}\n---\n").frontMatter.title?.value == word)
  }

  @Test(
    "Flags take the usual words in any case",
    arguments: [("yes", true), ("True", true), ("on", true), ("NO", false), ("off", false)])
  func flags(word: String, meant: Bool) {
    #expect(parsed("---\ndraft: \(word)\n---\n").frontMatter.draft == meant)
    #expect(parsed("---\npublish: \(word)\n---\n").frontMatter.draft == !meant)
  }

  @Test("A file without front matter is all body")
  func noFrontMatter() {
    for text in ["", "# Title\n", "text\n---\ntitle: x\n---\n", "----\n", "-- -\n", " ---\ntitle: x\n---\n"] {
      let (matter, body, diagnostics) = parsed(text)
      #expect(matter.range.isEmpty && body == text && diagnostics.isEmpty && matter.entries.isEmpty)
    }
  }

  @Test("A byte order mark, CRLF and white space behind the fences are accepted")
  func byteOrderMarkAndCRLF() {
    let (matter, body, diagnostics) = parsed("\u{FEFF}--- \r\ntitle: 熵\r\ntags:\r\n- a\r\n---\t\r\nBody\r\n")
    #expect(diagnostics.isEmpty)
    #expect(matter.title?.value == "熵")
    #expect(matter.title?.range == SourceRange(start: 16, end: 19))
    #expect(matter.tags.map(\.value) == ["a"])
    #expect(matter.range.start == 3)
    #expect(body == "Body\r\n")
    #expect(parsed("\u{FEFF}Body").body == "Body")
  }

  @Test("An empty block, or one of comments, is front matter that says nothing")
  func emptyBlock() {
    for block in ["---\n---\n", "---\n\n---\n", "---\n# nothing yet\n---\n"] {
      let (matter, body, diagnostics) = parsed(block + "Body")
      #expect(body == "Body" && diagnostics.isEmpty && matter.entries.isEmpty)
      #expect(matter.range == SourceRange(start: 0, end: UInt32(block.utf8.count)))
    }
  }

  @Test("A thematic break at the head of a document stays one")
  func thematicBreak() {
    for text in [
      "---\n", "---", "---\n\nSome text.\n", "---\nSome text\n\n---\nmore\n", "---\n\nNote: not a key\n",
    ] {
      let (matter, body, diagnostics) = parsed(text)
      #expect(body == text && diagnostics.isEmpty && matter.range.isEmpty)
    }
  }

  @Test("Front matter that is never closed is reported, and neither keys nor body are lost")
  func unclosed() {
    let (matter, body, diagnostics) = parsed("---\ntitle: A\ntags:\n  - b\n\nBody: text.\n")
    #expect(diagnostics.map(summary) == ["1:1 front-matter.unclosed"])
    #expect(matter.title?.value == "A")
    #expect(matter.tags.map(\.value) == ["b"])
    #expect(body == "\nBody: text.\n")
  }

  @Test("Synonyms are read in silence; the key itself wins, lists join")
  func synonyms() {
    let (matter, _, diagnostics) = parsed(
      """
      ---
      created: 2020-01-01
      date: 2024-09-07
      lastmod: 2024-10-01
      categories: [a, b]
      tags: b、c，d
      keywords: e
      alias: Other
      author: Someone
      summary: Short.
      publish: false
      cssclasses: wide
      permalink: /x
      ---
      """)
    #expect(diagnostics.isEmpty)
    #expect(matter.date == CalendarDate("2024-09-07"))
    #expect(matter.updated == CalendarDate("2024-10-01"))
    #expect(matter.tags.map(\.value) == ["b", "c", "d", "a", "e"])
    #expect(matter.aliases.map(\.value) == ["Other"])
    #expect(matter.authors.map(\.value) == ["Someone"])
    #expect(matter.description?.value == "Short.")
    #expect(matter.draft == true)
    #expect(matter.keyRange(of: .updated) == matter.entries.first { $0.key == "lastmod" }?.keyRange)
  }

  @Test("Provenance may be a map, and keys beside it complete it")
  func provenanceMap() {
    let (matter, _, diagnostics) = parsed(
      "---\nprovenance:\n  kind: Mixed\n  generator: aily\n  date: 2024-01-02\n  reviewr: X\nmodel: m\ngenerator: other\n---\n"
    )
    #expect(diagnostics.map(summary) == ["6:3 front-matter.unknown-key"])
    #expect(diagnostics.first?.notes.map(\.message) == ["did you mean `reviewer` or `reviewed`?"])
    #expect(matter.provenance.kind == .mixed)
    #expect(matter.provenance.generator?.value == "aily")
    #expect(matter.provenance.model?.value == "m")
    #expect(matter.provenance.date == CalendarDate("2024-01-02"))
  }

  @Test("Every value knows the bytes that write it")
  func ranges() throws {
    let text = "---\ntitle: 'a ''b'' c'\nslug: \"x\" # note\ntags: [ 甲, 'b' ]\nextra: {k: |\n---\n"
    let file = SourceFile(path: "q.md", bytes: Array(text.utf8))
    let matter = FrontMatter.parse(file).frontMatter
    func written(_ range: SourceRange?) -> String {
      String(decoding: file.bytes[range?.bytes ?? 0..<0], as: UTF8.self)
    }
    #expect(written(matter.title?.range) == "'a ''b'' c'")
    #expect(matter.title?.verbatimRange(in: file) == nil)
    #expect(written(matter.slug?.range) == "\"x\"")
    #expect(written(matter.slug?.verbatimRange(in: file)) == "x")
    #expect(matter.tags.map { written($0.range) } == ["甲", "'b'"])
    #expect(written(matter.valueRange(of: .tags)) == "[ 甲, 'b' ]")
    #expect(written(matter.keyRange(of: .tags)) == "tags")
  }

  @Test("Defaults complete what a document does not say, and never overrule it")
  func completion() {
    var matter = parsed("---\ntitle: A\ntags: [x]\n---\n").frontMatter
    matter.complete(from: parsed("---\ntitle: B\ntags: [y]\nlang: en\nprovenance: human\n---\n").frontMatter)
    #expect(matter.title?.value == "A")
    #expect(matter.tags.map(\.value) == ["x"])
    #expect(matter.lang?.value == "en")
    #expect(matter.provenance.kind == .human)
  }
}
