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
  /// Writes the passages that a paragraph of embeds shows in place, each below a link to where it stands; `false` when
  /// the paragraph is something else, or may show none here.
  mutating func renderEmbeds(paragraph index: Int, into output: inout [UInt8]) -> Bool {
    guard case .site(let page) = surroundings, !isInLink else { return false }
    let context = page.context
    let embeds = context.knowledge.embeds(in: index, of: document, page.links)
    var isFirst = true
    for (node, passage) in embeds {
      if let passage, let nodes = context.knowledge.nodes(of: passage), embedding.begin(passage) {
        HTMLWriter.append("<div class=\"embed\"", to: &output)
        if isFirst { appendBlockID(of: index, to: &output) }
        HTMLWriter.append(">\n<p class=\"embed-source\">", to: &output)
        renderWikiLink(document.nodes[node], at: node, into: &output)
        HTMLWriter.append("</p>\n", to: &output)
        render(passage, nodes, in: context, into: &output)
        HTMLWriter.append("</div>\n", to: &output)
        embedding.end()
      } else if embeds.count == 1 {
        return false
      } else {
        HTMLWriter.append("<p", to: &output)
        if isFirst { appendBlockID(of: index, to: &output) }
        HTMLWriter.append(">", to: &output)
        renderWikiLink(document.nodes[node], at: node, into: &output)
        HTMLWriter.append("</p>\n", to: &output)
      }
      isFirst = false
    }
    return !embeds.isEmpty
  }

  private mutating func render(
    _ passage: Passage, _ nodes: [Range<Int>], in context: RenderingContext, into output: inout [UInt8]
  ) {
    var inner = context
    inner.id = passage.page
    var renderer = DocumentRenderer(inner, language: language, isExcerpt: true)
    renderer.embedding = embedding
    for range in nodes { renderer.render(range, topLevel: min(topLevel + 1, 6), into: &output) }
    embedding = renderer.embedding
  }
}
