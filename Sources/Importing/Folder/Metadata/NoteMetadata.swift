import Markdown
import SourceText

/// What a note says above its text, in whatever language.
struct NoteMetadata {
  /// A key with its value.
  struct Item {
    var key: String
    var value: MetadataValue.Content
    /// The bytes of the file that write the key; none of a key that the import adds.
    var keyRange: Range<Int>
    /// The lines that write it, where it stands in YAML and can be taken over as it is.
    var lines: [UInt8]?

    init(key: String, value: MetadataValue.Content, keyRange: Range<Int> = 0..<0) {
      self.key = key
      self.value = value
      self.keyRange = keyRange
    }

    init(_ entry: MetadataEntry) {
      self.init(key: entry.key, value: entry.value.content, keyRange: entry.keyRange.bytes)
    }
  }

  var items: [Item] = []
  /// The lines it was written in.
  var source: [[UInt8]] = []
  /// Lines that are kept as comments.
  var comments: [[UInt8]] = []

  /// The value of a key.
  ///
  /// - Complexity: O(keys).
  subscript(key: String) -> MetadataValue.Content? { items.first { $0.key == key }?.value }

  /// The text of a key's value; `nil` for lists and maps.
  func text(_ key: String) -> String? {
    if case .scalar(let text, _) = self[key] { text } else { nil }
  }

  /// The texts of a key's value: a list's items, or one text cut at commas.
  func texts(_ key: String) -> [String] {
    switch self[key] {
    case .list(let items): items.compactMap(\.text)
    case .scalar(let text, _): text.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    case .map, .null, nil: []
    }
  }

  /// Reads the front matter of a note.
  ///
  /// - Returns: what it says, and the offset at which the text begins.
  /// - Complexity: O(bytes of the front matter).
  static func read(_ file: SourceFile, _ report: inout ImportReport) -> (
    metadata: NoteMetadata, bodyStart: Int
  ) {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let block = tomlBlock(of: file, from: start) { return readTOML(block, of: file, &report) }
    if file.bytes.count > start, file.bytes[start] == 0x7B,
      let (end, keys) = extentOfJSON(in: file.bytes, from: start)
    {
      if let items = readJSON(start..<end, of: file, keys: keys) {
        let lines = file.bytes[start..<end].split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
        return (NoteMetadata(items: items, source: lines), endOfLine(in: file.bytes, from: end))
      }
    }
    return readYAML(file, &report)
  }

  // MARK: YAML

  private static func readYAML(
    _ file: SourceFile, _ report: inout ImportReport
  ) -> (metadata: NoteMetadata, bodyStart: Int) {
    let (frontMatter, bodyStart, _) = FrontMatter.parse(file)
    var metadata = NoteMetadata()
    guard !frontMatter.range.isEmpty else { return (metadata, bodyStart) }
    let block = frontMatter.range.bytes
    let first = file.lineIndex(at: block.lowerBound) + 1
    var last = file.lineIndex(at: max(block.lowerBound, block.upperBound - 1))
    // The closing line, which front matter that was never closed does not have.
    if file.bytes[file.lineRange(last)].allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 == 0x20 || $0 == 0x09 }) {
      last -= 1
    }
    let lines = first <= last ? Array(first...last) : []
    let keys = Dictionary(
      frontMatter.entries.enumerated().map { (file.lineIndex(at: Int($1.keyRange.start)), $0) }
    ) { first, _ in first }
    let areLines =
      keys.count == frontMatter.entries.count
      && frontMatter.entries.allSatisfy {
        file.lineStarts.contains($0.keyRange.start, orBehindQuote: file.bytes)
      }
    var item: NoteMetadata.Item?
    for line in lines {
      if let entry = keys[line].map({ frontMatter.entries[$0] }) {
        if let item { metadata.items.append(item) }
        item = Item(entry)
        item?.lines = areLines ? [] : nil
      }
      let text = Array(file.bytes[file.lineRange(line)])
      metadata.source.append(text)
      if areLines, item != nil {
        item?.lines?.append(contentsOf: text + [0x0A])
      } else if item == nil {
        metadata.addComment(text)
      }
    }
    if let item { metadata.items.append(item) }
    if !areLines {
      metadata.items = frontMatter.entries.map { Item($0) }
    }
    return (metadata, bodyStart)
  }

  private mutating func addComment(_ line: [UInt8]) {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    comments.append(line)
  }

  // MARK: TOML

  private static func tomlBlock(of file: SourceFile, from start: Int) -> (content: Range<Int>, end: Int)? {
    let fence: (Int) -> Bool = { line in
      let text = file.lineRange(line)
      let kept = line == 0 ? start..<text.upperBound : text
      return TextBytes.trim(kept, in: file.bytes).count == 3 && file.bytes[kept].starts(with: "+++".utf8)
    }
    guard file.lineStarts.count > 1, fence(0) else { return nil }
    for line in 1..<file.lineStarts.count where fence(line) {
      let end = line + 1 < file.lineStarts.count ? Int(file.lineStarts[line + 1]) : file.bytes.count
      return (Int(file.lineStarts[1])..<Int(file.lineStarts[line]), end)
    }
    return nil
  }

  private static func readTOML(
    _ block: (content: Range<Int>, end: Int), of file: SourceFile, _ report: inout ImportReport
  ) -> (metadata: NoteMetadata, bodyStart: Int) {
    var metadata = NoteMetadata()
    let lines = file.bytes[block.content].split { $0 == 0x0A || $0 == 0x0D }.map(Array.init)
    metadata.source = lines
    do throws(TOMLError) {
      let entries = try TOMLReader.read(block.content, of: file.bytes)
      metadata.items = entries.map { Item($0) }
    } catch {
      report.add(
        .importDamaged, error.offset..<error.offset,
        "the front matter is no TOML from here on, where \(error.expected) is expected; it was kept as a comment"
      )
      for line in lines { metadata.addComment(line) }
    }
    return (metadata, block.end)
  }

  // MARK: JSON

  /// The offset behind the object that begins at an offset, and where its own names stand.
  private static func extentOfJSON(
    in bytes: [UInt8], from start: Int
  ) -> (end: Int, keys: [Range<Int>])? {
    var depth = 0
    var openQuote: Int?
    var lastText = start..<start
    var keys: [Range<Int>] = []
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where openQuote != nil: index += 1
      case 0x22:
        if let first = openQuote { lastText = first..<index + 1 }
        openQuote = openQuote == nil ? index : nil
      case _ where openQuote != nil: break
      case 0x3A where depth == 1: keys.append(lastText)
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth == 0 { return (index + 1, keys) }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func readJSON(_ range: Range<Int>, of file: SourceFile, keys: [Range<Int>]) -> [Item]? {
    guard let value = try? JSONReader.read(file.bytes[range]), case .object(let members) = value else {
      return nil
    }
    return zip(members, keys).map { Item(key: $0.name, value: content($0.value), keyRange: $1) }
  }

  /// A JSON value as one of front matter; the reader bounds its depth.
  private static func content(_ value: JSONValue) -> MetadataValue.Content {
    let nowhere = TOMLTable.nowhere
    return switch value {
    case .null: .null
    case .bool(let flag): .scalar(flag ? "true" : "false", .plain)
    case .number(let digits): .scalar(digits, .plain)
    case .string(let text): .scalar(text, .doubleQuoted)
    case .array(let values): .list(values.map { MetadataValue(content($0), range: nowhere) })
    case .object(let members):
      .map(
        members.map {
          MetadataEntry(
            key: $0.name, keyRange: nowhere, value: MetadataValue(content($0.value), range: nowhere))
        })
    }
  }

  private static func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += bytes[index] > 0x20 ? bytes.count : 1 }
    return index < bytes.count ? index + 1 : start
  }
}

extension [UInt32] {
  /// Whether an offset is that of a line's beginning, or stands behind a quotation mark there.
  fileprivate func contains(_ offset: UInt32, orBehindQuote bytes: [UInt8]) -> Bool {
    let next = partitioningIndex { $0 > offset }
    return next > 0 && self[next - 1] == offset && bytes.indices.contains(Int(offset))
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    var kept = String(self).unicodeScalars[...]
    while let first = kept.first, first.properties.isWhitespace { kept.removeFirst() }
    while let last = kept.last, last.properties.isWhitespace { kept.removeLast() }
    return String(kept)
  }
}
