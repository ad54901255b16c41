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
      one of the two was written by hand. Some ids belong to parts that every page has: main-content, references, \
      ref-1 for its first source, fn-1 for its first footnote.
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

  static let linkDuplicateID = RuleExplanation(
    .identity, .error, "The id of a link or image is that of another place",
    reason: """
      An id names one place of a page, and links find it by that: headings, labels of formulas, links and images share \
      their names, and some belong to parts that every page has, such as ref-1 to the first of its sources.
      """,
    remedy: "Give the link or image another {#id}.",
    wrong: """
      ## 图 {#fig}

      ![香农的信道](channel.svg){#fig}
      """,
    right: """
      ## 图 {#fig}

      ![香农的信道](channel.svg){#fig:channel}
      """)

  static let aliasAddress = RuleExplanation(
    .identity, .warning, "An alias gives a page an address it cannot have",
    reason: """
      Readers who follow old links are sent on from the addresses of aliases. This one belongs to another page, or no \
      page can stand there, so they would not arrive. An alias that begins with / is an address below the site's \
      root; any other is a name, and its address lies beside the page's own.
      """,
    remedy: "Remove the alias, or write another one.",
    wrong: "aliases: [/search/]",
    right: "aliases: [/2023/perplexity.html]")

  static let duplicateInvalid = RuleExplanation(
    .identity, .error, "A question cannot be the duplicate of what it names",
    reason: """
      A duplicate leads its readers to the question it repeats. Questions that are each other's duplicates lead \
      nowhere, and so does one that names itself or a page that is no question.
      """,
    remedy:
      "Keep `duplicate_of` in the questions that should point, and remove it from the one they point to.",
    wrong: """
      ---
      title: 什么是困惑度
      duplicate_of: 什么是困惑度
      ---
      """,
    right: """
      ---
      title: 困惑度是什么意思
      duplicate_of: 什么是困惑度
      ---
      """)

  static let translationInvalid = RuleExplanation(
    .identity, .error, "A page is no translation of what it names",
    reason: """
      Translations are of one kind, in different languages, and lead to one page they all translate. Otherwise the \
      switch between languages would lead readers in a circle or to the language they are reading.
      """,
    remedy: "Name the original in `translation_of`, and say in `lang` what language the page is written in.",
    wrong: """
      ---
      translation_of: entropy
      ---
      """,
    right: """
      ---
      translation_of: entropy
      lang: en
      ---
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
