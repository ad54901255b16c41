/// Writes CommonMark block by block: it knows what begins each line, and where text could become a block.
struct MarkdownWriter {
  /// What stands between a block and the one before it.
  enum Gap {
    /// An end of line, as between the items of a tight list.
    case line
    /// An empty line.
    case blank
  }

  private(set) var bytes: [UInt8] = []
  /// What begins every further line of the containers that are open: `> `, or the spaces below a list's marker.
  private var prefix: [UInt8] = []
  /// Whether nothing stands yet in the innermost container, so that a block needs no gap before it.
  private(set) var beginsContainer = true
  /// Whether a paragraph's line begins here.
  private(set) var beginsLine = false
  /// Whether bars end cells here.
  var isInTable = false

  /// Prepares to write.
  init() {}

  /// Prepares to write in the memory of bytes that are no longer needed; no more is allocated for as many bytes as
  /// `capacity`.
  init(in memory: inout [UInt8], capacity: Int) {
    swap(&bytes, &memory)
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(capacity)
  }

  /// Begins a block behind the one before it.
  mutating func beginBlock(_ gap: Gap = .blank) {
    beginsLine = true
    guard !beginsContainer else {
      beginsContainer = false
      return
    }
    if gap == .blank { beginLine(isEmpty: true) }
    beginLine()
  }

  /// Goes on with the same block on the next line.
  mutating func breakLine() {
    beginLine()
    beginsLine = true
  }

  /// Ends the text and hands it over; nothing of it is left here, so that no byte is copied.
  mutating func finish() -> [UInt8] {
    bytes.append(0x0A)
    var finished: [UInt8] = []
    swap(&finished, &bytes)
    return finished
  }

  private mutating func beginLine(isEmpty: Bool = false) {
    bytes.append(0x0A)
    appendPrefix(isEmpty: isEmpty)
  }

  /// An empty line has no spaces behind the marks of its containers.
  private mutating func appendPrefix(isEmpty: Bool) {
    guard isEmpty else { return bytes.append(contentsOf: prefix) }
    let end = prefix.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    bytes.append(contentsOf: prefix[..<end])
  }

  // MARK: Containers

  /// Writes a container's marker and opens it.
  ///
  /// - Parameters:
  ///   - marker: what begins its first line.
  ///   - indent: what begins every further line.
  /// - Returns: what ``leave(to:)`` closes it with.
  mutating func enter(_ marker: [UInt8], indent: [UInt8]) -> Int {
    append(marker[...])
    beginsContainer = true
    defer { prefix.append(contentsOf: indent) }
    return prefix.count
  }

  /// Closes a container.
  mutating func leave(to length: Int) {
    prefix.removeLast(prefix.count - length)
    beginsContainer = false
  }

  /// Lets the next block begin where this one stands, as the first block of a container whose marker is written.
  mutating func joinNextBlock() { beginsContainer = true }

  // MARK: Text

  /// Appends Markdown as it is.
  mutating func append(_ markdown: ArraySlice<UInt8>) {
    beginsLine = false
    bytes.append(contentsOf: markdown)
  }

  /// Appends Markdown as it is.
  mutating func append(_ markdown: StaticString) {
    beginsLine = false
    HTMLWriter.append(markdown, to: &bytes)
  }

  /// Appends a number.
  mutating func append(_ number: Int) {
    beginsLine = false
    HTMLWriter.append(number, to: &bytes)
  }

  /// Appends inlines that are ready but for the bars that would end a cell.
  mutating func append(inlines markdown: [UInt8]) {
    guard isInTable, markdown.contains(0x7C) else { return append(markdown[...]) }
    beginsLine = false
    for byte in markdown {
      if byte == 0x7C { bytes.append(0x5C) }
      bytes.append(byte)
    }
  }

  /// Appends text with all escaped that Markdown would read as something else.
  mutating func append(text: ArraySlice<UInt8>) {
    if beginsLine, let marker = LineStart.marker(in: text, isWhole: true) {
      append(text[..<marker])
      append("\\")
      append(text[marker...marker])
      return append(inlines: MarkdownText.escaped(text[(marker + 1)...]))
    }
    if !isInTable, !text.contains(where: MarkdownText.mayBeMarkup) { return append(text) }
    append(inlines: MarkdownText.escaped(text))
  }

  /// Appends text as its author wrote it, which needs an escape only where a line begins that begins none in the
  /// file; before backticks, which could pair with those of other code spans; and before dollars, because dialects
  /// differ in which of them begin formulas.
  ///
  /// - Parameter endsLine: whether nothing else follows in the line.
  mutating func append(written text: ArraySlice<UInt8>, endsLine: Bool = false) {
    guard beginsLine else { return append(escapingMarks: text) }
    let text = text.drop { $0 == 0x20 || $0 == 0x09 }
    guard !text.isEmpty else { return }
    if let marker = LineStart.marker(in: text, isWhole: endsLine) {
      append(text[..<marker])
      append("\\")
      append(text[marker...marker])
      let rest = text[(marker + 1)...]
      return LineStart.isRule(text)
        ? append(inlines: MarkdownText.escaped(rest)) : append(escapingMarks: rest)
    }
    append(escapingMarks: text)
  }

  private mutating func append(escapingMarks text: ArraySlice<UInt8>) {
    guard MarkdownWriter.mayPair(text) else { return append(text) }
    var rest = text
    while let mark = rest.firstIndex(where: { $0 == 0x24 || $0 == 0x60 }) {
      append(rest[..<mark])
      append(mark > text.startIndex && text[mark - 1] == 0x5C ? "\\\\" : "\\")
      append(rest[mark...mark])
      rest = rest[(mark + 1)...]
    }
    append(rest)
  }

  /// Whether a dollar or a backtick stands in a text; hardly ever one does, which is seen many bytes at a time.
  private static func mayPair(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in bytes { found |= (byte == 0x24 ? 1 : 0) | (byte == 0x60 ? 1 : 0) }
      return found != 0
    }
  }

  /// Takes back the spaces at the end of a line, which could mean a hard break.
  mutating func trimLine() {
    while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
    escapeLastBackslash()
  }

  /// Keeps a backslash at the end of a text from escaping what is written next.
  mutating func escapeLastBackslash() {
    let count = bytes.reversed().prefix { $0 == 0x5C }.count
    if count % 2 == 1 { bytes.append(0x5C) }
  }

  /// Keeps `#` at the end of a heading from being taken for marks that close it.
  mutating func escapeClosingMarks() {
    let marks = bytes.reversed().prefix { $0 == 0x23 }.count
    let before = bytes.count - marks
    guard marks > 0, before > 0, bytes[before - 1] == 0x20 else { return }
    bytes.insert(0x5C, at: before)
  }

  /// Appends lines that mean nothing to Markdown, such as those of code, each but the first behind the marks of its
  /// containers.
  mutating func append(lines: ArraySlice<UInt8>) {
    guard !prefix.isEmpty else { return append(lines) }
    beginsLine = false
    var rest = lines
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
      let next = end + (isPair ? 2 : 1)
      bytes.append(contentsOf: rest[..<next])
      rest = rest[next...]
      appendPrefix(isEmpty: rest.first.map { $0 == 0x0A || $0 == 0x0D } ?? false)
    }
    bytes.append(contentsOf: rest)
  }
}
