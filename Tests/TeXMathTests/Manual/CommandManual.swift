@testable import TeXMath

/// `Documentation/TeX.md`: what the converter accepts, written from its own tables.
enum CommandManual {
  static func markdown() -> String {
    var page = introduction
    page += "\n## Signs\n\n"
    page += "Commands that stand for one sign. The sign itself may be typed instead.\n"
    for (title, table) in signTables { page += "\n### \(title)\n\n" + signs(of: table) }
    page += "\n## Commands\n\n"
    page +=
      "An example of each, and the line of text that the example becomes in titles, feeds and search results.\n"
    for (title, family) in families { page += "\n### \(title)\n\n" + rows(of: family) }
    page += "\n## Environments\n\n" + environments()
    page += "\n## Not accepted\n\n" + refused()
    return page
  }

  // MARK: Tables

  private static let signTables: [(title: String, table: StaticString)] = [
    ("Greek letters", LetterSymbols.letters), ("Greek capitals", LetterSymbols.capitalGreek),
    ("Greek capitals, italic", LetterSymbols.italicCapitals),
    ("Greek letters, upright", LetterSymbols.uprightGreek),
    ("Other letters", LetterSymbols.identifiers), ("Signs without space", OrdinarySymbols.operators),
    ("Shapes, suits and currencies", OrdinarySymbols.identifiers), ("Dots", OrdinarySymbols.dots),
    ("Punctuation", OrdinarySymbols.punctuation), ("Opening delimiters", DelimiterSymbols.openers),
    ("Closing delimiters", DelimiterSymbols.closers), ("Large operators", LargeOperators.withLimits),
    ("Integrals", LargeOperators.integrals),
    ("Integrals with limits below and above", LargeOperators.integralsWithLimits),
    ("Operations", BinaryOperators.all), ("Rare operations", BinaryOperators.rare),
    ("Comparisons", Relations.comparisons), ("Colons", Relations.colons), ("Sets", Relations.sets),
    ("Logic and geometry", Relations.logic), ("Negated relations", Relations.negated),
    ("Arrows", Arrows.all), ("Signs of text", TextSymbols.all),
  ]

  private static var families: [(title: String, commands: [(name: String, meaning: CommandMeaning)])] {
    var functions: [(String, CommandMeaning)] = []
    FunctionNames.forEach { functions.append((String(decoding: $0, as: UTF8.self), $1)) }
    let tables: [(String, [(StaticString, CommandMeaning)])] = [
      ("Classes, operators and limits", ClassCommands.all), ("Fractions and roots", FractionCommands.all),
      ("Above, below and at the corners", StackCommands.all),
      ("Accents, lines and braces", AccentCommands.all),
      ("Extensible arrows", ArrowCommands.all), ("Delimiters", FenceCommands.all),
      ("Alphabets", AlphabetCommands.all), ("Text", TextCommands.all), ("Accents of text", TextAccents.all),
      ("Boxes, strokes, rules and phantoms", BoxCommands.all), ("Sizes and colours", StyleCommands.all),
      ("Space", SpacingCommands.all), ("Numbers and references", NumberingCommands.all),
      ("Layout", LayoutCommands.all), ("Definitions", DefinitionCommands.all),
    ]
    return [("Functions", functions)] + tables.map { title, all in (title, all.map { ("\($0)", $1) }) }
  }

  /// Every name that has a place on the page.
  static func names() -> Set<String> {
    var names: Set<String> = []
    for (_, table) in signTables { names.formUnion(pairs(of: table).map(\.name)) }
    for (_, family) in families { names.formUnion(family.map(\.name)) }
    return names
  }

  private static func pairs(of table: StaticString) -> [(name: String, sign: String)] {
    var words: [String] = []
    forEachWord(of: table) { words.append(String(decoding: $0, as: UTF8.self)) }
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  /// Signs with all their commands, in the order of the table.
  private static func signs(of table: StaticString) -> String {
    var order: [String] = []
    var commands: [String: [String]] = [:]
    for (name, sign) in pairs(of: table) {
      if commands[sign] == nil { order.append(sign) }
      commands[sign, default: []].append("\\" + name)
    }
    let lines = order.map { sign in
      let names = (commands[sign] ?? []).map(code).joined(separator: ", ")
      return "| \(sign.unicodeScalars.allSatisfy(\.isASCII) ? code(sign) : sign) | \(names) |\n"
    }
    return "| sign | commands |\n|---|---|\n" + lines.joined()
  }

  private static func rows(of family: [(name: String, meaning: CommandMeaning)]) -> String {
    var page = "| command | example | as text |\n|---|---|---|\n"
    for (name, meaning) in family where !name.allSatisfy(\.isWhitespace) {
      guard let example = CommandExample.tex(of: name, meaning) else {
        page += "| \(code("\\" + name)) | | \(note(on: meaning)) |\n"
        continue
      }
      let shown = text(of: example, meaning)
      page += "| \(code("\\" + name)) | \(code(example)) | \(shown.isEmpty ? "" : code(shown)) |\n"
    }
    return page
  }

  /// The text an example becomes; for alphabets the characters, which the text leaves out.
  private static func text(of example: String, _ meaning: CommandMeaning) -> String {
    let conversion = MathConverter().convert(Array(example.utf8), display: true)
    switch meaning {
    case .alphabet, .alphabetSwitch, .emboldened:
      return String(decoding: conversion.mathML, as: UTF8.self).replacing(/<[^>]*>/, with: "")
    default:
      return String(decoding: conversion.text, as: UTF8.self)
    }
  }

  private static func note(on meaning: CommandMeaning) -> String {
    if case .ignored = meaning { return "nothing is to be done for it here" }
    return ""
  }

  private static func environments() -> String {
    let names = (0..<Environments.table.count).map {
      code(String(decoding: Environments.table.name(of: $0), as: UTF8.self))
    }
    return names.joined(separator: ", ") + ".\n"
  }

  private static func refused() -> String {
    var page = "Commands that could bring a link, a style, an identifier or a file into a page are an error: "
    page += ForbiddenCommands.all.map { code("\\\($0.0)") }.joined(separator: ", ") + ".\n\n"
    page += "What KaTeX or MathJax know and this converter does not:\n\n| commands | reason |\n|---|---|\n"
    for (names, reason, _) in UnavailableCommands.groups {
      let list = names.map { code("\\\($0)") }.joined(separator: ", ")
      page += "| \(list) | \(escaped("\(reason)")) |\n"
    }
    page +=
      "| the package physics | its short names (`\\\\dv`, `\\\\abs`) are better defined by the site, as macros |\n"
      .replacing("\\\\", with: "\\")
    return page
  }

  // MARK: Markdown

  /// A code span that may stand in a table.
  private static func code(_ text: String) -> String {
    let text = text.replacing("|", with: "\\|")
    guard text.contains("`") else { return "`\(text)`" }
    return "`` \(text) ``"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("_", with: "\\_")
  }

  private static let introduction = """
    # Formulas

    A formula is TeX between `$` signs in a line of text, or between `$$` signs on lines of its own. It becomes MathML Core, which browsers show without scripts. The commands are those of LaTeX with amsmath, amssymb, mathtools, braket, cancel and xcolor, as far as authors of KaTeX and MathJax know them; this page lists all. It is made from the converter's own tables in `Sources/TeXMath/Commands`.

    ## What else is accepted

    - **Characters** mean what their command means: `θ ∈ Θ`, `a ≤ b`, `f′(x)`, `x²`, `aᵢⱼ`, `½`, `𝐱`, `ℝ`, also full-width forms such as `（ａ＋ｂ）＝１`. Han characters outside `\\text` are text. Spaces of other widths are spaces, and invisible characters are nothing.
    - **Text** in `\\text{…}` is set as TeX sets it: ``` ``so'' ``` is “so”, `--` is a dash, `\\'e` is é. A formula in it stands between `$` signs or `\\(` and `\\)`.
    - **Switches** of old TeX: `{\\bf x}`, `{a \\over b}`, `{n \\choose k}`, `\\displaystyle` hold to the end of their group.
    - **Colours** are names of LaTeX (also `dvipsnames`) and CSS, `#rrggbb`, xcolor's mixtures (`red!30!blue`) and its models `rgb`, `RGB`, `HTML`, `cmyk` and `gray`.
    - **Lengths** take the units em, ex, mu, pt, bp, pc, px, cm, mm and in; a formula's em is 10 pt.
    - **Macros** are defined for the site, for a page, or in a formula. There they hold to the end of the group, the cell or the environment they stand in, as in TeX; `\\gdef`, `\\xdef` and `\\global` make them hold to the end of the formula. Parameters of `\\def` may have any signs before, between and behind them; in a definition inside a definition they are written `##1`.
    - **Numbers.** A display formula with a name (`\\label{eq:x}` in it, or `{#eq:x}` behind it) or with a `\\tag` has a number; so has every row of `align`, `gather`, `flalign`, `alignat` and `eqnarray`, and once `equation` and `multline`, but for `\\notag` and the forms with a star. Such an environment must be the whole formula. `\\ref` and `\\eqref` print the number of any equation of the site, and in text `\\eqref{eq:x}` and `[@eq:x]` lead to it.
    - **Rows without an environment** (`a &= b \\\\ c &= d`) are set as `aligned` sets them, with a warning: TeX refuses them.

    ## How faults look

    The converter never stops at a fault. It reports every one, with its place in the Markdown file and, where one is likely, the name that was meant:

    ```text
    error[tex.unknown-command]: The command \\sprt is not known.
     --> content/questions/entropy.md:3:19
    ```

    Under `--keep-going` and in the preview, the part that could not be read stands in the page as its TeX source, marked.

    ## Known differences from TeX

    `\\mathcal` and `\\mathscr` are one alphabet, since Unicode has one. The argument of `\\cfrac[l]` is centred. `\\vcenter` keeps its place. Bold has no form for signs that Unicode has no bold character for.

    """
}
