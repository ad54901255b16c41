/// `lint.*` of the whole site: pages that are cut off from the rest, or promise more than they hold.
extension RuleExplanation {
  static let lintOrphan = RuleExplanation(
    .editing, .info, "Questions that no page links to",
    reason: """
      Readers find such a page by search and by its tags alone. A link from a page that speaks of the same thing \
      brings them there when they need it.
      """,
    remedy: "Link to the page where another page speaks of its subject.",
    wrong: "困惑度由熵而来。",
    right: "困惑度由[[熵]]而来。")

  static let lintUncitedReference = RuleExplanation(
    .editing, .info, "Sources that no page cites",
    reason: "A source that backs no answer is a page nobody comes to; often an answer has lost its citation.",
    remedy: "Cite the source where it backs a statement, or remove the file.",
    wrong: "困惑度是熵的指数。",
    right: "困惑度是熵的指数 [@perplexity]。")

  static let lintUnansweredQuestion = RuleExplanation(
    .editing, .info, "Questions without an answer",
    reason: "They are listed among the wanted pages, so that somebody can answer them.",
    remedy: "Write the answer, or leave the page out as a draft until it has one.",
    wrong: """
      # 什么是熵率

      ## 答案
      """,
    right: """
      # 什么是熵率

      ## 答案
      平均到每个符号的熵。
      """)

  static let lintUnsourcedAnswer = RuleExplanation(
    .editing, .info, "Answers that name no source",
    reason: "A reader cannot check such an answer, and cannot tell what is known from what is guessed.",
    remedy: "Cite a source, add an item to the page's own list of sources, or link to a page that shows it.",
    wrong: "英文的熵率约为每字母一比特。",
    right: "英文的熵率约为每字母一比特 [@shannon-1951]。")

  static let lintUnreviewedAnswer = RuleExplanation(
    .editing, .info, "Answers of programs that nobody has reviewed",
    reason:
      "Readers are told that the answer may contain mistakes. Once somebody has read and checked it, say so.",
    remedy: "Check the answer, then write who did and when.",
    wrong: """
      ---
      provenance: ai
      ---
      """,
    right: """
      ---
      provenance: ai
      reviewer: 林溪
      reviewed: 2024-08-01
      ---
      """)
}
