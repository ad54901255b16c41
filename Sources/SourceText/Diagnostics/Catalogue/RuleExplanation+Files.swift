/// `config.*`, `file.*`: the site's folder and its configuration.
extension RuleExplanation {
  static let configInvalid = RuleExplanation(
    .files, .error, "A value in quaestio.yml cannot be used",
    reason: """
      The configuration holds something that is no YAML, or a value that its key does not take. The \
      default would be used in its place, and the site would not be the one you asked for, so nothing is \
      published; the command ends with exit code 2.
      """,
    remedy: """
      Write one of the values the message names. Put values that hold a colon and a space, or begin with \
      a sign such as [ or @, in quotes.
      """,
    wrong: "language: chinese",
    right: "language: zh-Hans")

  static let configUnknownKey = RuleExplanation(
    .files, .warning, "A key in quaestio.yml is read by nobody",
    reason: """
      A misspelt key has no effect, and nothing in the published site shows that it is missing. The same \
      is said of the names of rules and limits.
      """,
    remedy: """
      Correct the key; the message names the nearest that exists. Values for templates of your own \
      belong under `theme:`.
      """,
    wrong: "base-url: https://wiki.example/",
    right: "base_url: https://wiki.example/")

  static let fileUnreadable = RuleExplanation(
    .files, .error, "A file cannot be read",
    reason: """
      The system refuses the file: its permissions, a damaged disk, a link that leads nowhere, or a name \
      that is not UTF-8. The page would be missing from the site without a word.
      """,
    remedy: "Give yourself the right to read the file, remove the broken link, or rename the file.",
    wrong: "content/questions/熵.md -> ../old/熵.md    (a link to a file that is gone)",
    right: "content/questions/熵.md                   (the file itself)")

  static let fileNotRegular = RuleExplanation(
    .files, .warning, "A pipe, socket or device lies among the sources",
    reason: """
      Only files have contents that can be published. Reading a pipe would wait for ever, so it is left \
      out.
      """,
    remedy: "Move it out of the site, or name it under `ignore:` in quaestio.yml.",
    wrong: "content/static/editor.sock",
    right: #"ignore: ["static/*.sock"]"#)

  static let fileOutsideSite = RuleExplanation(
    .files, .warning, "A symbolic link leads out of the site",
    reason: """
      Links are not followed out of the site or to folders: what is published must not depend on files \
      that are not kept with it, and a link must not publish a private file.
      """,
    remedy: "Copy the file into the site.",
    wrong: "content/static/photo.jpg -> /home/me/photo.jpg",
    right: "content/static/photo.jpg")

  static let fileTooLarge = RuleExplanation(
    .files, .error, "A file is larger than the limit",
    reason: """
      Markdown of many megabytes is hardly ever meant: it is a dump or a log that took the wrong name. \
      It is not read, and its page would be missing.
      """,
    remedy: "Divide the file, give it another name ending than `.md`, or raise the limit.",
    wrong: "content/questions/dump.md    (40 MB)",
    right: "limits: {file_bytes: 50000000}")

  static let fileInvalidUTF8 = RuleExplanation(
    .files, .error, "A file is not UTF-8 text",
    reason: """
      Readers would see � where letters were. Old Chinese files are often GB18030 (GBK), files saved by \
      Windows programs may be UTF-16.
      """,
    remedy: """
      Save the file as UTF-8 in your editor, or convert it: \
      `iconv -f GB18030 -t UTF-8 old.md > new.md`.
      """,
    wrong: #"\xEC\xD8\xCA\xC7\xCA\xB2\xC3\xB4    (熵是什么 in GB18030)"#,
    right: "熵是什么")
}
