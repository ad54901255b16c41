/// Text inside formulas.
enum TextCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("text", .text(.plain)), ("textrm", .text(.plain)), ("textnormal", .text(.plain)),
      ("textup", .text(.plain)), ("textmd", .text(.plain)), ("mbox", .text(.plain)), ("hbox", .text(.plain)),
      ("intertext", .text(.plain)), ("textsc", .text(.plain)), ("textbf", .text(.bold)),
      ("textit", .text(.italic)), ("textsl", .text(.italic)), ("emph", .text(.italic)),
      ("textsf", .text(.sansSerif)), ("texttt", .text(.monospace)), ("textcircled", .circled),
      ("LaTeX", .logo("LaTeX")), ("TeX", .logo("TeX")),
    ]
  }
}
