import Rendering
import SourceText
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct TemplateManualTests {
  private static let marker = "<!-- What follows is written by a test. -->\n"

  @Test("Documentation/Templates.md says what the models say; QUAESTIO_RECORD=1 writes it")
  func manual() throws {
    let disk = DiskFileSystem()
    let path = PathName.parent(FixtureSite.testsFolder) + "/Documentation/Templates.md"
    let text = String(decoding: try disk.read(path), as: UTF8.self)
    let marker = try #require(text.firstRange(of: Self.marker))
    let expected = text[..<marker.upperBound] + (try TemplateManual().markdown())
    if getenv("QUAESTIO_RECORD").map({ String(cString: $0) }) == "1" {
      try disk.writeAtomically(path, Array(expected.utf8))
      Issue.record("recorded \(path); read the difference and run again without recording")
      return
    }
    let isRecorded = text == expected
    #expect(isRecorded, "set QUAESTIO_RECORD=1 to write \(path) again")
  }

  /// The manual names every template, and every partial and block that themes may fill.
  @Test func everyFileOfTheThemeIsExplained() throws {
    let root = PathName.parent(FixtureSite.testsFolder)
    let disk = DiskFileSystem()
    let text = String(decoding: try disk.read(root + "/Documentation/Templates.md"), as: UTF8.self)
    for file in try disk.list(root + "/templates") where file.kind == .file {
      #expect(text.contains("`\(file.name)`"), "\(file.name)")
    }
    for file in try disk.list(root + "/templates/assets") where file.kind == .file {
      #expect(text.contains("`\(file.name)`"), "\(file.name)")
    }
  }
}
