import Markdown

/// Values as YAML front matter.
enum MetadataText {
  /// Deepest nesting that is written as such; below it a value is one text.
  private static let deepest = 8

  /// A key and its value, in whole lines.
  ///
  /// - Complexity: O(length).
  static func lines(_ key: String, _ value: MetadataValue.Content, indent: Int = 0) -> [UInt8] {
    var lines = [UInt8](repeating: 0x20, count: indent) + name(key)
    lines.append(0x3A)
    return lines + tail(value, indent: indent, depth: 0)
  }

  /// A key, in quotes where it must be.
  private static func name(_ key: String) -> [UInt8] {
    let isPlain = key.utf8.allSatisfy {
      TextBytes.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80
    }
    let text = Array(key.utf8)
    guard isPlain, let first = text.first, !TextBytes.isDigit(first), first != 0x2D else {
      return [0x27] + YAMLText.oneLine(text).flatMap { $0 == 0x27 ? [$0, $0] : [$0] } + [0x27]
    }
    return text
  }

  /// What stands behind a colon or a dash, up to the end of its last line.
  private static func tail(_ value: MetadataValue.Content, indent: Int, depth: Int) -> [UInt8] {
    guard depth < deepest else { return [0x20] + YAMLText.scalar(Array(words(value).utf8)) + [0x0A] }
    switch value {
    case .null: return [0x0A]
    case .scalar(let text, let style): return [0x20] + scalar(text, style) + [0x0A]
    case .list(let items):
      let texts = items.compactMap(\.text)
      if texts.count == items.count { return [0x20] + YAMLText.list(texts.map { Array($0.utf8) }) + [0x0A] }
      let dash = [UInt8](repeating: 0x20, count: indent + 2) + [0x2D]
      return items.reduce(into: [0x0A]) { lines, item in
        lines += dash
        lines += tail(item.content, indent: indent + 2, depth: depth + 1)
      }
    case .map(let entries):
      guard !entries.isEmpty else { return Array(" {}\n".utf8) }
      let blank = [UInt8](repeating: 0x20, count: indent + 2)
      return entries.reduce(into: [0x0A]) { lines, entry in
        lines += blank + name(entry.key)
        lines.append(0x3A)
        lines += tail(entry.value.content, indent: indent + 2, depth: depth + 1)
      }
    }
  }

  /// Numbers, dates and truth values stay as they are; text is quoted where it would be taken for something else.
  private static func scalar(_ text: String, _ style: MetadataValue.Style) -> [UInt8] {
    let bytes = Array(text.utf8)
    let isWord =
      !bytes.isEmpty && bytes.allSatisfy { TextBytes.isAlphanumeric($0) || "+-.:_".utf8.contains($0) }
    if style == .plain, isWord, let first = bytes.first, TextBytes.isAlphanumeric(first), bytes.last != 0x3A {
      return bytes
    }
    return YAMLText.scalar(bytes)
  }

  /// All texts of a value, one behind the other.
  static func words(_ value: MetadataValue.Content) -> String {
    var pending = [value]
    var words: [String] = []
    while let value = pending.popLast() {
      switch value {
      case .null: break
      case .scalar(let text, _): words.append(text)
      case .list(let items): pending += items.reversed().map(\.content)
      case .map(let entries):
        for entry in entries.reversed() {
          pending.append(entry.value.content)
          pending.append(.scalar(entry.key, .plain))
        }
      }
    }
    return words.joined(separator: " ")
  }
}
