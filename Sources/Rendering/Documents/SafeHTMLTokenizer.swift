/// Divides raw HTML into text, tags and comments, as the tokenizer of the HTML Standard does (13.2.5), but stricter
/// where that one guesses: a tag that is not finished, or in which a `<` stands outside quotes, is no tag.
///
/// The offsets of all ranges are those of the slice. Scanning never goes back.
struct SafeHTMLTokenizer {
  /// A stretch of raw HTML.
  enum Token: Equatable {
    /// Text with character references.
    case text(Range<Int>)
    /// A comment, which is not published.
    case comment(Range<Int>)
    /// A start tag; its attributes are the tokenizer's ``SafeHTMLTokenizer/attributes``.
    case start(name: Range<Int>, Range<Int>)
    case end(name: Range<Int>, Range<Int>)
    /// An element whose content is no markup to browsers, as a whole: a script, a style sheet.
    case rawText(name: Range<Int>, Range<Int>)
    /// A declaration, a processing instruction or a CDATA section.
    case declaration(Range<Int>)
    /// What begins like a tag and is none.
    case unfinishedTag(Range<Int>)
  }

  /// An attribute as written, without its quotes; the value of a flag is empty.
  struct Attribute: Equatable {
    var name: Range<Int>
    var value: Range<Int>
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  /// The attributes of the start tag that was read last, in order.
  private(set) var attributes: [Attribute] = []
  /// Bytes looked at, for proofs that the work is linear.
  private(set) var steps = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads the next token; `nil` at the end.
  mutating func next() -> Token? {
    guard index < bytes.endIndex else { return nil }
    let start = index
    guard bytes[index] == 0x3C, let second = peek(1) else { return text() }
    switch second {
    case 0x21, 0x3F:
      if second == 0x21, peek(2) == 0x2D, peek(3) == 0x2D {
        skipComment()
        return .comment(start..<index)
      }
      skip(to: 0x3E)
      return .declaration(start..<index)
    case 0x2F:
      guard let third = peek(2), isLetter(third) else { return text() }
      return tag(nameStart: start + 2) { .end(name: $0, $1) }
    case _ where isLetter(second):
      let token = tag(nameStart: start + 1) { .start(name: $0, $1) }
      guard case .start(let name, _) = token, SafeHTMLTokenizer.isRawText(bytes[name]) else { return token }
      skipRawText(name: name)
      return .rawText(name: name, start..<index)
    default:
      return text()
    }
  }

  // MARK: Text and comments

  private mutating func text() -> Token {
    let start = index
    repeat { advance() } while index < bytes.endIndex && !opensMarkup
    return .text(start..<index)
  }

  private var opensMarkup: Bool {
    guard bytes[index] == 0x3C, let next = peek(1) else { return false }
    return next == 0x21 || next == 0x3F || isLetter(next) || (next == 0x2F && peek(2).map(isLetter) ?? false)
  }

  /// Skips a comment; `<!-->` and `<!--->` are whole ones.
  private mutating func skipComment() {
    advance(by: 4)
    if peek(0) == 0x3E { return advance() }
    if peek(0) == 0x2D, peek(1) == 0x3E { return advance(by: 2) }
    while index < bytes.endIndex {
      if peek(0) == 0x2D, peek(1) == 0x2D {
        if peek(2) == 0x3E { return advance(by: 3) }
        if peek(2) == 0x21, peek(3) == 0x3E { return advance(by: 4) }
      }
      advance()
    }
  }

  private mutating func skip(to byte: UInt8) {
    while index < bytes.endIndex, bytes[index] != byte { advance() }
    if index < bytes.endIndex { advance() }
  }

  /// Skips up to and with the end tag of a name; without one, to the end.
  private mutating func skipRawText(name: Range<Int>) {
    while index < bytes.endIndex {
      if peek(0) == 0x3C, peek(1) == 0x2F, hasName(name, at: index + 2) { return skip(to: 0x3E) }
      advance()
    }
  }

  private func hasName(_ name: Range<Int>, at start: Int) -> Bool {
    let end = start + name.count
    guard end <= bytes.endIndex, end == bytes.endIndex || endsName(bytes[end]) else { return false }
    return zip(bytes[name], bytes[start..<end]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  // MARK: Tags

  /// Reads a tag from its name on.
  private mutating func tag(
    nameStart: Int, _ token: (_ name: Range<Int>, _ whole: Range<Int>) -> Token
  ) -> Token {
    let start = index
    attributes.removeAll(keepingCapacity: true)
    advance(by: nameStart - start)
    while index < bytes.endIndex, !endsName(bytes[index]), bytes[index] != 0x3C { advance() }
    let name = nameStart..<index
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x3E:
        advance()
        return token(name, start..<index)
      case 0x3C:
        return .unfinishedTag(start..<index)
      case _ where endsName(bytes[index]):
        advance()
      default:
        guard let attribute = attribute() else { return .unfinishedTag(start..<index) }
        attributes.append(attribute)
      }
    }
    return .unfinishedTag(start..<index)
  }

  /// Reads an attribute; `nil` when its quotation mark is never closed or a `<` stands in it.
  private mutating func attribute() -> Attribute? {
    let start = index
    // An equals sign at the beginning belongs to the name.
    repeat {
      advance()
    } while index < bytes.endIndex && !endsName(bytes[index]) && bytes[index] != 0x3D
      && bytes[index] != 0x3C
    let name = start..<index
    skipSpaces()
    guard peek(0) == 0x3D else { return Attribute(name: name, value: index..<index) }
    advance()
    skipSpaces()
    guard let quote = peek(0), quote == 0x22 || quote == 0x27 else {
      let value = index
      while let byte = peek(0), !isSpace(byte), byte != 0x3E, byte != 0x3C { advance() }
      return Attribute(name: name, value: value..<index)
    }
    advance()
    let value = index
    while let byte = peek(0), byte != quote { advance() }
    guard index < bytes.endIndex else { return nil }
    advance()
    return Attribute(name: name, value: value..<(index - 1))
  }

  // MARK: Bytes

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.endIndex ? bytes[index + distance] : nil
  }

  private mutating func advance(by count: Int = 1) {
    index += count
    steps += count
  }

  private mutating func skipSpaces() {
    while let byte = peek(0), isSpace(byte) { advance() }
  }

  /// White space of HTML, which has no vertical tab.
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func endsName(_ byte: UInt8) -> Bool { isSpace(byte) || byte == 0x2F || byte == 0x3E }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isRawText(_ name: ArraySlice<UInt8>) -> Bool {
    guard 3...9 ~= name.count else { return false }
    return rawTextNames.contains { other in
      other.utf8CodeUnitCount == name.count
        && other.withUTF8Buffer { zip(name, $0).allSatisfy { $0 | 0x20 == $1 } }
    }
  }

  private static let rawTextNames: [StaticString] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
  ]
}
