import Testing

@testable import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("The catalogue of rules")
struct RuleExplanationTests {
  @Test("Every rule says what it finds, why, and what to do, and shows it", arguments: DiagnosticID.allCases)
  func complete(_ id: DiagnosticID) {
    let rule = id.explanation
    #expect(rule.summary.count > 15 && rule.summary.last?.isPunctuation == false)
    #expect(rule.summary.first?.isUppercase == true || rule.summary.hasPrefix("\\["))
    #expect(rule.reason.count > 60 && rule.reason.hasSuffix("."))
    #expect(rule.remedy.count > 10 && rule.remedy.hasSuffix("."))
    #expect(rule.wrong != rule.right)
    for text in [rule.summary, rule.reason, rule.remedy, rule.wrong, rule.right] {
      #expect(!text.isEmpty && !text.contains("\t") && !text.contains("\r"))
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !DisplayText.isInvisible($0) })
    }
    #expect(!rule.reason.contains("\n") && !rule.remedy.contains("\n"), "prose is wrapped when it is printed")
  }

  @Test("No explanation was copied from another rule")
  func different() {
    let rules = DiagnosticID.allCases.map(\.explanation)
    for texts in [rules.map(\.summary), rules.map(\.reason), rules.map(\.wrong)] {
      #expect(Set(texts).count == texts.count)
    }
  }

  @Test("A rule's name is a family and a name, in lower case", arguments: DiagnosticID.allCases)
  func names(_ id: DiagnosticID) {
    #expect(id.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z0-9]+)*/) != nil)
  }

  @Test("Every rule is in one family, and every family has rules")
  func families() {
    let listed = RuleFamily.allCases.flatMap(\.rules)
    #expect(Set(listed) == Set(DiagnosticID.allCases))
    #expect(listed.count == DiagnosticID.allCases.count)
    #expect(RuleFamily.allCases.allSatisfy { !$0.rules.isEmpty })
  }

  @Test("Documentation/Diagnostics.md says what the catalogue says; QUAESTIO_RECORD=1 writes it")
  func manual() throws {
    let root = (0..<4).reduce(#filePath) { path, _ in PathName.parent(path) }
    let path = PathName.join(root, "Documentation/Diagnostics.md")
    let manual = Array(RuleManual.markdown().utf8)
    if getenv("QUAESTIO_RECORD").map({ String(cString: $0) }) == "1" {
      try DiskFileSystem().writeAtomically(path, manual)
      Issue.record("recorded \(path); read the difference and run again without recording")
      return
    }
    let isRecorded = try DiskFileSystem().read(path) == manual
    #expect(isRecorded, "set QUAESTIO_RECORD=1 to write \(path) again")
  }

  @Test("The manual links each rule of its tables to the rule's own heading")
  func manualLinks() {
    let page = RuleManual.markdown()
    for id in DiagnosticID.allCases {
      let anchor = id.rawValue.replacing(".", with: "")
      #expect(page.contains("| [`\(id.rawValue)`](#\(anchor)) | \(id.defaultSeverity.rawValue) | "))
      #expect(page.contains("\n### \(id.rawValue)\n\n**"))
    }
    let anchors = DiagnosticID.allCases.map { $0.rawValue.replacing(".", with: "") }
    #expect(Set(anchors).count == anchors.count)
  }
}
