import TeXMath
import Testing

@Suite struct LinearTextTests {
  @Test(arguments: [
    Case("2^{4.7} = 25.99", "2^(4.7) = 25.99"),
    Case("\\frac{a+b}{c}", "(a + b)/c"),
    Case("\\frac12 x", "(1/2)x"),
    Case("-\\frac{1}{N}", "-1/N"),
    Case("\\sqrt{x}", "sqrt(x)"),
    Case("\\sqrt[3]{x}", "root(3, x)"),
    Case("\\log_2 P(x)", "log_2 P(x)"),
    Case("\\text{困惑度}=2^H", "困惑度 = 2^H"),
    Case("\\sum_{i=1}^n x_i", "∑_(i=1)^n x_i"),
    Case("x_i^2y", "x_i^2 y"),
    Case("f'(x)", "f'(x)"),
    Case("{x_2}^3", "x_2^3"),
    Case("(a+b)^{n-1}", "(a + b)^(n-1)"),
    Case("{a+b}^2", "(a + b)^2"),
    Case("p(w_i \\mid w_{<i})", "p(w_i | w_(<i))"),
    Case("\\mathbb{R}^n", "ℝ^n"),
    Case("\\mathrm{KL}x", "KL x"),
    Case("\\hat x", "x\u{302}"),
    Case("\\overline{AB}", "overline(AB)"),
    Case("\\binom nk", "binom(n, k)"),
    Case("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1, 2; 3, 4)"),
    Case("\\begin{cases}1&x>0\\\\0\\end{cases}", "{1, x > 0; 0}"),
    Case("\\begin{aligned}a&=b\\\\&=c\\end{aligned}", "a = b; = c"),
    Case("\\left.\\frac ab\\right|_0^1", "(a/b)|_0^1"),
    Case("\\text{a }\\foo x", "a \\foo x"),
    Case("S_{\\text{new}}", "S_new"),
    Case("a\\to b", "a → b"),
    Case("\\phantom{x}y", "y"),
    Case("{a \\brack b}", "[stack(a, b)]"),
    Case("\\genfrac\\{\\}{}{}{a}{b+c}", "{a/(b + c)}"),
    Case("\\cancel{x}^2", "cancel(x)^2"),
    Case("\\cancelto{0}{x+1}", "cancel(x + 1)→0"),
    Case("\\sideset{}{_1}\\prod_a", "(∏_1)_a"),
    Case("\\prescript{a}{b}{X}", "_b^a X"),
    Case("\\mathchoice{a}{b}{c}{d}", "b"),
    Case("A\\xrightarrow[n]{f} B", "A →_n^f B"),
    Case("\\Set{x|x>0}", "{ x | x > 0 }"),
    Case("a\\colonapprox b", "a ∶≈ b"),
    Case("\\text{a\\textbf{b}c}", "abc"),
    Case("\\mathbb{1}_A", "𝟙_A"),
    Case("x²", "x^2"),
    Case("\\underbrace{a+b}_{n}", "underbrace(a + b)_n"),
    Case("\\phase{x}", "∠x"),
    Case("\\fbox{a}\\rlap{b}", "ab"),
  ])
  func text(_ sample: Case) {
    #expect(linearText(sample.tex) == sample.expected)
  }

  /// A random formula of constructs that add no letters of their own, with the letters and digits in it.
  private func formula(depth: Int, _ random: inout RandomSource) -> (tex: String, symbols: String) {
    let atoms = "abcxyzKLMN0123456789"
    var tex = ""
    var symbols = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      func part() -> (tex: String, symbols: String) {
        guard depth > 0 else {
          let character = String(atoms.randomElement(using: &random) ?? "x")
          return (character, character)
        }
        return formula(depth: depth - 1, &random)
      }
      let first = part()
      let second = part()
      symbols += first.symbols
      switch Int.random(in: 0..<8, using: &random) {
      case 0: tex += "\\frac{\(first.tex)}{\(second.tex)}"
      case 1: tex += "{\(first.tex)}^{\(second.tex)}"
      case 2: tex += "{\(first.tex)}_{\(second.tex)}"
      case 3: tex += "\\left(\(first.tex)+\(second.tex)\\right)"
      case 4: tex += "\\mathbf{\(first.tex)}=\\mathrm{\(second.tex)}"
      case 5: tex += "\\begin{matrix}\(first.tex)&\(second.tex)\\end{matrix}"
      case 6: tex += "\\text{\(first.symbols)}\\,\\color{red}{\(second.tex)}"
      default:
        tex += first.tex
        continue
      }
      symbols += second.symbols
    }
    return (tex, symbols)
  }

  @Test func noLetterOrDigitIsLostOrMoved() {
    var random = RandomSource(seed: 7)
    for _ in 0..<600 {
      let (tex, symbols) = formula(depth: 3, &random)
      let kept = linearText(tex).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      #expect(kept == symbols, "\(tex)")
      if kept != symbols { return }
    }
  }
}
