/// Names that authors often write for a command of another name, and commands of packages that only need a definition.
enum CommonMistakes {
  /// What the author of a name probably meant, without the backslash.
  static let corrections: NameTable<StaticString> = {
    var table = NameTable<StaticString>()
    for (name, correction) in allCorrections { table.insert(name, correction) }
    return table
  }()

  /// How to define a command that only a package knows.
  static let definitions: NameTable<StaticString> = {
    var table = NameTable<StaticString>()
    for (name, definition) in allDefinitions { table.insert(name, definition) }
    return table
  }()

  private static var allCorrections: [(StaticString, StaticString)] {
    [
      ("integral", "int"), ("integrate", "int"), ("fraction", "frac"), ("squareroot", "sqrt"),
      ("vector", "vec"), ("vv", "vec"), ("product", "prod"), ("union", "cup"), ("intersection", "cap"),
      ("intersect", "cap"), ("element", "in"), ("elementof", "in"), ("multiply", "times"),
      ("divide", "div"), ("notequal", "neq"), ("lessequal", "leq"), ("greaterequal", "geq"),
      ("plusminus", "pm"), ("degrees", "degree"), ("eps", "epsilon"), ("transpose", "top"),
      ("mathbold", "mathbf"), ("mathscript", "mathscr"), ("mathroman", "mathrm"),
      ("overarrow", "overrightarrow"), ("percent", "%"), ("dollar", "$"),
    ]
  }

  private static var allDefinitions: [(StaticString, StaticString)] {
    [
      ("abs", "\\newcommand{\\abs}[1]{\\left|#1\\right|}"),
      ("norm", "\\newcommand{\\norm}[1]{\\left\\|#1\\right\\|}"),
      ("ceil", "\\newcommand{\\ceil}[1]{\\left\\lceil#1\\right\\rceil}"),
      ("floor", "\\newcommand{\\floor}[1]{\\left\\lfloor#1\\right\\rfloor}"),
      ("inner", "\\newcommand{\\inner}[2]{\\left\\langle#1,#2\\right\\rangle}"),
      ("dd", "\\newcommand{\\dd}{\\mathrm{d}}"),
      ("dv", "\\newcommand{\\dv}[2]{\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}}"),
      ("pdv", "\\newcommand{\\pdv}[2]{\\frac{\\partial#1}{\\partial#2}}"),
      ("grad", "\\DeclareMathOperator{\\grad}{grad}"), ("curl", "\\DeclareMathOperator{\\curl}{curl}"),
      ("rot", "\\DeclareMathOperator{\\rot}{rot}"), ("Var", "\\DeclareMathOperator{\\Var}{Var}"),
      ("Cov", "\\DeclareMathOperator{\\Cov}{Cov}"), ("E", "\\newcommand{\\E}{\\mathbb{E}}"),
    ]
  }
}
