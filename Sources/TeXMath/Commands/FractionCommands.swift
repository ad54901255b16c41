/// Fractions, roots, and things set above or below others.
enum FractionCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("frac", .fraction(displayStyle: nil)), ("dfrac", .fraction(displayStyle: true)),
      ("tfrac", .fraction(displayStyle: false)), ("cfrac", .fraction(displayStyle: true)),
      ("binom", .binomial(displayStyle: nil)), ("dbinom", .binomial(displayStyle: true)),
      ("tbinom", .binomial(displayStyle: false)), ("genfrac", .generalizedFraction),
      ("over", .infixFraction(hasBar: true, open: 0, close: 0)),
      ("atop", .infixFraction(hasBar: false, open: 0, close: 0)),
      ("choose", .infixFraction(hasBar: false, open: 0x28, close: 0x29)),
      ("brack", .infixFraction(hasBar: false, open: 0x5B, close: 0x5D)),
      ("brace", .infixFraction(hasBar: false, open: 0x7B, close: 0x7D)),
      ("sqrt", .radical),
      ("overset", .overset(nil)), ("stackrel", .overset(.relation)), ("underset", .underset),
      ("sideset", .sideset), ("substack", .substack),
      ("xrightarrow", .extensibleArrow(0x2192)), ("xleftarrow", .extensibleArrow(0x2190)),
      ("xleftrightarrow", .extensibleArrow(0x2194)), ("xRightarrow", .extensibleArrow(0x21D2)),
      ("xLeftarrow", .extensibleArrow(0x21D0)), ("xLeftrightarrow", .extensibleArrow(0x21D4)),
      ("xhookrightarrow", .extensibleArrow(0x21AA)), ("xhookleftarrow", .extensibleArrow(0x21A9)),
      ("xmapsto", .extensibleArrow(0x21A6)), ("xrightharpoonup", .extensibleArrow(0x21C0)),
      ("xrightharpoondown", .extensibleArrow(0x21C1)), ("xleftharpoonup", .extensibleArrow(0x21BC)),
      ("xleftharpoondown", .extensibleArrow(0x21BD)), ("xrightleftharpoons", .extensibleArrow(0x21CC)),
      ("xleftrightharpoons", .extensibleArrow(0x21CB)), ("xtwoheadrightarrow", .extensibleArrow(0x21A0)),
      ("xtwoheadleftarrow", .extensibleArrow(0x219E)), ("xlongequal", .extensibleArrow(0x3D)),
    ]
  }
}
