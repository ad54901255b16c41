import Markdown
import SourceText

/// Which passages are shown within which, and where that has no end or goes too far.
///
/// Passages are the nodes of a graph, each with an edge for every embed in it; a depth-first search meets a passage
/// that is still open where a circle closes (Tarjan, SIAM J. Comput. 1, 1972).
struct EmbedGraph {
  /// An embed that shows a passage.
  private struct Embed {
    var page: EntryID
    var node: Int
    var target: Passage
  }

  /// How deep the passages within a passage go, itself counted, and how many they are; the latter at most `Passage.most`.
  private struct Extent {
    var depth = 1
    var count = 1

    mutating func add(_ inner: Extent) {
      depth = max(depth, inner.depth + 1)
      count = min(count + inner.count, Passage.most + 1)
    }
  }

  private let knowledge: KnowledgeBase
  /// The embeds of all pages that have some, in the order of the page.
  private var embeds: [EntryID: [Embed]] = [:]
  /// Of passages that have been left.
  private var extents: [Passage: Extent] = [:]
  /// The embeds at which a circle closes.
  private var closing: [Embed] = []
  /// The embeds of passages that stand among other text, where no passage can be shown.
  private var inline: [Embed] = []

  /// Collects the embeds and follows them.
  ///
  /// - Complexity: O(nodes of the pages with embeds, and embeds in each passage).
  init(_ knowledge: KnowledgeBase, _ resolutions: [LinkResolver.Resolution]) {
    self.knowledge = knowledge
    for (index, entry) in knowledge.entries.enumerated()
    where entry.document.wikiLinks.contains(where: \.isEmbed) {
      let (document, page) = (entry.document, resolutions[index].links)
      // The end of the paragraph whose embeds were seen last.
      var end = 0
      for (node, kind) in document.nodes.lazy.map(\.kind).enumerated() {
        let shown = knowledge.embeds(in: node, of: document, page)
        if !shown.isEmpty { end = Int(document.nodes[node].subtreeEnd) }
        for case (let link, let target?) in shown {
          embeds[EntryID(index), default: []].append(
            Embed(page: EntryID(index), node: link, target: target))
        }
        if kind == .wikiLink, node >= end,
          let target = knowledge.passage(shownBy: Int(document.nodes[node].payload), of: document, page)
        {
          inline.append(Embed(page: EntryID(index), node: node, target: target))
        }
      }
    }
    search()
  }

  private mutating func search() {
    var open: Set<Passage> = []
    for start in embeds.keys.sorted() {
      for embed in embeds[start] ?? [] where extents[embed.target] == nil {
        var path = [(passage: embed.target, rest: embeds(in: embed.target)[...], extent: Extent())]
        open.insert(embed.target)
        while let top = path.indices.last {
          guard let next = path[top].rest.popFirst() else {
            let (passage, _, extent) = path.removeLast()
            open.remove(passage)
            extents[passage] = extent
            if top > 0 { path[top - 1].extent.add(extent) }
            continue
          }
          if open.contains(next.target) {
            closing.append(next)
          } else if let known = extents[next.target] {
            path[top].extent.add(known)
          } else {
            open.insert(next.target)
            path.append((next.target, embeds(in: next.target)[...], Extent()))
          }
        }
      }
    }
  }

  private func embeds(in passage: Passage) -> ArraySlice<Embed> {
    guard let all = embeds[passage.page] else { return [] }
    guard passage.anchor != nil else { return all[...] }
    guard let nodes = knowledge.nodes(of: passage)?.first else { return [] }
    let start = all.partitioningIndex { $0.node >= nodes.lowerBound }
    return all[start...].prefix { $0.node < nodes.upperBound }
  }

  /// The circles, the embeds among other text, and the first embed of every page that is not shown in place because of
  /// a limit.
  var diagnostics: [Diagnostic] {
    var diagnostics = closing.map { embed in
      fault(
        .embedCircle, embed,
        "The passage of \(knowledge[embed.target.page].document.source.path) shown here would show itself again."
      )
    }
    diagnostics += inline.map { embed in
      var fault = fault(
        .embedInline, embed, "The passage cannot be shown within other text; readers get a link.")
      fault.notes.insert(Note("Give it a paragraph of its own to show the passage."), at: 0)
      return fault
    }
    guard closing.isEmpty else { return diagnostics }
    for page in embeds.keys.sorted() {
      var count = 0
      for embed in embeds[page] ?? [] {
        guard let extent = extents[embed.target] else { continue }
        count += extent.count
        if extent.depth > Passage.deepest {
          diagnostics.append(
            fault(.embedLimit, embed, "Passages are shown within passages more than \(Passage.deepest) deep.")
          )
        } else if count > Passage.most {
          diagnostics.append(
            fault(.embedLimit, embed, "More than \(Passage.most) passages are shown on this page."))
        } else {
          continue
        }
        break
      }
    }
    return diagnostics
  }

  private func fault(_ id: DiagnosticID, _ embed: Embed, _ message: String) -> Diagnostic {
    let document = knowledge[embed.page].document
    return Diagnostic(
      id, at: SourceLocation(document.nodes[embed.node].range, in: document.source), message,
      notes: [Note("Make it a link: remove the exclamation mark.")])
  }
}
