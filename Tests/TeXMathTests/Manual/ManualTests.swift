import Foundation
import Testing

@testable import TeXMath

@Suite struct ManualTests {
  @Test("Documentation/TeX.md says what the tables say; QUAESTIO_RECORD=1 writes it")
  func manual() throws {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    let file = root.appending(path: "Documentation/TeX.md")
    let manual = CommandManual.markdown()
    if ProcessInfo.processInfo.environment["QUAESTIO_RECORD"] == "1" {
      try manual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.path); read the difference and run again without recording")
      return
    }
    let isRecorded = try String(contentsOf: file, encoding: .utf8) == manual
    #expect(isRecorded, "set QUAESTIO_RECORD=1 to write \(file.path) again")
  }

  @Test func everyCommandHasItsPlaceInTheManual() {
    let listed = CommandManual.names()
    CommandTable.shared.forEachName { name in
      let name = String(decoding: name, as: UTF8.self)
      #expect(listed.contains(name), "\\\(name) is in no table of the manual")
    }
  }
}
