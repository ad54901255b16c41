/// The value of one field, UTF-8 throughout.
public enum ModelValue: Hashable, Sendable {
  /// Nothing: writes nothing, and its section is skipped.
  case empty
  /// Plain text, unescaped.
  case text([UInt8])
  /// Finished markup.
  case html([UInt8])
  /// An address, percent-encoded where it must be but not escaped for HTML.
  case url([UInt8])
  /// Yes or no.
  case flag(Bool)
  /// Any number of records.
  case list([ModelRecord])
  /// One record.
  case record(ModelRecord)
}

/// The values of one page, or of one item of a list, in the order of its schema's fields.
public struct ModelRecord: Hashable, Sendable {
  /// One value a field; values that are missing at the end count as empty.
  public var values: [ModelValue]

  /// Keeps values in the schema's field order.
  public init(values: [ModelValue]) {
    self.values = values
  }
}

extension ModelRecord {
  /// Whether finished markup in these values, or in records below them, holds `text`, of two bytes at least.
  func markupHolds(_ text: StaticString) -> Bool {
    for index in values.indices where values[index].markupHolds(text) { return true }
    return false
  }
}

extension ModelValue {
  fileprivate func markupHolds(_ text: StaticString) -> Bool {
    switch self {
    case .html(let markup):
      markup.withUnsafeBufferPointer { markup in text.withUTF8Buffer { ModelValue.holds(markup, $0) } }
    case .list(let records): records.contains { $0.markupHolds(text) }
    case .record(let record): record.markupHolds(text)
    case .empty, .text, .url, .flag: false
    }
  }

  /// Whether bytes hold others. Eight places at once are asked whether both first bytes stand there: of a word without
  /// them, no byte becomes 0 (Anderson, "Bit Twiddling Hacks").
  ///
  /// - Complexity: O(bytes) for what hardly ever begins in them.
  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 1 else { return text.first.map(bytes.contains) ?? true }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, second) = (ones &* UInt64(text[0]), ones &* UInt64(text[1]))
    let raw = UnsafeRawBufferPointer(bytes)
    let places = max(0, bytes.count - text.count + 1)
    var place = 0
    while place < places {
      let end = min(place + 8, places)
      // The word of the second bytes reaches one byte further.
      if place + 9 <= bytes.count {
        let differing =
          (raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ first)
          | (raw.loadUnaligned(fromByteOffset: place + 1, as: UInt64.self) ^ second)
        guard (differing &- ones) & ~differing & (ones &* 0x80) != 0 else {
          place = end
          continue
        }
      }
      while place < end {
        if bytes[place...].starts(with: text) { return true }
        place += 1
      }
    }
    return false
  }
}
