import SourceText

/// Reads a BibTeX file from front to back.
///
/// The grammar is that of O. Patashnik, "BibTeXing" (1988), and of `bibtex.web`: `@type{key, name = value, …}`, braces
/// or parentheses around it, values of braces, quotes, digits and names joined by `#`; all between entries is comment.
/// Reading never stops: behind a fault it goes on with the next field or, where an entry is not closed, with the next
/// `@type{` at the beginning of a line, which therefore cannot be a part of a value.
///
/// - Complexity: O(bytes).
struct BibTeXReader {
  let bytes: [UInt8]
  var position = 0
  private(set) var entries: [BibTeXEntry] = []
  var faults: BibTeXFaults
  var strings: [String: [SourceRange]] = [:]
  /// Where a value begins that is not closed; its entry is then not, either, which is not told again.
  var unclosedValue: Int?
  private var keys: [String: SourceRange] = [:]

  /// Reads a file.
  init(_ file: SourceFile) {
    bytes = file.bytes
    faults = BibTeXFaults(file)
    while let mark = nextMark() {
      position = mark
      readEntry()
    }
  }

  // MARK: Entries

  /// The next `@` that begins an entry.
  private mutating func nextMark() -> Int? {
    while position < bytes.count {
      guard let mark = bytes[position...].firstIndex(of: UInt8(ascii: "@")) else { return nil }
      if isEntry(at: mark) { return mark }
      position = mark + 1
      let type = nameRange(from: mark + 1)
      if isFirstOfLine(mark), BibTeXReader.commonTypes.contains(lowercased(type)) {
        faults.report(.bibtexSyntax, mark..<type.upperBound, "An opening brace is missing behind the type.")
      }
    }
    return nil
  }

  /// Whether `@type{` or `@type(` stands at an offset.
  private func isEntry(at mark: Int) -> Bool {
    let type = nameRange(from: ASCII.skipSpaces(from: mark + 1, to: bytes.count, in: bytes))
    guard !type.isEmpty else { return false }
    let opener = ASCII.skipSpaces(from: type.upperBound, to: bytes.count, in: bytes)
    return opener < bytes.count && "{(".utf8.contains(bytes[opener])
  }

  private func isFirstOfLine(_ index: Int) -> Bool {
    var before = index
    while before > 0, ASCII.isBlank(bytes[before - 1]) { before -= 1 }
    return before == 0 || ASCII.isLineEnding(bytes[before - 1])
  }

  /// Whether a new entry begins here although another is not closed.
  func isNextEntry(at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "@") && isFirstOfLine(index) && isEntry(at: index)
  }

  private mutating func readEntry() {
    let start = position
    let type = nameRange(from: ASCII.skipSpaces(from: start + 1, to: bytes.count, in: bytes))
    let opener = ASCII.skipSpaces(from: type.upperBound, to: bytes.count, in: bytes)
    position = opener + 1
    let closer = UInt8(ascii: bytes[opener] == UInt8(ascii: "{") ? "}" : ")")
    let group = Group(head: start..<opener + 1, closer: closer)
    switch lowercased(type) {
    case "comment": skip(group, reports: false)
    case "preamble": skip(group, reports: true)
    case "string": readString(group)
    case let name: readFields(of: name, group)
    }
  }

  /// What is open: the bytes that opened it and the byte that closes it.
  struct Group {
    var head: Range<Int>
    var closer: UInt8
  }

  /// Passes over all up to the closing brace.
  private mutating func skip(_ group: Group, reports: Bool) {
    var depth = 0
    while position < bytes.count, !isNextEntry(at: position) {
      let byte = bytes[position]
      position += 1
      if depth == 0, byte == group.closer { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
    }
    if reports { reportUnclosed(group) }
  }

  private mutating func readString(_ group: Group) {
    guard let name = readName(), let value = readValue() else { return skip(group, reports: true) }
    let key = lowercased(name)
    let length = value.pieces.reduce(0) { $0 + $1.count }
    if length > BibTeXLimits.sharedBytes || value.pieces.count > BibTeXLimits.sharedPieces {
      faults.report(
        .bibtexLimit, name, "This string is longer than \(BibTeXLimits.sharedBytes) bytes and is not taken.",
        advice: "Write it out where it is used.")
      strings[key] = [SourceRange(name)]
    } else {
      strings[key] = value.pieces
    }
    skip(group, reports: true)
  }

  private mutating func readFields(of type: String, _ group: Group) {
    let key = readKey(group)
    var entry = BibTeXEntry(type: type, key: key, fields: [], range: SourceRange(group.head))
    var names: [String: SourceRange] = [:]
    while true {
      while position < bytes.count, ASCII.isSpace(bytes[position]) || bytes[position] == UInt8(ascii: ",") {
        position += 1
      }
      guard position < bytes.count, !isNextEntry(at: position) else {
        reportUnclosed(group, lastField: entry.fields.last)
        break
      }
      if bytes[position] == group.closer {
        position += 1
        break
      }
      guard let field = readField() else {
        skipField(group)
        continue
      }
      if let first = names[field.name] {
        faults.report(
          .bibtexDuplicateField, field.nameRange.bytes,
          "The field `\(field.name)` is given twice; the first is taken.", advice: "Keep one of them.",
          other: first)
      } else {
        names[field.name] = field.nameRange
        entry.fields.append(field)
      }
      expectSeparator(behind: field, group)
    }
    entry.range.end = UInt32(truncatingIfNeeded: position)
    if !key.value.isEmpty { keep(entry) }
  }

  private mutating func keep(_ entry: BibTeXEntry) {
    if let first = keys[entry.key.value] {
      faults.report(
        .bibtexDuplicateKey, entry.key.range.bytes,
        "Two entries of this file have the key \"\(entry.key.value)\"; the first is taken.",
        advice: "Give one of them another key, or delete it.", other: first)
    } else {
      keys[entry.key.value] = entry.key.range
      entries.append(entry)
    }
  }

  /// The key, without white space at its ends; empty when there is none.
  private mutating func readKey(_ group: Group) -> Sourced<String> {
    let start = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
    var end = start
    while end < bytes.count, !"{},=\"".utf8.contains(bytes[end]), bytes[end] != group.closer,
      !ASCII.isLineEnding(bytes[end]), !isNextEntry(at: end)
    {
      end += 1
    }
    var range = ASCII.trim(start..<end, in: bytes)
    if end < bytes.count, bytes[end] == UInt8(ascii: "="),
      let gap = bytes[range].lastIndex(where: ASCII.isBlank)
    {
      // The last word names a field: a comma is missing, not the key.
      end = gap
      range = ASCII.trim(start..<gap, in: bytes)
    }
    let next = ASCII.skipSpaces(from: end, to: bytes.count, in: bytes)
    let isField = next < bytes.count && "=\"{".utf8.contains(bytes[next])
    if isField || range.isEmpty {
      faults.report(
        .bibtexSyntax, group.head, "This entry has no key and cannot be cited.",
        advice: "Write a key of your own behind the brace: `@article{shannon1948, …}`.")
      position = start
      return Sourced("", range: SourceRange(start..<start))
    }
    position = end
    let name = String(
      decoding: CleanText.withoutControls(
        CleanText.wellFormed(bytes[range].map { ASCII.isSpace($0) ? 0x20 : $0 })), as: UTF8.self)
    if next < bytes.count, bytes[next] != UInt8(ascii: ","), bytes[next] != group.closer,
      !isNextEntry(at: next)
    {
      faults.report(
        .bibtexSyntax, range.upperBound - 1..<range.upperBound, "A comma is missing behind the key.",
        fix: FixIt(range: SourceRange(range.upperBound..<range.upperBound), replacement: ","))
    }
    return Sourced(name, range: SourceRange(range))
  }

  /// Types that are surely meant as such when a line begins with them.
  private static let commonTypes: Set<String> = [
    "article", "book", "booklet", "inbook", "incollection", "inproceedings", "conference", "manual",
    "mastersthesis", "misc", "online", "phdthesis", "proceedings", "techreport", "thesis", "unpublished",
    "report", "string", "preamble",
  ]
}
