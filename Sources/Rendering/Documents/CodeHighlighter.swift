import Highlighting

/// Writes code as HTML: its tokens in elements of their classes, some of its lines marked.
struct CodeHighlighter {
  private let code: ArraySlice<UInt8>
  private let language: Language?
  /// The lines still to be marked, from 1.
  private var marked: ArraySlice<ClosedRange<Int>>
  private var line = 1
  /// Whether something of the current line has been written.
  private var isInLine = false

  /// Prepares to write code.
  ///
  /// - Parameters:
  ///   - language: the language's name; code in one that is not known has no tokens.
  ///   - lines: the lines to mark, from 1, sorted and apart from each other.
  init(_ code: ArraySlice<UInt8>, in language: ArraySlice<UInt8>, marking lines: [ClosedRange<Int>]) {
    self.code = code
    self.language = Language.named(language)
    marked = lines[...]
  }

  /// Writes the code; the text of the HTML is the code.
  ///
  /// - Complexity: O(bytes).
  mutating func write(into output: inout [UInt8]) {
    var next = code.startIndex
    language?.forEachToken(in: code) { token in
      append(code[next..<token.range.lowerBound], to: &output)
      append(token, to: &output)
      next = token.range.upperBound
    }
    append(code[next...], to: &output)
    if isInLine, isMarked { HTMLWriter.append("</span>", to: &output) }
  }

  private var isMarked: Bool { marked.first?.contains(line) ?? false }

  private mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard !marked.isEmpty else { return HTMLWriter.append(text: text, to: &output) }
    var rest = text
    while !rest.isEmpty {
      beginLine(into: &output)
      guard let end = rest.firstIndex(of: 0x0A) else { return HTMLWriter.append(text: rest, to: &output) }
      HTMLWriter.append(text: rest[...end], to: &output)
      endLine(into: &output)
      rest = rest[(end + 1)...]
    }
  }

  /// Writes a token, which always stands in one line.
  private mutating func append(_ token: Token, to output: inout [UInt8]) {
    if !marked.isEmpty { beginLine(into: &output) }
    HTMLWriter.append("<span class=\"", to: &output)
    HTMLWriter.append(token.tokenClass.cssClass, to: &output)
    HTMLWriter.append("\">", to: &output)
    HTMLWriter.append(text: code[token.range], to: &output)
    HTMLWriter.append("</span>", to: &output)
  }

  private mutating func beginLine(into output: inout [UInt8]) {
    guard !isInLine else { return }
    isInLine = true
    if isMarked { HTMLWriter.append("<span class=\"line marked\">", to: &output) }
  }

  private mutating func endLine(into output: inout [UInt8]) {
    if isMarked { HTMLWriter.append("</span>", to: &output) }
    isInLine = false
    line += 1
    if let first = marked.first, first.upperBound < line { marked.removeFirst() }
  }
}
