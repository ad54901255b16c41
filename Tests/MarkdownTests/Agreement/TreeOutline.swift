import SourceText

@testable import Markdown

/// A tree as lines of text, the same for libcmark's tree and for ours, so that both can be compared.
///
/// Neighbouring texts are joined. A span of the dialect is one byte 0x02, as in the masked text, where its first or last
/// byte may be `MaskedText.edge` instead.
struct TreeOutline {
  private(set) var lines: [String] = []
  private var text: [UInt8] = []
  private var depth = 0
  private var collapsesMasks = false

  private mutating func flush() {
    guard !text.isEmpty else { return }
    lines.append(indent + "text " + String(decoding: text, as: UTF8.self).debugDescription)
    text = []
  }

  private var indent: String { String(repeating: " ", count: depth) }

  private mutating func add(_ line: String) {
    flush()
    lines.append(indent + line)
  }

  private static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).debugDescription
  }

  // MARK: libcmark

  /// The outline of libcmark's tree of a text, or of a masked text.
  init(libcmark text: some Sequence<UInt8>, isMasked: Bool = false) {
    collapsesMasks = isMasked
    let bytes = Array(text)
    CmarkTree(parsing: bytes[...])?.withDocument { addChildren(of: $0) }
    flush()
  }

  private mutating func addChildren(of parent: CmarkNode) {
    var child = parent.firstChild
    while let node = child {
      add(node)
      child = node.next
    }
  }

  private mutating func add(_ node: CmarkNode) {
    switch node.kind {
    case .text:
      text += collapsesMasks ? Self.collapsingMasks(node.bytes) : node.bytes
      return
    case .codeBlock: add("code_block \(Self.quoted(node.info)) \(Self.quoted(node.bytes))")
    case .htmlBlock: add("html_block \(Self.quoted(node.bytes))")
    case .code: add("code \(Self.quoted(node.bytes))")
    case .htmlInline: add("html_inline \(Self.quoted(node.bytes))")
    case .heading: add("heading \(node.headingLevel)")
    case .list: add("list \(node.listStart.map(String.init) ?? "-") \(node.isTightList)")
    case .link: add("link \(Self.quoted(node.destination)) \(Self.quoted(node.title))")
    case .image: add("image \(Self.quoted(node.destination)) \(Self.quoted(node.title))")
    case .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak, .emphasis, .strong,
      .document,
      .other:
      add("\(node.kind)")
    }
    depth += 1
    addChildren(of: node)
    flush()
    depth -= 1
  }

  private static func collapsingMasks(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.compactMap { index in
      switch bytes[index] {
      case MaskByte.filler: nil
      case MaskedText.edge:
        index + 1 < bytes.count && bytes[index + 1] == MaskByte.filler ? MaskByte.first : nil
      case let byte: byte
      }
    }
  }

  // MARK: Ours

  /// The outline of a document's tree.
  init(_ document: Document) {
    for child in document.children(of: 0) { add(child, of: document) }
    flush()
  }

  private mutating func add(_ index: Int, of document: Document) {
    let node = document.nodes[index]
    let payload = Int(node.payload)
    let literal = document.bytes(of: node.literal)
    switch node.kind {
    case .text:
      text += literal
      return
    case .math, .wikiLink, .citation, .calculation, .footnoteReference:
      text.append(MaskByte.first)
      return
    case .codeBlock:
      add("code_block \(Self.quoted(document.codeBlocks[payload].info)) \(Self.quoted(literal))")
    case .htmlBlock: add("html_block \(Self.quoted(literal))")
    case .code: add("code \(Self.quoted(literal))")
    case .htmlInline: add("html_inline \(Self.quoted(literal))")
    case .heading: add("heading \(node.detail)")
    case .list:
      let list = document.lists[payload]
      add("list \(list.start.map(String.init) ?? "-") \(list.isTight)")
    case .link, .image:
      let link = document.links[payload]
      add("\(node.kind.name) \(Self.quoted(link.destination)) \(Self.quoted(link.title))")
    case .blockQuote, .item, .paragraph, .thematicBreak, .softBreak, .lineBreak, .emphasis, .strong,
      .document, .table, .tableRow, .tableCell, .taskItem, .footnoteDefinition, .callout, .calloutTitle,
      .strikethrough, .mark:
      add("\(node.kind)")
    }
    depth += 1
    for child in document.children(of: index) { add(child, of: document) }
    flush()
    depth -= 1
  }
}

extension CmarkNode {
  /// The literal as libcmark wrote it.
  fileprivate var bytes: [UInt8] { withLiteral { Array($0) } }
}

/// A file's scan, and the text libcmark reads after it.
struct MaskedText {
  /// Stands for `MaskByte.punctuation`, so that it is told from commas; the texts to be compared must not hold it.
  static let edge = UInt8(ascii: "%")

  let scan: ScanResult
  let text: ArraySlice<UInt8>
  /// Whether libcmark reads what the author wrote, and finds in it what the tree holds.
  let isPlain: Bool
  /// Whether the tree is libcmark's but for the formulas, wiki links and citations that stand for masked text.
  let isMaskedOnly: Bool

  init(_ file: SourceFile, options: ParseOptions = ParseOptions()) {
    let start = FrontMatter.parse(file).bodyStart
    let input = InputBytes(file, range: start..<file.bytes.count)
    var scanner = DialectScanner(
      file, masked: input.bytes, range: start..<file.bytes.count, options: options)
    scan = scanner.scan()
    var text = scan.textForLibcmark(restoringFrom: input.bytes, of: file).body
    for span in scan.spans {
      for edge in [span.range.lowerBound, span.range.upperBound - 1]
      where text[edge] == MaskByte.punctuation && file.bytes[edge] != MaskByte.punctuation {
        text[edge] = MaskedText.edge
      }
    }
    let masked = text[start...]
    self.text = masked
    isPlain = scan.spans.isEmpty && masked.elementsEqual(input.bytes[start...])
    let isInline = scan.spans.allSatisfy {
      switch $0.kind {
      case .inlineMath, .displayMath, .wikiLink, .embed, .citation, .equationReference, .calculation:
        !file.bytes[$0.range].contains(where: ASCII.isLineEnding)
      default:
        false
      }
    }
    let hasOwnBlocks = scan.blocks.contains {
      switch $0.kind {
      case .paragraph, .heading: false
      case .table, .calloutTitle, .footnote, .blockID: true
      }
    }
    // A character beside delimiters may be overwritten by another, which would be told as a difference.
    let isOverwritten = masked.indices.contains { index in
      masked[index] != file.bytes[index] && file.bytes[index] >= 0x80 && masked[index] >= 0x80
    }
    isMaskedOnly = isInline && !hasOwnBlocks && !isOverwritten && !scan.hasReferenceSection
  }
}

/// What every document must hold, whatever the text; returns what does not.
func faults(of document: Document) -> [String] {
  var faults: [String] = []
  let source = document.source.bytes
  for (index, node) in document.nodes.enumerated() {
    let range = node.range.bytes
    if range.upperBound > source.count { faults.append("\(node.kind) reaches behind the end") }
    for child in document.children(of: index) {
      let inner = document.nodes[child].range.bytes
      if inner.lowerBound < range.lowerBound || inner.upperBound > range.upperBound {
        faults.append("\(document.nodes[child].kind) \(inner) is not inside \(node.kind) \(range)")
      }
    }
    let literal = Array(document.bytes(of: node.literal))
    if node.kind == .text, node.literal.isVerbatim, Array(source[range]) != literal {
      faults.append("text at \(range) is not what stands there")
    }
    if String(validating: literal, as: UTF8.self) == nil { faults.append("\(node.kind) is not UTF-8") }
  }
  return faults
}
