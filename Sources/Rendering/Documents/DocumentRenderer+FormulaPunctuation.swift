import Markdown
import TeXMath

/// Browsers end a line on either side of a formula, also before the full stop behind it. What must stay together
/// stands in a box that does not break.
extension DocumentRenderer {
  /// Writes a formula within a line, together with the punctuation that belongs to it.
  ///
  /// - Parameter index: the formula's node; of its neighbours only texts beside it in the same parent count.
  mutating func renderInlineFormula(_ index: Int, into output: inout [UInt8]) {
    let opening = openingPunctuation(before: index, writtenTo: output)
    let closing = closingPunctuation(behind: index)
    let formula = Int(document.nodes[index].payload)
    guard !opening.isEmpty || !closing.isEmpty else { return appendMathML(of: formula, to: &output) }
    output.removeLast(opening.count)
    HTMLWriter.append("<span class=\"unbroken\">", to: &output)
    output += opening
    appendMathML(of: formula, to: &output)
    output += closing
    HTMLWriter.append("</span>", to: &output)
    writtenBytes = closing.count
  }

  /// The brackets directly before a formula, which stand at the end of what is written.
  private func openingPunctuation(before index: Int, writtenTo output: [UInt8]) -> ArraySlice<UInt8> {
    let text = document.nodes[index - 1]
    guard text.kind == .text else { return [] }
    let literal = document.bytes(of: text.literal)
    var start = literal.endIndex
    while let length = Punctuation.lengthOfOpening(endingAt: start, in: literal) { start -= length }
    let opening = literal[start...]
    return output.suffix(opening.count).elementsEqual(opening) ? opening : []
  }

  /// The marks directly behind a formula, which end a part of a sentence or a bracket.
  private func closingPunctuation(behind index: Int) -> ArraySlice<UInt8> {
    let next = index + 1
    let end = open.last?.end ?? document.nodes.count
    guard next < min(end, document.nodes.count), document.nodes[next].kind == .text else { return [] }
    let literal = document.bytes(of: document.nodes[next].literal)
    var stop = literal.startIndex
    while let length = Punctuation.lengthOfClosing(at: stop, in: literal) { stop += length }
    return literal[..<stop]
  }
}

/// Characters that belong to what stands before or behind them (Unicode line breaking, UAX #14: classes OP, CL, CP,
/// EX, IS, NS and QU). None of them is escaped in HTML.
private enum Punctuation {
  /// The number of bytes of an opening bracket or quotation mark that ends at an offset.
  static func lengthOfOpening(endingAt end: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard end > text.startIndex else { return nil }
    let last = text[end - 1]
    if last == 0x28 || last == 0x5B { return 1 }
    guard last >= 0x80, end - text.startIndex >= 3 else { return nil }
    return isOne(of: "（「『【《〈“‘", text[(end - 3)..<end]) ? 3 : nil
  }

  /// The number of bytes of a mark at an offset that may not begin a line.
  static func lengthOfClosing(at start: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard start < text.endIndex else { return nil }
    switch text[start] {
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D: return 1
    case 0xE2...: break
    default: return nil
    }
    guard start + 3 <= text.endIndex else { return nil }
    return isOne(of: "，。、；：？！）」』】》〉”’", text[start..<(start + 3)]) ? 3 : nil
  }

  /// Whether three bytes are one of the characters of a list, each of which has three.
  private static func isOne(of list: StaticString, _ bytes: ArraySlice<UInt8>) -> Bool {
    list.withUTF8Buffer { list in
      stride(from: 0, to: list.count, by: 3).contains { bytes.elementsEqual(list[$0..<($0 + 3)]) }
    }
  }
}
