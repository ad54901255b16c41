extension InputFamily {
  static let blocks = [
    InputFamily("quotes nested in one line") { repeated(">", $0) + " a\n" },
    InputFamily("quotes nested deep, line after line", repeat: repeated("> ", 200) + "a\n"),
    InputFamily("quotes of growing depth") { size in
      numbered(size) { String(repeating: ">", count: $0 % 90) + " a\n" }
    },
    InputFamily("quotes with lazy lines", repeat: "> a\nb\n"),
    InputFamily("quotes that end in blank lines", repeat: "> a\n\n"),
    InputFamily("headings", repeat: "# a\n"),
    InputFamily("headings of nothing but marks", repeat: "###### ######\n"),
    InputFamily("a heading that is long") { "# " + repeated("a ", $0) + "#\n" },
    InputFamily("a heading with many closing marks") { "# a " + repeated("# ", $0) + "\n" },
    InputFamily("underlined headings", repeat: "a\n===\n"),
    InputFamily("an underlined paragraph of many lines") { repeated("a\n", $0) + "---\n" },
    InputFamily("thematic breaks", repeat: "***\n"),
    InputFamily("nearly thematic breaks") { repeated("* ", $0) + "a\n" },
    InputFamily("lines that are nearly breaks", repeat: "- - - - - - - - - - - - - - - a\n"),
    InputFamily("fences that are not closed", repeat: "```\na\n~~~\n"),
    InputFamily("fences in quotes, each ended by its quote", repeat: "> ```\n> a\n\n"),
    InputFamily("a fence longer than any close") { repeated("`", $0 / 2) + "\n" + repeated("```\n", $0 / 2) },
    InputFamily("indented code with blank lines", repeat: "    a\n\n"),
    InputFamily("blank lines", repeat: "\n"),
    InputFamily("blank lines with spaces", repeat: "          \n"),
    InputFamily("a line of tabs") { repeated("\t", $0) + "a\n" },
    InputFamily("tabs before marks of containers", repeat: ">\t-\ta\n"),
  ]

  static let lists = [
    InputFamily("lists nested in one line") { repeated("- ", $0) + "a\n" },
    InputFamily("ordered lists nested in one line") { repeated("1. ", $0) + "a\n" },
    InputFamily("lists and quotes nested in one line") { repeated("- > 1) ", $0) + "a\n" },
    InputFamily("lists of growing depth") { size in
      numbered(size) { String(repeating: " ", count: 2 * ($0 % 90)) + "- a\n" }
    },
    InputFamily("a deep list, then blank lines") { repeated("- ", 196) + "a\n" + repeated("\n", $0) + "a\n" },
    InputFamily("a deep list, then lazy lines") { repeated("- ", 196) + "a\n" + repeated("b\n", $0) },
    InputFamily("items of one list", repeat: "- a\n"),
    InputFamily("items with blank lines", repeat: "- a\n\n"),
    InputFamily("empty items", repeat: "-\n"),
    InputFamily("lists that alternate", repeat: "- a\n+ b\n* c\n"),
    InputFamily("ordered items", numbered: { "\($0 % 1_000_000_000). a\n" }),
    InputFamily("digits that are nearly a marker", repeat: "1234567890. a\n"),
    InputFamily("tasks", repeat: "- [ ] a\n- [x] b\n"),
  ]

  static let paragraphs = [
    InputFamily("one line of letters") { repeated("a", $0) + "\n" },
    InputFamily("one line of words", repeat: "ab cd "),
    InputFamily("one paragraph of many lines", repeat: "a\n"),
    InputFamily("many paragraphs", repeat: "a\n\n"),
    InputFamily("lines with hard breaks", repeat: "a  \n"),
    InputFamily("lines with backslash breaks", repeat: "a\\\n"),
    InputFamily("spaces inside a line") { "a" + repeated(" ", $0) + "b\n" },
    InputFamily("escapes", repeat: "\\*"),
    InputFamily("escapes in short paragraphs", repeat: "\\*\\_\\[\\]\n\n"),
    InputFamily("backslashes") { repeated("\\", $0) + "\n" },
    InputFamily("ampersands", repeat: "& "),
    InputFamily("named entities", repeat: "&amp;"),
    InputFamily("names that are no entities", repeat: "&ab;"),
    InputFamily("numbers of characters", numbered: { "&#\($0 % 1_114_111 + 1);" }),
    InputFamily("an entity that does not end") { "&" + repeated("a", $0) + "\n" },
    InputFamily("Chinese text", repeat: "这是一段没有空格的文字，"),
    InputFamily("Chinese text in short lines", repeat: "这是一段\n文字。\n"),
  ]
}
