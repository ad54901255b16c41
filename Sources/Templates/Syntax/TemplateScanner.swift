import SourceText

/// Splits a template into text and tags; total, with a diagnostic for every tag that is none.
struct TemplateScanner {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var textStart = 0
  private var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)
  private var tokens: [TemplateToken] = []
  private var diagnostics: [Diagnostic] = []

  private init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    textStart = position
  }

  /// The tokens of a template in the order of its bytes; every text token ends behind a line feed, before a tag
  /// or at the end.
  static func scan(_ file: SourceFile) -> (tokens: [TemplateToken], diagnostics: [Diagnostic]) {
    var scanner = TemplateScanner(file)
    scanner.run()
    return (scanner.tokens, scanner.diagnostics)
  }

  private mutating func run() {
    while position < bytes.count {
      if matches(open, at: position) {
        flushText(upTo: position)
        scanTag()
        textStart = position
      } else {
        position += 1
        if bytes[position - 1] == Byte.lineFeed { flushText(upTo: position) }
      }
    }
    flushText(upTo: bytes.count)
  }

  private mutating func flushText(upTo end: Int) {
    if textStart < end { tokens.append(TemplateToken(kind: .text, range: textStart..<end)) }
    textStart = end
  }

  /// Reads the tag at `position`; a tag without end is skipped as far as its opening delimiter.
  private mutating func scanTag() {
    let start = position
    let sigilAt = firstNonSpace(from: start + open.count)
    let sigil = sigilAt < bytes.count ? bytes[sigilAt] : 0
    let kind = TemplateScanner.kind(ofSigil: sigil)
    var contentStart = sigilAt
    if kind != .variable { contentStart += 1 }
    var end = close
    if sigil == Byte.leftBrace { end.insert(Byte.rightBrace, at: 0) }
    if sigil == Byte.equals { end.insert(Byte.equals, at: 0) }
    let mayHoldTags = kind == .comment || kind == .delimiters
    guard let stop = find(end, or: mayHoldTags ? nil : open, from: contentStart) else {
      fail(start..<start + open.count, "This tag is never closed: `\(text(end))` is missing.")
      position = bytes.count
      return
    }
    guard matches(end, at: stop) else {
      fail(start..<start + open.count, "This tag is not closed before the next one begins.")
      position = stop
      return
    }
    position = stop + end.count
    finish(kind, tag: start..<position, content: trimmed(contentStart..<stop))
  }

  private mutating func finish(_ kind: TemplateToken.Kind, tag: Range<Int>, content: Range<Int>) {
    switch kind {
    case .comment:
      tokens.append(TemplateToken(kind: .comment, range: tag))
    case .delimiters:
      setDelimiters(content, tag: tag)
      tokens.append(TemplateToken(kind: .delimiters, range: tag))
    default:
      if content.isEmpty {
        fail(tag, "This tag names nothing.")
      } else if bytes[content].contains(where: Byte.isSpace) {
        fail(tag, "A tag holds one name without spaces; this one holds `\(text(bytes[content]))`.")
      } else {
        let name = TagName(text: text(bytes[content]), range: content)
        tokens.append(TemplateToken(kind: kind, range: tag, name: name))
      }
    }
  }

  private mutating func setDelimiters(_ content: Range<Int>, tag: Range<Int>) {
    let parts = bytes[content].split(whereSeparator: Byte.isSpace)
    guard parts.count == 2, !bytes[content].contains(Byte.equals) else {
      fail(tag, "New delimiters are written as two words without `=`, like `{{=<% %>=}}`.")
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private static func kind(ofSigil sigil: UInt8) -> TemplateToken.Kind {
    switch sigil {
    case Byte.leftBrace, UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case Byte.equals: .delimiters
    default: .variable
    }
  }

  private mutating func fail(_ range: Range<Int>, _ message: String) {
    diagnostics.append(Diagnostic(.templateSyntax, at: SourceLocation(range, in: file), message))
  }

  private func matches(_ pattern: [UInt8], at offset: Int) -> Bool {
    guard offset + pattern.count <= bytes.count else { return false }
    for index in pattern.indices where bytes[offset + index] != pattern[index] { return false }
    return true
  }

  /// Where one of two patterns comes first.
  private func find(_ pattern: [UInt8], or other: [UInt8]?, from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if matches(pattern, at: offset) { return offset }
      if let other, matches(other, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func firstNonSpace(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, Byte.isSpace(bytes[offset]) { offset += 1 }
    return offset
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = min(firstNonSpace(from: range.lowerBound), range.upperBound)
    var end = range.upperBound
    while end > start, Byte.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The ASCII bytes that templates are made of.
enum Byte {
  static let lineFeed = UInt8(ascii: "\n")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
  static let equals = UInt8(ascii: "=")

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
