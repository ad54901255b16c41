/// What an environment is made into.
struct Environment: Sendable {
  var layout: TableLayout
  var open: UInt32 = 0
  var close: UInt32 = 0
  /// What follows its name before the first row.
  var argument = Argument.none
  /// Which of its rows have numbers.
  var numbering = EnvironmentNumbering.inner
  /// Whether the cells are in display style.
  var isDisplay = false
  /// Whether its rows are those of a commutative diagram.
  var isDiagram = false
  /// The first column whose cells are text.
  var firstTextColumn = Int.max
  /// The alignment of its columns, and that of all behind them.
  var alignments: [ColumnAlignment] = []
  var alignment = ColumnAlignment.center

  enum Argument: Sendable {
    case none
    /// A column specification (`array`).
    case columns
    /// A number nobody needs (`alignat`).
    case count
    /// The place of the baseline, which nothing needs (`aligned[t]`).
    case position
    /// Both of them (`alignedat`).
    case positionAndCount
    /// One letter in brackets for the alignment of all columns (`matrix*`).
    case alignment
  }
}

/// All environments by name.
enum Environments {
  static let table: NameTable<Environment> = {
    var table = NameTable<Environment>()
    for (name, environment) in matrices + others { table.insert(name, environment) }
    return table
  }()

  /// Matrices in all sizes and delimiters; those with a star have an alignment.
  private static var matrices: [(StaticString, Environment)] {
    [
      ("matrix", matrix()), ("pmatrix", matrix(0x28, 0x29)), ("bmatrix", matrix(0x5B, 0x5D)),
      ("Bmatrix", matrix(0x7B, 0x7D)), ("vmatrix", matrix(0x7C, 0x7C)), ("Vmatrix", matrix(0x2016, 0x2016)),
      ("matrix*", matrix(starred: true)), ("pmatrix*", matrix(0x28, 0x29, starred: true)),
      ("bmatrix*", matrix(0x5B, 0x5D, starred: true)), ("Bmatrix*", matrix(0x7B, 0x7D, starred: true)),
      ("vmatrix*", matrix(0x7C, 0x7C, starred: true)), ("Vmatrix*", matrix(0x2016, 0x2016, starred: true)),
      ("smallmatrix", small()), ("psmallmatrix", small(0x28, 0x29)), ("bsmallmatrix", small(0x5B, 0x5D)),
      ("Bsmallmatrix", small(0x7B, 0x7D)), ("vsmallmatrix", small(0x7C, 0x7C)),
      ("Vsmallmatrix", small(0x2016, 0x2016)),
      ("smallmatrix*", small(starred: true)), ("psmallmatrix*", small(0x28, 0x29, starred: true)),
      ("bsmallmatrix*", small(0x5B, 0x5D, starred: true)),
      ("Bsmallmatrix*", small(0x7B, 0x7D, starred: true)),
      ("vsmallmatrix*", small(0x7C, 0x7C, starred: true)),
      ("Vsmallmatrix*", small(0x2016, 0x2016, starred: true)),
    ]
  }

  private static var others: [(StaticString, Environment)] {
    var equationArray = formulas(.equationArray, numbering: .rows)
    equationArray.alignments = [.right, .center, .left]
    var leftGathered = formulas(.gathered, .position)
    leftGathered.alignments = [.left]
    var rightGathered = formulas(.gathered, .position)
    rightGathered.alignments = [.right]
    var unnumberedArray = equationArray
    unnumberedArray.numbering = .marked
    return [
      ("cases", cases(0x7B, 0)), ("dcases", cases(0x7B, 0, isDisplay: true)), ("rcases", cases(0, 0x7D)),
      ("drcases", cases(0, 0x7D, isDisplay: true)), ("cases*", cases(0x7B, 0, firstText: 1)),
      ("dcases*", cases(0x7B, 0, isDisplay: true, firstText: 1)), ("rcases*", cases(0, 0x7D, firstText: 1)),
      ("drcases*", cases(0, 0x7D, isDisplay: true, firstText: 1)),
      ("array", Environment(layout: .matrix, argument: .columns)),
      ("darray", Environment(layout: .matrix, argument: .columns, isDisplay: true)),
      ("tabular", Environment(layout: .matrix, argument: .columns, firstTextColumn: 0)),
      ("subarray", Environment(layout: .small, argument: .columns)),
      ("aligned", formulas(.aligned, .position)), ("split", formulas(.aligned)),
      ("align", formulas(.aligned, numbering: .rows)), ("align*", formulas(.aligned, numbering: .marked)),
      ("flalign", formulas(.aligned, numbering: .rows)), ("flalign*", formulas(.aligned, numbering: .marked)),
      ("xalignat", formulas(.aligned, .count, numbering: .rows)),
      ("xalignat*", formulas(.aligned, .count, numbering: .marked)),
      ("alignat", formulas(.alignedAt, .count, numbering: .rows)),
      ("alignat*", formulas(.alignedAt, .count, numbering: .marked)),
      ("alignedat", formulas(.alignedAt, .positionAndCount)),
      ("lgathered", leftGathered), ("rgathered", rightGathered),
      ("gathered", formulas(.gathered, .position)), ("gather", formulas(.gathered, numbering: .rows)),
      ("gather*", formulas(.gathered, numbering: .marked)),
      ("equation", formulas(.gathered, numbering: .whole)),
      ("equation*", formulas(.gathered, numbering: .wholeIfMarked)),
      ("displaymath", formulas(.gathered, numbering: .wholeIfMarked)), ("math", formulas(.gathered)),
      ("multline", formulas(.multline, numbering: .whole)),
      ("multline*", formulas(.multline, numbering: .wholeIfMarked)),
      ("multlined", formulas(.multline, .position)),
      ("CD", Environment(layout: .matrix, isDisplay: true, isDiagram: true)),
      ("eqnarray", equationArray), ("eqnarray*", unnumberedArray),
    ]
  }

  private static func matrix(
    _ open: UInt32 = 0, _ close: UInt32 = 0, starred isStarred: Bool = false
  ) -> Environment {
    Environment(layout: .matrix, open: open, close: close, argument: isStarred ? .alignment : .none)
  }

  private static func small(
    _ open: UInt32 = 0, _ close: UInt32 = 0, starred isStarred: Bool = false
  ) -> Environment {
    Environment(layout: .small, open: open, close: close, argument: isStarred ? .alignment : .none)
  }

  private static func cases(
    _ open: UInt32, _ close: UInt32, isDisplay: Bool = false, firstText: Int = .max
  ) -> Environment {
    Environment(
      layout: .cases, open: open, close: close, isDisplay: isDisplay, firstTextColumn: firstText)
  }

  private static func formulas(
    _ layout: TableLayout, _ argument: Environment.Argument = .none, numbering: EnvironmentNumbering = .inner
  ) -> Environment {
    Environment(layout: layout, argument: argument, numbering: numbering, isDisplay: true)
  }
}
