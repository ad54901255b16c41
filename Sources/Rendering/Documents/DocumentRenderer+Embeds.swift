import KnowledgeBase
import Markdown

/// The passages that a page shows within one another.
struct Embedding {
  /// Passages shown within one another at most.
  private static let deepest = 5
  /// Passages that a run of nodes shows at most, so that passages that show several others cannot grow without end.
  private static let most = 64

  /// A passage: a page, or a place on it.
  struct Passage: Equatable {
    var page: EntryID
    var anchor: [UInt8]?
  }

  private var open: [Passage] = []
  private var count = 0

  /// Begins to show a passage, unless it is being shown already or there are too many; whether it may be.
  mutating func begin(_ passage: Passage) -> Bool {
    guard open.count < Embedding.deepest, count < Embedding.most, !open.contains(passage) else {
      return false
    }
    open.append(passage)
    count += 1
    return true
  }

  mutating func end() { open.removeLast() }

  /// Keeps the ids of a passage apart from those of the same page shown elsewhere.
  var suffix: [UInt8] { count == 0 ? [] : Array("-\(count)".utf8) }
}

extension DocumentRenderer {
  /// Writes the passage that a paragraph shows in place, below a link to where it stands; `false` when the paragraph
  /// is no such embed, or may not show it here.
  mutating func renderEmbed(paragraph index: Int, into output: inout [UInt8]) -> Bool {
    let node = document.nodes[index + 1]
    guard node.kind == .wikiLink, case .site(let context, let links) = surroundings, !isInLink,
      document.wikiLinks[Int(node.payload)].isEmbed,
      case .entry(let page, let anchor) = links.wikiLinks[Int(node.payload)],
      anchor != nil || document.wikiLinks[Int(node.payload)].fragment == nil,
      let passage = passage(of: context.knowledge[page], at: anchor),
      embedding.begin(Embedding.Passage(page: page, anchor: anchor))
    else { return false }
    var inner = context
    inner.id = page
    var renderer = DocumentRenderer(inner, language: language, isExcerpt: true)
    renderer.embedding = embedding
    HTMLWriter.append("<div class=\"embed\"", to: &output)
    appendBlockID(of: index, to: &output)
    HTMLWriter.append(">\n<p class=\"embed-source\">", to: &output)
    renderWikiLink(node, at: index + 1, into: &output)
    HTMLWriter.append("</p>\n", to: &output)
    for nodes in passage { renderer.render(nodes, topLevel: 4, into: &output) }
    HTMLWriter.append("</div>\n", to: &output)
    embedding = renderer.embedding
    embedding.end()
    return true
  }

  /// The nodes of a place; of a whole page without its list of sources.
  private func passage(of page: Entry, at anchor: [UInt8]?) -> [Range<Int>]? {
    guard let anchor else { return [page.outline.details] + page.outline.shownAnswers.map(\.nodes) }
    return page.nodes(at: anchor).map { [$0] }
  }
}
