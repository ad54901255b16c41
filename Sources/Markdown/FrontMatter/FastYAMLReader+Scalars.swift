import SourceText

/// Scalars of one line: plain, in single quotes, in double quotes.
extension FastYAMLReader {
  mutating func scalar(inFlow: Bool) -> MetadataValue? {
    switch bytes[position] {
    case UInt8(ascii: "'"): singleQuoted()
    case UInt8(ascii: "\""): doubleQuoted()
    default: plain(inFlow: inFlow)
    }
  }

  private mutating func plain(inFlow: Bool) -> MetadataValue? {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      return nil
    default: break
    }
    var textEnd = position
    scan: while !atLineEnd {
      switch bytes[position] {
      case 0x20:
        position += 1
        continue scan
      case UInt8(ascii: "#") where position > textEnd: break scan
      case UInt8(ascii: ":"):
        let next = position + 1 < end ? bytes[position + 1] : 0x0A
        if inFlow || next == 0x20 || next == 0x0A || next == 0x0D { return nil }
      case UInt8(ascii: ","), UInt8(ascii: "]"): if inFlow { break scan }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"):
        if inFlow { return nil }
      default: break
      }
      position += 1
      textEnd = position
    }
    position = textEnd
    let text = String(decoding: bytes[start..<textEnd], as: UTF8.self)
    return MetadataValue(MetadataValue.plainContent(text), range: SourceRange(start..<textEnd))
  }

  private mutating func singleQuoted() -> MetadataValue? {
    let start = position
    position += 1
    var runStart = position
    var text: [UInt8] = []
    while !atLineEnd {
      guard bytes[position] == UInt8(ascii: "'") else {
        position += 1
        continue
      }
      position += 1
      let isDoubled = position < end && bytes[position] == UInt8(ascii: "'")
      text.append(contentsOf: bytes[runStart..<(isDoubled ? position : position - 1)])
      guard isDoubled else {
        let content = MetadataValue.Content.scalar(String(decoding: text, as: UTF8.self), .singleQuoted)
        return MetadataValue(content, range: SourceRange(start..<position))
      }
      position += 1
      runStart = position
    }
    return nil
  }

  private mutating func doubleQuoted() -> MetadataValue? {
    let start = position
    position += 1
    var text: [UInt8] = []
    while !atLineEnd {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        let content = MetadataValue.Content.scalar(String(decoding: text, as: UTF8.self), .doubleQuoted)
        return MetadataValue(content, range: SourceRange(start..<position))
      case UInt8(ascii: "\\"):
        guard !atLineEnd else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[position])
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        default: return nil
        }
        position += 1
      default: text.append(byte)
      }
    }
    return nil
  }
}
