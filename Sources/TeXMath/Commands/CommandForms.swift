// The details in which commands of one kind differ.

/// The ways to write a modulus.
enum ModuloForm: Sendable {
  /// `\pmod{n}`, `\mod{n}`, `\pod{n}`.
  case parenthesized, plain, withoutName
}

/// What a command between numerator and denominator makes of them.
struct InfixFraction: Sendable {
  var hasBar = true
  var open: UInt32 = 0
  var close: UInt32 = 0
  /// Whether two delimiters follow the command (`\overwithdelims`).
  var readsDelimiters = false
  /// Whether the thickness of the bar follows (`\above`).
  var readsThickness = false
}

/// What stands where around a base.
enum StackForm: UInt8, Sendable {
  case overset, underset
  /// `\stackrel` and `\stackbin`: above, and the whole is a relation or an operator.
  case relation, binary
  /// `\overunderset` and `\underoverset`.
  case overUnder, underOver
}

/// Delimiters that a command puts around its argument.
struct Enclosure: Sendable {
  var open: UInt32
  var close: UInt32
  /// Whether they grow with the argument.
  var grows = false
  /// Whether the argument is a condition on a set, divided at its first bar.
  var isSet = false
}

/// How much a box is raised, and what is in it.
enum RaiseForm: UInt8, Sendable {
  /// `\raisebox{length}{text}`.
  case box
  /// `\raise length box` and `\lower length box`.
  case up, down
}

/// How a rule's measures are given.
enum RuleForm: UInt8, Sendable {
  /// `\rule[raise]{width}{height}`.
  case raised
  /// MathJax's `\Rule{width}{height}{depth}`, and `\Space`, which is not seen.
  case measured, invisible
}

/// What a command changes in the face of a text.
struct TextChange: Sendable {
  var added: TextStyle = []
  var removed: TextStyle = []

  /// The face inside a text of another one.
  func applied(to outer: TextStyle) -> TextStyle { outer.subtracting(removed).union(added) }
}

/// How the number of a character is written.
enum CodeForm: UInt8, Sendable {
  /// TeX's numbers: `65`, `"41`, `'101`.
  case number
  /// A number in braces, hexadecimal behind an `x` or `"`.
  case braced
  /// Hexadecimal digits in braces.
  case hexadecimal
}

/// The tables of plain TeX.
enum PlainTable: UInt8, Sendable {
  /// `\matrix`, `\pmatrix`, `\cases`, `\displaylines`, `\eqalign`.
  case matrix, parenthesizedMatrix, cases, lines, equations

  /// The environment that is made into the same.
  var environment: Environment {
    switch self {
    case .matrix: Environment(layout: .matrix)
    case .parenthesizedMatrix: Environment(layout: .matrix, open: 0x28, close: 0x29)
    case .cases: Environment(layout: .cases, open: 0x7B, firstTextColumn: 1)
    case .lines: Environment(layout: .gathered, isDisplay: true)
    case .equations: Environment(layout: .aligned, isDisplay: true)
    }
  }
}
