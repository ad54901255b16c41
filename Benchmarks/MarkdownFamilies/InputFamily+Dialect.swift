extension InputFamily {
  static let attributes = [
    InputFamily("headings with attributes", numbered: { "# a {#b\($0) .c d=e}\n" }),
    InputFamily("headings of one text", repeat: "# a\n"),
    InputFamily("headings whose ids meet", numbered: { "# a-\($0)\n# a\n" }),
    InputFamily("headings of one id", repeat: "# a {#b}\n"),
    InputFamily("a heading with many attributes") { "# a {" + repeated(".b ", $0) + "}\n" },
    InputFamily("a heading with many braces") { "# a " + repeated("{", $0) + "}\n" },
    InputFamily("a heading with braces in quotes") { "# a {b=\"" + repeated("{", $0) + "\"}\n" },
    InputFamily("attributes behind links", repeat: "[a](b){.c} "),
    InputFamily("attributes opened behind links", repeat: "[a](b){c "),
    InputFamily("values opened behind links", repeat: "[a]{b="),
    InputFamily("values in quotes opened behind links", repeat: "[a]{b=\""),
    InputFamily("braces", repeat: "{"),
    InputFamily("attributes of code blocks", repeat: "```a {1,3 title=\"b\"}\nc\n```\n"),
  ]

  static let dialect = [
    InputFamily("comments", repeat: "%%a%% "),
    InputFamily("comments in lines, opened", repeat: "a %% b %"),
    InputFamily("comments as blocks", repeat: "%%\na\n%%\n"),
    InputFamily("comments opened in items", repeat: "- %%\n"),
    InputFamily("comments opened in quotes", repeat: "> %%\n\n"),
    InputFamily("percent signs", repeat: "%"),
    InputFamily("callouts", repeat: "> [!note] a\n> b\n\n"),
    InputFamily("callouts of unknown types", repeat: "> [!abcdef] a\n\n"),
    InputFamily("callouts opened", repeat: "> [!note\n\n"),
    InputFamily("callouts nested in one line") {
      repeated("> ", $0 / 2) + "[!note] a\n" + repeated("b", $0 / 2)
    },
    InputFamily("block ids", numbered: { "a ^b\($0)\n\n" }),
    InputFamily("block ids that stand alone", repeat: "a\n\n^b\n\n"),
    InputFamily("one long block id") { "a ^" + repeated("b", $0) + "\n" },
    InputFamily("carets", repeat: "^"),
    InputFamily("pictures with sizes", repeat: "![a](b.png){width=3} "),
  ]

  static let files = [
    InputFamily("carriage returns", repeat: "a\r"),
    InputFamily("lines of CR LF", repeat: "a\r\n\r\n"),
    InputFamily("NUL bytes", repeat: "a\0"),
    InputFamily("our own marks", repeat: "\u{2}\u{F}$x$"),
    InputFamily("front matter of many keys", before: "---\n", numbered: { "key\($0): a\n" }),
    InputFamily("front matter that is closed") { size in
      "---\n" + numbered(size) { "key\($0): a\n" } + "---\na\n"
    },
    InputFamily("front matter of one long list") { "---\ntags: [" + repeated("a, ", $0) + "b]\n---\na\n" },
    InputFamily("front matter of nested lists") { "---\ntags: " + nested("[", "a", "]", $0) + "\n---\na\n" },
    InputFamily("front matter of quotes opened") { "---\ntitle: \"" + repeated("\\\"", $0) + "\n---\na\n" },
    InputFamily("front matter without keys", before: "---\n", repeat: "a\n"),
    InputFamily("front matter that is nearly closed", before: "---\na: b\n", repeat: "--- c\n"),
    InputFamily(
      "everything at once", repeat: "*a `b [c](d \"e $f \\(g {calc: <h \"i ~~j ==k %%l [[m [@n ![o [^p "),
  ]
}
