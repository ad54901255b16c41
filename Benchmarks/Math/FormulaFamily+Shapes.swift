extension FormulaFamily {
  /// All families.
  static let all = flat + nested + tables + expanded + faulty

  private static let flat = [
    repeating("one long sum", "x+"),
    repeating("letters", "a"),
    repeating("one number", "1"),
    repeating("a name of many letters", before: "\\mathrm{", "ab", behind: "}"),
    repeating("scripts", "x_i^2 "),
    repeating("primes", "f'"),
    repeating("primes on one letter", before: "f", "'"),
    repeating("fractions", "\\frac{a}{b}"),
    repeating("fences", "\\left(a\\right)"),
    repeating("one fence with many middle bars", before: "\\left(", "a\\middle|", behind: "b\\right)"),
    repeating("many texts", "\\text{if }"),
    repeating("one long text", before: "\\text{", "if ", behind: "}"),
    repeating("texts with formulas", "\\text{if $x$}"),
    repeating("accents", "\\hat{x}"),
    repeating("negations", "\\not="),
    repeating("large operators", "\\sum_i^n"),
    repeating("named functions", "\\log x"),
    repeating("switches of style", "\\displaystyle x"),
    repeating("switches of alphabet", "\\bf x"),
    repeating("switches of colour", "\\color{red}x"),
    repeating("colours", "\\textcolor{red}{x}"),
    repeating("spaces", "\\, \\quad "),
    repeating("white space", before: "x", "    ", behind: "y"),
    repeating("comments", "%a\n"),
    repeating("Han characters", "熵 "),
    repeating("lines of a display", "a&=b\\\\"),
  ]

  private static let nested = [
    towers("towers of braces", "{", "}"),
    towers("towers of fractions", "\\frac{1}{", "}"),
    towers("towers of numerators", "\\frac{", "}{1}"),
    towers("towers of roots", "\\sqrt{", "}"),
    towers("towers of fences", "\\left(", "\\right)"),
    towers("towers of superscripts", "x^{", "}"),
    towers("towers of subscripts", "x_{", "}"),
    towers("towers of accents", "\\hat{", "}"),
    towers("towers of texts", "\\text{$", "$}"),
    towers("towers of matrices", "\\begin{matrix}", "\\end{matrix}"),
    towers("towers of old fractions", "{1\\over ", "}"),
    towers("towers of stacks", "\\overset{a}{", "}"),
  ]

  private static let tables = [
    repeating("rows of a matrix", before: "\\begin{matrix}", "a&b\\\\", behind: "c\\end{matrix}"),
    repeating("columns of a matrix", before: "\\begin{matrix}", "a&", behind: "c\\end{matrix}"),
    repeating("empty rows", before: "\\begin{matrix}", "\\\\", behind: "c\\end{matrix}"),
    repeating("aligned rows", before: "\\begin{aligned}", "a&=b\\\\", behind: "c\\end{aligned}"),
    repeating("rows with rules", before: "\\begin{array}{l}", "a\\\\\\hline ", behind: "c\\end{array}"),
    repeating("rows with numbers", before: "\\begin{align}", "a\\tag{1}\\\\", behind: "c\\end{align}"),
    repeating("rows without numbers", before: "\\begin{align}", "a\\notag\\\\", behind: "c\\end{align}"),
    repeating("small matrices", "\\begin{matrix}a&b\\\\c&d\\end{matrix}"),
    repeating("cases", before: "\\begin{cases}", "a&b\\\\", behind: "c\\end{cases}"),
    FormulaFamily("columns with rules") { size in
      let columns = max(size / 4, 1)
      return "\\begin{array}{" + String(repeating: "c|", count: columns) + "}"
        + String(repeating: "a&", count: columns) + "b\\end{array}"
    },
    FormulaFamily("rows with labels") { size in
      "\\begin{align}" + (0..<max(size / 16, 1)).map { "a\\label{e\($0)}\\\\" }.joined() + "c\\end{align}"
    },
  ]

  private static let expanded = [
    repeating("macros", "\\vect{x} ", macros: macros([("vect", 1, "\\mathbf{#1}")])),
    repeating(
      "macros in macros", "\\outer{x}yz ", macros: macros([("outer", 1, "\\inner{#1}"), ("inner", 1, "#1")])),
    repeating(
      "one macro with a long argument", before: "\\twice{", "x", behind: "}",
      macros: macros([("twice", 1, "{#1}")])),
    FormulaFamily("definitions") { size in
      (0..<max(size / 26, 1)).map { "\\newcommand{\\\(letters($0))}{a+b}" }.joined()
    },
    repeating("one definition again and again", "\\def\\a{b}\\a "),
  ]

  private static let faulty = [
    repeating("unknown commands", "\\foobar "),
    repeating("unknown environments", "\\begin{matrx}a\\end{matrx}"),
    repeating("closing braces", "}"),
    repeating("opening braces", "{"),
    repeating("opening fences", "\\left("),
    repeating("closing fences", "\\right)"),
    repeating("opening environments", "\\begin{matrix}"),
    repeating("opening environments nobody knows", "\\begin{matrx}"),
    repeating("closing environments", "\\end{matrix}"),
    repeating("double superscripts", before: "x", "^2"),
    repeating("commands without arguments", "\\frac"),
    repeating("texts that stay open", "\\text{a"),
    repeating("old fractions in one group", "a\\over b"),
    repeating("characters of no text", "\u{1}"),
  ]
}
