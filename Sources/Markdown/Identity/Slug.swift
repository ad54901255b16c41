import Foundation

/// The form of a name that stands in URLs and fragments.
public enum Slug {
  /// Longest slug in bytes before it is cut.
  public static let limit = 120

  /// Makes a slug: NFC, lower case; letters, marks and numbers of any script and `+ . _` are kept; `#` behind a
  /// letter becomes `sharp`; every other run becomes one `-`; `-` at the ends is dropped. A result that is empty, `.`
  /// or `..`, which no folder can be called, or the name of a page's own file, or longer than `limit` ends in `-` and
  /// eight hexadecimal digits of a hash of the whole.
  ///
  /// - Complexity: O(length).
  public static func make(_ text: some Collection<UInt8>) -> [UInt8] {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    var state = State()
    for byte in text {
      guard byte < 0x80 else { return makeUnicode(Array(text)) }
      append(ascii: byte, to: &slug, &state)
    }
    return cut(slug, hashing: Array(text))
  }

  private struct State {
    /// Whether something was left out behind the last character kept.
    var isAfterGap = false
    /// Whether the last character kept is a letter.
    var isAfterLetter = false
  }

  private static func append(ascii byte: UInt8, to slug: inout [UInt8], _ state: inout State) {
    let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
    let isLetter = lower &- 0x61 < 26
    if isLetter || lower &- 0x30 < 10 || lower == 0x2B || lower == 0x2E || lower == 0x5F {
      closeGap(&slug, &state)
      slug.append(lower)
      state.isAfterLetter = isLetter
    } else if byte == 0x23, state.isAfterLetter, !state.isAfterGap {
      slug.append(contentsOf: "sharp".utf8)
    } else {
      state.isAfterGap = true
    }
  }

  private static func closeGap(_ slug: inout [UInt8], _ state: inout State) {
    if state.isAfterGap, !slug.isEmpty { slug.append(0x2D) }
    state.isAfterGap = false
  }

  private static func makeUnicode(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    if !isCertainlyNFC(text) { text = text.composed }
    var slug: [UInt8] = []
    slug.reserveCapacity(bytes.count)
    var state = State()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(ascii: UInt8(truncatingIfNeeded: scalar.value), to: &slug, &state)
      } else if isKept(scalar) {
        closeGap(&slug, &state)
        slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        state.isAfterLetter = scalar.properties.isAlphabetic
      } else {
        state.isAfterGap = true
      }
    }
    return cut(slug, hashing: bytes)
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default:
      false
    }
  }

  /// A quick check: none of these blocks composes or decomposes under NFC.
  private static func isCertainlyNFC(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      switch $0.value {
      case 0..<0x300, 0x2010..<0x2030, 0x3000..<0x3099, 0x309B..<0xA000, 0xAC00..<0xD7A4, 0xFF00..<0xFFF0:
        true
      default: false
      }
    }
  }

  private static func cut(_ slug: [UInt8], hashing whole: [UInt8]) -> [UInt8] {
    let isTaken = ["", ".", "..", "index.html", "index.md"].contains { slug.elementsEqual($0.utf8) }
    guard isTaken || slug.count > limit else { return slug }
    var end = min(slug.count, limit)
    while end > 0, end < slug.count, slug[end] & 0xC0 == 0x80 { end -= 1 }
    var result = Array(slug[..<end])
    while result.last == 0x2D { result.removeLast() }
    if !result.isEmpty { result.append(0x2D) }
    var hash: UInt32 = 0x811C_9DC5  // FNV-1a (Fowler, Noll, Vo), 32 bits
    for byte in whole { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = Array("0123456789abcdef".utf8)
    for shift in stride(from: 28, through: 0, by: -4) {
      result.append(digits[Int(hash >> UInt32(shift)) & 15])
    }
    return result
  }
}

extension String {
  /// The text in Unicode's composed normalisation form, NFC.
  package var composed: String { precomposedStringWithCanonicalMapping }
}
