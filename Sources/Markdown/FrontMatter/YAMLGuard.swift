import SourceText

/// Refuses, by a look at the bytes alone, what a full YAML parser should never get to see: nesting deep enough to
/// exhaust a recursive reader, aliases that would multiply when they are followed, and control characters.
enum YAMLGuard {
  /// Far above `YAMLLimits.depth`: brackets inside quoted text are counted too.
  private static let bracketLimit = 256

  static func check(_ range: Range<Int>, of file: SourceFile) throws(YAMLFailure) {
    let bytes = file.bytes.span
    var brackets = 0
    var dashes = 0
    var atLineHead = true
    var startsToken = true
    var hasAnchor = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0x0A
      switch byte {
      case 0x0A, 0x0D:
        atLineHead = true
        dashes = 0
      case 0x00..<0x20 where byte != 0x09, 0x7F:
        throw YAMLFailure(reason: .controlCharacter(UInt32(byte)), offset: index)
      case 0xC2 where 0x80...0x9F ~= next && next != 0x85:
        throw YAMLFailure(reason: .controlCharacter(UInt32(next)), offset: index)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        atLineHead = false
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets = max(0, brackets - 1)
        atLineHead = false
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        atLineHead = atLineHead && [0x20, 0x09, 0x0A, 0x0D].contains(next)
        if atLineHead { dashes += 1 }
      case UInt8(ascii: "&"): hasAnchor = hasAnchor || (startsToken && isName(next))
      case UInt8(ascii: "*"):
        if hasAnchor, startsToken, isName(next) { throw YAMLFailure(reason: .alias, offset: index) }
        atLineHead = false
      case 0x20, 0x09: break
      default: atLineHead = false
      }
      if brackets + dashes > bracketLimit { throw YAMLFailure(reason: .depth, offset: index) }
      startsToken = [0x20, 0x09, 0x0A, 0x0D, 0x5B, 0x7B, 0x2C, 0x3A].contains(byte)
      index += 1
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
