import Markdown
import SourceText

/// Places of a page that links, citations and embeds name.
extension Entry {
  /// The name of a place on the page, by the name or by the text of a heading, also as its author wrote it.
  package func anchor(named name: [UInt8]) -> [UInt8]? {
    if anchors[name] != nil { return name }
    let slug = Slug.make(name)
    if anchors[slug] != nil { return slug }
    // Where a part of the page has the id, the heading has another one.
    for wanted in [name, slug] where ReservedIDs.contains(wanted) {
      let next = ReservedIDs.numberedBase(of: wanted) + [0x2D, 0x31]
      guard case .heading(let index) = anchors[next] else { continue }
      let heading = document.headings[index]
      if heading.attributes.id == wanted || Slug.make(heading.plainText) == wanted { return next }
    }
    guard name.contains(where: Title.mayBeMarkup) else { return nil }
    let written = Document(parsingInlinesIn: 0..<name.count, of: SourceFile(path: "", bytes: name))
    let read = Slug.make(written.plainText(of: 0))
    return anchors[read] == nil ? nil : read
  }

  /// The id that leads to a named place on the published page: for the heading of a section that the page has in its
  /// own words that of the section, and none for the title, at which the page begins, and for the headings of answers
  /// that say nothing.
  package func fragment(of anchor: [UInt8]) -> [UInt8]? {
    guard let place = anchors[anchor] else { return anchor }
    let node = node(of: place)
    if let title = outline.titleNode, subtree(title).contains(node) { return nil }
    guard dividesSections else { return id(of: place, anchor) }
    if outline.referenceSections.contains(where: { subtree($0).contains(node) }) {
      return outline.hasReferenceList ? Array("references".utf8) : nil
    }
    for answer in outline.answers {
      if let heading = answer.heading, subtree(heading).contains(node) {
        return answer.nodes.isEmpty ? nil : answer.id
      }
    }
    return id(of: place, anchor)
  }

  /// Whether the page shows its answers and its list of sources in sections of its own, under headings in its own
  /// words; a source is shown as it is written.
  private var dividesSections: Bool { Entry.dividesSections(kind) }

  private static func dividesSections(_ kind: Kind) -> Bool { kind != .reference }

  /// What of the author's text is not shown, or without what stands in it: the title, and the headings of sections that
  /// the page has in its own words.
  static func hiddenNodes(_ kind: Kind, _ outline: PageOutline, of document: Document) -> [Range<Int>] {
    var headings: [Int] = []
    if let title = outline.titleNode { headings.append(title) }
    if dividesSections(kind) { headings += outline.referenceSections + outline.answers.compactMap(\.heading) }
    return headings.map { $0..<Int(document.nodes[$0].subtreeEnd) }
  }

  private func id(of place: Anchor, _ anchor: [UInt8]) -> [UInt8] {
    switch place {
    case .heading, .block: anchor
    case .equation(let index): equations[index].id
    case .link(let index): namedLinks[index].id
    }
  }

  private func node(of place: Anchor) -> Int {
    switch place {
    case .heading(let index): document.headings[index].node
    case .block(let index): document.blockIDs[index].node
    case .equation(let index): equations[index].block
    case .link(let index): namedLinks[index].node
    }
  }

  /// The nodes of a place, whole subtrees: a heading with all up to the next one of its level, a block, or the block
  /// that an equation or a link stands in. The heading that is the page's title is left out.
  ///
  /// - Complexity: O(1).
  package func nodes(at anchor: [UInt8]) -> Range<Int>? {
    switch anchors[anchor] {
    case .heading(let index):
      let node = document.headings[index].node
      return (node == outline.titleNode ? subtree(node).upperBound : node)..<sectionEnds[index]
    case .block(let index):
      return subtree(document.blockIDs[index].node)
    case .equation(let index):
      return subtree(equations[index].block)
    case .link(let index):
      return subtree(namedLinks[index].block)
    case nil:
      return nil
    }
  }

  private func subtree(_ node: Int) -> Range<Int> { node..<Int(document.nodes[node].subtreeEnd) }
}
