import Markdown

/// Names of authors and reviewers in front matter.
enum PersonNames {
  /// Names of people that are links, `"[[张三]]"`, as the names that are shown.
  ///
  /// - Complexity: O(length).
  static func withoutLinks(_ item: NoteMetadata.Item) -> NoteMetadata.Item {
    let values: [MetadataValue]
    switch item.value {
    // `[[name]]` without quotes is for YAML a list in a list.
    case .list(let items): values = items
    case .scalar(let written, let style):
      values = [MetadataValue(.scalar(written, style), range: TOMLTable.nowhere)]
    case .map, .null: return item
    }
    let isNested = values.contains { if case .list = $0.content { true } else { false } }
    let names = values.compactMap { $0.text ?? MetadataText.words($0.content) }
    let shown = names.map { name in
      let name = name.trimmingBlanks
      guard name.hasPrefix("[["), name.hasSuffix("]]") else { return name }
      let inside = name.dropFirst(2).dropLast(2)
      let label = inside.split(separator: "|").last ?? inside
      return String(label.split(separator: "/").last ?? label).trimmingBlanks
    }
    guard isNested || shown != names.map(\.trimmingBlanks) else { return item }
    let value: MetadataValue.Content =
      shown.count == 1
      ? .scalar(shown[0], .plain)
      : .list(shown.map { MetadataValue(.scalar($0, .plain), range: TOMLTable.nowhere) })
    return NoteMetadata.Item(key: item.key, value: value, keyRange: item.keyRange)
  }
}
