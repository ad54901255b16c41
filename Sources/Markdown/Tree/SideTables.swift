/// What the nodes of a document have to say that does not fit into a `Node`: a node's payload is the place in the table
/// of its kind.
@usableFromInline
struct SideTables: Sendable {
  @usableFromInline var headings: [Heading] = []
  @usableFromInline var lists: [ListData] = []
  @usableFromInline var codeBlocks: [CodeBlockData] = []
  @usableFromInline var links: [LinkData] = []
  @usableFromInline var formulas: [MathSpan] = []
  @usableFromInline var wikiLinks: [WikiLink] = []
  @usableFromInline var citations: [Citation] = []
  @usableFromInline var calculations: [Calculation] = []
  @usableFromInline var callouts: [Callout] = []
  @usableFromInline var footnoteReferences: [FootnoteReference] = []
  @usableFromInline var footnotes: [Footnote] = []
  @usableFromInline var blockIDs: [BlockID] = []
}
