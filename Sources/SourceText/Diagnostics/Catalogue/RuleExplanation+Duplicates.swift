/// `lint.*`: questions that are asked twice.
extension RuleExplanation {
  static let lintNearDuplicate = RuleExplanation(
    .editing, .warning, "Two questions seem to be one",
    reason: """
      Readers find one of the two and miss what the other says; links and corrections go now to one, now to the \
      other. Titles and answers are compared apart, without regard to script, width, punctuation and order.
      """,
    remedy: """
      Name the question to keep in the front matter of the other, whose page then leads there; or, if they are two, \
      keep them apart with `related: [-name]` or a title that says in what they differ.
      """,
    wrong: """
      title: 困惑度是什么意思
      """,
    right: """
      title: 困惑度是什么意思
      duplicate_of: what-is-perplexity
      """)

  static let lintTitleTwin = RuleExplanation(
    .editing, .warning, "Titles differ only in punctuation, width, case or script",
    reason: """
      In lists and search results nobody can tell such pages apart, and a wiki link by the title may mean either of \
      them.
      """,
    remedy: """
      Make one page a duplicate of the other with `duplicate_of:`, or say in the titles in what they differ.
      """,
    wrong: """
      title: 什么是困惑度？
      title: 什麼是困惑度?
      """,
    right: """
      title: 什么是困惑度？
      title: 什么是分词后的困惑度？
      """)
}
