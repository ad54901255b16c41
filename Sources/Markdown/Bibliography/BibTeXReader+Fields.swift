import SourceText

/// Fields and their values.
extension BibTeXReader {
  mutating func readField() -> BibTeXField? {
    guard let name = readName(), let value = readValue() else { return nil }
    return BibTeXField(
      name: lowercased(name), nameRange: SourceRange(name), pieces: value.pieces,
      range: SourceRange(value.range))
  }

  /// A name and the sign behind it; reports what is missing.
  mutating func readName() -> Range<Int>? {
    position = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
    let name = nameRange(from: position)
    guard !name.isEmpty else {
      if position < bytes.count {
        faults.report(.bibtexSyntax, characterRange(at: position), "The name of a field is wanted here.")
      }
      return nil
    }
    position = ASCII.skipSpaces(from: name.upperBound, to: bytes.count, in: bytes)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      let written = String(decoding: bytes[name].prefix(40), as: UTF8.self)
      faults.report(
        .bibtexSyntax, name, "A value is missing behind `\(written)`.",
        advice: "Write `\(written) = {…},`.")
      return nil
    }
    position += 1
    return name
  }

  /// Pieces joined by `#`.
  mutating func readValue() -> (pieces: [SourceRange], range: Range<Int>)? {
    var pieces: [SourceRange] = []
    var length = 0
    let start = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
    while true {
      position = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
      guard let next = readPiece(room: BibTeXLimits.composedBytes - length) else { return nil }
      pieces += next
      length += next.reduce(0) { $0 + $1.count }
      let sign = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
      guard sign < bytes.count, bytes[sign] == UInt8(ascii: "#") else { return (pieces, start..<position) }
      position = sign + 1
    }
  }

  mutating func readPiece(room: Int) -> [SourceRange]? {
    let start = position
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "\""): return [readDelimited()]
    case 0x30...0x39:
      while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
      return [SourceRange(start..<position)]
    default: break
    }
    let name = nameRange(from: start)
    guard !name.isEmpty else {
      faults.report(
        .bibtexSyntax, characterRange(at: start), "A value is wanted here.",
        advice: "Put it in braces: `{…}`.")
      return nil
    }
    position = name.upperBound
    let key = lowercased(name)
    if let pieces = strings[key] {
      if pieces.reduce(0, { $0 + $1.count }) <= room { return pieces }
      faults.report(
        .bibtexLimit, name,
        "This value is longer than \(BibTeXLimits.composedBytes) bytes; here a name is shown.")
    } else if BibTeXMonth(abbreviation: key) == nil {
      guard !faults.isFull else { return [SourceRange(name)] }
      let written = String(decoding: bytes[name].prefix(40), as: UTF8.self)
      let question = Suggestion.question(for: key, among: strings.keys.sorted())
      faults.report(
        .bibtexUnresolved, name, "There is no `@string` named `\(written)` above; the name is shown.",
        advice: question ?? "Put a text in braces: `{\(written)}`.")
    }
    return [SourceRange(name)]
  }

  /// What stands between braces, or between quotes, which braces protect.
  mutating func readDelimited() -> SourceRange {
    let start = position
    let isQuoted = bytes[start] == UInt8(ascii: "\"")
    var depth = 0
    position += 1
    while position < bytes.count, !isNextEntry(at: position) {
      switch bytes[position] {
      case UInt8(ascii: "\"") where isQuoted && depth == 0,
        UInt8(ascii: "}") where !isQuoted && depth == 0:
        position += 1
        return SourceRange(start + 1..<position - 1)
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      position += 1
    }
    faults.report(
      .bibtexSyntax, start..<start + 1, "This \(isQuoted ? "quote" : "brace") is never closed.",
      advice: "Close it where the value ends; the entry ends there, too.")
    unclosedValue = start
    return SourceRange(start + 1..<position)
  }

  /// Reports a missing comma.
  mutating func expectSeparator(behind field: BibTeXField, _ group: Group) {
    let next = ASCII.skipSpaces(from: position, to: bytes.count, in: bytes)
    guard next < bytes.count, bytes[next] != UInt8(ascii: ","), bytes[next] != group.closer,
      !isNextEntry(at: next)
    else { return }
    let end = field.range.bytes.upperBound
    faults.report(
      .bibtexSyntax, end - 1..<end, "A comma is missing behind the value of `\(field.name)`.",
      fix: FixIt(range: SourceRange(end..<end), replacement: ","))
  }

  /// Goes on behind a field that cannot be read.
  mutating func skipField(_ group: Group) {
    var depth = 0
    while position < bytes.count, !isNextEntry(at: position) {
      let byte = bytes[position]
      if depth == 0, byte == UInt8(ascii: ",") || byte == group.closer { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      position += 1
    }
  }

  mutating func reportUnclosed(_ group: Group, lastField: BibTeXField? = nil) {
    if let start = unclosedValue, group.head.upperBound <= start { return }
    if let field = lastField, let inner = fieldInside(field) {
      faults.report(
        .bibtexSyntax, field.nameRange.bytes,
        "The value of `\(field.name)` goes on over the fields below it, and the entry is never closed.",
        advice: "Close the value in front of `\(inner)`.")
    } else if let field = lastField, takesBrace(field) {
      faults.report(
        .bibtexSyntax, field.nameRange.bytes,
        "The value of `\(field.name)` is closed by the brace that should close its entry.",
        advice: "Close the value in front of the comma at its end.")
    } else {
      faults.report(
        .bibtexSyntax, group.head, "This entry is never closed.",
        advice: "Put `\(Character(Unicode.Scalar(group.closer)))` behind its last field.")
    }
  }

  /// Whether a value seems to be closed by its entry's brace: it ends in a comma and a new line.
  func takesBrace(_ field: BibTeXField) -> Bool {
    guard let content = field.pieces.last?.bytes,
      let end = bytes[content].lastIndex(where: { !ASCII.isSpace($0) })
    else { return false }
    return bytes[end] == UInt8(ascii: ",")
      && bytes[end..<content.upperBound].contains(where: ASCII.isLineEnding)
  }

  /// The name of a field that a value seems to have swallowed.
  func fieldInside(_ field: BibTeXField) -> String? {
    var index = field.range.bytes.lowerBound
    while let end = bytes[index..<field.range.bytes.upperBound].firstIndex(where: ASCII.isLineEnding) {
      index = ASCII.skipSpaces(from: end, to: field.range.bytes.upperBound, in: bytes)
      let name = nameRange(from: index)
      let sign = ASCII.skipBlanks(from: name.upperBound, to: bytes.count, in: bytes)
      if !name.isEmpty, name.count < 24, sign < bytes.count, bytes[sign] == UInt8(ascii: "=") {
        return String(decoding: bytes[name], as: UTF8.self)
      }
    }
    return nil
  }
}
