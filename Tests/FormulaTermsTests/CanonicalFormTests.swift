import Testing

@Suite("What makes no difference")
struct CanonicalFormTests {
  @Test(
    "two ways to write a formula",
    arguments: [
      ("x_{i}^{2}", "x^2_i"), (#"\frac12"#, #"\frac{1}{2}"#), (#"\frac ab"#, #"{a \over b}"#),
      (#"a \le b"#, #"a\leq b"#), (#"a \leqslant b"#, "a ≤ b"), (#"a \ne b"#, #"a \not= b"#),
      (#"\left( \frac ab \right)^2"#, #"\bigl(\frac{a}{b}\bigr)^2"#), (#"\left|x\right|"#, "|x|"),
      (#"\left\{ x \right\}"#, #"\lbrace x \rbrace"#), (#"\lVert x \rVert"#, #"\|x\|"#),
      (#"\left. x \right|_0"#, "x|_0"), (#"\mathrm{log} x"#, #"\log x"#),
      (#"\operatorname{log} x"#, #"\log x"#),
      (#"\text{KL}"#, #"\mathrm{KL}"#), (#"\displaystyle \sum x"#, #"\sum x"#),
      (#"\sum\limits_i"#, #"\sum_i"#),
      (#"a \, + \quad b"#, "a+b"), (#"\color{red} a + \textcolor{blue}{b}"#, "a+b"), ("{{a}}{}+{b}", "a+b"),
      ("f'", #"f^\prime"#), ("f''", #"f^{\prime\prime}"#), ("f'^2", #"f^{\prime 2}"#), ("a-b", "a−b"),
      (#"\mathrm{d}x"#, "dx"), (#"\mathit{x}"#, "x"), (#"\varepsilon + \phi"#, #"\epsilon + \varphi"#),
      (#"P(A|B)"#, #"P(A \mid B)"#), (#"a_1, \ldots, a_n"#, #"a_1, \dots, a_n"#), ("a_1 ⋯", #"a_1 \cdots"#),
      (#"\overline x"#, #"\bar x"#), (#"\widehat x"#, #"\hat x"#),
      (#"\arg\max_x"#, #"\operatorname*{argmax}_x"#),
      (#"y = \arg\min_x f(x)"#, #"y = \operatorname*{argmin}_x f(x)"#),
      (#"\underset{x}{\max}"#, #"\max_x"#), (#"\underset{x}{\arg\min} y"#, #"\argmin_x y"#),
      (#"\begin{aligned} x &= y \end{aligned}"#, "x=y"), (#"\begin{equation} x = y. \end{equation}"#, "x=y"),
      (#"x = y \tag{3}"#, "x=y"), (#"x = y \label{eq:x}"#, "x=y"), ("x = y,", "x=y"),
      (#"\boxed{x = y}"#, "x=y"),
      (#"\begin{bmatrix} a \\ b \end{bmatrix}"#, #"\begin{matrix} a \\ b \end{matrix}"#),
      ("a\u{2009}＋ b", "a+b"),
      (#"x \longrightarrow y"#, #"x \to y"#), (#"\sqrt 2"#, #"\sqrt{2}"#), (".5", "0.5"),
      (#"𝐱"#, #"\mathbf{x}"#),
      (#"\phantom{q} x + y"#, "x+y"), (#"\underbrace{a+b}"#, "a+b"), (#"a\nonumber"#, "a"),
    ])
  func sameTerms(one: String, other: String) {
    #expect(terms(one) == terms(other))
    #expect(!terms(one).isEmpty)
  }

  @Test(
    "two formulas",
    arguments: [
      (#"a \cdot b"#, #"a \times b"#), ("x^2", "x_2"), ("a/b", #"\frac ab"#), ("x", #"\mathbf x"#),
      ("L", #"\mathcal L"#), (#"\log x"#, #"\ln x"#), (#"\hat x"#, #"\tilde x"#), ("f'", "f''"),
      ("a<b", "a>b"),
      (#"\sum x"#, #"\Sigma x"#), ("(a)", "[a]"), ("2^{ab}", "2^a b"), ("ab", "ba"), ("12", "1 2"),
      (#"\sqrt{ab}"#, #"\sqrt a b"#), (#"\overline x"#, #"\underline x"#), (#"{}_2 x"#, "x_2"),
    ])
  func otherTerms(one: String, other: String) {
    #expect(terms(one) != terms(other))
  }

  @Test("the digests of a row depend on which variables are the same, not on their letters")
  func digestsOfRows() {
    #expect(digests("x^2 + y^2 = z^2") == digests("a^2 + b^2 = c^2"))
    // One of the two digests is the same.
    #expect(Set(digests("x^2 + x^2 = z^2")).intersection(digests("a^2 + b^2 = c^2")).count == 1)
    for other in ["a^2 - b^2 = c^2", "a^2 + b^2 = 1", "a^2 + b^2 = c_2", "a^2 + b^2", "a^2 + b^2 = π^2"] {
      #expect(Set(digests(other)).isDisjoint(with: digests("a^2 + b^2 = c^2")))
    }
    // The places of symbols matter, not only their order.
    #expect(Set(digests("a^{b^c}")).isDisjoint(with: digests("a^{bc}")))
    #expect(Set(digests("(a)b")).isDisjoint(with: digests("(ab)")))
    #expect(digests("xy") == [])
  }
}
