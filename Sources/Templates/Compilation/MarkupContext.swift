/// Where in the HTML the next byte of a template stands, followed over its literal text.
///
/// It is the tokenizer of the HTML standard (§13.2.5) reduced to what decides how a value must be written:
/// tags, attribute names, quotes, comments and elements whose content is not markup.
struct MarkupContext: Hashable {
  private var state = State.text
  /// The name of the element or attribute being read, in lower case.
  private var tagName: [UInt8] = []
  private var attributeName: [UInt8] = []
  private var isEndTag = false
  /// Bytes already seen of what ends a comment or an element without markup.
  private var progress = 0

  private enum State: Hashable {
    case text
    case tagOpen
    case tagName
    case betweenAttributes
    case attributeName
    case afterAttributeName
    case beforeValue
    case value(quote: UInt8)
    case unquotedValue
    case declaration
    case comment
    case opaque
  }

  /// What a template's author calls the place.
  enum Region: Hashable {
    /// Between tags.
    case text
    /// In the title or a text area: text, but never tags.
    case plainText(element: String)
    /// In a script or a style sheet.
    case code(element: String)
    case comment
    /// In a tag, outside any attribute's value.
    case tag
    case attribute(name: String, isQuoted: Bool)
  }

  var region: Region {
    switch state {
    case .text: .text
    case .tagOpen, .tagName, .betweenAttributes, .attributeName, .afterAttributeName: .tag
    case .beforeValue, .unquotedValue: .attribute(name: string(attributeName), isQuoted: false)
    case .value: .attribute(name: string(attributeName), isQuoted: true)
    case .declaration, .comment: .comment
    case .opaque:
      MarkupContext.textOnly.contains(tagName)
        ? .plainText(element: string(tagName)) : .code(element: string(tagName))
    }
  }

  private static let textOnly: Set<[UInt8]> = [Array("title".utf8), Array("textarea".utf8)]
  private static let codeOnly: Set<[UInt8]> = [
    Array("script".utf8), Array("style".utf8), Array("iframe".utf8), Array("noembed".utf8),
    Array("noframes".utf8), Array("xmp".utf8),
  ]

  /// Follows literal text.
  mutating func consume(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { consume(byte) }
  }

  /// Follows a value written by a tag: it begins an attribute's value but ends nothing.
  mutating func consumeValue() {
    switch state {
    case .beforeValue: state = .unquotedValue
    case .comment, .opaque: progress = 0
    default: break
    }
  }

  private mutating func consume(_ byte: UInt8) {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagOpen }
    case .tagOpen:
      consumeTagOpen(byte)
    case .tagName:
      if !consumeTagEnd(byte) {
        if Byte.isSpace(byte) || byte == UInt8(ascii: "/") {
          state = .betweenAttributes
        } else {
          tagName.append(Byte.lowercased(byte))
        }
      }
    case .betweenAttributes, .attributeName, .afterAttributeName:
      consumeInsideTag(byte)
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .value(quote: byte)
      } else if !Byte.isSpace(byte), !consumeTagEnd(byte) {
        state = .unquotedValue
      }
    case .value(let quote):
      if byte == quote { state = .betweenAttributes }
    case .unquotedValue:
      if Byte.isSpace(byte) { state = .betweenAttributes } else { _ = consumeTagEnd(byte) }
    case .declaration:
      consumeDeclaration(byte)
    case .comment:
      consumeComment(byte)
    case .opaque:
      consumeOpaque(byte)
    }
  }

  private mutating func consumeTagOpen(_ byte: UInt8) {
    if Byte.isLetter(byte) {
      tagName = [Byte.lowercased(byte)]
      state = .tagName
    } else if byte == UInt8(ascii: "/"), !isEndTag {
      isEndTag = true
    } else if byte == UInt8(ascii: "!"), !isEndTag {
      progress = 0
      state = .declaration
    } else {
      isEndTag = false
      state = byte == UInt8(ascii: "<") ? .tagOpen : .text
    }
  }

  private mutating func consumeInsideTag(_ byte: UInt8) {
    if consumeTagEnd(byte) { return }
    if byte == UInt8(ascii: "="), state != .betweenAttributes {
      state = .beforeValue
    } else if byte == UInt8(ascii: "/") {
      state = .betweenAttributes
    } else if Byte.isSpace(byte) {
      if state == .attributeName { state = .afterAttributeName }
    } else {
      if state != .attributeName { attributeName = [] }
      attributeName.append(Byte.lowercased(byte))
      state = .attributeName
    }
  }

  /// Leaves the tag on `>`, into the element's content when that is not markup.
  private mutating func consumeTagEnd(_ byte: UInt8) -> Bool {
    guard byte == UInt8(ascii: ">") else { return false }
    let isOpaque = MarkupContext.textOnly.contains(tagName) || MarkupContext.codeOnly.contains(tagName)
    state = !isEndTag && isOpaque ? .opaque : .text
    if state == .text { tagName = [] }
    attributeName = []
    isEndTag = false
    progress = 0
    return true
  }

  /// `<!--` begins a comment; any other `<!…` ends at `>`.
  private mutating func consumeDeclaration(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      state = .text
      progress = 0
    } else if byte == UInt8(ascii: "-"), progress < 2 {
      progress += 1
      if progress == 2 {
        state = .comment
      }
    } else {
      progress = 3
    }
  }

  private mutating func consumeComment(_ byte: UInt8) {
    if byte == UInt8(ascii: "-") {
      progress = min(progress + 1, 2)
    } else if byte == UInt8(ascii: ">"), progress == 2 {
      state = .text
      progress = 0
    } else {
      progress = 0
    }
  }

  /// Waits for `</name` of the element it is in.
  private mutating func consumeOpaque(_ byte: UInt8) {
    let byte = Byte.lowercased(byte)
    if progress == tagName.count + 2 {
      if Byte.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        isEndTag = true
        state = .betweenAttributes
        _ = consumeTagEnd(byte)
        return
      }
      progress = 0
    }
    let expected =
      switch progress {
      case 0: UInt8(ascii: "<")
      case 1: UInt8(ascii: "/")
      default: tagName[progress - 2]
      }
    if byte == expected { progress += 1 } else { progress = byte == UInt8(ascii: "<") ? 1 : 0 }
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension MarkupContext.Region: CustomStringConvertible {
  var description: String {
    switch self {
    case .text: "between tags"
    case .plainText(let element), .code(let element): "inside <\(element)>"
    case .comment: "inside a comment"
    case .tag: "inside a tag"
    case .attribute(let name, _): "inside the attribute `\(name)`"
    }
  }
}
