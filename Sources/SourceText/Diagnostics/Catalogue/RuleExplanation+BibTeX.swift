/// `bibtex.*`: files of sources that other programs export.
extension RuleExplanation {
  static let bibtexSyntax = RuleExplanation(
    .bibliographies, .error, "A BibTeX file holds something that cannot be read",
    reason: """
      A brace that is not closed or a comma that is missing hides the fields behind it, and often whole entries: \
      sources that answers cite would be missing. What stands behind the fault is read as far as it is certain, \
      an entry from the next `@type{` at the beginning of a line.
      """,
    remedy: "Close the brace, or write the comma; the message says which.",
    wrong: """
      @article{shannon1948,
        title = {A Mathematical Theory of Communication}
        year = 1948
      }
      """,
    right: """
      @article{shannon1948,
        title = {A Mathematical Theory of Communication},
        year = 1948
      }
      """)

  static let bibtexDuplicateKey = RuleExplanation(
    .bibliographies, .error, "Two entries of a BibTeX file have one key",
    reason: """
      Libraries that were exported twice into one file, or put together by hand, often hold an entry twice. Only \
      the first is read, so that a correction of the second would never be seen.
      """,
    remedy: "Delete one of the entries, or give it another key.",
    wrong: """
      @misc{zhang2020, title = {稀疏表示}}
      @misc{zhang2020, title = {稀疏编码}}
      """,
    right: """
      @misc{zhang2020a, title = {稀疏表示}}
      @misc{zhang2020b, title = {稀疏编码}}
      """)

  static let bibtexDuplicateField = RuleExplanation(
    .bibliographies, .warning, "An entry of a BibTeX file gives a field twice",
    reason: """
      Only the first of the two is shown, as BibTeX itself does it; nobody sees whether the second was meant.
      """,
    remedy: "Keep one of the fields.",
    wrong: "@misc{kolmogorov1965, year = 1965, year = 1968}",
    right: "@misc{kolmogorov1965, year = 1965}")

  static let bibtexUnresolved = RuleExplanation(
    .bibliographies, .warning, "A BibTeX file names a string or an entry that it does not hold",
    reason: """
      A word without braces is the name of an `@string` that stands above it, and `crossref` and `xdata` name \
      another entry of the same file. Without it the reader sees the name itself, or no publisher and no year.
      """,
    remedy: "Define the string above the entry, correct the name, or put a text in braces.",
    wrong: "@article{hartley1928, journal = bstj}",
    right: """
      @string{bstj = {Bell System Technical Journal}}
      @article{hartley1928, journal = bstj}
      """)

  static let bibtexValue = RuleExplanation(
    .bibliographies, .warning, "A date of a BibTeX file cannot be read",
    reason: """
      A source without a year stands among those whose date nobody knows. No date is made up from words such as \
      "in press".
      """,
    remedy: "Write `year` with four digits, or `date` as 2017, 2017-06 or 2017-06-12.",
    wrong: "@misc{li2021, year = {submitted in 2021}}",
    right: "@misc{li2021, year = 2021}")

  static let bibtexUnknownCommand = RuleExplanation(
    .bibliographies, .warning, "A field of a BibTeX file uses a TeX command that is not known",
    reason: """
      Accents, signs and emphasis become what they look like. Of any other command only the words in braces behind \
      it are shown, so that a character may be missing in a title or a name.
      """,
    remedy: "Write the character itself in UTF-8; put mathematics between dollars.",
    wrong: #"@misc{amari1985, title = {The \alpha connections}}"#,
    right: #"@misc{amari1985, title = {The $\alpha$ connections}}"#)

  static let bibtexLimit = RuleExplanation(
    .bibliographies, .error, "A BibTeX file is put together from too much, or holds too many faults",
    reason: """
      Strings of more than 1,000 bytes could make a small file fill the memory of a build when many entries name \
      them. Behind a hundred faults nothing more is told, for such a file is rarely BibTeX at all.
      """,
    remedy: "Write long texts out where they belong, and mend the first faults before the others.",
    wrong: "@string{note = {…a thousand words…}} @misc{a, abstract = note} @misc{b, abstract = note}",
    right: "@misc{a, abstract = {…a thousand words…}}")
}
