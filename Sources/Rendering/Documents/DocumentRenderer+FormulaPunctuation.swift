import KnowledgeBase
import Markdown
import TeXMath

/// Browsers end a line on either side of a formula, also before the full stop behind it. What must stay together
/// stands in a box that does not break.
enum FormulaPunctuation {
  /// Writes a formula between the punctuation that belongs to it.
  ///
  /// - Parameters:
  ///   - before: the text directly before the formula in the same parent; the brackets that it ends with are taken from
  ///     the end of what is written.
  ///   - behind: the text directly behind it in the same parent.
  ///   - append: writes the formula.
  /// - Returns: the number of bytes of the text behind the formula that have been written with it.
  static func append(
    before: ArraySlice<UInt8>, behind: ArraySlice<UInt8>, to output: inout [UInt8],
    formula append: (inout [UInt8]) -> Void
  ) -> Int {
    let brackets = Punctuation.opening(atEndOf: before)
    let opening = output.suffix(brackets.count).elementsEqual(brackets) ? brackets : []
    let closing = Punctuation.closing(atStartOf: behind)
    guard !opening.isEmpty || !closing.isEmpty else {
      append(&output)
      return 0
    }
    output.removeLast(opening.count)
    HTMLWriter.append("<span class=\"unbroken\">", to: &output)
    output += opening
    append(&output)
    output += closing
    HTMLWriter.append("</span>", to: &output)
    return closing.count
  }
}

extension DocumentRenderer {
  /// Writes a formula within a line, together with the punctuation that belongs to it.
  ///
  /// - Parameter index: the formula's node; of its neighbours only texts beside it in the same parent count, and those
  ///   behind emphasis that ends with it.
  mutating func renderInlineFormula(_ index: Int, into output: inout [UInt8]) {
    let formula = Int(document.nodes[index].payload)
    let before = document.literal(ofTextAt: index - 1, upTo: open.last?.end ?? document.nodes.count)
    let parents = open.reversed().drop { $0.end == index + 1 && $0.kind.isEmphasis }
    let end = parents.first?.end ?? document.nodes.count
    writtenBytes = FormulaPunctuation.append(
      before: before, behind: document.literal(ofTextAt: index + 1, upTo: end), to: &output
    ) { appendMathML(of: formula, to: &$0) }
  }
}

extension DocumentRenderer {
  /// Writes emphasis that holds a formula and nothing else, together with the punctuation beside it.
  ///
  /// - Returns: the index of what comes next; `nil`, with nothing written, for any other emphasis.
  mutating func renderEmphasizedFormula(_ index: Int, into output: inout [UInt8]) -> Int? {
    let end = Int(document.nodes[index].subtreeEnd)
    var kinds: [NodeKind] = []
    var inner = index
    while inner < end, document.nodes[inner].kind.isEmphasis, Int(document.nodes[inner].subtreeEnd) == end {
      kinds.append(document.nodes[inner].kind)
      inner += 1
    }
    guard inner == end - 1, document.nodes[inner].kind == .math, !surroundings.isFeed else { return nil }
    let formula = Int(document.nodes[inner].payload)
    guard !entry.formulas[formula].hasErrors, !document.formulas[formula].isDisplay else { return nil }
    let parent = open.last?.end ?? document.nodes.count
    writtenBytes = FormulaPunctuation.append(
      before: document.literal(ofTextAt: index - 1, upTo: parent),
      behind: document.literal(ofTextAt: end, upTo: parent), to: &output
    ) { output in
      for kind in kinds { HTMLWriter.append(kind == .strong ? "<strong>" : "<em>", to: &output) }
      appendMathML(of: formula, to: &output)
      for kind in kinds.reversed() { HTMLWriter.append(kind == .strong ? "</strong>" : "</em>", to: &output) }
    }
    return end
  }
}

extension NodeKind {
  /// Whether a mark behind may join what nodes of this kind hold, because it looks much the same there.
  var isEmphasis: Bool { self == .emphasis || self == .strong }
}

extension Document {
  /// What the text at a place says; nothing where something else stands, or where the place lies at or behind `end`.
  func literal(ofTextAt index: Int, upTo end: Int) -> ArraySlice<UInt8> {
    guard index < min(end, nodes.count), nodes[index].kind == .text else { return [] }
    return bytes(of: nodes[index].literal)
  }
}

/// Characters that belong to what stands before or behind them (Unicode line breaking, UAX #14: classes OP, CL, CP,
/// EX, IS, NS and QU). None of them is escaped in HTML.
private enum Punctuation {
  /// The brackets and quotation marks that a text ends with.
  static func opening(atEndOf text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = text.endIndex
    while let length = lengthOfOpening(endingAt: start, in: text) { start -= length }
    return text[start...]
  }

  /// The marks at the beginning of a text that end a part of a sentence or a bracket.
  static func closing(atStartOf text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var stop = text.startIndex
    while let length = lengthOfClosing(at: stop, in: text) { stop += length }
    return text[..<stop]
  }

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
