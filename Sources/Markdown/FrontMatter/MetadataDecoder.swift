package import SourceText

/// Reads values by the type their key wants and reports those that do not fit.
///
/// A value that was reported already when it was parsed (`Style.unread`) is taken where text is wanted and passed
/// over in silence elsewhere.
package struct MetadataDecoder {
  /// The file the values stand in.
  package let file: SourceFile
  /// What is wrong so far, in the order of reading.
  package var diagnostics: [Diagnostic] = []
  private let invalid: DiagnosticID
  private let unknownKey: DiagnosticID

  /// - Parameters:
  ///   - invalid: The rule that speaks of values of a wrong type.
  ///   - unknownKey: The rule that speaks of keys nobody reads.
  package init(file: SourceFile, invalid: DiagnosticID, unknownKey: DiagnosticID) {
    self.file = file
    self.invalid = invalid
    self.unknownKey = unknownKey
  }

  // MARK: Types

  /// Text on one line; line breaks become spaces. Lists and maps that stand there by a trap of YAML's are reported
  /// and given back as they are written.
  package mutating func text(_ entry: MetadataEntry) -> Sourced<String>? {
    guard let text = block(entry) else { return nil }
    guard text.value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    let words = text.value.split(whereSeparator: \.isNewline).joined(separator: " ")
    return Sourced(words, range: text.range)
  }

  /// Text that may have several lines; line breaks at its end are dropped.
  package mutating func block(_ entry: MetadataEntry) -> Sourced<String>? {
    let value = entry.value
    switch value.content {
    case .null:
      reportHiddenComment(behind: entry)
      return nil
    case .scalar(let text, let style):
      if style == .plain { reportHiddenComment(behind: entry) }
      if style == .doubleQuoted { reportEscapes(in: value) }
      return text.isEmpty ? nil : Sourced(trimmingEnd(text), range: value.range)
    case .list, .map:
      let written = file.bytes[value.range.bytes]
      let isFlow = written.first.map { "[{".utf8.contains($0) } ?? false
      let traps = YAMLTraps(file: file, syntax: invalid, limit: invalid)
      report(
        value.range, "`\(entry.key)` wants text, and this is a list or map to YAML; put the value in quotes",
        fix: isFlow ? traps.quoting(value.range.bytes) : nil)
      return isFlow ? Sourced(String(decoding: written, as: UTF8.self), range: value.range) : nil
    }
  }

  /// Texts in order: a list's items, or one scalar alone.
  package mutating func texts(_ entry: MetadataEntry) -> [Sourced<String>] {
    switch entry.value.content {
    case .null:
      reportHiddenComment(behind: entry)
      return []
    case .scalar(_, .unread), .map: return single(entry)
    case .scalar: return text(entry).map { [$0] } ?? []
    case .list(let items):
      var texts: [Sourced<String>] = []
      for item in items { appendItem(item, of: entry.key, to: &texts) }
      return texts
    }
  }

  /// `true`, `yes`, `on`, `1`, or their opposites, in any case.
  package mutating func flag(_ entry: MetadataEntry) -> Bool? {
    guard let text = scalar(entry, wanted: "`true` or `false`") else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default:
      report(entry.value.range, "`\(entry.key)` is `true` or `false`, not `\(text)`")
      return nil
    }
  }

  /// A whole number.
  package mutating func integer(_ entry: MetadataEntry) -> Int? {
    guard let text = scalar(entry, wanted: "a whole number") else { return nil }
    if let number = Int(text) { return number }
    report(entry.value.range, "`\(entry.key)` is a whole number, not `\(text)`")
    return nil
  }

  /// A day; see `CalendarDate.init(_:)` for the accepted forms.
  ///
  /// - Parameter mayBePartial: whether a month or a year alone will do.
  package mutating func date(_ entry: MetadataEntry, mayBePartial: Bool = false) -> CalendarDate? {
    guard let text = scalar(entry, wanted: "a date such as 2024-09-07") else { return nil }
    if let date = CalendarDate(partial: text), date.isDay || mayBePartial { return date }
    let numbers = text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).prefix(3).map { Int($0) ?? 0 }
    let meant =
      numbers.count == 3 ? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    let written = meant.map { String(decoding: $0.isoBytes, as: UTF8.self) }
    report(
      entry.value.range, MetadataDecoder.noDate(text),
      notes: written.map { [Note("did you mean `\($0)`?")] } ?? [])
    return nil
  }

  /// What is said of a text that is no day.
  static func noDate(_ text: String) -> String {
    "`\(text)` is not a date; write it as 2024-09-07, or with a time 2024-09-07T10:00:00+08:00"
  }

  /// One of a few words, in any case.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ entry: MetadataEntry, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    guard let text = scalar(entry, wanted: "one of \(list)") else { return nil }
    if let choice = Choice(rawValue: text) ?? Choice(rawValue: text.lowercased()) { return choice }
    let question = Suggestion.question(for: text, among: names)
    report(
      entry.value.range, "`\(entry.key)` is one of \(list), not `\(text)`",
      notes: question.map { [Note($0)] } ?? [])
    return nil
  }

  /// The entries of a map; nothing for a key without a value.
  package mutating func map(_ entry: MetadataEntry) -> [MetadataEntry] {
    switch entry.value.content {
    case .map(let entries): return entries
    case .null, .scalar(_, .unread): return []
    case .scalar, .list:
      report(entry.value.range, "`\(entry.key)` wants keys with values, one a line below it")
      return []
    }
  }

  /// The macros of a map of names and bodies; a backslash before a name is dropped.
  package mutating func macros(_ entry: MetadataEntry) -> [MacroDefinition] {
    map(entry).compactMap { macro in
      guard let body = text(macro) else { return nil }
      let name = macro.key.hasPrefix("\\") ? String(macro.key.dropFirst()) : macro.key
      guard name.utf8.allSatisfy({ 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }) || name.utf8.count == 1 else {
        report(macro.keyRange, "a macro's name is ASCII letters, or one other character, not `\(macro.key)`")
        return nil
      }
      return MacroDefinition(name: Sourced(name, range: macro.keyRange), body: body)
    }
  }

  // MARK: Reports

  /// Reports a value.
  package mutating func report(
    _ range: SourceRange, _ message: String, notes: [Note] = [], fix: FixIt? = nil,
    severity: Diagnostic.Severity? = nil
  ) {
    var diagnostic = Diagnostic(
      invalid, at: SourceLocation(range, in: file), message, notes: notes, fix: fix)
    if let severity { diagnostic.severity = severity }
    diagnostics.append(diagnostic)
  }

  /// Reports a key nobody reads, with the nearest that somebody does.
  package mutating func reportUnknown(
    _ entry: MetadataEntry, among known: some Sequence<String>, advice: String? = nil
  ) {
    let notes = [Suggestion.question(for: entry.key, among: known), advice].compactMap { $0.map { Note($0) } }
    let location = SourceLocation(entry.keyRange, in: file)
    diagnostics.append(
      Diagnostic(unknownKey, at: location, "nobody reads the key `\(entry.key)`", notes: notes))
  }

  // MARK: Parts

  private mutating func scalar(_ entry: MetadataEntry, wanted: String) -> String? {
    switch entry.value.content {
    case .null, .scalar(_, .unread): return nil
    case .scalar(let text, _): return text.trimmingSpaces
    case .list, .map:
      report(entry.value.range, "`\(entry.key)` is \(wanted), not a list or map")
      return nil
    }
  }

  private mutating func single(_ entry: MetadataEntry) -> [Sourced<String>] {
    guard case .map = entry.value.content else { return [] }
    report(entry.value.range, "`\(entry.key)` wants a list such as `[a, b]`, not keys with values")
    return []
  }

  private mutating func appendItem(
    _ item: MetadataValue, of key: String, to texts: inout [Sourced<String>]
  ) {
    // `[[page]]` is a list in a list to YAML.
    var item = item
    while case .list(let inner) = item.content, inner.count == 1 { item = inner[0] }
    switch item.content {
    case .null: break
    case .scalar(let text, _):
      let text = text.trimmingSpaces
      if !text.isEmpty { texts.append(Sourced(text, range: item.range)) }
    case .list: report(item.range, "an item of `\(key)` is text, not a list; quote it")
    case .map(let entries):
      if let name = entries.first(where: { $0.key == "name" }), let text = name.value.text {
        texts.append(Sourced(text, range: name.value.range))
      } else {
        report(item.range, "an item of `\(key)` is text; quote it when it holds a colon and a space")
      }
    }
  }

  private func trimmingEnd(_ text: String) -> String {
    guard text.utf8.last == 0x0A else { return text }
    return String(text[..<(text.lastIndex { !$0.isNewline }.map(text.index(after:)) ?? text.startIndex)])
  }

  /// Names what ` #` hides behind a value that an author wanted to be text.
  private mutating func reportHiddenComment(behind entry: MetadataEntry) {
    let bytes = file.bytes
    var index = Int(entry.value.range.end)
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index > Int(entry.value.range.end), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "#"),
      ![0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[index + 1])
    else { return }
    let value = entry.value.range.isEmpty ? index : Int(entry.value.range.start)
    let line = file.lineRange(file.lineIndex(at: index))
    let whole = YAMLLine.trimmed(value..<line.upperBound, of: file)
    let traps = YAMLTraps(file: file, syntax: invalid, limit: invalid)
    report(
      SourceRange(index..<whole.upperBound),
      "from ` #` on this is a comment to YAML and not part of `\(entry.key)`; quote the value to keep it",
      fix: traps.quoting(whole), severity: .warning)
  }

  /// Names TeX commands that double quotes turned into control characters: `\theta` into a tab and `heta`.
  private mutating func reportEscapes(in value: MetadataValue) {
    let bytes = file.bytes
    let range = value.range.bytes
    guard bytes[range].contains(UInt8(ascii: "$")) else { return }
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      let next = bytes[index + 2]
      if "abefnrtv".utf8.contains(bytes[index + 1]), 0x61...0x7A ~= next || 0x41...0x5A ~= next {
        report(
          SourceRange(index..<index + 2),
          "in double quotes this is an escape and no TeX command; use single quotes", severity: .warning)
        return
      }
      index += 2
    }
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first > 0x20, last > 0x20 { return self }
    let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    var scalars = unicodeScalars[...]
    while let scalar = scalars.first, blank(scalar) { scalars.removeFirst() }
    while let scalar = scalars.last, blank(scalar) { scalars.removeLast() }
    return String(scalars)
  }
}
