/// Environments' parts, classes, limits and what hides or marks a part.
enum LayoutCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("begin", .beginEnvironment), ("end", .endEnvironment), ("\\", .rowBreak), ("cr", .rowBreak),
      ("newline", .rowBreak), ("tabularnewline", .rowBreak), ("hline", .horizontalRule),
      ("hdashline", .horizontalRule),
      ("operatorname", .operatorName), ("mathop", .classed(.function)), ("mathbin", .classed(.binary)),
      ("mathrel", .classed(.relation)), ("mathord", .classed(.ordinary)), ("mathopen", .classed(.open)),
      ("mathclose", .classed(.close)), ("mathpunct", .classed(.punctuation)), ("mathinner", .classed(.inner)),
      ("limits", .limits(.always)), ("nolimits", .limits(.never)), ("displaylimits", .limits(.whenDisplay)),
      ("not", .negation), ("dots", .dots),
      ("bmod", .symbolicName("mod", .binary)), ("boxed", .decoration(.boxed)), ("fbox", .decoration(.boxed)),
      ("cancel", .decoration(.cancel)),
      ("bcancel", .decoration(.backCancel)), ("xcancel", .decoration(.crossCancel)),
      ("sout", .decoration(.crossCancel)),
      ("phantom", .decoration(.phantom)), ("hphantom", .decoration(.horizontalPhantom)),
      ("vphantom", .decoration(.verticalPhantom)), ("smash", .decoration(.smash)),
      ("mathrlap", .decoration(.rightLap)), ("rlap", .decoration(.rightLap)),
      ("mathllap", .decoration(.leftLap)), ("llap", .decoration(.leftLap)),
      ("mathclap", .decoration(.centerLap)), ("clap", .decoration(.centerLap)),
      ("pmod", .modulo(.parenthesized)), ("mod", .modulo(.plain)), ("pod", .modulo(.withoutName)),
      ("strut", .strut), ("mathstrut", .strut),
      ("newcommand", .defineMacro), ("renewcommand", .defineMacro), ("providecommand", .defineMacro),
      ("def", .defineMacro), ("DeclareMathOperator", .defineOperator),
      ("relax", .ignored), ("nobreak", .ignored), ("allowbreak", .ignored), ("displaybreak", .ignored),
      ("protect", .ignored), ("centering", .ignored),
    ]
  }
}
