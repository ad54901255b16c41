/// `import.*`: what `quaestio import` did to a text, and what it could not do.
extension RuleExplanation {
  static let importRemoved = RuleExplanation(
    .importing, .info, "A part of an imported page is in none of the files",
    reason: """
      A scraped page holds more than its text: labels, a breadcrumb, a notice that a model wrote it, a \
      scraper's markers, paragraphs taken twice. They are left out or became front matter. The message \
      quotes what was left out, so that nothing is lost unseen.
      """,
    remedy: "Read the quoted part; if it belongs to the text, write it back into the file.",
    wrong: "[heading2]什么是熵",
    right: "### 什么是熵")

  static let importRepaired = RuleExplanation(
    .importing, .info, "Damage in an imported page was mended",
    reason: """
      Scrapers press lists into one line, put spaces inside the dollar signs of formulas and keep \
      full-width numbers. Where only one reading is possible, the text was written as it was meant.
      """,
    remedy: "Nothing needs to be done; look at the place if the text matters to you.",
    wrong: "三步：1. 分词 2. 计数 3. 归一",
    right: "三步：\n\n1. 分词\n2. 计数\n3. 归一")

  static let importDamaged = RuleExplanation(
    .importing, .warning, "A place in an imported page looks damaged",
    reason: """
      A cut address, a mark without its source, a formula that never ends: the page lost something \
      when it was copied, and nobody but a person can say what. The place was kept as it is.
      """,
    remedy: "Compare the place with the page the text was copied from, and mend it in the file.",
    wrong: "https://example.org/perplexity-of-langu...",
    right: "https://example.org/perplexity-of-language-models")

  static let importAmbiguous = RuleExplanation(
    .importing, .warning, "A name in an imported page fits several pages",
    reason: """
      A link, or an item of `related:`, names a page by a slug, an alias, a title or an address that several \
      pages have. Only its author knows which one is meant, so that it was left as it was.
      """,
    remedy: "Write the path of the page that is meant; the message lists them.",
    wrong: "[[Entropy]]",
    right: "[[questions/physics/entropy|Entropy]]")

  static let importIncomplete = RuleExplanation(
    .importing, .warning, "An imported page lacks its title or its answer",
    reason: """
      A question needs a title to have an address, and readers come for the answer. The labels that \
      divide a page may be missing, or be words that Quaestio does not know.
      """,
    remedy: "Put the label on a line of its own, for example `Answer`, and import the text again.",
    wrong: "什么是困惑度？",
    right: "什么是困惑度？\n回答\n困惑度是平均分支数。")

  static let importUnsupported = RuleExplanation(
    .importing, .warning, "A construct of another program has no counterpart",
    reason: """
      Themes and plugins of Hugo, Jekyll and Obsidian add marks of their own. Where none of ours means the same, \
      the mark stays in the text as code, so that readers see it and nothing is lost.
      """,
    remedy: "Write what the mark showed in Markdown, and remove the code.",
    wrong: "`{{< youtube dQw4w9WgXcQ >}}`",
    right: "[The lecture on video](https://www.youtube.com/watch?v=dQw4w9WgXcQ)")

  static let importSkipped = RuleExplanation(
    .importing, .info, "A file of an imported folder was not imported",
    reason: """
      A vault or a site holds more than its text: templates, layouts, settings, drawings, what was thrown away, \
      links that lead out of the folder. They mean nothing outside of their program.
      """,
    remedy: "Copy the file by hand if the site needs it.",
    wrong: "Templates/daily.md",
    right: "content/pages/daily.md")

  static let importExists = RuleExplanation(
    .importing, .warning, "An import would overwrite a file of the site",
    reason: """
      What stands in the site may have been edited since the last import, so that an import writes only files \
      that do not exist yet.
      """,
    remedy: "Rename or remove the file in the site and import again, or leave it as it is.",
    wrong: "quaestio import ~/vault   # a second time",
    right: "quaestio import ~/vault   # after the old pages were moved away")
}
