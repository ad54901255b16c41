/// `tex.*`: what stands in a formula.
extension RuleExplanation {
  static let texUnknownCommand = RuleExplanation(
    .formulas, .error, "A TeX command is not known",
    reason: """
      The command is shown in red as it is written. Commands of packages that are not loaded, and macros \
      of your own, are not known by themselves.
      """,
    remedy: "Correct the name, or define it under `macros:` in the front matter or quaestio.yml.",
    wrong: #"$\sprt{x}$"#,
    right: #"$\sqrt{x}$"#)

  static let texUnknownEnvironment = RuleExplanation(
    .formulas, .error, "A TeX environment is not known",
    reason: """
      The formula is shown as TeX. Environments for text, such as itemize or tabular, are none of \
      formulas.
      """,
    remedy: "Correct the name; for tables use Markdown.",
    wrong: #"$$\begin{alinged} a &= b \end{alinged}$$"#,
    right: #"$$\begin{aligned} a &= b \end{aligned}$$"#)

  static let texSyntax = RuleExplanation(
    .formulas, .error, "A formula is not well formed",
    reason: """
      Something is missing or out of place: a closing brace, an argument, a second ^. Guessing would \
      show readers another formula than the one you mean.
      """,
    remedy: "Mend what the caret points at.",
    wrong: #"$\frac{1}{2$"#,
    right: #"$\frac{1}{2}$"#)

  static let texForbidden = RuleExplanation(
    .formulas, .error, "A TeX command is not allowed",
    reason: """
      Commands that bring addresses, styles, files or HTML into the page are refused: they could run \
      code in the reader's browser, also where the Markdown around them is safe.
      """,
    remedy: "Put the link around the formula, in Markdown.",
    wrong: #"$\href{https://example.org}{H}$"#,
    right: "[$H$](https://example.org)")

  static let texLimit = RuleExplanation(
    .formulas, .error, "A formula exceeds a limit",
    reason: """
      Macros that expand for ever, thousands of bytes in one formula, braces hundreds deep: such a \
      formula is not converted, so that one page cannot hold up the build.
      """,
    remedy: """
      Divide the formula, mend the macro that calls itself, or raise the limit under `limits:` in \
      quaestio.yml.
      """,
    wrong: #"macros: {\x: '\x\x'}"#,
    right: #"macros: {\x: '\xi'}"#)

  static let texBareRows = RuleExplanation(
    .formulas, .warning, "Rows or columns stand in no environment",
    reason: #"""
      \\ and & belong to environments such as aligned. The formula is set as one would expect, but TeX itself \#
      would refuse it.
      """#,
    remedy: #"Write \begin{aligned} … \end{aligned} around the rows."#,
    wrong: #"""
      $$
      a &= b \\
      c &= d
      $$
      """#,
    right: #"""
      $$
      \begin{aligned}
      a &= b \\
      c &= d
      \end{aligned}
      $$
      """#)

  static let texNumbering = RuleExplanation(
    .formulas, .warning, "A label or a tag has no effect",
    reason: """
      Only a display formula has a number, and a row of it has one label and one tag at most. Nothing can refer \
      to a label that was left out.
      """,
    remedy: #"Keep one \label and one \tag a row, and write numbered formulas between $$ and $$."#,
    wrong: #"$$ H = \log n \label{eq:h} \label{eq:entropy} $$"#,
    right: #"$$ H = \log n \label{eq:entropy} $$"#)
}
