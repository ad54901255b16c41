/// A code block's info string (its content is the node's literal).
public struct CodeBlockData: Sendable {
  /// All that stands behind the opening fence, entities and escapes resolved.
  public var info: [UInt8]

  /// The info string's first word.
  public var language: ArraySlice<UInt8> {
    info.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x7B }
  }

  /// The title the author gave: `title="…"` or `{title="…"}`.
  public var title: [UInt8]? { attributes["title"] }

  /// The id the author gave: `{#eq:x}`.
  var id: [UInt8]? { attributes.id }

  /// The lines to be marked, from 1, of `{1,3-5}`, `{hl_lines="1 3-5"}` or `hl_lines="…"`; in order, merged.
  public var markedLines: [ClosedRange<Int>] {
    let (lines, rest) = settings
    return CodeBlockData.ranges(in: lines ?? CodeBlockData.attributes(in: rest)["hl_lines"]?[...] ?? [])
  }

  /// What the info string says behind the language, with or without braces.
  private var attributes: Attributes { CodeBlockData.attributes(in: settings.rest) }

  /// What stands behind the language: the first braces that hold nothing but digits, commas, hyphens and spaces, and
  /// all else.
  private var settings: (lines: ArraySlice<UInt8>?, rest: ArraySlice<UInt8>) {
    let text = info[language.endIndex...]
    var isQuoted = false
    for index in text.indices {
      let byte = text[index]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if byte == 0x7B, !isQuoted, let close = text[index...].firstIndex(of: 0x7D) {
        let list = text[(index + 1)..<close]
        guard list.allSatisfy(CodeBlockData.mayBeInLineList) else { continue }
        return (list, text[..<index] + [0x20] + text[(close + 1)...])
      }
    }
    return (nil, text)
  }

  private static func mayBeInLineList(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2C || byte == 0x2D || byte == 0x20
  }

  private static func attributes(in text: ArraySlice<UInt8>) -> Attributes {
    let text = text.drop { $0 == 0x20 || $0 == 0x09 }
    if text.first == 0x7B, let read = Attributes.parse(text) { return read.attributes }
    return Attributes.parse(([0x7B] + text + [0x7D])[...])?.attributes ?? .none
  }

  private static func ranges(in list: ArraySlice<UInt8>) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for part in list.split(whereSeparator: { $0 == 0x2C || $0 == 0x20 }) {
      let ends = part.split(separator: 0x2D, maxSplits: 1).map { Int(String(decoding: $0, as: UTF8.self)) }
      guard let first = ends.first ?? nil, first > 0, let last = ends.last ?? nil, last >= first else {
        continue
      }
      ranges.append(first...last)
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [ClosedRange<Int>] = []
    for range in ranges {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
