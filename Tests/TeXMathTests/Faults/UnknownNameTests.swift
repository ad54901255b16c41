import Testing

@testable import TeXMath

/// Names nobody knows, and what their authors probably meant.
@Suite struct UnknownNameTests {
  @Test(arguments: [
    // One slip.
    ("\\alhpa", "\\alpha"), ("\\lamda", "\\lambda"), ("\\infity", "\\infty"), ("\\frca{a}{b}", "\\frac"),
    ("\\sprt{x}", "\\sqrt"), ("\\mathbff{x}", "\\mathbf"), ("\\subsett", "\\subset"), ("\\bta", "\\beta"),
    ("\\simep", "\\simeq"), ("\\supsete", "\\supseteq"), ("\\limsu", "\\limsup"), ("\\hlin", "\\hline"),
    // Two.
    ("\\retangle", "\\rangle"), ("\\rihgtarow", "\\rightarrow"), ("\\varepslion", "\\varepsilon"),
    // Only the case.
    ("\\PI", "\\Pi"), ("\\timEs", "\\times"), ("\\ALPHA", "\\Alpha"), ("\\Sqrt{x}", "\\sqrt"),
    // Another word for it, also with a slip.
    ("\\integral", "\\int"), ("\\union", "\\cup"), ("\\eps", "\\epsilon"), ("\\esp", "\\epsilon"),
  ])
  func aSlipGetsTheNearestCommand(_ tex: String, _ suggestion: String) {
    let name = tex.prefix { $0 != "{" }
    MarkedFault(
      "«\(name)»\(tex.dropFirst(name.count))", "The command \(name) is not known.", suggestion: suggestion
    ).check()
  }

  @Test(arguments: [
    ("\\cdotx", "\\cdot", "\\cdot x"), ("\\alphax", "\\alpha", "\\alpha x"),
    ("\\timesn", "\\times", "\\times n"),
    ("\\inR", "\\in", "\\in R"), ("\\piR", "\\pi", "\\pi R"), ("\\leqx", "\\leq", "\\leq x"),
    ("\\sinx", "\\sin", "\\sin x"), ("\\fracab", "\\frac", "\\frac ab"),
    ("\\mathbbR", "\\mathbb", "\\mathbb R"),
    ("\\sumij", "\\sum", "\\sum ij"),
  ])
  func aCommandRunIntoLettersIsDivided(_ tex: String, _ command: String, _ suggestion: String) {
    MarkedFault(
      "a«\(tex)»", "The command \(tex) is not known; a space is missing behind \(command).",
      suggestion: suggestion
    ).check()
  }

  @Test(arguments: [
    ("\\toinfty", "\\to", "\\to\\infty"), ("\\alphabeta", "\\alpha", "\\alpha\\beta"),
    ("\\inmathbb{R}", "\\in", "\\in\\mathbb"),
  ])
  func twoCommandsWithoutABackslashBetweenThemAreDivided(
    _ tex: String, _ command: String, _ suggestion: String
  ) {
    let name = tex.prefix { $0 != "{" }
    MarkedFault(
      "«\(name)»\(tex.dropFirst(name.count))",
      "The command \(name) is not known; a backslash is missing behind \(command).", suggestion: suggestion
    ).check()
  }

  @Test(arguments: ["\\qwertyuiop", "\\xq", "\\zz", "\\item", "\\foo"])
  func whatIsFarFromEverythingGetsNoSuggestion(_ tex: String) {
    MarkedFault("«\(tex)»+1", "The command \(tex) is not known.").check()
  }

  @Test(arguments: [
    MarkedFault(
      "«\\abs»{x}",
      "The command \\abs is not known without a package; define it, as in \\newcommand{\\abs}[1]{\\left|#1\\right|}."
    ),
    MarkedFault(
      "«\\dd» x",
      "The command \\dd is not known without a package; define it, as in \\newcommand{\\dd}{\\mathrm{d}}."),
    MarkedFault(
      "«\\SI»{5}{km}",
      "The command \\SI is not available: units are plain text here; write 5\\,\\mathrm{km}."),
    MarkedFault(
      "«\\setlength»{\\arraycolsep}{2pt}",
      "The command \\setlength is not available: the style sheet decides lengths."),
    MarkedFault(
      "«\\arraystretch»",
      "The command \\arraystretch is not available: the style sheet decides the room in tables."),
    MarkedFault("a«\\»", "A backslash at the end of the formula commands nothing; remove it."),
    MarkedFault("\\text{a «\\foo» b}", "The command \\foo is not known."),
  ])
  func aCommandThatIsNoneHasAdvice(_ fault: MarkedFault) { fault.check() }

  @Test func adviceIsOnlyForNamesNobodyKnows() {
    for table in [CommonMistakes.corrections, CommonMistakes.definitions] {
      for index in 0..<table.count {
        let name = Array(table.name(of: index))
        #expect(CommandTable.shared.identifier(of: name, 0..<name.count) == Token.unknownCommand)
      }
    }
    for index in 0..<CommonMistakes.corrections.count {
      let name = CommonMistakes.corrections[index].withUTF8Buffer { Array($0) }
      #expect(CommandTable.shared.identifier(of: name, 0..<name.count) != Token.unknownCommand)
    }
    for index in 0..<CommonMistakes.definitions.count {
      let name = String(decoding: CommonMistakes.definitions.name(of: index), as: UTF8.self)
      #expect(issues("\(CommonMistakes.definitions[index]) \\\(name){a}{b}").isEmpty)
    }
  }

  @Test func aMacroIsSuggestedToo() {
    MarkedFault(
      "\\def\\ownname{x}«\\ownnaem»", "The command \\ownnaem is not known.", suggestion: "\\ownname"
    ).check()
  }

  // MARK: Environments

  @Test(arguments: [
    MarkedFault(
      "\\begin{«matirx»} a \\\\ b \\end{matirx}", "The environment matirx is not known.", suggestion: "matrix"
    ),
    MarkedFault(
      "\\begin{«Matrix»}a\\end{Matrix}", "The environment Matrix is not known.", suggestion: "matrix"),
    MarkedFault(
      "\\begin{«alinged»}a\\end{aligned}", "The environment alinged is not known.", suggestion: "aligned"),
    MarkedFault(
      "\\begin{«equations*»}a\\end{equations*}", "The environment equations* is not known.",
      suggestion: "equation*"),
    MarkedFault("\\begin{«foo»} {a \\end{foo}", "The environment foo is not known."),
    MarkedFault("\\begin{«foo»} a", "The environment foo is not known."),
    MarkedFault(
      "\\begin{«tikzpicture»}\\draw;\\end{tikzpicture}",
      "The environment tikzpicture is not available: a formula has no pictures; link an image in Markdown."),
    MarkedFault(
      "\\begin{«subequations»}a\\end{subequations}",
      "The environment subequations is not available: number the equations with \\tag, as in \\tag{1a}."),
    // Faults in an environment whose name was plain are reported with it.
    MarkedFault(
      "\\begin{«matirx»} «\\alhpa» \\end{matirx}", "The environment matirx is not known.",
      "The command \\alhpa is not known.", suggestion: "matrix"),
  ])
  func anUnknownEnvironmentIsPointedAtByItsName(_ fault: MarkedFault) { fault.check() }

  @Test func environmentsThatAreNotAvailableAreUnknown() {
    for index in 0..<UnavailableEnvironments.reasons.count {
      #expect(Environments.table.value(of: Array(UnavailableEnvironments.reasons.name(of: index))) == nil)
    }
  }

  @Test(arguments: [
    "\\begin {matrix} a \\end {matrix}", "\\begin{ matrix } a \\end{matrix }",
    "\\begin{align∗}a\\end{align＊}",
  ])
  func whatOnlyLooksDifferentIsTheSameName(_ tex: String) {
    #expect(issues(tex).isEmpty)
  }

  /// A slip in what opens or closes something must not make its partner a second fault.
  @Test(arguments: [
    MarkedFault("«\\begn»{matrix}a\\end{matrix}", "The command \\begn is not known.", suggestion: "\\begin"),
    MarkedFault("\\begin{matrix}a«\\edn»{matrix}", "The command \\edn is not known.", suggestion: "\\end"),
    MarkedFault("«\\lfet»(a\\right)", "The command \\lfet is not known.", suggestion: "\\left"),
    MarkedFault("\\left(\\frac{a}{b}«\\rigth»)", "The command \\rigth is not known.", suggestion: "\\right"),
    MarkedFault("\\left(a«\\midle»|b\\right)", "The command \\midle is not known.", suggestion: "\\middle"),
  ])
  func aSlipInABracketIsOneFault(_ fault: MarkedFault) { fault.check() }
}
