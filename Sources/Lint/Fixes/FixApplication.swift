package import SourceText

/// The safe fixes of a file, made in its bytes.
///
/// One round makes all fixes that do not overlap; what one fix uncovers is found and mended in the next. The result is
/// a text in which nothing is left to fix.
package struct FixApplication: Sendable {
  /// The text with the fixes made.
  package private(set) var text: [UInt8]
  /// How many places were changed.
  package private(set) var changeCount = 0
  private let original: [UInt8]
  /// For each line of `text` the line of `original` that it is, byte for byte; `nil` for a changed one. Increasing.
  private var origins: [Int?]

  /// Rounds after which a rule that is never content is given up.
  private static let mostRounds = 16

  /// Begins with a text as it is.
  package init(_ text: [UInt8]) {
    self.text = text
    original = text
    origins = (0..<LineTable(text).count).map { $0 }
  }

  /// Makes fixes until none is left.
  ///
  /// - Parameter diagnose: what is wrong in a text; called for each round with what the last one made.
  /// - Complexity: O(rounds × (bytes + fixes × log fixes)), and the cost of `diagnose`.
  package static func fixing(_ text: [UInt8], diagnose: ([UInt8]) -> [Diagnostic]) -> FixApplication {
    var application = FixApplication(text)
    for _ in 0..<mostRounds {
      if application.apply(diagnose(application.text)) == 0 { break }
    }
    return application
  }

  /// Makes the safe fixes of diagnostics that speak of `text`; of overlapping ones the first that begins.
  ///
  /// - Returns: how many places were changed.
  @discardableResult
  package mutating func apply(_ diagnostics: [Diagnostic]) -> Int {
    let edits = FixApplication.edits(of: diagnostics, in: text)
    guard !edits.isEmpty else { return 0 }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    for edit in edits {
      result += text[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    result += text[position...]
    origins = originsOfLines(in: result, after: edits)
    text = result
    changeCount += edits.count
    return edits.count
  }

  private struct Edit {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  private static func edits(of diagnostics: [Diagnostic], in text: [UInt8]) -> [Edit] {
    var edits: [Edit] = []
    for fix in diagnostics.compactMap(\.fix) where fix.applicability == .safe {
      let replacement = Array(fix.replacement.utf8)
      for range in [fix.range] + fix.furtherRanges {
        guard Int(range.end) <= text.count, !text[range.bytes].elementsEqual(replacement) else { continue }
        edits.append(Edit(range: range.bytes, replacement: replacement))
      }
    }
    edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var kept: [Edit] = []
    for edit in edits {
      // Two insertions at one place would depend on their order.
      if let last = kept.last, edit.range.lowerBound <= last.range.upperBound { continue }
      kept.append(edit)
    }
    return kept
  }

  /// The lines of the new text that are untouched lines of the old one.
  private func originsOfLines(in result: [UInt8], after edits: [Edit]) -> [Int?] {
    let old = LineTable(text)
    let new = LineTable(result)
    var origins = [Int?](repeating: nil, count: new.count)
    var shift = 0
    var next = 0
    for (index, line) in old.ranges.enumerated() {
      var isTouched = false
      if next > 0, edits[next - 1].range.upperBound > line.lowerBound { isTouched = true }
      // A change at the very beginning of the next line, which ends here, leaves this line as it is.
      while next < edits.count, edits[next].range.lowerBound < line.upperBound || index == old.count - 1 {
        isTouched = true
        shift += edits[next].replacement.count - edits[next].range.count
        next += 1
      }
      guard !isTouched, let place = new.index(ofLine: (line.lowerBound + shift)..<(line.upperBound + shift))
      else {
        continue
      }
      origins[place] = self.origins[index]
    }
    return origins
  }
}

extension FixApplication {
  /// The changes as a unified diff, empty when there are none.
  ///
  /// - Parameter path: the file's name in the head of the diff.
  /// - Complexity: O(bytes).
  package func unifiedDiff(path: String) -> [UInt8] {
    text == original ? [] : UnifiedDiff(from: original, to: text, origins: origins).bytes(path: path)
  }
}
