/// What the parser does on a built-in command.
enum CommandMeaning: Sendable {
  /// A sign of its own.
  case symbol(Symbol)
  /// A named function, set upright; `nil` stands for the command's own name.
  case function(name: StaticString?, limits: LimitPlacement)
  /// A word that acts as an operator (`\bmod`).
  case symbolicName(StaticString, AtomClass)
  /// Dots that sit low or high depending on what follows.
  case dots
  /// A delimiter made larger (`\big`): size from 1 to 4 and class.
  case sizedDelimiter(UInt8, AtomClass)
  case left, middle, right
  case beginEnvironment, endEnvironment
  case rowBreak, horizontalRule
  case alphabet(Alphabet)
  case alphabetSwitch(Alphabet)
  /// Bold companion of the alphabet in force (`\boldsymbol`).
  case emboldened
  case text(TextStyle)
  case accent(Accent)
  case fraction(displayStyle: Bool?)
  /// `\binom` and its relatives.
  case binomial(displayStyle: Bool?)
  case generalizedFraction
  /// `\over`, `\choose` …: everything before it in the group is the numerator.
  case infixFraction(hasBar: Bool, open: UInt32, close: UInt32)
  case radical
  /// `\overset`, `\stackrel`: the first argument above the second one.
  case overset(AtomClass?)
  case underset
  case sideset
  case extensibleArrow(UInt32)
  case substack
  case operatorName
  /// `\mathrel` and its relatives: the argument with another class.
  case classed(AtomClass)
  case limits(LimitPlacement)
  case negation
  case decoration(Decoration)
  case colored(background: Bool)
  case colorSwitch
  case defineColor
  case styleSwitch(Style)
  /// A fixed space, in thousandths of an em.
  case space(Int32)
  /// A space whose length follows (`\hspace`, `\kern`).
  case measuredSpace
  case modulo(ModuloForm)
  /// `\ket`, `\bra`: the argument between two delimiters.
  case enclosed(open: UInt32, close: UInt32)
  case circled
  case strut
  case logo(StaticString)
  case label, tag, reference(parenthesized: Bool), noNumber
  case defineMacro, defineOperator
  /// Does nothing here (`\nobreak`, `\relax`).
  case ignored
  /// Not allowed in a formula; takes this many arguments.
  case forbidden(arguments: UInt8)

  /// Whether it defines a command.
  var isDefinition: Bool {
    switch self {
    case .defineMacro, .defineOperator: true
    default: false
    }
  }
}

/// A sign that a command or a character stands for.
struct Symbol: Sendable {
  var scalar: UInt32
  var atomClass: AtomClass
  var kind: Kind
  var limits: LimitPlacement = .never

  enum Kind: UInt8, Sendable {
    /// A letter that alphabets change.
    case letter
    /// A letter that is upright unless an alphabet says otherwise (capital Greek).
    case uprightLetter
    /// A letter-like sign, set as an identifier.
    case identifier
    case `operator`
  }
}

/// The ways to write a modulus.
enum ModuloForm: Sendable {
  /// `\pmod{n}`, `\mod{n}`, `\pod{n}`.
  case parenthesized, plain, withoutName
}
