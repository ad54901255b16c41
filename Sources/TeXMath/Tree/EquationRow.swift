/// A row of a formula that has a number, a name, or both.
package struct EquationRow: Sendable {
  /// The row of the formula's outermost table, from 0; 0 for a formula that has one number as a whole.
  package var row: Int
  /// Whether its environment numbers it.
  package var isNumbered = false
  package var marks: EquationMarks
  /// Bytes of the formula to point at: of the label, else of the tag, else of the row.
  package var range: Range<Int>
}

/// What an author says of the number of a row.
package struct EquationMarks: Sendable {
  /// The name given by `\label`; empty for none.
  package var label: [UInt8] = []
  package var labelRange: Range<Int>?
  /// What `\tag` puts in the number's place.
  package var tag: MathList?
  package var tagRange: Range<Int>?
  /// Whether the tag stands in parentheses (`\tag`, not `\tag*`).
  package var isParenthesized = true
  /// Whether the row has no number (`\notag`).
  package var isSuppressed = false

  /// Whether nothing was said.
  var isEmpty: Bool { labelRange == nil && tagRange == nil && !isSuppressed }
}

/// Which rows of an environment have numbers.
enum EnvironmentNumbering: Sendable {
  /// It is a part of a formula; what is said in it belongs to the formula.
  case inner
  /// Those with a name or a tag (`align*`).
  case marked
  /// All but those with `\notag` (`align`).
  case rows
  /// The environment has one number (`equation`, `multline`), or one if it is marked (`multline*`).
  case whole, wholeIfMarked

  /// Whether its rows have numbers one by one.
  var isByRow: Bool { self == .rows || self == .marked }
}
