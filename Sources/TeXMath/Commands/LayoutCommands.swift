/// Parts of environments, and what TeX needs but a formula does not.
enum LayoutCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("begin", .beginEnvironment), ("end", .endEnvironment), ("\\", .rowBreak), ("cr", .rowBreak),
      ("newline", .rowBreak), ("tabularnewline", .rowBreak), ("hline", .horizontalRule(.solid)),
      ("hdashline", .horizontalRule(.dashed)), ("multicolumn", .multicolumn),
      ("matrix", .plainTable(Environment(layout: .matrix))),
      ("pmatrix", .plainTable(Environment(layout: .matrix, open: 0x28, close: 0x29))),
      ("cases", .plainTable(Environment(layout: .cases, open: 0x7B, firstTextColumn: 1))),
      ("intertext", .textBetweenRows), ("shortintertext", .textBetweenRows),
      ("relax", .ignored), ("nobreak", .ignored), ("allowbreak", .ignored), ("displaybreak", .ignored),
      ("protect", .ignored), ("centering", .ignored), ("nonscript", .ignored), ("adjustlimits", .ignored),
      ("break", .ignored), ("goodbreak", .ignored), ("badbreak", .ignored), ("hfil", .ignored),
      ("hfill", .ignored), ("hss", .ignored), ("null", .ignored), ("noindent", .ignored),
      ("DOTSB", .ignored), ("DOTSI", .ignored), ("DOTSX", .ignored), ("oldstyle", .ignored),
    ]
  }
}
