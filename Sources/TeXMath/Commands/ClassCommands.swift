/// What a part counts as between its neighbours, and operators with a name.
enum ClassCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("operatorname", .operatorName(withLimits: false)),
      ("operatornamewithlimits", .operatorName(withLimits: true)),
      ("mathop", .classed(.function)), ("mathbin", .classed(.binary)), ("mathrel", .classed(.relation)),
      ("mathord", .classed(.ordinary)), ("mathopen", .classed(.open)), ("mathclose", .classed(.close)),
      ("mathpunct", .classed(.punctuation)), ("mathinner", .classed(.inner)),
      ("cramped", .classed(.ordinary)), ("mathmbox", .classed(.ordinary)), ("limits", .limits(.always)),
      ("nolimits", .limits(.never)),
      ("displaylimits", .limits(.whenDisplay)), ("not", .negation), ("centernot", .negation), ("dots", .dots),
      ("implies", .wideRelation(0x27F9)), ("impliedby", .wideRelation(0x27F8)),
      ("iff", .wideRelation(0x27FA)),
      ("bmod", .symbolicName("mod", .binary)), ("pmod", .modulo(.parenthesized)), ("mod", .modulo(.plain)),
      ("pod", .modulo(.withoutName)), ("idotsint", .manifoldIntegral), ("smallint", .smallIntegral),
    ]
  }
}
