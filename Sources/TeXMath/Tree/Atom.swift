/// A horizontal list of atoms, in reading order.
package typealias MathList = [Atom]

/// A formula as a tree: what the parser makes and the serializers read.
package struct Formula: Sendable {
  /// The formula's atoms.
  package var root: MathList = []
  /// The bytes all `TextSpan`s of the tree point into (UTF-8).
  package var text: [UInt8] = []
  /// Its rows with numbers or names, from above.
  package var equations: [EquationRow] = []
  /// Whether `equations` are rows of the table that is the only atom of `root`.
  package var hasEquationTable = false
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

  init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

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
    switch nucleus {
    case .space, .modulusSpace: !hasScripts
    default: false
    }
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
  /// A sign of two characters: one with a stroke through it (`\not`), or two side by side (`\colonapprox`).
  case compound(UInt32, UInt32)
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
  /// The space before a modulus: this one in a line of text, 1 em in display style.
  case modulusSpace(Int32)
  /// A delimiter of a fixed size (`\big(`): scalar, size from 1 to 4.
  case sizedDelimiter(UInt32, UInt8)
  /// Braces.
  case group(MathList)
  indirect case fraction(Fraction)
  /// Radicand and degree (empty for a square root).
  indirect case radical(MathList, degree: MathList)
  indirect case fence(Fence)
  indirect case accent(Accent, MathList)
  /// An arrow that grows with what stands above and below it (`\xrightarrow`).
  case extensible(UInt32)
  /// A base with something above and below it (`\overset`, `\underset`, `\xrightarrow`).
  indirect case stack(base: MathList, over: MathList?, under: MathList?)
  /// A base with scripts at its left and right (`\sideset`).
  indirect case multiscripts(Multiscripts)
  indirect case table(Table)
  indirect case styled(Style, MathList)
  indirect case decorated(Decoration, MathList)
  /// One formula for each style: display, text, script, script of script.
  indirect case choice([MathList])
  /// A part raised by thousandths of an em.
  indirect case raised(Int32, MathList)
  /// A black box, or a space as large.
  indirect case rule(Rule)
  /// A part that could not be read; shown as its TeX source.
  case malformed
}

/// Numerator over denominator.
package struct Fraction: Sendable {
  package var numerator: MathList = []
  package var denominator: MathList = []
  package var hasBar = true
  /// Thickness of the bar in thousandths of an em; `nil` takes the font's.
  package var thickness: Int32?
  /// The style the fraction insists on; `nil` takes what it finds.
  package var displayStyle: Bool?
  /// Delimiters around it (`\binom`); 0 for none.
  package var open: UInt32 = 0
  package var close: UInt32 = 0
}

/// A black box: measures in thousandths of an em.
package struct Rule: Sendable, Equatable {
  package var width: Int32
  package var height: Int32
  package var depth: Int32
  package var isVisible: Bool
}

/// `\left … \middle … \right`; a delimiter of 0 is the empty one.
package struct Fence: Sendable {
  package var open: UInt32
  package var close: UInt32
  /// What stands between the delimiters: one part more than there are middle delimiters.
  package var parts: [MathList]
  package var middles: [UInt32] = []

  /// Whether it has no delimiter that is seen.
  var isInvisible: Bool { open == 0 && close == 0 && parts.count == 1 }
}

/// The scripts at the four corners of a base.
package struct Multiscripts: Sendable {
  package var base: MathList
  package var leftSubscript: MathList?
  package var leftSuperscript: MathList?
  package var rightSubscript: MathList?
  package var rightSuperscript: MathList?
}
