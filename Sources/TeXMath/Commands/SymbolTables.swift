/// The signs that have a command of their own: pairs of a name and a character, a table for each kind.
///
/// Where several names mean the same character, the first table that lists it also says what the bare character
/// means.
enum SymbolTables {
  /// Calls a function with every name and its sign.
  static func forEachSymbol(_ body: ([UInt8], Symbol) -> Void) {
    each(of: LetterSymbols.letters, .ordinary, .letter, body)
    each(of: LetterSymbols.capitalGreek, .ordinary, .uprightLetter, body)
    each(of: LetterSymbols.italicCapitals, .ordinary, .letter, body)
    each(of: LetterSymbols.uprightGreek, .ordinary, .uprightLetter, body)
    each(of: LetterSymbols.identifiers, .ordinary, .identifier, body)
    each(of: OrdinarySymbols.operators, .ordinary, .operator, body)
    each(of: OrdinarySymbols.identifiers, .ordinary, .identifier, body)
    each(of: OrdinarySymbols.dots, .inner, .identifier, body)
    each(of: OrdinarySymbols.punctuation, .punctuation, .operator, body)
    each(of: DelimiterSymbols.openers, .open, .operator, body)
    each(of: DelimiterSymbols.closers, .close, .operator, body)
    each(of: LargeOperators.withLimits, .function, .operator, limits: .whenDisplay, body)
    each(of: LargeOperators.integrals, .function, .operator, body)
    each(of: LargeOperators.integralsWithLimits, .function, .operator, limits: .whenDisplay, body)
    each(of: BinaryOperators.all, .binary, .operator, body)
    each(of: BinaryOperators.rare, .binary, .operator, body)
    each(of: Relations.comparisons, .relation, .operator, body)
    each(of: Relations.colons, .relation, .operator, body)
    each(of: Relations.negated, .relation, .operator, body)
    each(of: Relations.sets, .relation, .operator, body)
    each(of: Relations.logic, .relation, .operator, body)
    each(of: Arrows.all, .relation, .operator, body)
    each(of: TextSymbols.all, .ordinary, .identifier, body)
  }

  private static func each(
    of table: StaticString, _ atomClass: AtomClass, _ kind: Symbol.Kind, limits: LimitPlacement = .never,
    _ body: ([UInt8], Symbol) -> Void
  ) {
    var name: [UInt8] = []
    forEachWord(of: table) { word in
      guard !name.isEmpty else {
        name = word
        return
      }
      let (scalar, length) = UTF8Decoder.scalar(in: word, at: 0)
      let second = length < word.count ? UTF8Decoder.scalar(in: word, at: length).scalar : 0
      body(
        name, Symbol(scalar: scalar, second: second, atomClass: atomClass, kind: kind, limits: limits))
      name.removeAll(keepingCapacity: true)
    }
  }
}
