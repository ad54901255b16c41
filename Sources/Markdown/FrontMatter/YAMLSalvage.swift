import SourceText

/// Reads entry by entry what cannot be read as a whole.
///
/// An entry begins at a line without indentation that looks like `key:` and ends before the next one. Each is
/// given to the readers alone; one that still fails is reported, and its raw text kept for keys that want text.
struct YAMLSalvage {
  let file: SourceFile
  let syntax: DiagnosticID
  let limit: DiagnosticID
  private(set) var entries: [MetadataEntry] = []
  var diagnostics: [Diagnostic] = []

  init(file: SourceFile, syntax: DiagnosticID, limit: DiagnosticID) {
    self.file = file
    self.syntax = syntax
    self.limit = limit
  }

  mutating func read(_ range: Range<Int>) {
    let firstLine = file.lineIndex(at: range.lowerBound)
    var chunk: YAMLChunk?
    var line = firstLine
    while line < file.lineStarts.count, Int(file.lineStarts[line]) < range.upperBound {
      // A byte order mark stands on the first line and before the range.
      let text = file.lineRange(line).clamped(to: range)
      let lineEnd = line + 1 < file.lineStarts.count ? Int(file.lineStarts[line + 1]) : file.bytes.count
      line += 1
      if let key = YAMLLine.key(in: text, of: file) {
        finish(chunk)
        chunk = YAMLChunk(range: text.lowerBound..<lineEnd, firstLine: text, key: key)
      } else if YAMLLine.continues(text, of: file) {
        if chunk == nil, !YAMLLine.isBlank(text, of: file) { reportStray(text) }
        chunk?.extend(to: lineEnd)
      } else {
        finish(chunk)
        chunk = nil
        reportStray(text)
      }
    }
    finish(chunk)
  }

  private mutating func finish(_ chunk: YAMLChunk?) {
    guard let chunk else { return }
    if let read = FastYAMLReader.read(chunk.range, of: file) {
      for entry in read { add(entry) }
      return
    }
    do throws(YAMLFailure) {
      if case .map(let read) = try YamsReader.read(chunk.range, of: file)?.content {
        for entry in read { add(entry) }
        return
      }
    } catch {
      diagnostics.append(YAMLTraps(file: file, syntax: syntax, limit: limit).explain(error, in: chunk))
    }
    keepRaw(key: chunk.key.name, keyRange: chunk.key.range, value: chunk.firstLineValue(in: file))
  }

  private mutating func add(_ entry: MetadataEntry) {
    guard let first = entries.first(where: { $0.key == entry.key }) else {
      entries.append(entry)
      return
    }
    let location = SourceLocation(entry.keyRange, in: file)
    let note = Note("the first one is used", at: SourceLocation(first.keyRange, in: file))
    diagnostics.append(
      Diagnostic(syntax, at: location, "the key `\(entry.key)` is given twice; keep one", notes: [note]))
  }

  private mutating func keepRaw(key: String, keyRange: SourceRange, value: Range<Int>) {
    guard !value.isEmpty else { return }
    let text = String(decoding: file.bytes[value], as: UTF8.self)
    add(
      MetadataEntry(
        key: key, keyRange: keyRange,
        value: MetadataValue(.scalar(text, .unread), range: SourceRange(value))))
  }

  /// A line that neither begins nor continues an entry: a colon that is none, or no colon at all.
  private mutating func reportStray(_ line: Range<Int>) {
    let (diagnostic, key) = YAMLTraps(file: file, syntax: syntax, limit: limit).stray(line)
    diagnostics.append(diagnostic)
    if let key {
      let name = String(decoding: file.bytes[key.name], as: UTF8.self)
      keepRaw(key: name, keyRange: SourceRange(key.name), value: YAMLLine.trimmed(key.value, of: file))
    }
  }
}

/// The lines of one entry.
struct YAMLChunk {
  var range: Range<Int>
  /// The first line without its line ending.
  var firstLine: Range<Int>
  var key: (name: String, range: SourceRange, afterColon: Int)

  mutating func extend(to end: Int) { range = range.lowerBound..<end }

  /// The text behind the colon on the first line, without surrounding white space and matching or lone quotes.
  func firstLineValue(in file: SourceFile) -> Range<Int> {
    var value = YAMLLine.trimmed(key.afterColon..<firstLine.upperBound, of: file)
    guard let first = value.first.map({ file.bytes[$0] }), "'\"".utf8.contains(first) else { return value }
    value.removeFirst()
    if let last = value.last, file.bytes[last] == first { value.removeLast() }
    return value
  }
}
