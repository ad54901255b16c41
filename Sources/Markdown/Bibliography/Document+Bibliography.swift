import SourceText

/// Documents that are put together from runs: no parser sees the text, so that all of it is shown as it is.
extension Document {
  /// A document of inlines only, as a title is.
  init(inlines runs: [TeXRun], of file: SourceFile, range: SourceRange) {
    self.init(source: file, frontMatter: FrontMatter())
    begin(.document, range)
    appendInlines(runs[...])
    close(0)
  }

  /// A document of paragraphs.
  init(paragraphs runs: [TeXRun], of file: SourceFile, range: SourceRange, frontMatter: FrontMatter) {
    self.init(source: file, frontMatter: frontMatter)
    begin(.document, range)
    for paragraph in runs.split(whereSeparator: { $0.kind == .paragraph }) {
      guard let first = paragraph.first, let last = paragraph.last else { continue }
      let node = nodes.count
      begin(.paragraph, SourceRange(start: first.range.start, end: max(first.range.end, last.range.end)))
      appendInlines(paragraph)
      close(node)
    }
    close(0)
  }

  private mutating func begin(
    _ kind: NodeKind, _ range: SourceRange, literal: TextSlice = .empty, payload: Int = 0
  ) {
    nodes.append(
      Node(
        kind: kind, detail: 0, subtreeEnd: UInt32(nodes.count + 1), range: range, literal: literal,
        payload: UInt32(truncatingIfNeeded: payload)))
  }

  private mutating func close(_ node: Int) { nodes[node].subtreeEnd = UInt32(nodes.count) }

  private mutating func appendInlines(_ runs: ArraySlice<TeXRun>) {
    var open: [Int] = []
    for run in runs {
      switch run.kind {
      case .text:
        let start = literals.count
        literals += run.text
        begin(.text, run.range, literal: TextSlice(literals: start..<literals.count))
      case .formula(let content):
        tables.formulas.append(
          MathSpan(contentRange: content, isDisplay: false, quoteDepth: 0, label: nil, isInTable: false))
        begin(.math, run.range, payload: tables.formulas.count - 1)
      case .emphasis, .strong:
        open.append(nodes.count)
        begin(run.kind == .emphasis ? .emphasis : .strong, run.range)
      case .end:
        guard let node = open.popLast() else { break }
        close(node)
        nodes[node].range.end = max(nodes[node].range.end, run.range.end)
      case .paragraph:
        // In one line a new paragraph is a space.
        literals.append(0x20)
        begin(.text, run.range, literal: TextSlice(literals: literals.count - 1..<literals.count))
      }
    }
    for node in open { close(node) }
  }
}
