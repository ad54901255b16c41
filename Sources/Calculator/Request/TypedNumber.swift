public import PerplexityMath

/// A number as a person typed it.
public struct TypedNumber: Sendable {
  /// Its value, finite.
  public var value: Double
  /// Its value to 106 bits.
  public var extended: DoubleDouble
  /// The digits typed, without zeros before them; at least 1.
  public var significantDigits: Int
  /// Whether `value` is exactly what was typed, so that no digit was lost in binary.
  public var isExact: Bool
  /// In plain ASCII, without white space and grouping.
  public var text: [UInt8]
  private let written: WrittenNumber

  /// The natural logarithm of what was typed, which must be positive, however near to 1 it is.
  var naturalLogarithm: DoubleDouble { written.naturalLogarithm }

  /// Why a text is no number to calculate with.
  public enum Fault: Error, Sendable {
    case empty, notANumber, infinite, tooLarge
  }

  /// Reads a number: digits with at most one decimal point, perhaps a sign and an exponent. Full-width characters, the
  /// minus sign and white space around it are understood, and commas between groups of three digits.
  ///
  /// - Complexity: O(length).
  public init(_ typed: [UInt8]) throws(Fault) {
    var text = PlainCharacters.plain(typed)
    while let last = text.last, last <= 0x20 { text.removeLast() }
    text = Array(text.drop { $0 <= 0x20 })
    guard !text.isEmpty else { throw .empty }
    if TypedNumber.isInfinity(text) { throw .infinite }
    text = TypedNumber.withoutGrouping(text)
    guard let number = WrittenNumber(text) else { throw .notANumber }
    guard number.value.magnitude < .infinity else { throw .tooLarge }
    written = number
    value = number.value
    extended = number.extended
    significantDigits = max(1, number.significantDigits)
    isExact = number.isExact
    self.text = text.first == 0x2B ? Array(text.dropFirst()) : text
  }

  /// `inf`, `infinity` in any case, perhaps with a sign, or ∞.
  static func isInfinity(_ text: [UInt8]) -> Bool {
    var word = text[...]
    if word.first == 0x2D || word.first == 0x2B { word = word.dropFirst() }
    let lower = word.map { $0 | 0x20 }
    return lower == Array(literal: "inf") || lower == Array(literal: "infinity")
      || word.elementsEqual(Array(literal: "∞"))
  }

  /// `1,024` and `31,100.5` without their commas; all else as it is.
  private static func withoutGrouping(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(of: 0x2C) else { return text }
    var output = Array(text[..<first])
    let lead = output.first == 0x2D || output.first == 0x2B ? first - 1 : first
    guard lead >= 1, lead <= 3 else { return text }
    var index = first
    while index < text.count, text[index] == 0x2C {
      guard index + 3 < text.count, text[(index + 1)...(index + 3)].allSatisfy({ $0 &- 0x30 < 10 }) else {
        return text
      }
      output.append(contentsOf: text[(index + 1)...(index + 3)])
      index += 4
    }
    output.append(contentsOf: text[index...])
    return output
  }
}

/// What input methods for Chinese and typographers' habits put in the place of ASCII characters.
enum PlainCharacters {
  /// The text with full-width forms, ideographic commas and spaces, no-break spaces and minus signs as ASCII.
  ///
  /// - Complexity: O(length).
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let (byte, length) = replacement(in: text, at: index)
      if let byte {
        output.append(byte)
      } else {
        output.append(contentsOf: text[index..<(index + length)])
      }
      index += length
    }
    return output
  }

  /// The ASCII character meant at an offset, and how many bytes are spent for it; `nil` for one to be kept.
  static func replacement(in text: [UInt8], at index: Int) -> (byte: UInt8?, length: Int) {
    let lead = text[index]
    if lead < 0x80 { return (nil, 1) }
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (lead, second, third) {
    case (0xC2, 0xA0, _): return (0x20, 2)
    case (0xE3, 0x80, 0x80): return (0x20, 3)
    // The ideographic comma and full stop.
    case (0xE3, 0x80, 0x81): return (0x2C, 3)
    case (0xE2, 0x88, 0x92): return (0x2D, 3)
    // U+FF01…U+FF5E are ASCII, wider.
    case (0xEF, 0xBC, 0x81...0xBF): return (third - 0x60, 3)
    case (0xEF, 0xBD, 0x80...0x9E): return (third - 0x20, 3)
    case (0xEF, 0xBB, 0xBF): return (0x20, 3)
    default: return (nil, 1)
    }
  }
}
