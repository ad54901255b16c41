/// `link.*`, `citation.*`, `asset.*`, `image.*`: what points somewhere else.
extension RuleExplanation {
  static let linkUnresolved = RuleExplanation(
    .links, .error, "A relative link leads to no file",
    reason: """
      Readers would get "page not found". The link is shown as marked text when the site is published \
      all the same.
      """,
    remedy: "Correct the path: it is relative to the file's own folder and names the `.md` file.",
    wrong: "见[困惑度](perplexty.md)。",
    right: "见[困惑度](perplexity.md)。")

  static let linkAmbiguous = RuleExplanation(
    .links, .error, "A wiki link fits several pages",
    reason: """
      Two pages have the name the link uses, as file name, alias or title, or two images or other files have \
      it, and nothing says which is meant. What the reader got would depend on the order of files.
      """,
    remedy: "Write the path of the page, or as much of its end as makes it the only one.",
    wrong: "[[熵]]",
    right: "[[信息论/熵]]")

  static let linkFragment = RuleExplanation(
    .links, .error, "A link leads to a place that its page does not have",
    reason: """
      The page exists, but no heading, label or block of it has this id: the reader lands at the top and \
      has to search. This happens when a heading is reworded.
      """,
    remedy: "Use the heading's present text or id, or give the heading a lasting {#id}.",
    wrong: "[[困惑度#定 义]]",
    right: "[[困惑度#定义]]")

  static let linkUnsafe = RuleExplanation(
    .links, .error, "A link has a scheme that is not published",
    reason: """
      Links with schemes such as javascript: or data: can run code in the reader's browser, also when \
      they are spelt with entities or control characters. Only http, https, mailto, tel and relative \
      links are published.
      """,
    remedy: "Link to a web page or a file of the site.",
    wrong: "[这里](javascript:alert(1))",
    right: "[这里](https://example.org/)")

  static let linkWanted = RuleExplanation(
    .links, .warning, "A wiki link names a page that nobody has written yet",
    reason: """
      This is how a wiki grows: the link is shown in red, and the page is listed among the wanted pages. \
      When it is a misspelling, the message names the nearest page.
      """,
    remedy: "Write the page, correct the name, or switch the rule off while you draft.",
    wrong: "参见[[稀疏向量]]。",
    right: "参见[[sparse-vectors|稀疏向量]]。")

  static let citationUnresolved = RuleExplanation(
    .links, .error, "A citation names a source that does not exist",
    reason: """
      The claim stands there without its evidence: readers see a marked key in place of a number. A key \
      is the file name of a source, its `id:`, or its BibTeX key; case counts.
      """,
    remedy: "Correct the key, or add the source below content/references/.",
    wrong: "困惑度由熵而来 [@shanon]。",
    right: "困惑度由熵而来 [@shannon]。")

  static let assetMissing = RuleExplanation(
    .links, .error, "An image or file that a page uses is missing",
    reason: """
      Readers would see a broken image. Paths are relative to the file's own folder; wiki links and embeds find \
      a file by its name alone, wherever it lies.
      """,
    remedy: "Put the file there, or correct the path. Case counts, also where your own disk does not tell.",
    wrong: "![曲线](Curve.png)",
    right: "![曲线](curve.png)")

  static let linkDraft = RuleExplanation(
    .links, .warning, "A link leads to a draft",
    reason: "The page exists but is not published, so the link is shown as marked text until it is.",
    remedy: "Publish the page by removing `draft: true`, remove the link, or build with --drafts.",
    wrong: """
      ---
      title: 熵率
      draft: true
      ---
      """,
    right: """
      ---
      title: 熵率
      ---
      """)

  static let embedLimit = RuleExplanation(
    .links, .warning, "A page shows more passages of other pages than it can",
    reason: """
      Passages that show passages can grow without end. Beyond five within one another, or 256 on a page, readers get \
      a link in place of the passage.
      """,
    remedy: "Make some of the embeds links by removing their exclamation marks.",
    wrong: "![[章节一]]",
    right: "[[章节一]]")

  static let embedInline = RuleExplanation(
    .links, .warning, "A passage is to be shown in the middle of other text",
    reason: """
      A passage has paragraphs of its own, which cannot stand in a sentence, a heading or a cell of a table. Readers get \
      a link in its place.
      """,
    remedy: "Give the embed a paragraph of its own, or make it a link by removing its exclamation mark.",
    wrong: "参见 ![[困惑度]]。",
    right: "参见 [[困惑度]]。")

  static let embedCircle = RuleExplanation(
    .links, .error, "Pages show each other, or a page shows itself",
    reason: """
      A passage that is shown within itself has no end. Where the circle closes, readers get a link in place of the \
      passage.
      """,
    remedy: "Make one of the embeds a link by removing its exclamation mark.",
    wrong: "In 熵.md: ![[困惑度]]; in 困惑度.md: ![[熵]]",
    right: "In 熵.md: ![[困惑度]]; in 困惑度.md: [[熵]]")
}
