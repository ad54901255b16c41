import Calculator
package import Markdown
import SourceText
package import TeXMath

/// Reads a document as plain text: formulas as readable text, wiki links as what the reader sees, breaks as spaces;
/// citations and raw HTML leave nothing, but for what only looks like a tag, such as `List<T>`, and for sources that a
/// sentence needs by name, where people read it: the index has them in a field of their own.
package struct LinearText: Sendable {
  let document: Document
  private let formulas: [MathConversion]
  private let exercises: [Int: Title]
  let labels: [Int: Title]
  /// Whether sources are named that a sentence needs.
  let namesSources: Bool
  /// The site the document belongs to, once its links are resolved.
  let site: (knowledge: KnowledgeBase, id: EntryID)?

  /// Prepares to read a document that belongs to no site, or whose links are not resolved yet: what only they tell
  /// is left out.
  package init(document: Document, formulas: [MathConversion]) {
    self.document = document
    self.formulas = formulas
    exercises = [:]
    labels = [:]
    namesSources = false
    site = nil
  }

  /// Prepares to read a page whose links are resolved: references to equations are their numbers.
  ///
  /// - Parameter namesSources: whether sources are named that a sentence needs: “See *title*.”
  package init(_ knowledge: KnowledgeBase, _ id: EntryID, namesSources: Bool = false) {
    self.namesSources = namesSources
    let entry = knowledge[id]
    document = entry.document
    formulas = entry.formulas
    exercises = entry.exercises
    labels = entry.labels
    site = (knowledge, id)
  }

  /// The text of everything below a node.
  ///
  /// - Complexity: O(nodes and bytes below the node).
  package func text(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    append(node..<Int(document.nodes[node].subtreeEnd), to: &text)
    return text
  }

  /// About how many bytes of Markdown a run of nodes is made of, mostly more than its text has. O(1).
  package func sourceSize(of nodes: Range<Int>) -> Int {
    guard let first = nodes.first, let last = nodes.last else { return 0 }
    return max(0, Int(document.nodes[last].range.end) - Int(document.nodes[first].range.start))
  }

  /// Appends the text of a run of nodes; blocks are separated by line ends. Footnotes nobody refers to are left out,
  /// as they are not shown.
  package func append(_ nodes: Range<Int>, to text: inout [UInt8]) {
    var index = nodes.lowerBound
    /// The image whose alternative text is being read: where its nodes end and where its text begins.
    var image: (end: Int, start: Int)?
    while index < nodes.upperBound {
      let node = document.nodes[index]
      if let open = image, open.end <= index {
        LinearText.removeSize(from: open.start, of: &text)
        image = nil
      }
      if node.kind == .image, image == nil { image = (Int(node.subtreeEnd), text.count) }
      if node.kind == .footnoteDefinition, document.footnotes[Int(node.payload)].number == nil {
        index = Int(node.subtreeEnd)
      } else {
        appendNode(index, to: &text)
        index += 1
      }
    }
    if let open = image, open.end <= index { LinearText.removeSize(from: open.start, of: &text) }
  }

  /// Removes the size behind the last bar of an image's text: `alt|300`.
  private static func removeSize(from start: Int, of text: inout [UInt8]) {
    guard start < text.count, let bar = text[start...].lastIndex(of: 0x7C),
      RequestedSize(text[(bar + 1)...]) != nil
    else { return }
    text.removeSubrange(bar...)
  }

  /// Appends the text of one node without its children.
  package func appendNode(_ index: Int, to text: inout [UInt8]) {
    let node = document.nodes[index]
    switch node.kind {
    case .text, .code:
      document.append(node.literal, to: &text)
    case .softBreak, .lineBreak:
      if !LinearText.joinsWithoutSpace(document, at: index) { text.append(0x20) }
    case .math:
      if isFenced(node) { startLine(in: &text) }
      text.append(contentsOf: formulas[Int(node.payload)].text)
    case .wikiLink:
      appendWikiLink(Int(node.payload), to: &text)
    case .htmlInline:
      let html = document.bytes(of: node.literal)
      if !SafeHTMLElement.isMarkup(html) { text += html }
    case .calculation:
      text.append(contentsOf: document.calculations[Int(node.payload)].value)
    case .citation:
      if appendEquations(ofCitation: Int(node.payload), to: &text) { break }
      if appendSources(ofCitation: index, to: &text) { break }
      // The mark vanishes, and so does the space before it: what follows is often a full stop.
      while text.last == 0x20 { text.removeLast() }
    case .paragraph, .heading, .tableRow, .item, .taskItem, .calloutTitle, .codeBlock,
      .footnoteDefinition:
      startLine(in: &text)
      if node.kind == .codeBlock, !appendCalculation(index, to: &text) {
        document.append(node.literal, to: &text)
      }
    case .tableCell:
      if let last = text.last, last != 0x0A { text.append(0x20) }
    default:
      break
    }
  }

  /// Appends what a block `calculator` calculates; `false` for other code.
  private func appendCalculation(_ node: Int, to text: inout [UInt8]) -> Bool {
    guard let block = CalculatorBlock(node, of: document, exercises: exercises, preset: .english) else {
      return false
    }
    let question = block.question.map { [$0.plain] } ?? []
    text += (question + block.lines(words: .plainEnglish)).joined(separator: [0x0A])
    return true
  }

  private func startLine(in text: inout [UInt8]) {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
  }

  /// Whether a formula is a fenced block, a block of its own.
  private func isFenced(_ math: Node) -> Bool {
    let first = document.source.bytes[Int(math.range.start)]
    return first == 0x60 || first == 0x7E
  }
}

extension LinearText {
  /// Whether a line break stands between two characters that are written without spaces, and so is no space.
  ///
  /// Marks of emphasis between the break and the characters do not count.
  package static func joinsWithoutSpace(_ document: Document, at lineBreak: Int) -> Bool {
    guard lineBreak > 0 else { return false }
    var before = text(of: lineBreak - 1, in: document)
    guard let last = before.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    before = before[last...]
    var next = lineBreak + 1
    while next < document.nodes.count, isMark(document.nodes[next].kind) { next += 1 }
    guard next < document.nodes.count else { return false }
    return isUnspaced(before) && isUnspaced(text(of: next, in: document))
  }

  private static func isMark(_ kind: NodeKind) -> Bool {
    switch kind {
    case .emphasis, .strong, .strikethrough, .mark, .link: true
    default: false
    }
  }

  private static func text(of index: Int, in document: Document) -> ArraySlice<UInt8> {
    let node = document.nodes[index]
    switch node.kind {
    case .text: return document.bytes(of: node.literal)
    case .wikiLink: return document.wikiLinks[Int(node.payload)].text[...]
    default: return []
    }
  }

  /// Whether text begins with a character of a script that knows no spaces.
  private static func isUnspaced(_ text: ArraySlice<UInt8>) -> Bool {
    var bytes = text.makeIterator()
    guard let lead = bytes.next(), lead >= 0xE2 else { return false }
    var scalar = UInt32(lead & (lead < 0xF0 ? 0x0F : 0x07))
    for _ in 0..<(lead < 0xF0 ? 2 : 3) {
      guard let byte = bytes.next() else { return false }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(scalar)?.isUnspaced ?? false
  }
}
