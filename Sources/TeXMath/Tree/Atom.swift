/// A horizontal list of atoms, in reading order.
package typealias MathList = [Atom]

/// A formula as a tree: what the parser makes and the serializers read.
package struct Formula: Sendable {
  /// The formula's atoms.
  package var root: MathList = []
  /// The bytes all `TextSpan`s of the tree point into (UTF-8).
  package var text: [UInt8] = []
}

/// A stretch of `Formula.text`.
package struct TextSpan: Sendable, Equatable {
  package var start: UInt32
  package var end: UInt32

  /// The same stretch as a range of indices.
  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A stretch of the TeX source in bytes; parts that come from a macro have the place of its call.
package struct SourceSpan: Sendable, Equatable {
  package var start: UInt32
  package var end: UInt32

  /// The same stretch as a range of indices.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The stretch from this one's start to another's end.
  func joined(to other: SourceSpan) -> SourceSpan {
    SourceSpan(start: min(start, other.start), end: max(end, other.end))
  }
}

/// A nucleus with its scripts and the class that decides the space around it.
package struct Atom: Sendable {
  package var nucleus: Nucleus
  package var atomClass: AtomClass
  /// Where scripts stand if there are any.
  package var limits: LimitPlacement = .never
  package var subscripted: MathList?
  package var superscripted: MathList?
  package var source: SourceSpan

  init(_ nucleus: Nucleus, _ atomClass: AtomClass = .ordinary, source: SourceSpan) {
    self.nucleus = nucleus
    self.atomClass = atomClass
    self.source = source
  }

  /// Whether the atom has a subscript or a superscript.
  package var hasScripts: Bool { subscripted != nil || superscripted != nil }

  /// Whether the atom is only white space for the row it stands in.
  var isSpace: Bool {
    if case .space = nucleus { return !hasScripts }
    return false
  }
}

/// Where the scripts of an atom stand.
package enum LimitPlacement: UInt8, Sendable {
  /// At the right (`\int`, `\log`, letters, `\nolimits`).
  case never
  /// Below and above in display style, else at the right (`\sum`, `\lim`).
  case whenDisplay
  /// Below and above (`\limits`, `\underbrace`).
  case always
}

/// What an atom is without its scripts.
package enum Nucleus: Sendable {
  /// A letter or a letter-like sign: Unicode scalar and alphabet.
  case identifier(UInt32, Alphabet)
  /// A sign that MathML sets as an operator, also a delimiter that does not stretch.
  case symbol(UInt32)
  /// A sign with a stroke through it (`\not`).
  case negated(UInt32)
  /// Digits with their decimal point.
  case number(TextSpan, Alphabet)
  /// Several letters that make one name (`\mathrm{KL}`).
  case word(TextSpan, Alphabet)
  /// A named function (`\log`) or operator (`\bmod`).
  case function(TextSpan)
  /// Text (`\text`, or Han characters between formulas).
  case text(TextSpan, TextStyle)
  /// A space, in thousandths of an em.
  case space(Int32)
  /// A delimiter of a fixed size (`\big(`): scalar, size from 1 to 4.
  case sizedDelimiter(UInt32, UInt8)
  /// Braces.
  case group(MathList)
  indirect case fraction(Fraction)
  /// Radicand and degree (empty for a square root).
  indirect case radical(MathList, degree: MathList)
  indirect case fence(Fence)
  indirect case accent(Accent, MathList)
  /// A base with something above and below it (`\overset`, `\underset`, `\xrightarrow`).
  indirect case stack(base: MathList, over: MathList?, under: MathList?)
  /// A base with scripts at its left and right (`\sideset`).
  indirect case multiscripts(Multiscripts)
  indirect case table(Table)
  indirect case styled(Style, MathList)
  indirect case decorated(Decoration, MathList)
  /// A part that could not be read; shown as its TeX source.
  case malformed
}

/// Numerator over denominator.
package struct Fraction: Sendable {
  package var numerator: MathList
  package var denominator: MathList
  package var hasBar = true
  /// The style the fraction insists on; `nil` takes what it finds.
  package var displayStyle: Bool?
  /// Delimiters around it (`\binom`); 0 for none.
  package var open: UInt32 = 0
  package var close: UInt32 = 0
}

/// `\left … \middle … \right`; a delimiter of 0 is the empty one.
package struct Fence: Sendable {
  package var open: UInt32
  package var close: UInt32
  /// What stands between the delimiters: one part more than there are middle delimiters.
  package var parts: [MathList]
  package var middles: [UInt32] = []
}

/// The scripts at the four corners of a base.
package struct Multiscripts: Sendable {
  package var base: MathList
  package var leftSubscript: MathList?
  package var leftSuperscript: MathList?
  package var rightSubscript: MathList?
  package var rightSuperscript: MathList?
}

/// Rows of cells.
package struct Table: Sendable {
  package var layout: TableLayout
  package var rows: [[MathList]]
  /// Alignment of the columns of an `array`; columns behind its end are centred.
  package var columns: [ColumnAlignment] = []
  /// Columns (from 0) with a rule at their left; the number of columns stands for the right edge.
  package var verticalRules: [Int] = []
  /// Rows (from 0) with a rule above them; the number of rows stands for the lower edge.
  package var horizontalRules: [Int] = []
  /// Delimiters around the table; 0 for none.
  package var open: UInt32 = 0
  package var close: UInt32 = 0
}

/// How a column of an array is aligned.
package enum ColumnAlignment: UInt8, Sendable {
  case left, center, right
}

/// What kind of table it is.
package enum TableLayout: UInt8, Sendable {
  /// Centred cells in text style.
  case matrix
  /// A matrix in script size (`smallmatrix`, `\substack`).
  case small
  /// Left-aligned cells in text style (`cases`).
  case cases
  /// Columns with an alignment of their own (`array`).
  case array
  /// Pairs of a right-aligned and a left-aligned column, in display style.
  case aligned
  /// Centred rows in display style.
  case gathered
}
