extension InputFamily {
  static let tables = [
    InputFamily("a table of many rows", before: "|a|b|\n|-|-|\n", repeat: "|c|d|\n"),
    InputFamily("many tables", repeat: "|a|b|\n|-|-|\n|c|d|\n\n"),
    InputFamily("a wide table") { size in
      let columns = max(size / 6, 1)
      return repeated("|a", 2 * columns) + "|\n" + repeated("|-", 2 * columns) + "|\n"
        + repeated("|b", 2 * columns) + "|\n"
    },
    InputFamily("wide tables", repeat: wideTable + "\n"),
    InputFamily("a table of short rows", before: wideTable, repeat: "|a\n"),
    InputFamily("a table of long rows", before: "|a|b|\n|-|-|\n", repeat: repeated("|c", 400) + "|\n"),
    InputFamily("delimiter rows", repeat: "|-|-|\n"),
    InputFamily("headers that do not match", repeat: "|a|b|c|\n|-|-|\n"),
    InputFamily("a header that is long", repeat: repeated("|a", 2_000) + "|\n|-|\n"),
    InputFamily("lines between tables", repeat: "a|b\n-|-\n    c\n"),
    InputFamily("tables that quotes end", repeat: "> a|b\n> -|-\nc\n"),
    InputFamily("escaped bars", before: "|a|\n|-|\n", repeat: "|\\|\\|\\|\\||\n"),
    InputFamily("backticks in cells", before: "|a|b|\n|-|-|\n", repeat: "|`|`|\n"),
    InputFamily("formulas with bars in cells", before: "|a|b|\n|-|-|\n", repeat: "|$x|y$|$|$|\n"),
    InputFamily("brackets in cells", before: "|a|b|\n|-|-|\n", repeat: "|[c|[d](|\n"),
    InputFamily("alignments that fail", repeat: "a|b\n:-:|:-x\n"),
    InputFamily("a delimiter row of colons") { "a|b\n" + repeated(":", $0) + "|-\n" },
    InputFamily("tables with definitions") { size in
      repeated("|[a]|\n|-|\n\n", size / 2) + numbered(size / 2) { "[a\($0)]: b\n" }
    },
  ]

  private static let wideTable = repeated("|a", 900) + "|\n" + repeated("|-", 900) + "|\n"

  static let footnotes = [
    InputFamily("footnotes and references", numbered: { "[^\($0)]\n\n[^\($0)]: a\n\n" }),
    InputFamily("footnotes without references", numbered: { "[^\($0)]: a\n\n" }),
    InputFamily("footnotes without blank lines", numbered: { "[^\($0)]: a\n" }),
    InputFamily("references to one footnote", before: "[^a]: b\n\n", repeat: "[^a] "),
    InputFamily("references without footnotes", numbered: { "[^\($0)] " }),
    InputFamily("references opened", repeat: "[^a"),
    InputFamily("one footnote many times", before: "[^a]\n\n", repeat: "[^a]: b\n\n"),
    InputFamily(
      "footnotes that refer to each other", before: "[^0]\n\n",
      numbered: { "[^\($0)]: [^\($0 + 1)] [^\($0 / 2)]\n\n" }),
    InputFamily("a footnote of many blocks", before: "[^a]\n\n[^a]: b\n", repeat: "\n    c\n"),
    InputFamily("a footnote of lazy lines", before: "[^a]\n\n[^a]: b\n", repeat: "c\n"),
    InputFamily("footnotes in quotes", repeat: "> [^a]: b\n> c\n\n"),
    InputFamily("footnotes in footnotes", repeat: "[^a]: [^b]: c\n"),
    InputFamily("a footnote of deep quotes") { "[^a]\n\n[^a]: " + repeated("> ", $0) + "b\n" },
  ]
}
