/// Character references such as `&colon;`, `&#58;` and `&#x3A` in raw HTML (HTML Standard, 13.2.5.72 to 80).
///
/// A reference that browsers would not know stays the text it is: what is written behind it is escaped again, so
/// browsers see exactly the characters that were judged.
enum CharacterReference {
  /// Text with its references resolved.
  ///
  /// - Complexity: O(bytes).
  static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x26) else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x26, let reference = read(text[index...]) {
        result.append(contentsOf: reference.text)
        index = reference.end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Writes text that may hold references as text of a page. Names are left to the browser.
  ///
  /// - Complexity: O(bytes).
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = text.startIndex
    var index = start
    while let ampersand = text[index...].firstIndex(of: 0x26) {
      index = ampersand + 1
      if let end = endOfName(in: text[ampersand...]) {
        HTMLWriter.append(text: text[start..<ampersand], to: &output)
        output.append(contentsOf: text[ampersand..<end])
        (start, index) = (end, end)
      } else if let reference = numeric(text[ampersand...]) {
        HTMLWriter.append(text: text[start..<ampersand], to: &output)
        HTMLWriter.append(text: reference.text, to: &output)
        (start, index) = (reference.end, reference.end)
      }
    }
    HTMLWriter.append(text: text[start...], to: &output)
  }

  private static func read(_ text: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    guard let end = endOfName(in: text) else { return numeric(text) }
    guard let scalar = CharacterReferenceNames.scalar(named: text[(text.startIndex + 1)..<(end - 1)]) else {
      return nil
    }
    return (Array(String(scalar).utf8), end)
  }

  /// Longer names there are none.
  private static let longestName = 32

  /// The offset behind `&name;`.
  private static func endOfName(in text: ArraySlice<UInt8>) -> Int? {
    let name = text.dropFirst().prefix(longestName).prefix { isLetter($0) || $0 &- 0x30 < 10 }
    guard let first = name.first, isLetter(first), name.endIndex < text.endIndex, text[name.endIndex] == 0x3B
    else { return nil }
    return name.endIndex + 1
  }

  /// Reads `&#58;` or `&#x3A;`; browsers do not ask for the semicolon.
  private static func numeric(_ text: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
    guard text.dropFirst().first == 0x23 else { return nil }
    var index = text.startIndex + 2
    let isHexadecimal = index < text.endIndex && text[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let start = index
    var code: UInt32 = 0
    while index < text.endIndex, let digit = digit(text[index], isHexadecimal: isHexadecimal) {
      code = min(code * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > start else { return nil }
    if index < text.endIndex, text[index] == 0x3B { index += 1 }
    return (Array(String(scalar(code)).utf8), index)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: UInt32((byte | 0x20) - 0x57)
    default: nil
    }
  }

  /// The character of a number: U+FFFD for what is none, Windows' own for the C1 controls.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    let isNoncharacter = code & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= code
    let code = 0x80...0x9F ~= code ? windows1252[Int(code - 0x80)] : code
    guard code != 0, !isNoncharacter, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
    return scalar
  }

  /// What browsers show for `&#128;` to `&#159;`; 0 where Windows has no character.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
    0x017E,
    0x0178,
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
