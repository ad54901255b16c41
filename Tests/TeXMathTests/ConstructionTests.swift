import Testing

@Suite struct ConstructionTests {
  @Test(arguments: [
    Case("\\frac{a+b}{c}", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>"),
    Case("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    Case("\\dfrac12", "<mstyle displaystyle=\"true\"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>"),
    Case("\\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    Case(
      "\\binom nk", "<mrow><mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>"
    ),
    Case("{a \\over b}+1", "<mfrac><mi>a</mi><mi>b</mi></mfrac><mo>+</mo><mn>1</mn>"),
    Case(
      "{n \\choose k}",
      "<mrow><mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>"),
    Case("\\genfrac{}{}{0pt}{}{a}{b}", "<mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac>"),
  ])
  func fractions(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test func fractionsKeepTheStyleTheyHave() {
    #expect(mathML("\\dfrac12", display: true) == "<mfrac><mn>1</mn><mn>2</mn></mfrac>")
    #expect(
      mathML("\\tfrac12", display: true)
        == "<mstyle displaystyle=\"false\"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>")
  }

  @Test(arguments: [
    Case("\\sqrt{x+1}", "<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>"),
    Case("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    Case("\\sqrt2x", "<msqrt><mn>2</mn></msqrt><mi>x</mi>"),
  ])
  func roots(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: [
    Case("\\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
    Case("\\dot x", "<mover accent=\"true\"><mi>x</mi><mo>˙</mo></mover>"),
    Case("\\widehat V", "<mover accent=\"true\"><mi>V</mi><mo>&#x302;</mo></mover>"),
    Case("\\overline x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"true\">&#x332;</mo></mover>"),
    Case(
      "\\underline x", "<munder accentunder=\"true\"><mi>x</mi><mo stretchy=\"true\">&#x332;</mo></munder>"),
    Case(
      "\\hat{x}^2",
      "<msup><mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover><mn>2</mn></msup>"),
    Case(
      "\\underbrace{a}_{n}",
      "<munder><munder accentunder=\"true\"><mi>a</mi><mo>⏟</mo></munder><mi>n</mi></munder>"),
    Case("\\overset{n}{x}", "<mover><mi>x</mi><mi>n</mi></mover>"),
    Case("\\underset{n}{x}", "<munder><mi>x</mi><mi>n</mi></munder>"),
    Case("a\\stackrel{?}{=}b", "<mi>a</mi><mover><mo>=</mo><mo>?</mo></mover><mi>b</mi>"),
  ])
  func accentsAndStacks(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test func extensibleArrowsCarryTheirLabels() {
    let space = "<mspace width=\"0.278em\"/>"
    #expect(
      mathML("A \\xrightarrow[T]{n} B") == """
        <mi>A</mi><munderover><mo>→</mo><mrow>\(space)<mi>T</mi>\(space)</mrow>\
        <mrow>\(space)<mi>n</mi>\(space)</mrow></munderover><mi>B</mi>
        """)
  }

  @Test(arguments: [
    Case("\\phantom{x}", "<mphantom><mi>x</mi></mphantom>"),
    Case("\\vphantom{x}", "<mpadded width=\"0\"><mphantom><mi>x</mi></mphantom></mpadded>"),
    Case("\\boxed{x}", "<mrow class=\"tml-boxed\"><mi>x</mi></mrow>"),
    Case("\\cancel{x}", "<mrow class=\"tml-cancel\"><mi>x</mi></mrow>"),
    Case("\\color{red}x", "<mstyle mathcolor=\"#ff0000\"><mi>x</mi></mstyle>"),
    Case("\\textcolor{#0f0}{x}y", "<mstyle mathcolor=\"#00ff00\"><mi>x</mi></mstyle><mi>y</mi>"),
    Case("\\color[RGB]{1,2,3}x", "<mstyle mathcolor=\"#010203\"><mi>x</mi></mstyle>"),
    Case("{\\color{red}x}y", "<mstyle mathcolor=\"#ff0000\"><mi>x</mi></mstyle><mi>y</mi>"),
    Case("\\displaystyle x", "<mstyle displaystyle=\"true\"><mi>x</mi></mstyle>"),
    Case("a\\quad b", "<mi>a</mi><mspace width=\"1em\"/><mi>b</mi>"),
    Case("a\\,b", "<mi>a</mi><mspace width=\"0.167em\"/><mi>b</mi>"),
    Case("a\\hspace{1.5em}b", "<mi>a</mi><mspace width=\"1.5em\"/><mi>b</mi>"),
    Case("a\\kern18mu b", "<mi>a</mi><mspace width=\"1em\"/><mi>b</mi>"),
  ])
  func stylesAndSpaces(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }

  @Test func aStyleInForceIsNotSetAgain() {
    #expect(mathML("\\displaystyle x", display: true) == "<mi>x</mi>")
  }
}
