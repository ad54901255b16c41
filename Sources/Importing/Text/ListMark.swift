/// The mark at the beginning of a list item: `- `, `• `, `1. `, `２．`, `3、`.
struct ListMark {
  /// The number, or `nil` for a bullet.
  let number: Int?
  /// The item's text.
  let text: Range<Int>
  /// Whether the mark is written in full-width characters.
  let isFullWidth: Bool

  /// Bullets that need no space behind them.
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "●", "▪", "◦", "‣", "■", "◆", "○", "·", "・", "➢", "➤", "►", "▶", "▸",
  ]

  /// Reads the mark of a line that has more than a mark.
  ///
  /// - Complexity: O(1).
  init?(at line: Range<Int>, in bytes: [UInt8]) {
    guard let first = bytes[line].first else { return nil }
    var end = line.lowerBound
    var isWide = false
    var value: Int?
    if [0x2D, 0x2A, 0x2B].contains(first) {
      guard line.count > 1, TextBytes.isBlank(bytes[line.lowerBound + 1]) else { return nil }
      end += 1
    } else if case let scalar = TextBytes.scalar(at: end, in: bytes), ListMark.bullets.contains(scalar) {
      end += UTF8.width(scalar)
    } else {
      guard let number = ListNumber(at: end, end: line.upperBound, in: bytes) else { return nil }
      end = number.end
      value = number.value
      isWide = number.isFullWidth
    }
    text = TextBytes.trim(end..<line.upperBound, in: bytes)
    number = value
    isFullWidth = isWide
    guard !text.isEmpty else { return nil }
  }
}

/// A number with the sign that makes it one of a list: `1.`, `1)`, `１．`, `1、`.
struct ListNumber {
  let value: Int
  let sign: Unicode.Scalar
  /// Behind the sign.
  let end: Int
  let isFullWidth: Bool

  /// Reads at most three digits and a sign; a full stop before a digit is a decimal point, and ASCII signs need a
  /// space or a letter beyond ASCII behind them.
  ///
  /// - Complexity: O(1).
  init?(at start: Int, end limit: Int, in bytes: [UInt8]) {
    var index = start
    var value = 0
    var digits = 0
    var isWide = false
    while index < limit, digits < 3 {
      if TextBytes.isDigit(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      } else if let digit = ListNumber.wideDigit(at: index, end: limit, in: bytes) {
        value = value * 10 + digit
        isWide = true
        index += 3
      } else {
        break
      }
      digits += 1
    }
    guard digits > 0, index < limit else { return nil }
    let sign = TextBytes.scalar(at: index, in: bytes)
    index += UTF8.width(sign)
    switch sign {
    case ".", ")":
      guard index < limit,
        TextBytes.isBlank(bytes[index]) || (bytes[index] >= 0x80 && !ListNumber.isClosing(index, in: bytes))
      else { return nil }
    case "．": isWide = true
    case "、", "）": break
    default: return nil
    }
    self.value = value
    self.sign = sign == "．" ? "." : sign
    self.end = index
    self.isFullWidth = isWide
  }

  private static func isClosing(_ index: Int, in bytes: [UInt8]) -> Bool {
    "，。；、）：".unicodeScalars.contains(TextBytes.scalar(at: index, in: bytes))
  }

  private static func wideDigit(at index: Int, end: Int, in bytes: [UInt8]) -> Int? {
    guard index + 3 <= end, bytes[index] == 0xEF, bytes[index + 1] == 0xBC, 0x90...0x99 ~= bytes[index + 2]
    else { return nil }
    return Int(bytes[index + 2] - 0x90)
  }
}
