/// Parts of environments, and what TeX needs but a formula does not.
enum LayoutCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("begin", .beginEnvironment), ("end", .endEnvironment), ("\\", .rowBreak), ("cr", .rowBreak),
      ("newline", .rowBreak), ("tabularnewline", .rowBreak), ("hline", .horizontalRule(.solid)),
      ("hdashline", .horizontalRule(.dashed)), ("multicolumn", .multicolumn),
      ("cline", .partialRule), ("hdotsfor", .dottedCells),
      ("matrix", .plainTable(.matrix)),
      ("pmatrix", .plainTable(.parenthesizedMatrix)),
      ("cases", .plainTable(.cases)),
      ("displaylines", .plainTable(.lines)),
      ("eqalign", .plainTable(.equations)),
      ("eqalignno", .plainTable(.equations)),
      ("leqalignno", .plainTable(.equations)),
      ("intertext", .textBetweenRows), ("shortintertext", .textBetweenRows),
      ("relax", .ignored), ("nobreak", .ignored), ("allowbreak", .ignored), ("displaybreak", .ignored),
      ("protect", .ignored), ("centering", .ignored), ("nonscript", .ignored), ("adjustlimits", .ignored),
      ("break", .ignored), ("goodbreak", .ignored), ("badbreak", .ignored), ("hfil", .ignored),
      ("hfill", .ignored), ("hss", .ignored), ("null", .ignored), ("noindent", .ignored),
      ("DOTSB", .ignored), ("DOTSI", .ignored), ("DOTSX", .ignored), ("oldstyle", .ignored),
    ]
  }
}
