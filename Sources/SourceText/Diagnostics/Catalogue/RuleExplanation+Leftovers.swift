/// `lint.*`: what programs left in a text that was generated or copied.
extension RuleExplanation {
  static let lintModelCitation = RuleExplanation(
    .leftovers, .warning, "A chat program's own citation mark was left in the text",
    reason: """
      The mark meant something inside the chat only: readers see a number with a dagger, an empty box or \
      a word of program code, and no source.
      """,
    remedy: "Cite the source as `[@key]`, or let `check --fix` delete the mark.",
    wrong: "熵是平均的信息量【8†source】。",
    right: "熵是平均的信息量[@shannon-1948]。")

  static let lintModelLink = RuleExplanation(
    .leftovers, .warning, "A link leads into a chat program, or tells who sent the reader",
    reason: """
      Files under `sandbox:/mnt/data` exist only in the chat that wrote the text. \
      `utm_source=chatgpt.com` and the like tell the other site where a link was found, and tell readers \
      that nobody read it over.
      """,
    remedy: "Put the file beside the page and link to it; let `check --fix` shorten the address.",
    wrong: "[数据](https://example.org/data?utm_source=chatgpt.com)",
    right: "[数据](https://example.org/data)")

  static let lintModelPhrase = RuleExplanation(
    .leftovers, .warning, "A language model speaks of itself",
    reason: """
      Sentences about what a model is or cannot do, and the courtesies with which it begins, answer \
      nobody's question and show that the answer was not read before it was published.
      """,
    remedy: "Delete the sentence and check the rest of the answer.",
    wrong: "作为一个AI语言模型，我无法访问实时信息。困惑度是……",
    right: "困惑度是……")

  static let lintScraperMarker = RuleExplanation(
    .leftovers, .warning, "A marker of the program that copied the page was left in the text",
    reason: """
      Programs that save web pages as text mark headings and paragraphs in their own way. `[heading2]` \
      and `[content]` are shown to readers as they stand, and one that lies within an address breaks it.
      """,
    remedy: "Write the heading as Markdown, or let `check --fix` do it.",
    wrong: "[heading2]困惑度的定义",
    right: "## 困惑度的定义")

  static let lintCutAddress = RuleExplanation(
    .leftovers, .warning, "An address was cut off with dots",
    reason: """
      A page that shows long addresses shortened was copied as text. The dots are no part of the \
      address, and the link leads nowhere.
      """,
    remedy: "Look the whole address up and write it.",
    wrong: "https://example.org/very/lo...",
    right: "https://example.org/very/long/path")

  static let lintRepeatedParagraph = RuleExplanation(
    .leftovers, .warning, "A paragraph stands twice on the page",
    reason: """
      Copying and generating both double text. Readers believe that they lost their place, and the \
      search counts the words twice.
      """,
    remedy: "Delete one of the two; `check --fix` does it where one directly follows the other.",
    wrong: """
      困惑度越低，模型对下文越有把握，预测得也越准确。

      困惑度越低，模型对下文越有把握，预测得也越准确。
      """,
    right: "困惑度越低，模型对下文越有把握，预测得也越准确。")

  static let lintFlattenedList = RuleExplanation(
    .leftovers, .warning, "A list was run together into one line",
    reason: """
      The line breaks of a list were lost when it was copied. Its points cannot be told apart at a \
      glance, and are read out as one sentence.
      """,
    remedy: "Begin each point on a line of its own.",
    wrong: "优点：1. 训练快 2. 显存少 3. 部署易",
    right: """
      优点：

      1. 训练快
      2. 显存少
      3. 部署易
      """)

  static let lintGluedHeading = RuleExplanation(
    .leftovers, .warning, "A heading and its text run into each other",
    reason: """
      The line break behind a heading was lost, or the space behind its `#`. The heading swallows the \
      paragraph, or is none: the table of contents and the addresses of sections are wrong.
      """,
    remedy: "Put the heading on a line of its own, with a space behind the `#`.",
    wrong: "##稀疏性的好处",
    right: "## 稀疏性的好处")
}
