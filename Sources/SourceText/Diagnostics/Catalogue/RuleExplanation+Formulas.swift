/// `math.*`: where formulas begin and end, and their names.
extension RuleExplanation {
  static let mathUnclosed = RuleExplanation(
    .formulas, .error, "A display formula has no closing delimiter",
    reason: """
      The TeX is published as text, dollar signs and all, and Markdown reads its underscores and \
      backslashes.
      """,
    remedy: #"Close the formula with $$, or write \$\$ for two dollar signs."#,
    wrong: #"$$ H = -\sum_x p(x) \log p(x)"#,
    right: #"$$ H = -\sum_x p(x) \log p(x) $$"#)

  static let mathBlankLine = RuleExplanation(
    .formulas, .error, "A blank line stands inside a display formula",
    reason: """
      A blank line ends a paragraph, and TeX forbids it in formulas too. Both halves are published as \
      text.
      """,
    remedy: "Take the blank line out, or write two formulas.",
    wrong: """
      $$
      a = b

      c = d
      $$
      """,
    right: #"""
      $$
      \begin{gathered}
      a = b \\
      c = d
      \end{gathered}
      $$
      """#)

  static let mathSpaces = RuleExplanation(
    .formulas, .warning, "Space stands inside the dollar signs of a formula",
    reason: """
      `$ x $` is text, not a formula: so that `$5 and $6` can be money, a formula has no white space at \
      its ends. Readers see the TeX.
      """,
    remedy: #"Take the spaces out; or write \$ when a dollar sign is meant."#,
    wrong: "其中 $ H $ 是熵。",
    right: "其中 $H$ 是熵。")

  static let mathUnbalanced = RuleExplanation(
    .formulas, .warning, "A brace in a formula has no partner",
    reason: """
      A formula between dollar signs ends at a dollar sign outside of braces. With a brace too many or too \
      few there is none, and readers see the TeX.
      """,
    remedy: #"Close or open the group; a brace that is to be seen is \{ or \}."#,
    wrong: #"一半是 $\frac{1}{2$。"#,
    right: #"一半是 $\frac{1}{2}$。"#)

  static let mathMoney = RuleExplanation(
    .formulas, .warning, "Words between dollar signs are read as a formula",
    reason: """
      Two amounts with a dollar sign each can look like one formula: the words between them are set as \
      variables, in italics and without spaces.
      """,
    remedy: #"Write \$ where a dollar sign is meant."#,
    wrong: "It costs $five or six$ more.",
    right: #"It costs \$five or six\$ more."#)

  static let mathBracket = RuleExplanation(
    .formulas, .info, #"\[…\] stands inside a line and is no formula"#,
    reason: #"""
      \[ is also the way to write a plain bracket, so \[…\] is a formula only when it begins its line \#
      and ends one. Readers see the TeX in brackets.
      """#,
    remedy: #"Write $…$ or \(…\) inside a sentence, or put the formula on lines of its own."#,
    wrong: #"熵是 \[H = \log n\]，如上。"#,
    right: #"熵是 $H = \log n$，如上。"#)

  static let mathLabelDuplicate = RuleExplanation(
    .formulas, .error, "Two formulas of a page have one label",
    reason: """
      References lead to the first and show its number. Labels share their names with the ids of \
      headings and of the parts that every page has, such as ref-1 for its first source.
      """,
    remedy: "Give one of the formulas another label.",
    wrong: """
      $$ a = b $$ {#eq:one}

      $$ c = d $$ {#eq:one}
      """,
    right: """
      $$ a = b $$ {#eq:one}

      $$ c = d $$ {#eq:two}
      """)

  static let mathLabelUnresolved = RuleExplanation(
    .formulas, .error, "A reference names a formula that does not exist",
    reason: """
      Readers see a marked name in place of the number. Names that begin with eq:, fig:, tbl: or sec: \
      are always labels, never sources.
      """,
    remedy: "Correct the name, or label the formula.",
    wrong: "由 [@eq:entropie] 可得。",
    right: "由 [@eq:entropy] 可得。")

  static let mathLabelAmbiguous = RuleExplanation(
    .formulas, .error, "A reference names a formula that several pages have",
    reason: """
      A label that the page itself does not have is looked for on all others. Two of them have it, and \
      nothing says which is meant.
      """,
    remedy: "Name the page in a link, [[page#eq:name]], or give one of the formulas another label.",
    wrong: "由 [@eq:loss] 可得。",
    right: "由 [[交叉熵#eq:loss]] 可得。")
}
