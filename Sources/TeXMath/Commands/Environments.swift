/// What an environment is made into.
struct Environment: Sendable {
  var layout: TableLayout
  var open: UInt32 = 0
  var close: UInt32 = 0
  /// What follows its name before the first row.
  var argument: Argument = .none

  enum Argument: Sendable {
    case none
    /// A column specification (`array`).
    case columns
    /// A number nobody needs (`alignat`).
    case count
  }
}

/// All environments by name.
enum Environments {
  static let table: NameTable<Environment> = {
    var table = NameTable<Environment>()
    for (name, environment) in all { table.insert(name, environment) }
    return table
  }()

  private static var all: [(StaticString, Environment)] {
    let aligned = Environment(layout: .aligned)
    let gathered = Environment(layout: .gathered)
    let counted = Environment(layout: .aligned, argument: .count)
    return [
      ("matrix", Environment(layout: .matrix)),
      ("pmatrix", Environment(layout: .matrix, open: 0x28, close: 0x29)),
      ("bmatrix", Environment(layout: .matrix, open: 0x5B, close: 0x5D)),
      ("Bmatrix", Environment(layout: .matrix, open: 0x7B, close: 0x7D)),
      ("vmatrix", Environment(layout: .matrix, open: 0x7C, close: 0x7C)),
      ("Vmatrix", Environment(layout: .matrix, open: 0x2016, close: 0x2016)),
      ("smallmatrix", Environment(layout: .small)),
      ("subarray", Environment(layout: .small, argument: .columns)),
      ("cases", Environment(layout: .cases, open: 0x7B)),
      ("dcases", Environment(layout: .cases, open: 0x7B)),
      ("rcases", Environment(layout: .cases, close: 0x7D)),
      ("array", Environment(layout: .array, argument: .columns)),
      ("tabular", Environment(layout: .array, argument: .columns)),
      ("aligned", aligned), ("align", aligned), ("align*", aligned), ("split", aligned), ("flalign", aligned),
      ("flalign*", aligned), ("eqnarray", aligned), ("eqnarray*", aligned),
      ("alignat", counted), ("alignat*", counted), ("alignedat", counted), ("xalignat", counted),
      ("gathered", gathered), ("gather", gathered), ("gather*", gathered), ("equation", gathered),
      ("equation*", gathered), ("multline", gathered), ("multline*", gathered), ("displaymath", gathered),
      ("math", gathered),
    ]
  }
}
