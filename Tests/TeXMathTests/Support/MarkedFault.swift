import TeXMath
import Testing

/// A formula with faults: what must be underlined stands between « and », and each place has its sentence.
struct MarkedFault: CustomStringConvertible, Sendable {
  let tex: String
  let ranges: [Range<Int>]
  let messages: [String]
  let suggestion: String?

  /// - Parameter suggestion: What must be offered for the first place.
  init(_ marked: String, _ messages: String..., suggestion: String? = nil) {
    var tex = ""
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked {
      switch character {
      case "«": starts.append(tex.utf8.count)
      case "»": if let start = starts.popLast() { ranges.append(start..<tex.utf8.count) }
      default: tex.append(character)
      }
    }
    self.tex = tex
    self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    self.messages = messages
    self.suggestion = suggestion
  }

  var description: String { tex }

  /// Expects exactly these faults, and that the suggestion mends the first one.
  func check(_ location: SourceLocation = #_sourceLocation) {
    let found = issues(tex).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    #expect(found.map(\.range) == ranges, sourceLocation: location)
    #expect(found.map(\.message) == messages, sourceLocation: location)
    let offered = found.first?.suggestion
    #expect(offered.map { String(decoding: $0, as: UTF8.self) } == suggestion, sourceLocation: location)
    if let offered, let first = found.first {
      var mended = Array(tex.utf8)
      mended.replaceSubrange(first.range, with: offered)
      let left = MathConverter().convert(mended, display: true).issues
      #expect(!left.contains { $0.message == first.message }, sourceLocation: location)
    }
  }
}
