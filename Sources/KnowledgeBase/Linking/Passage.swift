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
  /// The embeds of a paragraph that holds nothing else, each with what it shows in place: a passage of a page that
  /// exists, or `nil` for others. Empty where no passage is shown.
  ///
  /// - Parameter links: what the links of the paragraph's page lead to.
  /// - Complexity: O(nodes of the paragraph up to the first that is no embed).
  package func embeds(
    in paragraph: Int, of document: Document, _ links: PageLinks
  ) -> [(node: Int, passage: Passage?)] {
    guard document.nodes[paragraph].kind == .paragraph else { return [] }
    var embeds: [(node: Int, passage: Passage?)] = []
    var showsPassage = false
    for node in (paragraph + 1)..<Int(document.nodes[paragraph].subtreeEnd) {
      switch document.nodes[node].kind {
      case .wikiLink:
        let payload = Int(document.nodes[node].payload)
        guard document.wikiLinks[payload].isEmbed else { return [] }
        let passage = passage(shownBy: payload, of: document, links)
        showsPassage = showsPassage || passage != nil
        embeds.append((node, passage))
      case .softBreak, .lineBreak:
        continue
      case .text:
        guard document.bytes(of: document.nodes[node].literal).allSatisfy({ $0 == 0x20 }) else {
          return []
        }
      default:
        return []
      }
    }
    return showsPassage ? embeds : []
  }

  /// The passage of a page that exists which an embed shows where it can; `nil` for other links.
  func passage(shownBy embed: Int, of document: Document, _ links: PageLinks) -> Passage? {
    guard document.wikiLinks[embed].isEmbed, case .entry(let page, let anchor) = links.wikiLinks[embed],
      anchor != nil || document.wikiLinks[embed].fragment == nil
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
