import KnowledgeBase
import Markdown

/// The passages that a page shows within one another.
struct Embedding {
  /// The passages around what is being shown, outermost first, each with its number among all on the page.
  private var open: [(passage: Passage, number: Int)] = []
  private var count = 0
  /// The source in whose excerpt they are shown, by its slug; empty for those in the page's own text.
  private let source: [UInt8]

  init(source: [UInt8] = []) {
    self.source = source
  }

  /// Begins to show a passage, unless it is being shown already or there are too many; whether it may be.
  mutating func begin(_ passage: Passage) -> Bool {
    guard open.count < Passage.deepest, count < Passage.most,
      !open.contains(where: { $0.passage == passage })
    else { return false }
    count += 1
    open.append((passage, count))
    return true
  }

  mutating func end() { open.removeLast() }

  /// Keeps the ids of a passage apart from those of the same page shown elsewhere; an excerpt counts its own passages,
  /// because it is the same on all pages.
  var suffix: [UInt8] {
    open.last.map { Array(":\($0.number)".utf8) + (source.isEmpty ? [] : [0x3A] + source) } ?? []
  }
}

extension DocumentRenderer {
  /// Writes the passage that a paragraph shows in place, below a link to where it stands; `false` when the paragraph
  /// is no such embed, or may not show it here.
  mutating func renderEmbed(paragraph index: Int, into output: inout [UInt8]) -> Bool {
    guard case .site(let context, let links) = surroundings, !isInLink,
      let passage = context.knowledge.passage(shownBy: index, of: document, links),
      let nodes = context.knowledge.nodes(of: passage), embedding.begin(passage)
    else { return false }
    var inner = context
    inner.id = passage.page
    var renderer = DocumentRenderer(inner, language: language, isExcerpt: true)
    renderer.embedding = embedding
    HTMLWriter.append("<div class=\"embed\"", to: &output)
    appendBlockID(of: index, to: &output)
    HTMLWriter.append(">\n<p class=\"embed-source\">", to: &output)
    renderWikiLink(document.nodes[index + 1], at: index + 1, into: &output)
    HTMLWriter.append("</p>\n", to: &output)
    for range in nodes { renderer.render(range, topLevel: min(topLevel + 1, 6), into: &output) }
    HTMLWriter.append("</div>\n", to: &output)
    embedding = renderer.embedding
    embedding.end()
    return true
  }
}
