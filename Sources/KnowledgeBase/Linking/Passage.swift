package import Markdown

/// What an embed shows in place: a page, or a place on it.
package struct Passage: Hashable, Sendable {
  package var page: EntryID
  /// The id of the place; the whole page when `nil`.
  package var anchor: [UInt8]?

  /// Passages shown within one another at most.
  package static let deepest = 5
  /// Passages that a page shows at most, with those within them.
  package static let most = 256
}

extension KnowledgeBase {
  /// The passage that a paragraph shows in place: when it holds nothing but an embed of a page that exists.
  ///
  /// - Parameter links: what the links of the paragraph's page lead to.
  package func passage(shownBy paragraph: Int, of document: Document, _ links: PageLinks) -> Passage? {
    guard paragraph + 1 < document.nodes.count, document.nodes[paragraph].kind == .paragraph else {
      return nil
    }
    let node = document.nodes[paragraph + 1]
    guard node.kind == .wikiLink, Int(document.nodes[paragraph].subtreeEnd) == paragraph + 2 else {
      return nil
    }
    let link = document.wikiLinks[Int(node.payload)]
    guard link.isEmbed, case .entry(let page, let anchor) = links.wikiLinks[Int(node.payload)],
      anchor != nil || link.fragment == nil
    else { return nil }
    return Passage(page: page, anchor: anchor)
  }

  /// The nodes of a passage, whole subtrees: of a whole page all but its list of sources.
  package func nodes(of passage: Passage) -> [Range<Int>]? {
    let entry = self[passage.page]
    guard let anchor = passage.anchor else {
      return [entry.outline.details] + entry.outline.shownAnswers.map(\.nodes)
    }
    return entry.nodes(at: anchor).map { [$0] }
  }
}
