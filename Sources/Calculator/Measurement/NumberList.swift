import PerplexityMath

/// A list of numbers as people paste it: between commas, white space, semicolons or brackets; percentages, fractions such
/// as `1/6`, full-width characters, and the words `NaN` and `inf` that programs print. Wrappers such as `tensor([…])`
/// and names before a colon are passed over.
///
/// Log-probabilities are also taken out of what models print (``LogFormat``), and `null` and `None`, which stand for a
/// token without one, are passed over.
public struct NumberList {
  /// A word that is no number, or one beyond the largest double.
  struct Fault {
    /// Its place among the numbers, from 0.
    var index: Int
    /// Where it stands, in UTF-8.
    var range: Range<Int>
    /// Whether it is a number that no double holds.
    var isTooLarge: Bool
  }

  /// The longest text that is read.
  public static var largestText: Int { 4 << 20 }

  /// The numbers to 106 bits; NaN and infinities where the text says so.
  private(set) var values: [DoubleDouble] = []
  private(set) var ranges: [Range<Int>] = []
  /// The first word that is no number; what stands behind it is not read.
  private(set) var fault: Fault?
  private let isLogs: Bool

  /// Reads a text.
  ///
  /// - Complexity: O(length).
  init(_ text: [UInt8], isLogs: Bool = false) {
    self.isLogs = isLogs
    let format = isLogs ? LogFormat(text) : .list
    if format == .tokenLines {
      for line in TokenLine.lines(of: text) where fault == nil {
        take(NumberList.word(text[line.number]), line.number)
      }
      return
    }
    var scanner = PastedText(text, isLogs: isLogs, isStructured: format == .structured)
    while fault == nil, let range = scanner.next() { take(NumberList.word(text[range]), range) }
    // Nothing but words in quotes: the first of them was meant to be a number.
    if values.isEmpty, fault == nil, format == .list, let range = scanner.firstQuoted {
      fault = Fault(index: 0, range: range, isTooLarge: false)
    }
  }

  private mutating func take(_ word: [UInt8], _ range: Range<Int>) {
    guard !word.isEmpty, !(isLogs && NumberList.isNothing(word)) else { return }
    switch NumberList.value(word) {
    case .some(let value) where value.high.magnitude == .infinity && !TypedNumber.isInfinity(word):
      fault = Fault(index: values.count, range: range, isTooLarge: true)
    case .some(let value):
      values.append(value)
      ranges.append(range)
    case nil:
      fault = Fault(index: values.count, range: range, isTooLarge: false)
    }
  }

  // MARK: Words

  /// A word in plain characters.
  static func word(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.contains { $0 >= 0x80 } ? PlainCharacters.plain(Array(text)) : Array(text)
  }

  /// What programs print for a token that has no log-probability, such as the first of a text.
  static func isNothing(_ word: [UInt8]) -> Bool {
    let lower = word.map { $0 | 0x20 }
    return lower == Array(literal: "null") || lower == Array(literal: "none")
      || lower == Array(literal: "nil")
  }

  /// The value of a word; NaN for the word `NaN`.
  static func value(_ word: [UInt8]) -> DoubleDouble? {
    if TypedNumber.isInfinity(word) { return DoubleDouble(word.first == 0x2D ? -.infinity : .infinity) }
    if word.count == 3, word.map({ $0 | 0x20 }) == Array(literal: "nan") { return DoubleDouble(.nan) }
    if word.last == UInt8(ascii: "%") {
      return NumberFormat.extendedNumber(from: Array(word.dropLast())).map { quotient($0, DoubleDouble(100)) }
    }
    if let slash = word.firstIndex(of: UInt8(ascii: "/")) {
      guard let above = NumberFormat.extendedNumber(from: Array(word[..<slash])),
        let below = NumberFormat.extendedNumber(from: Array(word[(slash + 1)...])), below.high != 0
      else { return nil }
      return quotient(above, below)
    }
    return NumberFormat.extendedNumber(from: word)
  }

  /// A quotient; a plain one of doubles at the ends of their range, where that of 106 bits overflows.
  private static func quotient(_ above: DoubleDouble, _ below: DoubleDouble) -> DoubleDouble {
    let value = above.high / below.high
    let isOrdinary = [above.high, below.high, value].allSatisfy { (1e-280...1e280).contains($0.magnitude) }
    return isOrdinary ? above / below : DoubleDouble(value)
  }
}
