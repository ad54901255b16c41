import SourceText

/// What a page's links and citations point to; each list runs along the document's side table of the same name.
package struct PageLinks: Sendable {
  package var wikiLinks: [LinkTarget] = []
  package var links: [LinkTarget] = []
  /// Where the addresses in raw HTML lead.
  package var rawHTML: [[UInt8]: LinkTarget] = [:]
  package var citations: [[CitationTarget]] = []
  /// The equations that the page's text and formulas refer to by their labels alone.
  package var equations: [[UInt8]: EquationPlace] = [:]
  /// The page's sources in the order of their numbers.
  package var references: [NumberedReference] = []
  /// The pages that `related:` names, and those that it keeps out.
  package var related: [EntryID] = []
  package var unrelated: [EntryID] = []
  /// Every mention of another page, in document order.
  package var mentions: [Mention] = []
  /// Every link to a page that is not written, in document order.
  package var wanted: [WantedMention] = []
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  /// A page, with the id of a place on it.
  case entry(EntryID, anchor: [UInt8]?)
  /// A file that is published because something links to it; the path is relative to the site.
  case asset(String, fragment: [UInt8]?)
  /// A page nobody has written yet, by its slug.
  case wanted([UInt8])
  /// A page of Quaestio's own, by its address below the root.
  case builtIn([UInt8])
  /// An address as it stands: another site, or a place on this page.
  case address([UInt8])
  /// An address that must not be linked to, or a target that does not exist.
  case broken
}

/// What one item of a citation points to.
package enum CitationTarget: Sendable, Hashable {
  /// A source, by its number on this page; and which mark of that number it is, from 1, or 0 where the mark only
  /// names an item of the page's own list.
  case reference(number: Int, occurrence: Int)
  /// An equation of this or another page; and whether its number stands between parentheses.
  case equation(EquationPlace, isParenthesized: Bool)
  /// Text that only looked like a citation: `[9]` where the list has five items.
  case text
  /// A source or an equation that does not exist.
  case broken
}

/// A source with a number on a page.
package struct NumberedReference: Sendable, Hashable {
  /// The source's page, if it has one.
  package var entry: EntryID?
  /// The items of the page's own list that speak of it; mostly one, if any.
  package var own: [Int] = []
  /// The excerpts that the page cites, by their ids, in the order of first citation; empty where the whole source is
  /// cited or listed.
  package var excerpts: [[UInt8]] = []
}

/// One place where a page speaks of another.
package struct Mention: Sendable, Hashable {
  /// How it speaks of it.
  package enum Kind: Sendable, Hashable {
    case link
    /// A citation, with its number on the page and which one of this number it is, from 1.
    case citation(number: Int, occurrence: Int)
    /// A reference to an equation of the page, by its place there.
    case equation(Int)
    /// A place that can have no id: in raw HTML or within a formula.
    case unmarked
  }
  package var target: EntryID
  package var kind: Kind
  /// The node, and the paragraph, heading or cell that holds it.
  package var node: Int
  package var block: Int
  /// Whether it is the page's first link to its target, or first reference to its equation: the place that other pages
  /// lead back to.
  package var isFirst = false
}

extension PageLinks {
  /// The mentions at a node that other pages lead back to.
  ///
  /// - Complexity: O(log mentions).
  package func firstMentions(at node: Int) -> [Mention] {
    let start = mentions.partitioningIndex { $0.node >= node }
    return mentions[start...].prefix { $0.node == node }.filter(\.isFirst)
  }
}

extension KnowledgeBase {
  /// A place that speaks of a page.
  package func mention(_ incoming: LinkGraph.Incoming) -> Mention {
    links[incoming.from.index].mentions[incoming.mention]
  }

  /// The id of the place where a page first speaks of another or of an equation; empty where it has none.
  ///
  /// Made of the target's address, so that it stays the same when other links come and go.
  package func anchor(of mention: Mention) -> [UInt8] {
    guard mention.isFirst else { return [] }
    let target = self[mention.target]
    let page = Array("to:".utf8) + target.path.text.utf8.dropLast()
    guard case .equation(let index) = mention.kind else { return page }
    return page + [0x3A] + target.equations[index].label
  }
}
