/// Fractions and roots.
enum FractionCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("frac", .fraction(displayStyle: nil)), ("dfrac", .fraction(displayStyle: true)),
      ("tfrac", .fraction(displayStyle: false)), ("nicefrac", .fraction(displayStyle: false)),
      ("sfrac", .fraction(displayStyle: false)), ("cfrac", .fraction(displayStyle: true)),
      ("binom", .binomial(displayStyle: nil)), ("dbinom", .binomial(displayStyle: true)),
      ("tbinom", .binomial(displayStyle: false)), ("genfrac", .generalizedFraction),
      ("over", .infixFraction(InfixFraction())), ("atop", .infixFraction(InfixFraction(hasBar: false))),
      ("above", .infixFraction(InfixFraction(readsThickness: true))),
      ("choose", .infixFraction(InfixFraction(hasBar: false, open: 0x28, close: 0x29))),
      ("brack", .infixFraction(InfixFraction(hasBar: false, open: 0x5B, close: 0x5D))),
      ("brace", .infixFraction(InfixFraction(hasBar: false, open: 0x7B, close: 0x7D))),
      ("bangle", .infixFraction(InfixFraction(hasBar: false, open: 0x27E8, close: 0x27E9))),
      ("overwithdelims", .infixFraction(InfixFraction(readsDelimiters: true))),
      ("atopwithdelims", .infixFraction(InfixFraction(hasBar: false, readsDelimiters: true))),
      (
        "abovewithdelims", .infixFraction(InfixFraction(readsDelimiters: true, readsThickness: true))
      ),
      ("sqrt", .radical), ("root", .root), ("of", .of), ("uproot", .dropped(arguments: 1)),
      ("leftroot", .dropped(arguments: 1)),
    ]
  }
}
