import SourceText
import Testing

@testable import SiteBuild

@Suite("What authors are told, fault by fault")
struct DiagnosticFixtureTests {
  /// Rules about what no text can be: special files and disks.
  private static let beyondText: Set<DiagnosticID> = [
    .fileUnreadable, .fileNotRegular, .fileOutsideSite, .outputNotExchanged,
  ]

  @Test("The report is the one written by hand", arguments: DiagnosticFixture.all)
  func report(of fixture: DiagnosticFixture) throws {
    let diagnostics = try fixture.build().report.diagnostics
      .filter { $0.id != .outputNoBaseURL || fixture.id == .outputNoBaseURL }
    let told = String(decoding: DiagnosticReporter(format: .text).report(diagnostics), as: UTF8.self)
    #expect(told == (try fixture.report()), "\(told)")
    if let id = fixture.id { #expect(Set(diagnostics.map(\.id)) == [id], "nothing else is wrong") }
  }

  /// The rules of a build; those of a check and of an import have their cases in LintTests, ExternalCheckTests and
  /// ImportingTests.
  private static let ofBuilds = DiagnosticID.allCases.filter { id in
    !["lint.", "external.", "import."].contains { id.rawValue.hasPrefix($0) }
  }

  @Test("Every rule of a build that a text can break has a fixture", arguments: ofBuilds)
  func coverage(of id: DiagnosticID) {
    let hasFixture = DiagnosticFixture.all.contains { $0.id == id }
    #expect(hasFixture != DiagnosticFixtureTests.beyondText.contains(id))
  }

  @Test(
    "Every range lies in its file, on the line and at the column that are told",
    arguments: DiagnosticFixture.all)
  func places(of fixture: DiagnosticFixture) throws {
    let (report, site) = try fixture.build()
    for location in report.diagnostics.flatMap({ [$0.location] + $0.notes.map(\.location) }) {
      guard let location, let range = location.range else { continue }
      let file = SourceFile(path: location.path, bytes: try site.files.read("/site/" + location.path))
      #expect(range.end <= file.bytes.count)
      #expect(location == SourceLocation(range, in: file))
    }
  }

  @Test("A fix, applied, leaves nothing to tell", arguments: DiagnosticFixture.all)
  func fixes(of fixture: DiagnosticFixture) throws {
    let (report, site) = try fixture.build()
    let fixed = report.diagnostics.filter { $0.fix != nil }
    guard !fixed.isEmpty else { return }
    let edits = fixed.flatMap { diagnostic in
      (diagnostic.fix.map { [$0.range] + $0.furtherRanges } ?? []).map {
        (path: diagnostic.location?.path ?? "", range: $0, replacement: diagnostic.fix?.replacement ?? "")
      }
    }
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
      var bytes = try site.files.read("/site/" + edit.path)
      bytes.replaceSubrange(edit.range.bytes, with: edit.replacement.utf8)
      try site.files.writeAtomically("/site/" + edit.path, bytes)
    }
    let left = try site.build().diagnostics.filter { $0.id != .outputNoBaseURL }
    #expect(left.count == report.diagnostics.count { $0.fix == nil && $0.id != .outputNoBaseURL })
    #expect(left.allSatisfy { $0.fix == nil })
  }
}
