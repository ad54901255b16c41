public import SourceText

/// What an author wrote: the front matter and the tree of the body, with a byte range for every node.
///
/// The tree is one array in preorder: a node's children are the nodes between it and its `subtreeEnd`. Walking a
/// document is reading an array from front to back; no node is an object of its own.
public struct Document: Sendable {
  /// The file the document was read from.
  public let source: SourceFile
  /// The front matter; empty when the file has none.
  @inlinable public var frontMatter: FrontMatter {
    get { sharedFrontMatter.value }
    set { sharedFrontMatter = Shared(newValue) }
  }
  /// Behind a reference, because documents are passed around far more often than their front matter is read.
  @usableFromInline var sharedFrontMatter: Shared<FrontMatter>
  /// All nodes in preorder; the first is the document itself.
  public internal(set) var nodes: [Node] = []
  /// What is wrong in the file, in no particular order.
  public var diagnostics: [Diagnostic] = []

  /// What nodes of one kind have more to say; behind a reference, because documents are passed around far more often
  /// than it is read.
  @usableFromInline private(set) var sharedTables = Shared(SideTables())
  var tables: SideTables {
    get { sharedTables.value }
    set { sharedTables = Shared(newValue) }
  }
  /// How much reading the document took.
  package internal(set) var work = ParseWork()
  /// Text that does not stand in the file as it is read.
  var literals: [UInt8] = []

  init(source: SourceFile, frontMatter: FrontMatter) {
    self.source = source
    self.sharedFrontMatter = Shared(frontMatter)
  }

  /// The bytes of a literal.
  ///
  /// - Complexity: O(1); the slice shares the document's storage.
  public func bytes(of slice: TextSlice) -> ArraySlice<UInt8> {
    slice.isVerbatim ? source.bytes[slice.range] : literals[slice.range]
  }

  /// Appends the bytes of a literal to a buffer.
  public func append(_ slice: TextSlice, to output: inout [UInt8]) {
    output.append(contentsOf: bytes(of: slice))
  }

  /// Lets a node of text say something else than the file; it keeps its place there.
  package mutating func replaceText(ofNode index: Int, by text: [UInt8]) {
    let start = literals.count
    literals += text
    nodes[index].literal = TextSlice(literals: start..<literals.count)
  }

  /// The indices of a node's children.
  public func children(of index: Int) -> Children {
    Children(nodes: nodes, position: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  /// The nodes directly below a node, as indices.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let nodes: [Node]
    var position: Int
    let end: Int

    /// The index of the next child.
    public mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].subtreeEnd) }
      return position
    }
  }

  /// A formula's TeX: the bytes between the delimiters, without the quote marks that begin further lines and
  /// with `\|` of tables as a bar.
  public func tex(of formula: MathSpan) -> [UInt8] {
    let content = source.bytes[formula.contentRange.bytes]
    guard formula.quoteDepth > 0 || formula.isInTable else { return Array(content) }
    var tex: [UInt8] = []
    tex.reserveCapacity(content.count)
    forEachTeXByte(of: formula) { tex.append(source.bytes[$0]) }
    return tex
  }

  /// The offset in the file of a byte of a formula's TeX.
  ///
  /// - Complexity: O(length of the formula).
  public func sourceOffset(ofTeXOffset offset: Int, in formula: MathSpan) -> Int {
    guard formula.quoteDepth > 0 || formula.isInTable else {
      return Int(formula.contentRange.start) + offset
    }
    var count = 0
    var result = Int(formula.contentRange.end)
    forEachTeXByte(of: formula) {
      if count == offset { result = $0 }
      count += 1
    }
    return result
  }

  private func forEachTeXByte(of formula: MathSpan, _ body: (Int) -> Void) {
    let bytes = source.bytes
    let end = Int(formula.contentRange.end)
    var index = Int(formula.contentRange.start)
    while index < end {
      let byte = bytes[index]
      if formula.isInTable, byte == 0x5C, index + 1 < end, bytes[index + 1] == 0x7C { index += 1 }
      body(index)
      index += 1
      guard byte == 0x0A || (byte == 0x0D && !(index < end && bytes[index] == 0x0A)) else { continue }
      index = ContainerPrefix.skipQuoteMarks(in: bytes, from: index, to: end, depth: formula.quoteDepth)
    }
  }
}

extension Document {
  /// Headings in document order, the side table of `.heading`.
  @inlinable public var headings: [Heading] { sharedTables.value.headings }
  /// Side table of `.list`.
  @inlinable public var lists: [ListData] { sharedTables.value.lists }
  /// Side table of `.codeBlock`.
  @inlinable public var codeBlocks: [CodeBlockData] { sharedTables.value.codeBlocks }
  /// Side table of `.link` and `.image`.
  @inlinable public var links: [LinkData] { sharedTables.value.links }
  /// Side table of `.math`.
  @inlinable public var formulas: [MathSpan] { sharedTables.value.formulas }
  /// Side table of `.wikiLink`.
  @inlinable public var wikiLinks: [WikiLink] { sharedTables.value.wikiLinks }
  /// Side table of `.citation`.
  @inlinable public var citations: [Citation] { sharedTables.value.citations }
  /// Side table of `.calculation`.
  @inlinable public var calculations: [Calculation] { sharedTables.value.calculations }
  /// Side table of `.callout`.
  @inlinable public var callouts: [Callout] { sharedTables.value.callouts }
  /// Side table of `.footnoteReference`.
  @inlinable public var footnoteReferences: [FootnoteReference] { sharedTables.value.footnoteReferences }
  /// Side table of `.footnoteDefinition`, in document order.
  @inlinable public var footnotes: [Footnote] { sharedTables.value.footnotes }
  /// The blocks that have an id of their own, in document order.
  @inlinable public var blockIDs: [BlockID] { sharedTables.value.blockIDs }
}

/// An immutable value that is copied as a reference.
@usableFromInline
final class Shared<Value: Sendable>: Sendable {
  @usableFromInline let value: Value

  @usableFromInline init(_ value: Value) {
    self.value = value
  }
}

/// The marks of block quotes at the beginning of a line.
enum ContainerPrefix {
  /// The offset behind at most `depth` marks `>` with the spaces around them.
  static func skipQuoteMarks(in bytes: [UInt8], from start: Int, to end: Int, depth: Int) -> Int {
    var index = start
    var left = depth
    while left > 0 {
      var probe = index
      while probe < end, bytes[probe] == 0x20 || bytes[probe] == 0x09 { probe += 1 }
      guard probe < end, bytes[probe] == 0x3E else { break }
      index = probe + 1
      if index < end, bytes[index] == 0x20 { index += 1 }
      left -= 1
    }
    return index
  }
}
