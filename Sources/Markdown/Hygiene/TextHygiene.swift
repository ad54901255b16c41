package import SourceText

/// What a file's bytes hold besides text: everything that nobody sees, and what is no UTF-8.
///
/// The whole file is looked at, front matter too. Each sort of fault is told once a file, with its number and its first
/// place, so that ten thousand soft hyphens are one finding.
package struct TextHygiene {
  /// What is wrong, by rules; nothing for nearly every file.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether all bytes are UTF-8.
  package let isWellFormed: Bool
  /// Whether a control character stands in the file, white space aside.
  package private(set) var holdsControls: Bool

  private let file: SourceFile

  /// Looks at a file.
  ///
  /// - Complexity: O(bytes); for text without faults one pass without branches and one that validates.
  package init(_ file: SourceFile) {
    self.file = file
    let findings = SuspectBytes.findings(in: file.bytes.span)
    holdsControls = findings.controls
    let illFormed = IllFormedText(file.bytes)
    isWellFormed = illFormed.first == nil
    reportIllFormed(illFormed)
    if illFormed.isUTF16 { return }
    if findings.suspects || findings.controls {
      let search = SuspectSearch(file.bytes)
      for kind in SuspectCharacter.allCases {
        if let places = search.places[kind] { report(kind, places) }
      }
      holdsControls = holdsControls || diagnostics.contains { $0.id == .textControl }
    }
    if findings.carriageReturns, let endings = LineEndings(file) {
      diagnostics.append(endings.diagnostic(in: file))
    }
  }

  /// What is wrong with a file's characters.
  package static func diagnostics(of file: SourceFile) -> [Diagnostic] { TextHygiene(file).diagnostics }

  private mutating func reportIllFormed(_ illFormed: IllFormedText) {
    guard let first = illFormed.first else { return }
    let location = SourceLocation(first, in: file)
    guard !illFormed.isUTF16 else {
      diagnostics.append(
        Diagnostic(
          .fileInvalidUTF8, at: location, "This file is UTF-16, not UTF-8.",
          notes: [Note("Save the file as UTF-8.")]))
      return
    }
    let message =
      illFormed.count == 1
      ? "This is not UTF-8 text." : "This is not UTF-8 text, in \(illFormed.count) places of the file."
    diagnostics.append(
      Diagnostic(
        .fileInvalidUTF8, at: location, message,
        notes: [Note("Save the file as UTF-8; the bytes are shown as �.")]))
  }

  private mutating func report(_ kind: SuspectCharacter, _ places: SuspectSearch.Places) {
    guard let first = places.ranges.first else { return }
    let fault = SuspectFault(kind, first: places.first, count: places.ranges.count)
    let fix =
      fault.isRemovable
      ? FixIt(range: first, replacement: "", furtherRanges: Array(places.ranges.dropFirst())) : nil
    diagnostics.append(
      Diagnostic(
        fault.id, at: SourceLocation(first, in: file), fault.message, notes: [Note(fault.advice)], fix: fix))
  }
}

/// Where a file is no UTF-8.
private struct IllFormedText {
  /// The first bytes that are none.
  private(set) var first: Range<Int>?
  /// How many such places there are.
  private(set) var count = 0
  /// Whether the file begins with UTF-16's byte order mark.
  private(set) var isUTF16 = false

  init(_ bytes: [UInt8]) {
    var position = 0
    while let range = IllFormedText.next(from: position, in: bytes) {
      first = first ?? range
      count += 1
      position = range.upperBound
      if count == 1, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        isUTF16 = true
        return
      }
    }
  }

  private static func next(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return nil
    } catch {
      let first = start + error.byteOffsets.lowerBound
      return first..<max(first + 1, start + error.byteOffsets.upperBound)
    }
  }
}
