import Testing

@testable import SourceText

@Suite("Fixes that are only proposed")
struct ProposedFixTests {
  private func diagnostic(_ applicability: FixIt.Applicability) -> Diagnostic {
    let file = SourceFile(path: "a.md", bytes: Array("log 4.95\n".utf8))
    return Diagnostic(
      .lintTruncatedNumber, at: SourceLocation(4..<8, in: file), "Cut off.",
      fix: FixIt(range: SourceRange(4..<8), replacement: "4.96", applicability: applicability))
  }

  @Test("JSON says so of a proposal and nothing of a safe fix")
  func json() {
    func text(_ diagnostic: Diagnostic) -> String {
      var json = JSONWriter()
      json.value(diagnostic)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    #expect(
      text(diagnostic(.proposed)).contains(#""fix":{"range":[4,8],"replacement":"4.96","proposed":true}"#))
    #expect(text(diagnostic(.safe)).contains(#""fix":{"range":[4,8],"replacement":"4.96"}"#))
  }

  @Test("A person reads that the change is a guess")
  func text() {
    let report = TextReport(style: TextStyle(usesColor: false), placesPerMessage: 5)
    func lines(_ diagnostic: Diagnostic) -> String {
      String(decoding: report.report([diagnostic]), as: UTF8.self)
    }
    #expect(lines(diagnostic(.proposed)).contains("perhaps replace it by `4.96`"))
    #expect(lines(diagnostic(.safe)).contains(" replace it by `4.96`"))
    #expect(!lines(diagnostic(.safe)).contains("perhaps"))
  }

  @Test("A fix is safe unless it says otherwise")
  func byDefault() {
    #expect(FixIt(range: SourceRange(0..<1), replacement: "").applicability == .safe)
  }
}
