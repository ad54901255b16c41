/// `front-matter.*`: the keys and values above the text.
extension RuleExplanation {
  static let frontMatterInvalid = RuleExplanation(
    .frontMatter, .error, "Front matter holds something that is no YAML, or YAML that is not taken",
    reason: """
      YAML gives a meaning of its own to many signs: a colon and a space begin a new key, [ begins a \
      list, @ and ` are reserved, * & ! name aliases, anchors and tags. Other programs would lose all \
      keys of the page; here only the value itself is in doubt.
      """,
    remedy: "Put the value in single quotes; a single quote inside is doubled.",
    wrong: """
      ---
      title: 稀疏: 是什么
      ---
      """,
    right: """
      ---
      title: '稀疏: 是什么'
      ---
      """)

  static let frontMatterUnclosed = RuleExplanation(
    .frontMatter, .error, "Front matter has no closing line",
    reason: """
      A first line `---` with keys below it begins front matter. Without a second `---` nobody can tell \
      where the text begins, and keys would be published as text.
      """,
    remedy: "Put a line `---` behind the last key.",
    wrong: """
      ---
      title: 熵

      熵是……
      """,
    right: """
      ---
      title: 熵
      ---

      熵是……
      """)

  static let frontMatterMisplaced = RuleExplanation(
    .frontMatter, .error, "Something looks like front matter and is read by nobody",
    reason: """
      Front matter begins with a line of three hyphens, and that is the first line of the file. Below a blank line, \
      between long dashes, in TOML or in a code block, its keys are published as text, and the page has no title \
      and no date.
      """,
    remedy: "Let the first line of the file be `---`, with nothing above it.",
    wrong: """

      ---
      title: 熵
      ---
      """,
    right: """
      ---
      title: 熵
      ---
      """)

  static let frontMatterUnknownKey = RuleExplanation(
    .frontMatter, .warning, "A front matter key is read by nobody",
    reason: """
      A misspelt key has no effect: the page has no date, no tags, and nothing shows it. Common keys of \
      other programs are read as synonyms without a warning.
      """,
    remedy: """
      Correct the key; the message names the nearest that exists. Keys of your own belong under \
      `extra:`, where templates find them.
      """,
    wrong: """
      ---
      tilte: 熵
      ---
      """,
    right: """
      ---
      title: 熵
      extra:
        mood: calm
      ---
      """)

  static let frontMatterValue = RuleExplanation(
    .frontMatter, .error, "A front matter value is not of the kind its key wants",
    reason: """
      A date that is none, a flag that is neither true nor false, a text that ` #` cuts in two, a macro that is no \
      TeX: the value would be lost or published in part. Where the value can be read all the same, and where \
      `related:` names a page that is no question, this is a warning.
      """,
    remedy: "Write the value as the message says.",
    wrong: """
      ---
      date: 2024年9月7日
      title: AIGC Weekly #81
      ---
      """,
    right: """
      ---
      date: 2024-09-07
      title: 'AIGC Weekly #81'
      ---
      """)

  static let frontMatterLimit = RuleExplanation(
    .frontMatter, .error, "Front matter is too large or nested too deeply",
    reason: """
      More than 64 KiB of keys, or lists in lists 32 deep, are no description of a page; they are not \
      read, so that no file can use up the memory of a build.
      """,
    remedy: "Move long text below the front matter, and data to files of their own.",
    wrong: "extra: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    right: "extra: [1]")
}
