/// A row of a formula with a number.
package struct Equation: Sendable {
  /// The name links use, such as `eq:entropy`; empty for an equation nobody named.
  package var label: [UInt8]
  /// The id of the row on the published page: the label, unless the page has a part of its own with that id.
  package var id: [UInt8]
  /// What stands beside it between parentheses: a count, or the text of a tag.
  package var number: [UInt8]
  /// Index into the document's formulas.
  package var formula: Int
  /// The paragraph it stands in, else the formula's own node.
  var block: Int
  /// Which of the formula's rows it is (`MathEquation.row`).
  package var row: Int
  /// Whether the number is the formula's own tag.
  package var isTagged: Bool

  /// The number as readers see it: `(3)`.
  package var shownNumber: [UInt8] { [0x28] + number + [0x29] }
}

/// An equation of the site.
package struct EquationPlace: Sendable, Hashable {
  /// The page it stands on.
  package var page: EntryID
  /// Index into the page's equations.
  package var index: Int

  /// Names an equation of a page.
  package init(page: EntryID, index: Int) {
    self.page = page
    self.index = index
  }
}
