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
  /// A relation with more space around it than others (`\iff`).
  case wideRelation(UInt32)
  /// A delimiter made larger (`\big`): size from 1 to 4 and class.
  case sizedDelimiter(UInt8, AtomClass)
  case left, middle, right
  case beginEnvironment, endEnvironment
  case rowBreak, horizontalRule(TableRule)
  /// A rule over some columns (`\cline`); a cell of dots over several columns (`\hdotsfor`).
  case partialRule, dottedCells
  /// A table of plain TeX, whose rows stand in braces (`\matrix`).
  case plainTable(PlainTable)
  /// A cell over several columns; a line of text between two rows (`\intertext`).
  case multicolumn, textBetweenRows
  case alphabet(Alphabet)
  case alphabetSwitch(Alphabet)
  /// Bold companion of the alphabet in force (`\boldsymbol`).
  case emboldened
  case text(TextChange)
  /// An accent on a letter of text: its combining character.
  case textAccent(UInt32)
  case textScript(isRaised: Bool)
  /// `\verb|…|`.
  case verbatim
  /// A character by its number.
  case characterCode(CodeForm)
  /// `\(` and `\)`, which stand around a formula in text.
  case mathShift(closes: Bool)
  case accent(Accent)
  case fraction(displayStyle: Bool?)
  /// `\binom` and its relatives.
  case binomial(displayStyle: Bool?)
  case generalizedFraction
  /// `\over`, `\choose` …: everything before it in the group is the numerator.
  case infixFraction(InfixFraction)
  case radical
  /// `\root n \of x`.
  case root, of
  /// `\overset` and its relatives.
  case stacked(StackForm)
  /// `\buildrel x \over y`.
  case buildrel
  case sideset, prescript
  /// `\skew{number}{accent}{base}`, which only moves the accent.
  case skew
  case extensibleArrow(UInt32)
  case substack
  /// A formula for each of the four styles (`\mathchoice`).
  case choice
  case operatorName(withLimits: Bool)
  /// The name `lim` with a mark (`\varlimsup`).
  case markedLimit(Accent)
  /// Integral signs with dots between them (`\idotsint`).
  case manifoldIntegral
  /// An integral sign that stays small (`\smallint`).
  case smallIntegral
  /// `\mathrel` and its relatives: the argument with another class.
  case classed(AtomClass)
  case limits(LimitPlacement)
  case negation
  case decoration(Decoration)
  /// A stroke whose tip points to what the part becomes (`\cancelto`).
  case cancelTo
  /// MathJax's `\enclose{notations}`.
  case enclose
  /// A decoration of text (`\fbox`, `\rlap`).
  case textBox(Decoration)
  /// Text on a coloured ground, perhaps in a coloured frame.
  case colorBox(hasFrame: Bool)
  /// MathJax's `\bbox[…]`.
  case styledBox
  case raised(RaiseForm)
  case rule(RuleForm)
  case colored
  case colorSwitch
  case defineColor
  case styleSwitch(Style)
  /// A fixed space, in thousandths of an em.
  case space(Int32)
  /// A space whose length follows (`\hspace`, `\kern`).
  case measuredSpace
  case modulo(ModuloForm)
  /// `\ket`, `\bra`: the argument between two delimiters.
  case enclosed(Enclosure)
  /// `\ketbra`: two arguments back to back.
  case ketbra(grows: Bool)
  case circled
  case strut
  case logo(StaticString)
  case label, tag, reference(parenthesized: Bool), noNumber
  /// `\newcommand` and its relatives.
  case definition(DefinitionForm)
  /// Does nothing here (`\nobreak`, `\relax`).
  case ignored
  /// Takes this many arguments and does nothing with them (`\uproot`).
  case dropped(arguments: UInt8)
  /// Known to other converters, but not to this one, and why; takes this many arguments.
  case unavailable(StaticString, arguments: UInt8)
  /// Not allowed in a formula; takes this many arguments.
  case forbidden(arguments: UInt8)

  /// Whether it defines a command.
  var isDefinition: Bool {
    if case .definition = self { true } else { false }
  }
}

/// A sign that a command or a character stands for.
struct Symbol: Sendable {
  var scalar: UInt32
  /// The second character of a sign that has two, else 0.
  var second: UInt32 = 0
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
