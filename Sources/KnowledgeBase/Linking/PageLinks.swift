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
  /// Every mention of another page, in document order.
  package var mentions: [Mention] = []
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  /// A page, with the id of a place on it.
  case entry(EntryID, anchor: [UInt8]?)
  /// A file that is published because something links to it; the path is relative to the site.
  case asset(String, fragment: [UInt8]?)
  /// A page nobody has written yet.
  case wanted
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
  /// The item of the page's own list, if it stands there.
  package var own: Int?
}

/// One place where a page speaks of another.
package struct Mention: Sendable, Hashable {
  /// How it speaks of it.
  package enum Kind: Sendable, Hashable {
    case link
    /// A citation, with its number on the page and which one of this number it is, from 1.
    case citation(number: Int, occurrence: Int)
  }
  package var target: EntryID
  package var kind: Kind
  /// The node, and the paragraph, heading or cell that holds it.
  package var node: Int
  package var block: Int
}
