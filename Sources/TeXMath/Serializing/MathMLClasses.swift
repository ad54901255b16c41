/// The only `class` values that ever stand in our MathML; a style sheet gives them their look.
///
/// Without a style sheet everything stays readable: cells are centred, boxes and strokes are not seen.
enum MathMLClasses {
  /// On `mtable`: columns in pairs, the odd ones right-aligned, the even ones left-aligned, no room between the
  /// two of a pair.
  static let aligned: StaticString = "tml-aligned"
  /// On `mtable`: rows of formulas, centred.
  static let gathered: StaticString = "tml-gathered"
  /// On `mtable`: columns in pairs as in `tml-aligned`, without room between the pairs.
  static let alignedAt: StaticString = "tml-alignat"
  /// On `mtable`: the first row at the left, the last one at the right, those between them centred.
  static let multline: StaticString = "tml-multline"
  /// On `mtable`: left-aligned cells.
  static let cases: StaticString = "tml-cases"
  /// On `mtable`: rows and columns close together.
  static let small: StaticString = "tml-small"
  /// On `mtable`, besides another class: some rows have a number as their last cell, at the margin.
  static let numbered: StaticString = "tml-numbered"
  /// On `mtd`: the number of a row.
  static let tag: StaticString = "tml-tag"
  /// On `mtd`: alignment of a cell of an `array`.
  static let left: StaticString = "tml-left"
  static let right: StaticString = "tml-right"
  /// On `mtd` of an `array`: no room at the cell's left or right.
  static let tightLeft: StaticString = "tml-tight-left"
  static let tightRight: StaticString = "tml-tight-right"
  /// On `mtd`: a rule at the cell's left or right; two of them; a dashed one.
  static let ruleLeft: StaticString = "tml-rule-left"
  static let ruleRight: StaticString = "tml-rule-right"
  static let doubleLeft: StaticString = "tml-double-left"
  static let doubleRight: StaticString = "tml-double-right"
  static let dashLeft: StaticString = "tml-dash-left"
  static let dashRight: StaticString = "tml-dash-right"
  /// On `mtr`: a rule above or below all cells of the row; two of them; a dashed one. The single one also on `mtd`.
  static let ruleTop: StaticString = "tml-rule-top"
  static let ruleBottom: StaticString = "tml-rule-bottom"
  static let doubleTop: StaticString = "tml-double-top"
  static let doubleBottom: StaticString = "tml-double-bottom"
  static let dashTop: StaticString = "tml-dash-top"
  static let dashBottom: StaticString = "tml-dash-bottom"
  /// On `mrow`: a frame around.
  static let boxed: StaticString = "tml-boxed"
  /// On `mrow`: a stroke from lower left to upper right, the other way, or both.
  static let cancel: StaticString = "tml-cancel"
  static let backCancel: StaticString = "tml-bcancel"
  static let crossCancel: StaticString = "tml-xcancel"
  /// On `mrow`: a stroke from lower left to upper right that ends in the tip of an arrow.
  static let cancelTo: StaticString = "tml-cancelto"
  /// On `mrow`: a horizontal line through the middle.
  static let strike: StaticString = "tml-sout"
  /// On `mrow`: lines above and at the right.
  static let actuarial: StaticString = "tml-angl"
  /// On `mrow` that starts with the sign of an angle: a line below.
  static let phasor: StaticString = "tml-phase"
  /// On `mspace`: what follows moves back by so many eighteenths of an em. Browsers take no negative width.
  static let back1: StaticString = "tml-back1"
  static let back3: StaticString = "tml-back3"
  static let back4: StaticString = "tml-back4"
  static let back9: StaticString = "tml-back9"
  static let back18: StaticString = "tml-back18"
  /// On `mspace`: filled with the colour of the text.
  static let rule: StaticString = "tml-rule"
  /// On `mpadded` of no width: its content ends at, or is centred on, the place where it stands.
  static let leftLap: StaticString = "tml-llap"
  static let centerLap: StaticString = "tml-clap"
  /// On `mtext`: faces of text.
  static let bold: StaticString = "tml-bold"
  static let italic: StaticString = "tml-italic"
  static let sansSerif: StaticString = "tml-sans"
  static let monospace: StaticString = "tml-mono"
  static let smallCaps: StaticString = "tml-smallcaps"
}
