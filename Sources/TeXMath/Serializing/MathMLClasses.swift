/// The only `class` values that ever stand in our MathML; a style sheet gives them their look.
///
/// Without a style sheet everything stays readable: cells are centred, boxes and strokes are not seen.
enum MathMLClasses {
  /// On `mtable`: columns in pairs, the odd ones right-aligned, the even ones left-aligned, no room between the
  /// two of a pair.
  static let aligned: StaticString = "tml-aligned"
  /// On `mtable`: rows of formulas, centred.
  static let gathered: StaticString = "tml-gathered"
  /// On `mtable`: left-aligned cells.
  static let cases: StaticString = "tml-cases"
  /// On `mtable`: rows and columns close together.
  static let small: StaticString = "tml-small"
  /// On `mtd`: alignment of a cell of an `array`.
  static let left: StaticString = "tml-left"
  static let right: StaticString = "tml-right"
  /// On `mtd`: a rule at the cell's left or right.
  static let ruleLeft: StaticString = "tml-rule-left"
  static let ruleRight: StaticString = "tml-rule-right"
  /// On `mtr`: a rule above or below all cells of the row.
  static let ruleTop: StaticString = "tml-rule-top"
  static let ruleBottom: StaticString = "tml-rule-bottom"
  /// On `mrow`: a frame around.
  static let boxed: StaticString = "tml-boxed"
  /// On `mrow`: a stroke from lower left to upper right, the other way, or both.
  static let cancel: StaticString = "tml-cancel"
  static let backCancel: StaticString = "tml-bcancel"
  static let crossCancel: StaticString = "tml-xcancel"
  /// On `mpadded` of no width: its content ends at, or is centred on, the place where it stands.
  static let leftLap: StaticString = "tml-llap"
  static let centerLap: StaticString = "tml-clap"
  /// On `mtext`: faces of text.
  static let bold: StaticString = "tml-bold"
  static let italic: StaticString = "tml-italic"
  static let sansSerif: StaticString = "tml-sans"
  static let monospace: StaticString = "tml-mono"
}
