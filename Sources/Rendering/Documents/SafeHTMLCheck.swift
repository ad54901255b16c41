package import Markdown
package import SourceText

/// What of a document's raw HTML is not published as it is written.
package struct SafeHTMLCheck {
  private let document: Document
  private var html = SafeHTMLWriter(.safe)
  private var open: [OpenNode] = []
  /// The nodes of the pieces the writer got, by their numbers.
  private var pieces: [Int] = []

  private struct OpenNode {
    let end: Int
    let kind: NodeKind
    let allowsBlocks: Bool
    /// Whether it stands in a link, or is one.
    let isInLink: Bool
    /// Whether paragraphs directly below stand without tags.
    let isTight: Bool
  }

  /// More findings in one file say nothing new.
  private static let mostFindings = 100

  private init(_ document: Document) {
    self.document = document
  }

  /// The diagnostics of a document whose raw HTML is published by ``RawHTMLPolicy/safe``.
  ///
  /// - Complexity: O(nodes, and bytes of raw HTML).
  package static func diagnostics(of document: Document) -> [Diagnostic] {
    guard document.nodes.contains(where: { $0.kind == .htmlBlock || $0.kind == .htmlInline }) else {
      return []
    }
    var check = SafeHTMLCheck(document)
    check.run()
    return check.diagnostics()
  }

  // MARK: Walking

  private mutating func run() {
    var output: [UInt8] = []
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      close(upTo: index, into: &output)
      switch node.kind {
      case .image:
        // Of what stands in its brackets only the text is used.
        index = Int(node.subtreeEnd) - 1
      case .htmlBlock: write(index, at: .block(depth: open.count), into: &output)
      case .htmlInline:
        let parent = open.last
        write(
          index,
          at: .inline(
            depth: open.count, allowsBlocks: parent?.allowsBlocks ?? false,
            isInLink: parent?.isInLink ?? false),
          into: &output)
      default:
        if Int(node.subtreeEnd) > index + 1 { push(node) }
      }
      index += 1
    }
    close(upTo: document.nodes.count, into: &output)
    html.close(downTo: 0, into: &output)
  }

  private mutating func write(_ index: Int, at place: SafeHTMLPlace, into output: inout [UInt8]) {
    pieces.append(index)
    output.removeAll(keepingCapacity: true)
    html.write(document.bytes(of: document.nodes[index].literal), at: place, into: &output) { _, _ in .broken
    }
  }

  private mutating func push(_ node: Node) {
    let parent = open.last
    let isTight =
      switch node.kind {
      case .list: document.lists[Int(node.payload)].isTight
      case .item, .taskItem: parent?.isTight ?? false
      default: false
      }
    open.append(
      OpenNode(
        end: Int(node.subtreeEnd), kind: node.kind,
        allowsBlocks: node.kind == .tableCell || (node.kind == .paragraph && parent?.isTight ?? false),
        isInLink: node.kind == .link || (parent?.isInLink ?? false), isTight: isTight))
  }

  private mutating func close(upTo index: Int, into output: inout [UInt8]) {
    while let last = open.last, last.end <= index {
      html.close(downTo: open.count, into: &output)
      open.removeLast()
    }
  }

  // MARK: Findings

  private func diagnostics() -> [Diagnostic] {
    var diagnostics = html.findings.prefix(SafeHTMLCheck.mostFindings).map { finding in
      let piece = document.bytes(of: document.nodes[pieces[finding.piece]].literal)
      let range = sourceRange(of: finding.range, in: pieces[finding.piece])
      return Diagnostic(
        finding.id, at: SourceLocation(range, in: document.source), finding.message(in: piece),
        notes: [Note(finding.advice(in: piece))])
    }
    let more = html.findings.count - diagnostics.count
    if more > 0, let last = diagnostics.indices.last {
      diagnostics[last].notes.append(Note("There are \(more) more such places in this file."))
    }
    return diagnostics
  }

  /// Where bytes of a node's literal stand in the file.
  ///
  /// A literal that is not verbatim lacks what the containers of its block put before each line, so that its lines
  /// are the ends of the file's.
  private func sourceRange(of range: Range<Int>, in index: Int) -> Range<Int> {
    let node = document.nodes[index]
    guard !node.literal.isVerbatim else { return range }
    let whole = node.range.bytes
    let literal = document.bytes(of: node.literal)
    let line = literal[..<range.lowerBound].count { $0 == 0x0A }
    let source = document.source.bytes[whole]
    let lines = source.split(separator: 0x0A, maxSplits: line + 1, omittingEmptySubsequences: false)
    guard line < lines.count else { return whole }
    let lineEnd = lines[line].last == 0x0D ? lines[line].endIndex - 1 : lines[line].endIndex
    let literalEnd = literal[range.lowerBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? literal.endIndex
    let start = lineEnd - (literalEnd - range.lowerBound)
    guard whole.contains(start) else { return whole }
    return start..<min(start + min(range.upperBound, literalEnd) - range.lowerBound, whole.upperBound)
  }
}
