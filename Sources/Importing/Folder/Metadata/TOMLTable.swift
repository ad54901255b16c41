import Markdown
import SourceText

/// A key as it is written: words divided by full stops.
struct TOMLKey {
  var parts: [String] = []
  /// The bytes that write it.
  var range = TOMLTable.nowhere

  /// The key seen from the root, for one that stands below a table's head.
  func below(_ table: TOMLKey) -> TOMLKey { TOMLKey(parts: table.parts + parts, range: range) }

  /// The key without its first part.
  var rest: TOMLKey { TOMLKey(parts: Array(parts.dropFirst()), range: range) }
}

/// A table being read: keys in the order they were written.
struct TOMLTable {
  /// A place outside of every file: of values that are read from TOML only the text counts.
  static let nowhere = SourceRange(start: 0, end: 0)

  private enum Item {
    case value(MetadataValue.Content)
    case table(TOMLTable)
    case tables([TOMLTable])
  }

  private var keys: [(name: String, range: SourceRange)] = []
  private var items: [String: Item] = [:]

  /// Sets a value at a path of keys, or makes a table there; false where the path is taken.
  ///
  /// - Complexity: O(path); paths are as deep as they are written.
  mutating func set(_ value: MetadataValue.Content?, at path: TOMLKey) -> Bool {
    guard let first = path.parts.first, path.parts.count <= 32 else {
      return path.parts.isEmpty && value == nil
    }
    let rest = path.rest
    switch items[first] {
    case nil:
      keys.append((first, path.range))
      guard rest.parts.isEmpty else {
        var table = TOMLTable()
        let isSet = table.set(value, at: rest)
        items[first] = .table(table)
        return isSet
      }
      items[first] = value.map { .value($0) } ?? .table(TOMLTable())
      return true
    case .table(var table):
      guard !rest.parts.isEmpty || value == nil else { return false }
      let isSet = table.set(value, at: rest)
      items[first] = .table(table)
      return isSet
    case .tables(var tables):
      guard !rest.parts.isEmpty, !tables.isEmpty else { return false }
      let isSet = tables[tables.count - 1].set(value, at: rest)
      items[first] = .tables(tables)
      return isSet
    case .value: return false
    }
  }

  /// Adds a table to an array of tables; false where something else has the name.
  mutating func addTable(_ path: TOMLKey) -> Bool {
    guard let first = path.parts.first, path.parts.count <= 32 else { return false }
    let rest = path.rest
    guard rest.parts.isEmpty else {
      var table = TOMLTable()
      switch items[first] {
      case nil: keys.append((first, path.range))
      case .table(let known): table = known
      case .value, .tables: return false
      }
      let isAdded = table.addTable(rest)
      items[first] = .table(table)
      return isAdded
    }
    switch items[first] {
    case nil:
      keys.append((first, path.range))
      items[first] = .tables([TOMLTable()])
    case .tables(let tables): items[first] = .tables(tables + [TOMLTable()])
    case .table, .value: return false
    }
    return true
  }

  /// The keys with their values.
  var entries: [MetadataEntry] {
    keys.compactMap { key in
      items[key.name].map { item in
        MetadataEntry(key: key.name, keyRange: key.range, value: TOMLTable.value(item))
      }
    }
  }

  private static func value(_ item: Item) -> MetadataValue {
    switch item {
    case .value(let content): MetadataValue(content, range: nowhere)
    case .table(let table): MetadataValue(.map(table.entries), range: nowhere)
    case .tables(let tables):
      MetadataValue(.list(tables.map { MetadataValue(.map($0.entries), range: nowhere) }), range: nowhere)
    }
  }
}
