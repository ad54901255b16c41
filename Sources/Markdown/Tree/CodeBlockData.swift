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
    let list = attributes["hl_lines"] ?? lineList
    return CodeBlockData.ranges(in: list[...])
  }

  /// What the info string says behind the language, with or without braces.
  private var attributes: Attributes {
    let rest = info[language.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    if rest.first == 0x7B, lineList.isEmpty, let read = Attributes.parse(rest) { return read.attributes }
    let bare = lineList.isEmpty ? rest : rest.drop { $0 != 0x7D }.dropFirst()
    return Attributes.parse(([0x7B] + bare + [0x7D])[...])?.attributes ?? .none
  }

  /// What stands between braces that hold nothing but digits, commas, hyphens and spaces.
  private var lineList: [UInt8] {
    guard let open = info.firstIndex(of: 0x7B), let close = info[open...].firstIndex(of: 0x7D) else {
      return []
    }
    let list = info[(open + 1)..<close]
    return list.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2D || $0 == 0x20 } ? Array(list) : []
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
