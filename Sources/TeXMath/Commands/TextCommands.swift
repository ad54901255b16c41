/// Text inside formulas.
enum TextCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("text", .text(TextChange())), ("mbox", .text(TextChange())), ("hbox", .text(TextChange())),
      ("textnormal", .text(TextChange(removed: .everything))),
      ("textrm", .text(TextChange(removed: [.sansSerif, .monospace]))),
      ("textup", .text(TextChange(removed: [.italic, .smallCaps]))),
      ("textmd", .text(TextChange(removed: .bold))), ("textbf", .text(TextChange(added: .bold))),
      ("textit", .text(TextChange(added: .italic))), ("textsl", .text(TextChange(added: .italic))),
      ("emph", .text(TextChange(added: .italic))),
      ("textsf", .text(TextChange(added: .sansSerif, removed: .monospace))),
      ("texttt", .text(TextChange(added: .monospace, removed: .sansSerif))),
      ("textsc", .text(TextChange(added: .smallCaps))),
      ("textsuperscript", .textScript(isRaised: true)), ("textsubscript", .textScript(isRaised: false)),
      ("textcircled", .circled), ("LaTeX", .logo("LaTeX")), ("TeX", .logo("TeX")), ("KaTeX", .logo("KaTeX")),
      ("verb", .verbatim), ("char", .characterCode(.number)), ("symbol", .characterCode(.braced)),
      ("unicode", .characterCode(.braced)), ("U", .characterCode(.hexadecimal)),
      ("(", .mathShift(closes: false)), (")", .mathShift(closes: true)), ("[", .mathShift(closes: false)),
      ("]", .mathShift(closes: true)),
    ]
  }
}
