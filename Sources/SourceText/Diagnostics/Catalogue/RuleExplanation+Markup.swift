/// `markup.*`, `html.*`, `code.*`, `comment.*`, `table.*`, `footnote.*`, `callout.*`: Markdown.
extension RuleExplanation {
  static let markupLimit = RuleExplanation(
    .markup, .error, "A block is larger or nested deeper than a limit",
    reason: """
      Thousands of brackets in one paragraph, or lists nested a hundred deep, cost more time than all \
      other pages together, and are hardly ever meant. The block is shown as plain text, and the rest of \
      the file is read.
      """,
    remedy: "Divide the block, or raise the limit that the message names under `limits:` in quaestio.yml.",
    wrong: "[[[[[[[[[[[[[[[[…    (thousands of them)",
    right: "limits: {brackets: 5000}")

  static let htmlNotAllowed = RuleExplanation(
    .markup, .warning, "HTML that is not published",
    reason: """
      Scripts, styles and most elements of HTML can break the page or harm readers. A few are allowed, \
      such as sub, sup, kbd, details and img, without classes, styles and handlers. Anything else is \
      shown as text.
      """,
    remedy: """
      Use Markdown, or one of the allowed elements. `raw_html: all` in quaestio.yml publishes everything \
      as it is written: only for content that you trust wholly.
      """,
    wrong: #"<font color="red">重要</font>"#,
    right: "**重要**")

  static let codeUnclosedFence = RuleExplanation(
    .markup, .warning, "A code block is never closed",
    reason: """
      Everything below the opening fence, up to the end of the file or of its list or quote, becomes \
      code: headings vanish, formulas show their TeX.
      """,
    remedy: "Close the block with a line of as many backticks or tildes as opened it.",
    wrong: """
      ```python
      print(2 ** 4.7)

      正文从这里继续。
      """,
    right: """
      ```python
      print(2 ** 4.7)
      ```

      正文从这里继续。
      """)

  static let commentUnclosed = RuleExplanation(
    .markup, .error, "A comment is never closed",
    reason: """
      Comments between %% and %% are never published. Without the closing %% nobody can tell where private \
      text ends, so all that follows is left out of the page: readers see half an answer.
      """,
    remedy: #"Close the comment with %%, or write \%\% for two percent signs."#,
    wrong: """
      %% 这句还没核实

      正文。
      """,
    right: """
      %% 这句还没核实 %%

      正文。
      """)

  static let tableUneven = RuleExplanation(
    .markup, .warning, "A row of a table has too few or too many cells",
    reason: """
      Missing cells stay empty; cells beyond the last column are not shown, so text is lost. The usual \
      reason is a bar inside a cell, such as in |x|.
      """,
    remedy: #"Write \| for a bar inside a cell, also within code; bars within formulas are known."#,
    wrong: """
      | 记号 | 含义 |
      |---|---|
      | a | b | c |
      """,
    right: #"""
      | 记号 | 含义 |
      |---|---|
      | a \| b | c |
      """#)

  static let footnoteUndefined = RuleExplanation(
    .markup, .error, "A footnote is referred to but not defined",
    reason: """
      Readers see the mark [^1] as text, and the note that it promises is missing. Often the note is on another \
      page, or its label is spelt in another way.
      """,
    remedy: #"Add a line `[^1]: …`, or write \[^1] for a plain bracket."#,
    wrong: "熵有单位。[^1]",
    right: """
      熵有单位。[^1]

      [^1]: 以 2 为底时是比特。
      """)

  static let footnoteDuplicate = RuleExplanation(
    .markup, .error, "A footnote is defined twice",
    reason: "The first definition counts, and the text of the second is never shown.",
    remedy: "Give the second definition a label of its own, and refer to it.",
    wrong: """
      [^1]: 比特。

      [^1]: 奈特。
      """,
    right: """
      [^1]: 比特。

      [^2]: 奈特。
      """)

  static let footnoteUnused = RuleExplanation(
    .markup, .warning, "Nothing refers to a footnote",
    reason: "A note without a mark in the text is not shown: its text is lost to readers.",
    remedy: "Put its mark into the text, or delete it.",
    wrong: """
      熵有单位。

      [^1]: 比特。
      """,
    right: """
      熵有单位。[^1]

      [^1]: 比特。
      """)

  static let calloutUnknownType = RuleExplanation(
    .markup, .info, "A callout has a type that is not known",
    reason: "It is shown as a note. When the type is a misspelling, the box has the wrong colour and title.",
    remedy: "Use a known type; a title of your own goes behind it.",
    wrong: """
      > [!WARNNG]
      > 单位不同。
      """,
    right: """
      > [!WARNING] 注意
      > 单位不同。
      """)
}
