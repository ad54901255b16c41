import Markdown

/// Places of a page that links, citations and embeds name.
extension Entry {
  /// The id of a place on the page, by the id or by the text of a heading.
  package func anchor(named name: [UInt8]) -> [UInt8]? {
    if anchors[name] != nil { return name }
    let slug = Slug.make(name)
    if anchors[slug] != nil { return slug }
    // Where a part of every page has the id, the heading has the next one.
    let next = slug + Array("-1".utf8)
    guard case .heading(let index) = anchors[next], Slug.make(document.headings[index].plainText) == slug
    else { return nil }
    return next
  }

  /// The id that leads to a place on the published page: that of the list of sources for its heading and all within,
  /// and none for the title, at which the page begins, and for the headings of answers that say nothing.
  package func fragment(of anchor: [UInt8]) -> [UInt8]? {
    guard case .heading(let index) = anchors[anchor] else { return anchor }
    let node = document.headings[index].node
    guard node != outline.titleNode else { return nil }
    guard kind == .question || kind == .page || kind == .faq, !outline.details.contains(node) else {
      return anchor
    }
    for answer in outline.answers where answer.headingID == anchor || answer.nodes.contains(node) {
      return answer.nodes.isEmpty ? nil : anchor
    }
    return outline.ownReferences.isEmpty ? nil : Array("references".utf8)
  }

  /// The nodes of a place, whole subtrees: a heading with all up to the next one of its level, a block, or the block
  /// that an equation stands in. The heading that is the page's title is left out.
  ///
  /// - Complexity: O(nodes at the place and beside it).
  package func nodes(at anchor: [UInt8]) -> Range<Int>? {
    switch anchors[anchor] {
    case .heading(let index): section(of: document.headings[index])
    case .block(let index): subtree(document.blockIDs[index].node)
    case .equation(let index): block(ofFormula: equations[index].formula)
    case nil: nil
    }
  }

  private func subtree(_ node: Int) -> Range<Int> { node..<Int(document.nodes[node].subtreeEnd) }

  private func section(of heading: Heading) -> Range<Int> {
    let own = subtree(heading.node)
    let end = Int(document.nodes[parent(of: heading.node)].subtreeEnd)
    var next = own.upperBound
    while next < end {
      let node = document.nodes[next]
      if node.kind == .heading, Int(node.detail) <= heading.level { break }
      next = Int(node.subtreeEnd)
    }
    return (heading.node == outline.titleNode ? own.upperBound : heading.node)..<next
  }

  private func parent(of node: Int) -> Int {
    var parent = 0
    while let child = document.children(of: parent).first(where: { subtree($0).contains(node) }),
      child != node
    {
      parent = child
    }
    return parent
  }

  private func block(ofFormula formula: Int) -> Range<Int>? {
    let isFormula = { (node: Node) in node.kind == .math && Int(node.payload) == formula }
    guard let node = document.nodes.firstIndex(where: isFormula) else { return nil }
    let parent = parent(of: node)
    return subtree(document.nodes[parent].kind == .paragraph ? parent : node)
  }
}
