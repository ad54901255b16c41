import PerplexityMath

/// A list of numbers as people paste it: between commas, white space, semicolons or brackets; percentages, fractions such
/// as `1/6`, full-width characters, and the words `NaN` and `inf` that programs print.
public struct NumberList {
  /// A word that is no number, or one beyond the largest double.
  public struct Fault {
    /// Its place among the numbers, from 0.
    public var index: Int
    /// Where it stands, in UTF-8.
    public var range: Range<Int>
    /// Whether it is a number that no double holds.
    public var isTooLarge: Bool
  }

  /// The longest text that is read.
  static var largestText: Int { 4 << 20 }

  /// The numbers; NaN and infinities where the text says so.
  public private(set) var values: [Double] = []
  private(set) var ranges: [Range<Int>] = []
  /// The first word that is no number; what stands behind it is not read.
  public private(set) var fault: Fault?

  /// Reads a text.
  ///
  /// - Complexity: O(length).
  public init(_ text: [UInt8]) {
    var index = 0
    var word: [UInt8] = []
    var start = 0
    while index < text.count, fault == nil {
      let (replacement, length) = PlainCharacters.replacement(in: text, at: index)
      let byte = replacement ?? text[index]
      if NumberList.isSeparator(byte) {
        take(word, start..<index)
        word.removeAll(keepingCapacity: true)
      } else {
        if word.isEmpty { start = index }
        if let replacement {
          word.append(replacement)
        } else {
          word.append(contentsOf: text[index..<(index + length)])
        }
      }
      index += length
    }
    if fault == nil { take(word, start..<text.count) }
  }

  private mutating func take(_ word: [UInt8], _ range: Range<Int>) {
    guard !word.isEmpty else { return }
    switch NumberList.value(word) {
    case .some(let value) where value.magnitude == .infinity && !TypedNumber.isInfinity(word):
      fault = Fault(index: values.count, range: range, isTooLarge: true)
    case .some(let value):
      values.append(value)
      ranges.append(range)
    case nil:
      fault = Fault(index: values.count, range: range, isTooLarge: false)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// The value of a word; NaN for the word `NaN`.
  private static func value(_ word: [UInt8]) -> Double? {
    if TypedNumber.isInfinity(word) { return word.first == 0x2D ? -.infinity : .infinity }
    if word.count == 3, word.map({ $0 | 0x20 }) == Array(literal: "nan") { return .nan }
    if word.last == UInt8(ascii: "%") {
      return NumberFormat.number(from: Array(word.dropLast())).map { $0 / 100 }
    }
    if let slash = word.firstIndex(of: UInt8(ascii: "/")) {
      guard let above = NumberFormat.number(from: Array(word[..<slash])),
        let below = NumberFormat.number(from: Array(word[(slash + 1)...])), below != 0
      else { return nil }
      return above / below
    }
    return NumberFormat.number(from: word)
  }
}
