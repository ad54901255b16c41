import Markdown
import SourceText

/// Finds passages that would be shown within themselves.
///
/// Passages are the nodes of a graph, each with an edge for every embed in it; a depth-first search meets a passage
/// that is still open where a circle closes (Tarjan, SIAM J. Comput. 1, 1972).
struct EmbedCircles {
  /// A page, or a place on it.
  struct Passage: Hashable {
    var page: EntryID
    var anchor: [UInt8]?
  }

  /// A paragraph that shows a passage.
  struct Embed {
    var page: EntryID
    var node: Int
    var target: Passage
  }

  private let knowledge: KnowledgeBase
  /// The embeds of all pages that have some.
  private var embeds: [EntryID: [Embed]] = [:]
  private(set) var closing: [Embed] = []

  /// Collects the embeds and finds those that close a circle, in the order of pages.
  ///
  /// - Complexity: O(nodes of the pages with embeds, and embeds in each passage).
  init(_ knowledge: KnowledgeBase, _ links: [PageLinks]) {
    self.knowledge = knowledge
    for (index, page) in links.enumerated() {
      let document = knowledge.entries[index].document
      guard document.wikiLinks.contains(where: \.isEmbed) else { continue }
      for (node, markup) in document.nodes.enumerated() where markup.kind == .wikiLink {
        let payload = Int(markup.payload)
        let link = document.wikiLinks[payload]
        guard link.isEmbed, document.isWholeParagraph(node),
          case .entry(let id, let anchor) = page.wikiLinks[payload], anchor != nil || link.fragment == nil
        else { continue }
        let embed = Embed(page: EntryID(index), node: node, target: Passage(page: id, anchor: anchor))
        embeds[EntryID(index), default: []].append(embed)
      }
    }
    search()
  }

  private mutating func search() {
    var isOpen: [Passage: Bool] = [:]
    for start in embeds.keys.sorted() {
      for embed in embeds[start] ?? [] where isOpen[embed.target] == nil {
        var path = [(passage: embed.target, rest: self.embeds(in: embed.target)[...])]
        isOpen[embed.target] = true
        while let top = path.indices.last {
          guard let next = path[top].rest.popFirst() else {
            isOpen[path[top].passage] = false
            path.removeLast()
            continue
          }
          switch isOpen[next.target] {
          case true?: closing.append(next)
          case false?: break
          case nil:
            isOpen[next.target] = true
            path.append((next.target, self.embeds(in: next.target)[...]))
          }
        }
      }
    }
  }

  private func embeds(in passage: Passage) -> [Embed] {
    guard let all = embeds[passage.page] else { return [] }
    guard let anchor = passage.anchor else { return all }
    guard let nodes = knowledge[passage.page].nodes(at: anchor) else { return [] }
    return all.filter { nodes.contains($0.node) }
  }

  var diagnostics: [Diagnostic] {
    closing.map { embed in
      let document = knowledge[embed.page].document
      return Diagnostic(
        .embedCircle, at: SourceLocation(document.nodes[embed.node].range, in: document.source),
        "The passage of \(knowledge[embed.target.page].document.source.path) shown here would show itself again.",
        notes: [Note("Make it a link: remove the exclamation mark.")])
    }
  }
}

extension Document {
  /// Whether a paragraph holds nothing but a node.
  fileprivate func isWholeParagraph(_ node: Int) -> Bool {
    let parent = nodes[node - 1]
    return parent.kind == .paragraph && parent.subtreeEnd == nodes[node].subtreeEnd
  }
}
