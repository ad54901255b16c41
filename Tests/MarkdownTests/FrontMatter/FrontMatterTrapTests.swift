import SourceText
import Testing

@testable import Markdown

/// One mistake, where it is reported, and what survives it.
struct Trap: CustomTestStringConvertible, Sendable {
  var lines: String
  var reports: [String]
  var says: String
  var title: String?
  var fixed: String?

  init(_ lines: String, _ reports: [String], says: String, title: String? = nil, fixed: String? = nil) {
    self.lines = lines
    self.reports = reports
    self.says = says
    self.title = title
    self.fixed = fixed
  }

  var testDescription: String { lines }
  var text: String { "---\n\(lines)\nslug: kept\n---\nBody" }
}

@Suite("Front matter: YAML's traps")
struct FrontMatterTrapTests {
  static let traps: [Trap] = [
    Trap(
      "title: AIGC Weekly #81", ["2:20 front-matter.value (warning)"], says: "comment", title: "AIGC Weekly",
      fixed: "title: 'AIGC Weekly #81'"),
    Trap("title: A\ntags: a, b #c", ["3:12 front-matter.value (warning)"], says: "comment", title: "A"),
    Trap("tags: #AI", ["2:7 front-matter.value (warning)"], says: "comment", fixed: "tags: '#AI'"),
    Trap(
      "title: [算法学习] 动态规划", ["2:8 front-matter.invalid"], says: "quote", title: "[算法学习] 动态规划",
      fixed: "title: '[算法学习] 动态规划'"),
    Trap(
      "title: [算法学习]", ["2:8 front-matter.value"], says: "wants text", title: "[算法学习]",
      fixed: "title: '[算法学习]'"),
    Trap("title: [unclosed", ["2:8 front-matter.invalid"], says: "never closed", title: "[unclosed"),
    Trap(
      "title: {a} b", ["2:8 front-matter.invalid"], says: "quote", title: "{a} b", fixed: "title: '{a} b'"),
    Trap("title: @home", ["2:8 front-matter.invalid"], says: "`@`", title: "@home", fixed: "title: '@home'"),
    Trap("title: `code`", ["2:8 front-matter.invalid"], says: "reserved", title: "`code`"),
    Trap("title: %5", ["2:8 front-matter.invalid"], says: "`%`", title: "%5", fixed: "title: '%5'"),
    Trap(
      "title: *强调* 的", ["2:8 front-matter.invalid"], says: "`*`", title: "*强调* 的", fixed: "title: '*强调* 的'"),
    Trap("title: *name", ["2:8 front-matter.invalid"], says: "`*`", title: "*name"),
    Trap("title: &name text", ["2:8 front-matter.invalid"], says: "anchor", title: "&name text"),
    Trap("title: !important", ["2:8 front-matter.invalid"], says: "tag", title: "!important"),
    Trap("title: ? really", ["2:8 front-matter.invalid"], says: "`?`", title: "? really"),
    Trap(
      "title: 稀疏: 是什么", ["2:10 front-matter.invalid"], says: "colon and a space", title: "稀疏: 是什么",
      fixed: "title: '稀疏: 是什么'"),
    Trap(
      "title: it's: 'so'", ["2:12 front-matter.invalid"], says: "colon", title: "it's: 'so'",
      fixed: "title: 'it''s: ''so'''"),
    Trap(
      "title: \"熵\" 是什么", ["2:12 front-matter.invalid"], says: "follows the closing quote", title: "熵\" 是什么",
      fixed: "title: '\"熵\" 是什么'"),
    Trap("title: 'never closed", ["2:8 front-matter.invalid"], says: "never closed", title: "never closed"),
    Trap(
      #"title: "$\log_2 x$""#, ["2:10 front-matter.invalid"], says: "single quotes", title: #"$\log_2 x$"#),
    Trap(
      #"title: "$\theta$""#, ["2:10 front-matter.value (warning)"], says: "single quotes", title: "$\theta$"),
    Trap("tags:\n\t- a", ["3:1 front-matter.invalid"], says: "tabs", fixed: "tags:\n  - a"),
    Trap("title：稀疏", ["2:6 front-matter.invalid"], says: "full-width colon", title: "稀疏", fixed: "title: 稀疏"),
    Trap("title:稀疏", ["2:6 front-matter.invalid"], says: "space is missing", title: "稀疏", fixed: "title: 稀疏"),
    Trap("title: A\nnonsense here", ["3:1 front-matter.invalid"], says: "neither", title: "A"),
    Trap(
      "title: A\ndate: x\ntitle: B", ["3:7 front-matter.value", "4:1 front-matter.invalid"], says: "",
      title: "A"),
    Trap(
      "title: A\ntags: [稀疏性，优化器、Adam, b]", ["3:11 front-matter.value (warning)"], says: "full-width comma",
      title: "A",
      fixed: "title: A\ntags: [稀疏性, 优化器, Adam, b]"),
    Trap("title: A\nextra:\n  a: 1\n  a: 2", ["4:3 front-matter.invalid"], says: "twice", title: "A"),
    Trap("title: A\ntags: [#a, #b]", ["3:8 front-matter.invalid"], says: "comment inside a list", title: "A"),
    Trap("title: A\nreferences: [@a, b]", ["3:14 front-matter.invalid"], says: "`@`", title: "A"),
    Trap("title: A\nreferences:\n  - '@a'\n  - @b", ["5:5 front-matter.invalid"], says: "`@`", title: "A"),
    Trap("title: A\ntags:\n  - a: b", ["4:5 front-matter.value"], says: "colon and a space", title: "A"),
    Trap("title: a\u{7}b", ["2:9 front-matter.invalid"], says: "U+0007", title: "a\u{7}b"),
    Trap("date: 2024年9月7日", ["2:7 front-matter.value"], says: "2024-09-07"),
    Trap("date: 2023-02-29", ["2:7 front-matter.value"], says: "2024-09-07"),
    Trap("draft: maybe", ["2:8 front-matter.value"], says: "`true` or `false`"),
    Trap("weight: heavy", ["2:9 front-matter.value"], says: "whole number"),
    Trap("provenance: robot", ["2:13 front-matter.value"], says: "`human`, `ai`, `mixed`"),
    Trap("date: [2024-09-07]", ["2:7 front-matter.value"], says: "not a list"),
    Trap("titel: A", ["2:1 front-matter.unknown-key"], says: "`titel`"),
    Trap("extra:\n  a: *x\n  b: &x 1", ["3:6 front-matter.invalid"], says: ""),
  ]

  @Test(
    "A trap is named at its own place, its entry's text is kept, and nothing else is lost", arguments: traps)
  func trap(_ trap: Trap) throws {
    let (matter, body, diagnostics) = parsed(trap.text)
    #expect(diagnostics.map(summary) == trap.reports)
    let first = try #require(diagnostics.first)
    #expect(first.message.contains(trap.says), "\(first.message)")
    #expect(matter.title?.value == trap.title)
    #expect(matter.slug?.value == "kept")
    #expect(body == "Body")
  }

  @Test("A fix, applied, leaves nothing to report", arguments: traps.filter { $0.fixed != nil })
  func fixes(_ trap: Trap) throws {
    let fix = try #require(parsed(trap.text).diagnostics.first?.fix)
    var bytes = Array(trap.text.utf8)
    for range in ([fix.range] + fix.furtherRanges).reversed() {
      bytes.replaceSubrange(range.bytes, with: fix.replacement.utf8)
    }
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(mended.hasPrefix("---\n\(trap.fixed ?? "")\nslug: kept\n"))
    #expect(parsed(mended).diagnostics.isEmpty)
  }

  @Test("A comment that looks like one is none of our business")
  func plainComments() {
    #expect(parsed("---\ntitle: A # my favourite\ndate: 2024-09-07 #first\n---\n").diagnostics.isEmpty)
    #expect(parsed("---\ntitle: C#\n---\n").frontMatter.title?.value == "C#")
  }

  @Test(
    "Tags are divided at full-width commas; quoted tags, and lists that YAML divides, are left as they are")
  func wideCommas() {
    func tags(_ value: String) -> [String] {
      parsed("---\ntags: \(value)\n---\n").frontMatter.tags.map(\.value)
    }
    #expect(tags("[稀疏性，优化器 、 Adam]") == ["稀疏性", "优化器", "Adam"])
    #expect(tags("['输入、输出', b]") == ["输入、输出", "b"])
    #expect(tags("\n  - 输入、输出\n  - b") == ["输入、输出", "b"])
    #expect(tags("稀疏性，优化器") == ["稀疏性", "优化器"])
    #expect(tags("[，a，，]") == ["a"])
    let (matter, _, diagnostics) = parsed("---\naliases: [困惑度，又名 PPL]\n---\n")
    #expect(matter.aliases.map(\.value) == ["困惑度，又名 PPL"], "a name may hold a comma")
    #expect(diagnostics.isEmpty)
  }

  @Test("All faults of a block are reported in one run, in the order of the file")
  func manyFaults() {
    let (matter, _, diagnostics) = parsed(
      "---\ntitle: a: b\ndate: never\ncolour: red\ntags: [x\nslug: s\n---\n")
    #expect(
      diagnostics.map(summary) == [
        "2:9 front-matter.invalid", "3:7 front-matter.value", "4:1 front-matter.unknown-key",
        "5:7 front-matter.invalid",
      ])
    #expect(matter.slug?.value == "s")
    #expect(matter.tags.isEmpty)
  }

  @Test("Unknown keys get the nearest known ones, and are kept")
  func unknownKeys() {
    let (matter, _, diagnostics) = parsed("---\nshortTitle: A\nzzz: 1\n---\n")
    #expect(diagnostics.first?.notes.first?.message == "did you mean `short_title`?")
    #expect(diagnostics.last?.notes.map(\.message) == ["keys of your own belong under `extra:`"])
    #expect(matter.entries.map(\.key) == ["shortTitle", "zzz"])
  }

  @Test("Size and depth have limits, and the body is read beyond them")
  func limits() {
    let big = parsed("---\ntitle: A\ndescription: \(String(repeating: "x", count: 65_600))\n---\nBody")
    #expect(big.diagnostics.map(summary) == ["2:1 front-matter.limit"])
    #expect(big.body == "Body")
    for (depth, isAllowed) in [(30, true), (31, false), (400, false), (20_000, false)] {
      let list = String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
      let (matter, body, diagnostics) = parsed("---\nextra:\n  a: \(list)\ntitle: A\n---\nBody")
      #expect(diagnostics.map(\.id) == (isAllowed ? [] : [.frontMatterLimit]))
      #expect(matter.title?.value == "A")
      #expect(body == "Body")
    }
    let dashes = parsed("---\ntitle: A\nextra:\n  \(String(repeating: "- ", count: 20_000))x\n---\n")
    #expect(dashes.diagnostics.map(\.id) == [.frontMatterLimit])
    #expect(dashes.frontMatter.title?.value == "A")
  }

  @Test("Aliases that would multiply are refused before they are followed")
  func aliasBomb() {
    var lines = ["a0: &a0 [x, x]"]
    for level in 1...40 { lines.append("a\(level): &a\(level) {? [*a\(level - 1), *a\(level - 1)] : 1}") }
    let (_, body, diagnostics) = parsed("---\n\(lines.joined(separator: "\n"))\n---\nBody")
    #expect(body == "Body")
    #expect(diagnostics.count { $0.id == .frontMatterInvalid } == 41)
  }
}
