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
  /// Whether finished markup in these values, or in records below them, holds `text`.
  func markupHolds(_ text: StaticString) -> Bool {
    values.contains { value in
      switch value {
      case .html(let markup): ModelRecord.holds(markup, text)
      case .list(let records): records.contains { $0.markupHolds(text) }
      case .record(let record): record.markupHolds(text)
      case .empty, .text, .url, .flag: false
      }
    }
  }

  private static func holds(_ markup: [UInt8], _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      guard let first = text.first, text.count <= markup.count else { return text.isEmpty }
      let last = markup.count - text.count
      var place = 0
      while place <= last, let start = markup[place...last].firstIndex(of: first) {
        if markup[start..<start + text.count].elementsEqual(text) { return true }
        place = start + 1
      }
      return false
    }
  }
}
