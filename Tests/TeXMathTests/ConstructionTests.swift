import Testing

@Suite struct ConstructionTests {
  @Test(arguments: [
    Case(
      "\\frac{a+b}{c}",
      "<mfrac><mrow><mi>a</mi><mo lspace=\"0\" rspace=\"0\">+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>"),
    Case("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    Case("\\dfrac12", "<mstyle displaystyle=\"true\"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>"),
    Case("\\tfrac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    Case(
      "\\binom nk", "<mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>"
    ),
    Case(
      "\\binom nk!",
      """
      <mrow><mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow><mo>!</mo>
      """),
    Case("{a \\over b}+1", "<mfrac><mi>a</mi><mi>b</mi></mfrac><mo>+</mo><mn>1</mn>"),
    Case(
      "{n \\choose k}",
      "<mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>"),
    Case("\\genfrac{}{}{0pt}{}{a}{b}", "<mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac>"),
    Case(
      "\\genfrac\\langle]{2pt}{}{a}{b}",
      "<mo>⟨</mo><mfrac linethickness=\"0.2em\"><mi>a</mi><mi>b</mi></mfrac><mo>]</mo>"),
    Case(
      "\\genfrac{}{}{}{2}{a}{b}",
      "<mstyle scriptlevel=\"1\"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle>"),
    Case("a \\above 1pt b", "<mfrac linethickness=\"0.1em\"><mi>a</mi><mi>b</mi></mfrac>"),
    Case("a \\overwithdelims<> b", "<mo>⟨</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>⟩</mo>"),
    Case(
      "a \\atopwithdelims.| b",
      "<mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>"),
    Case("\\cfrac[l]{1}{2}", "<mstyle displaystyle=\"true\"><mfrac><mn>1</mn><mn>2</mn></mfrac></mstyle>"),
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
    Case("\\root n\\of{x}", "<mroot><mi>x</mi><mi>n</mi></mroot>"),
    Case("\\sqrt[\\leftroot{-2}\\uproot{2}\\beta]{k}", "<mroot><mi>k</mi><mi>β</mi></mroot>"),
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
    Case("\\underoverset{a}{b}{x}", "<munderover><mi>x</mi><mi>a</mi><mi>b</mi></munderover>"),
    Case("\\overunderset{a}{b}{x}", "<munderover><mi>x</mi><mi>b</mi><mi>a</mi></munderover>"),
    Case("a\\buildrel n\\over=b", "<mi>a</mi><mover><mo>=</mo><mi>n</mi></mover><mi>b</mi>"),
    Case(
      "\\skew{3}{\\dot} A", "<mover accent=\"true\"><mi>A</mi><mo>˙</mo></mover>"),
    Case("\\Hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
    Case("\\overgroup{x}", "<mover accent=\"true\"><mi>x</mi><mo>⏠</mo></mover>"),
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
    Case("\\xlongequal{}", "<mo stretchy=\"true\">=</mo>"),
    Case("\\xtofrom{}", "<mo>⇄</mo>"),
    Case("\\xLongrightarrow{}", "<mo>⟹</mo>"),
  ])
  func extensibleSignsGrowWhereADictionaryWouldNotLetThem(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test func prescriptsStandBeforeTheirBase() {
    #expect(
      mathML("\\prescript{a}{b}{X}_c")
        == "<mmultiscripts><mi>X</mi><mi>c</mi><mrow/><mprescripts/><mi>b</mi><mi>a</mi></mmultiscripts>")
    #expect(
      mathML("\\prescript{a}{}{X}")
        == "<mmultiscripts><mi>X</mi><mprescripts/><mrow/><mi>a</mi></mmultiscripts>")
  }

  @Test func withoutScriptsAtTheCornersTheBaseStandsAlone() {
    #expect(mathML("\\sideset{}{}\\sum_i", display: true) == "<munder><mo>∑</mo><mi>i</mi></munder>")
    #expect(mathML("\\prescript{}{}{X}") == "<mi>X</mi>")
  }

  @Test func aChoiceTakesTheFormulaOfItsStyle() {
    let choice = "\\mathchoice{D}{T}{S}{U}"
    #expect(mathML(choice, display: true) == "<mi>D</mi>")
    #expect(mathML(choice) == "<mi>T</mi>")
    #expect(mathML("x_{\(choice)}", display: true) == "<msub><mi>x</mi><mi>S</mi></msub>")
    #expect(mathML("x_{y_\(choice)}") == "<msub><mi>x</mi><msub><mi>y</mi><mi>U</mi></msub></msub>")
    #expect(mathML("\\frac\(choice)2") == "<mfrac><mi>S</mi><mn>2</mn></mfrac>")
    #expect(mathML("\\frac\(choice)2", display: true) == "<mfrac><mi>T</mi><mn>2</mn></mfrac>")
  }

  @Test func aSizeIsThatOfTheFormulaNotOfTheGroupAround() {
    #expect(
      mathML("{\\large a{\\normalsize b}}")
        == "<mstyle mathsize=\"120%\"><mi>a</mi><mstyle mathsize=\"83%\"><mi>b</mi></mstyle></mstyle>")
    #expect(mathML("\\normalsize a") == "<mi>a</mi>")
  }

  @Test(arguments: [
    Case("\\phantom{x}", "<mphantom><mi>x</mi></mphantom>"),
    Case("\\vphantom{x}", "<mpadded width=\"0\"><mphantom><mi>x</mi></mphantom></mpadded>"),
    Case("\\boxed{x}", "<mrow class=\"tml-boxed\"><mi>x</mi></mrow>"),
    Case("\\cancel{x}", "<mrow class=\"tml-cancel\"><mi>x</mi></mrow>"),
    Case("\\sout{x}", "<mrow class=\"tml-sout\"><mi>x</mi></mrow>"),
    Case("\\cancelto{0}{x}", "<msup><mrow class=\"tml-cancelto\"><mi>x</mi></mrow><mn>0</mn></msup>"),
    Case("\\angl n", "<mrow class=\"tml-angl\"><mi>n</mi></mrow>"),
    Case("\\phase{x}", "<mrow class=\"tml-phase\"><mo>∠</mo><mi>x</mi></mrow>"),
    Case(
      "\\enclose{box,updiagonalstrike}{x}",
      "<mrow class=\"tml-cancel\"><mrow class=\"tml-boxed\"><mi>x</mi></mrow></mrow>"),
    Case("\\fbox{a $x$}", "<mrow class=\"tml-boxed\"><mtext>a\u{A0}</mtext><mi>x</mi></mrow>"),
    Case("\\colorbox{red}{a}", "<mstyle mathbackground=\"#ff0000\"><mtext>a</mtext></mstyle>"),
    Case(
      "\\fcolorbox{red}{#00f}{a}",
      """
      <mstyle mathcolor=\"#ff0000\" mathbackground=\"#0000ff\"><mrow class=\"tml-boxed\">\
      <mstyle mathcolor=\"#000000\"><mtext>a</mtext></mstyle></mrow></mstyle>
      """),
    Case(
      "\\bbox[yellow,5px,border:1px solid red]{x}",
      "<mstyle mathbackground=\"#ffff00\"><mrow class=\"tml-boxed\"><mi>x</mi></mrow></mstyle>"),
    Case("\\smash[t]{x}", "<mpadded height=\"0\"><mi>x</mi></mpadded>"),
    Case("\\smash[b]{x}", "<mpadded depth=\"0\"><mi>x</mi></mpadded>"),
    Case("\\rlap{a}", "<mpadded width=\"0\"><mtext>a</mtext></mpadded>"),
    Case("\\raisebox{1ex}{a}", "<mpadded voffset=\"0.43em\"><mtext>a</mtext></mpadded>"),
    Case("\\lower1em{a}", "<mpadded voffset=\"-1em\"><mi>a</mi></mpadded>"),
    Case("\\rule{1em}{2pt}", "<mspace class=\"tml-rule\" width=\"1em\" height=\"0.2em\"/>"),
    Case(
      "\\rule[-1pt]{1em}{3pt}",
      "<mspace class=\"tml-rule\" width=\"1em\" height=\"0.2em\" depth=\"0.1em\"/>"),
    Case("\\Space{1em}{2em}{0em}", "<mspace width=\"1em\" height=\"2em\"/>"),
    Case("\\color{red}x", "<mstyle mathcolor=\"#ff0000\"><mi>x</mi></mstyle>"),
    Case("\\textcolor{#0f0}{x}y", "<mstyle mathcolor=\"#00ff00\"><mi>x</mi></mstyle><mi>y</mi>"),
    Case("\\color{red!50!blue}x", "<mstyle mathcolor=\"#800080\"><mi>x</mi></mstyle>"),
    Case("\\color{rebeccapurple}x", "<mstyle mathcolor=\"#663399\"><mi>x</mi></mstyle>"),
    Case("\\color[cmyk]{1,0,0,0}x", "<mstyle mathcolor=\"#00ffff\"><mi>x</mi></mstyle>"),
    Case("\\color[RGB]{1,2,3}x", "<mstyle mathcolor=\"#010203\"><mi>x</mi></mstyle>"),
    Case("{\\color{red}x}y", "<mstyle mathcolor=\"#ff0000\"><mi>x</mi></mstyle><mi>y</mi>"),
    Case("\\displaystyle x", "<mstyle displaystyle=\"true\"><mi>x</mi></mstyle>"),
    Case("a\\quad b", "<mi>a</mi><mspace width=\"1em\"/><mi>b</mi>"),
    Case("a\\,b", "<mi>a</mi><mspace width=\"0.167em\"/><mi>b</mi>"),
    Case("a\\hspace{1.5em}b", "<mi>a</mi><mspace width=\"1.5em\"/><mi>b</mi>"),
    Case("a\\!b", "<mi>a</mi><mspace class=\"tml-back3\"/><mi>b</mi>"),
    Case(
      "a\\kern-1.5em b",
      "<mi>a</mi><mspace class=\"tml-back18\"/><mspace class=\"tml-back9\"/><mi>b</mi>"),
    Case("a\\kern18mu b", "<mi>a</mi><mspace width=\"1em\"/><mi>b</mi>"),
  ])
  func stylesAndSpaces(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }

  @Test func aStyleInForceIsNotSetAgain() {
    #expect(mathML("\\displaystyle x", display: true) == "<mi>x</mi>")
    #expect(mathML("\\displaystyle xy", display: true) == "<mi>x</mi><mi>y</mi>")
  }

  @Test func anOperatorBeforeAChangeOfColourHasItsOperandBehindIt() {
    #expect(
      mathML("\\color{red}x+\\color{blue}y").hasPrefix(
        "<mstyle mathcolor=\"#ff0000\"><mi>x</mi><mo>+</mo></mstyle>"))
  }
}
