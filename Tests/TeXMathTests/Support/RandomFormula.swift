/// A random formula of constructs that belong together, with what its plain text must keep.
///
/// Letters are capitals, Greek or digits: the names that plain text adds (`sqrt`, `binom`) have none of them.
struct RandomFormula {
  var tex = ""
  /// The capitals, Greek letters and digits in the order in which plain text has them.
  var kept = ""

  /// Makes a formula.
  ///
  /// - Parameter depth: How deep its parts may nest.
  init(depth: Int, using random: inout RandomSource) {
    for _ in 0..<Int.random(in: 1...3, using: &random) { append(depth: depth, &random) }
  }

  /// The capitals, Greek letters and digits of a text.
  static func kept(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          0x41...0x5A ~= $0.value || 0x30...0x39 ~= $0.value || 0x3B1...0x3C9 ~= $0.value
        })
    )
  }

  private static let atoms: [(tex: String, kept: String)] = [
    ("A", "A"), ("B", "B"), ("X ", "X"), ("N", "N"), ("1", "1"), ("23", "23"), ("4.5", "45"),
    ("\\alpha ", "α"),
    ("\\theta ", "θ"), ("ω", "ω"), ("B'", "B"),
  ]

  private static let joints = ["+", "-", "=", "\\le ", ",", "\\cdot ", "", " ", "\\,", "\\quad ", "!"]

  private static let unary: [(String, String)] = [
    ("\\sqrt{", "}"), ("\\hat{", "}"), ("\\overline{", "}"), ("\\vec ", ""), ("\\boxed{", "}"),
    ("\\cancel{", "}"),
    ("\\mathbf{", "}"), ("\\mathrm{", "}"), ("\\boldsymbol{", "}"), ("\\mathit{", "}"), ("{\\bf ", "}"),
    ("\\textcolor{red}{", "}"), ("{\\color{blue}", "}"), ("{\\displaystyle ", "}"), ("{\\scriptstyle ", "}"),
    ("\\left(", "\\right)"), ("\\left[", "\\right."), ("\\bigl(", "\\bigr)"), ("\\mathrel{", "}"),
    ("\\mathop{", "}"), ("\\operatorname{", "}"), ("\\log ", ""), ("\\sum ", ""), ("\\int\\limits ", ""),
    ("(", ")"),
    ("\\pmod{", "}"), ("\\smash{", "}"), ("\\mathllap{", "}"), ("\\widehat{", "}"), ("\\lvert ", "\\rvert "),
    ("\\begin{aligned}", "\\end{aligned}"), ("\\begin{cases}", "\\end{cases}"), ("\\ket{", "}"),
    ("\\underline{", "}"),
  ]

  private static let binary: [(String, String, String)] = [
    ("\\frac{", "}{", "}"), ("\\dfrac{", "}{", "}"), ("\\binom{", "}{", "}"), ("{", "\\over ", "}"),
    ("{", "}^{", "}"),
    ("{", "}_{", "}"), ("\\sum_{", "}^{", "}"), ("\\lim_{", "}{", "}"), ("\\sqrt[", "]{", "}"),
    ("\\begin{pmatrix}", "&", "\\end{pmatrix}"), ("\\begin{matrix}", "\\\\", "\\end{matrix}"),
    ("\\begin{cases}", "&", "\\end{cases}"), ("\\begin{aligned}", "&=", "\\end{aligned}"),
    ("\\begin{array}{l|c}", "&", "\\end{array}"), ("\\left\\{", "\\middle|", "\\right\\}"),
    ("\\xrightarrow[", "]{", "}"), ("\\underbrace{", "}_{", "}"), ("\\overbrace{", "}^{", "}"),
    ("\\sum_{\\substack{", "\\\\", "}}"), ("\\text{$", "$}{", "}"),
  ]

  private mutating func append(depth: Int, _ random: inout RandomSource) {
    tex += Self.joints.randomElement(using: &random) ?? ""
    guard depth > 0 else { return appendAtom(&random) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0...1: appendAtom(&random)
    case 2...3:
      let (start, end) = Self.unary.randomElement(using: &random) ?? ("{", "}")
      let part = part(depth, &random)
      tex += start + part.tex + end
      kept += part.kept
    case 4:
      let text = "AB 12".prefix(Int.random(in: 1...5, using: &random))
      tex += "\\text{\(text)}"
      kept += Self.kept(of: String(text))
    case 5:
      // What stands above is read behind what stands below it.
      let over = part(depth, &random)
      let base = part(depth, &random)
      tex += "\\overset{\(over.tex)}{\(base.tex)}"
      kept += base.kept + over.kept
    default:
      let (start, middle, end) = Self.binary.randomElement(using: &random) ?? ("{", "}_{", "}")
      let first = part(depth, &random)
      let second = part(depth, &random)
      tex += start + first.tex + middle + second.tex + end
      kept += first.kept + second.kept
    }
  }

  private func part(_ depth: Int, _ random: inout RandomSource) -> RandomFormula {
    RandomFormula(depth: depth - 1, using: &random)
  }

  private mutating func appendAtom(_ random: inout RandomSource) {
    let atom = Self.atoms.randomElement(using: &random) ?? ("A", "A")
    tex += atom.tex
    kept += atom.kept
  }
}
