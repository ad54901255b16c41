extension InputFamily {
  static let formulas = [
    InputFamily("formulas", repeat: "$x$ "),
    InputFamily("dollar signs", repeat: "$"),
    InputFamily("dollar signs before digits", repeat: "$5 "),
    InputFamily("dollar signs with spaces", repeat: "$ x $ y "),
    InputFamily("dollar signs behind spaces", repeat: " $a"),
    InputFamily("dollar signs before braces", repeat: "${a"),
    InputFamily("dollar signs before closing braces", repeat: "$a}"),
    InputFamily("dollar signs, one brace opened") { "${" + repeated("$a", $0) + "\n" },
    InputFamily("dollar signs with backticks, opened", repeat: "$`a"),
    InputFamily("a formula that is long") { "$" + repeated("x+", $0) + "y$\n" },
    InputFamily("long formulas", repeat: "$" + repeated("x+", 4_000) + "y$ "),
    InputFamily("parentheses opened", repeat: "\\(a "),
    InputFamily("parentheses closed", repeat: "\\) a"),
    InputFamily("formulas in parentheses", repeat: "\\(a\\) "),
    InputFamily("formulas beside Chinese text", repeat: "熵$H$和"),
    InputFamily("calculations", repeat: "{calc: 1 + 1 = 2} "),
    InputFamily("calculations opened", repeat: "{calc: "),
    InputFamily("calculations without a result, closed far away") { repeated("{calc:", $0) + "}\n" },
  ]

  static let displayFormulas = [
    InputFamily("display formulas", repeat: "$$\na\n$$\n\n"),
    InputFamily("display formulas in a paragraph", repeat: "$$a$$ "),
    InputFamily("display formulas that hold other blocks", repeat: "$$\n# a\n$$\nb\n"),
    InputFamily("double dollar signs at the ends of paragraphs", repeat: "a $$\n\n"),
    InputFamily("double dollar signs and blank lines", repeat: "$$\na\n\n"),
    InputFamily("double dollar signs before headings", repeat: "$$ a\n# b\n"),
    InputFamily("three dollar signs", repeat: "$$$ "),
    InputFamily("escaped dollar signs behind two", repeat: "$$a\\$$b "),
    InputFamily("labels opened", repeat: "$$x$${#a"),
    InputFamily("labels", numbered: { "$$x$${#eq:\($0)}\n\n" }),
    InputFamily("display brackets opened, with headings", repeat: "\\[\n# a\n"),
    InputFamily("display brackets opened, with blank lines", repeat: "\\[\na\n\n"),
    InputFamily("display brackets", repeat: "\\[\na\n\\]\n\n"),
    InputFamily("display brackets inside a line, closed far away") { repeated("a \\[b ", $0) + "\\]\n" },
    InputFamily("display brackets with commands, closed far away") {
      repeated("a \\[\\b ", $0) + "\\]\n"
    },
    InputFamily("display formulas in quotes", repeat: "> $$\n> a\n> $$\n"),
    InputFamily("display formulas in quotes, opened", repeat: "> $$\n> a\n\n"),
    InputFamily("fenced formulas", repeat: "```math\na\n```\n"),
  ]
}
