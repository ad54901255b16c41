import Foundation
import Testing

@testable import SearchIndex

@Suite("Folding")
struct AnalysisFoldingTests {
  private static let assigned = (UInt32(0x80)..<0x30000).compactMap(Unicode.Scalar.init)
    .filter { $0.properties.generalCategory != .unassigned && ($0.properties.age?.major ?? 99) <= 15 }

  /// Where the table takes everything for letters.
  private static let letterBlocks: [ClosedRange<UInt32>] = [
    0x700...0x1CCF, 0xA000...0xABFE, 0x10000...0x1CFFF,
  ]

  /// Letters the table leaves as they are, for the sake of its size: see `scripts/make-search-tables`.
  private static let kept: [ClosedRange<UInt32>] = [
    0x250...0x2AF, 0x587...0x587, 0x675...0x678, 0x900...0x109F, 0x1B00...0x1BFF, 0x1C80...0x1C88,
    0x1D79...0x1D7F,
    0x1D9B...0x1DBF, 0x1E9A...0x1E9A, 0x2C62...0x2C64, 0x2C6D...0x2C70, 0x309F...0x309F, 0x30FF...0x30FF,
    0x3131...0x319F, 0x3200...0x324F, 0x3260...0x32B0, 0x32C0...0x3370, 0x337B...0x337F, 0x33E0...0x33FE,
    0xA760...0xA77F, 0xA7A0...0xA7FF, 0xF900...0xFAFF, 0xFB05...0xFB05, 0xFB13...0xFDFF, 0xFE70...0xFEFC,
    0x10780...0x107FF, 0x11000...0x11FFF, 0x1D100...0x1D1FF, 0x1DF00...0x1E8FF, 0x1EE00...0x1F10A,
    0x1F200...0x1F2FF, 0x2F800...0x2FA1F,
  ]

  @Test("what characters fold to folds to itself")
  func idempotence() {
    let exceptions = AnalysisFoldingTests.assigned.filter { scalar in
      folded(scalar.value).contains { $0 >= 0x80 && folded($0) != [$0] }
    }
    #expect(exceptions == [])
    #expect(folded(0x10FFFF) == [0x20] && folded(0xE0101) == [])
  }

  @Test("case does not matter")
  func cases() {
    let exceptions = AnalysisFoldingTests.assigned.filter { scalar in
      let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      guard isFolded(scalar), lower.count == 1, lower[0].value >= 0x80 else { return false }
      return folded(scalar.value) != folded(lower[0].value)
    }
    #expect(exceptions == [])
  }

  @Test("compatibility forms and diacritics fold as ICU folds them")
  func compatibility() throws {
    var exceptions: [String] = []
    for scalar in AnalysisFoldingTests.assigned where isFolded(scalar) {
      let expected = reference(String(scalar))
        .map { $0 < 0x80 ? $0 : CharacterTable.bundled.lookUp($0).value }
      // Connectors, and spaces around numbers in circles, fractions and units: the letters count.
      let found = folded(scalar.value).filter { $0 >= 0x80 || isLetterOrDigit(UInt8($0)) }
      if found != expected { exceptions.append(String(scalar.value, radix: 16)) }
    }
    // A lone iota subscript; ℠ and ™, which are no letters of the word before.
    #expect(exceptions == ["37a", "2120", "2122"])
    #expect(AnalysisFoldingTests.assigned.allSatisfy { isFolded($0) || folded($0.value).count <= 1 })
  }

  @Test("letters are words; spaces, brackets and controls separate")
  func classes() {
    var exceptions: [String] = []
    for scalar in AnalysisFoldingTests.assigned {
      let kind = CharacterTable.bundled.lookUp(scalar.value).kind
      let isRight =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber:
          kind != .separator && (kind != .ignored || scalar.properties.isDefaultIgnorableCodePoint)
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .openPunctuation,
          .closePunctuation:
          kind == .separator || AnalysisFoldingTests.letterBlocks.contains { $0.contains(scalar.value) }
        default: true
        }
      if !isRight { exceptions.append("\(String(scalar.value, radix: 16)) \(kind)") }
    }
    #expect(exceptions == [])
  }

  @Test(
    "the generated tables are what their generator writes",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/share/unicode/UnicodeData.txt")
        && FileManager.default.fileExists(atPath: "/usr/share/opencc/TSCharacters.ocd2")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/opencc_dict")))
  func generator() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = root.appending(path: "scripts/make-search-tables").path(percentEncoded: false)
    process.arguments = ["python3", script, "--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400..<0xA000, 0xAC00..<0xD7A4, 0x20000...: false
    default: !AnalysisFoldingTests.kept.contains { $0.contains(scalar.value) }
    }
  }

  /// Letters and digits after NFKC, without case and marks, in the table's spelling of plain letters.
  private func reference(_ text: String) -> [UInt32] {
    let plain = text.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .precomposedStringWithCompatibilityMapping
    return plain.unicodeScalars.flatMap { scalar -> [UInt32] in
      let parts = scalar.value < 0x80 ? [scalar.value] : folded(scalar.value)
      return parts.filter { $0 >= 0x80 || isLetterOrDigit(UInt8($0)) }
    }
  }
}
