/// `text.*`: characters that nobody sees or nobody wants.
extension RuleExplanation {
  static let textByteOrderMark = RuleExplanation(
    .characters, .info, "The file begins with a byte order mark",
    reason: """
      Some Windows programs put three invisible bytes before the text. They are passed over here; other \
      programs take them for text and then miss the front matter.
      """,
    remedy: #"Save the file as "UTF-8" rather than "UTF-8 with BOM"."#,
    wrong: #"\u{FEFF}---"#,
    right: "---")

  static let textLineEndings = RuleExplanation(
    .characters, .info, "Lines end in a carriage return, or in different ways",
    reason: """
      All ways to end a line are read alike. In git, though, a file whose line endings change shows \
      every line as changed, and two authors' editors may do so again and again.
      """,
    remedy: "Let the editor save the file with LF, or put `*.md text=auto` into .gitattributes.",
    wrong: #"# 熵\r\n一行\n"#,
    right: #"# 熵\n一行\n"#)

  static let textNUL = RuleExplanation(
    .characters, .error, "The file holds NUL bytes",
    reason: """
      NUL is no character of a text. It is a sign that the file is no Markdown at all: a program, an \
      archive, or text in UTF-16. Readers would see � in its place.
      """,
    remedy: "Save the file as UTF-8 text, or delete the bytes.",
    wrong: #"熵\u{0}是什么"#,
    right: "熵是什么")

  static let textControl = RuleExplanation(
    .characters, .warning, "The file holds control characters",
    reason: """
      Control characters are orders to a terminal and no text; they come with text copied from \
      terminals, PDF files and old editors. Search does not find words they stand in, and readers see � \
      or nothing.
      """,
    remedy: "Delete them, or write the line break or space that was meant.",
    wrong: #"交叉\u{B}熵"#,
    right: "交叉熵")

  static let textBidi = RuleExplanation(
    .characters, .warning, "Invisible characters change the direction of text",
    reason: """
      Such characters make text read in another order than it stands in the file: a reader sees \
      something else than a search engine, a compiler or a reviewer. They come with text copied from \
      chats and web pages, and are a known way to hide code.
      """,
    remedy: "Delete them. Where text of another direction needs them, switch the rule off for that path.",
    wrong: #"user\u{202E}nimda"#,
    right: "user admin")

  static let textSoftHyphen = RuleExplanation(
    .characters, .info, "The file holds soft hyphens",
    reason: """
      A soft hyphen is invisible unless a line breaks there. Text copied from web pages is full of them; \
      whoever searches the file for a word does not find it.
      """,
    remedy: "Remove them; browsers hyphenate by themselves.",
    wrong: #"in\u{AD}for\u{AD}ma\u{AD}tion"#,
    right: "information")

  static let textZeroWidth = RuleExplanation(
    .characters, .warning, "The file holds invisible characters without width",
    reason: """
      Zero-width spaces, joiners and marks are left over from web pages, formulas and chats. Nobody sees \
      them, but they part words for the search, keep links from matching, and break emphasis and \
      formulas. Joiners within emoji and in scripts that need them are not reported.
      """,
    remedy: "Remove them.",
    wrong: #"稀疏\u{200B}向量"#,
    right: "稀疏向量")

  static let textPrivateUse = RuleExplanation(
    .characters, .warning, "The file holds characters without a meaning",
    reason: """
      Private-use characters mean something only in one font: icons of a web page, letters of a PDF \
      file. Readers see an empty box. The same is said of U+FFFC, which stands where an image was, and \
      of U+FFFD, which stands where a letter was lost.
      """,
    remedy: "Write the character that was meant; look at the page the text was copied from.",
    wrong: #"点击 \u{E69A} 展开"#,
    right: "点击“+”展开")
}
