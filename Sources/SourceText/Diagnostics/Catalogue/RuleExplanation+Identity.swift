/// `slug.*`, `reference.*`, `heading.*`, `block-id.*`: names and addresses.
extension RuleExplanation {
  static let slugDuplicate = RuleExplanation(
    .identity, .error, "Two files claim one address",
    reason: """
      One page would overwrite the other. Names that differ only in case or in Unicode normalisation \
      count as equal, because many hosts and disks do not tell them apart.
      """,
    remedy: "Rename one of the files, or give it a `slug:` of its own.",
    wrong: """
      content/questions/a/熵.md
      content/questions/b/熵.md
      """,
    right: """
      content/questions/a/熵.md
      content/questions/b/交叉熵.md
      """)

  static let slugReserved = RuleExplanation(
    .identity, .error, "A file claims an address that cannot be its own",
    reason: """
      Pages such as /search/ and /tags/ are made by Quaestio, and some paths can be no file on any host. \
      The page would hide a part of the site, or could not be published.
      """,
    remedy: "Rename the file, or give it another `slug:`.",
    wrong: "content/pages/search.md",
    right: "content/pages/searching.md")

  static let referenceDuplicate = RuleExplanation(
    .identity, .error, "Two sources have one key",
    reason: "A citation could mean either of them, and the reader would land at the wrong source.",
    remedy: "Rename one of the files, or give it an `id:` of its own.",
    wrong: """
      content/references/shannon.md
      content/references/1948/shannon.md
      """,
    right: """
      content/references/shannon.md
      content/references/1948/shannon-1948.md
      """)

  static let headingDuplicateID = RuleExplanation(
    .identity, .error, "Two headings of a page have one id",
    reason: """
      Links to the second heading lead to the first. Ids made from the heading's text never collide, so \
      one of the two was written by hand.
      """,
    remedy: "Give one of the headings another {#id}.",
    wrong: """
      ## 定义 {#def}

      ## 例子 {#def}
      """,
    right: """
      ## 定义 {#def}

      ## 例子 {#example}
      """)

  static let blockIDDuplicate = RuleExplanation(
    .identity, .error, "Two blocks of a page have one id",
    reason: """
      Links such as [[page#^id]] lead to the first of them only, and embeds show the first: readers get another \
      passage than the one you mean.
      """,
    remedy: "Give one of the blocks another ^id.",
    wrong: """
      熵不为负。 ^fact

      熵有上界。 ^fact
      """,
    right: """
      熵不为负。 ^fact

      熵有上界。 ^bound
      """)
}
