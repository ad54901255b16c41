import Testing

@testable import TeXMath

@Suite struct SymbolTests {
  @Test(arguments: [
    Case("x", "<mi>x</mi>"),
    Case("25.99", "<mn>25.99</mn>"),
    Case("a.b", "<mi>a</mi><mo lspace=\"0\" rspace=\"0\">.</mo><mi>b</mi>"),
    Case("\\alpha", "<mi>α</mi>"),
    Case("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
    Case("\\infty", "<mi>∞</mi>"),
    Case("a\\le b", "<mi>a</mi><mo>≤</mo><mi>b</mi>"),
    Case("a<b>c", "<mi>a</mi><mo>&lt;</mo><mi>b</mi><mo>&gt;</mo><mi>c</mi>"),
    Case("a \\& b", "<mi>a</mi><mi>&amp;</mi><mi>b</mi>"),
    Case("x \\in A", "<mi>x</mi><mo>∈</mo><mi>A</mi>"),
    Case("x ∈ α", "<mi>x</mi><mo>∈</mo><mi>α</mi>"),
    Case("x := 1", "<mi>x</mi><mo>≔</mo><mn>1</mn>"),
    Case("a,b", "<mi>a</mi><mo>,</mo><mi>b</mi>"),
    Case("1{,}5", "<mn>1</mn><mo rspace=\"0\">,</mo><mn>5</mn>"),
    Case("a % note\n b", "<mi>a</mi><mi>b</mi>"),
  ])
  func signs(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: [
    Case("-x", "<mo>−</mo><mi>x</mi>"),
    Case("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"),
    Case("a=-b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
    Case("2\\times -3", "<mn>2</mn><mo>×</mo><mo form=\"prefix\">−</mo><mn>3</mn>"),
    Case("x^-", "<msup><mi>x</mi><mo>−</mo></msup>"),
    Case("{}-x", "<mo form=\"infix\">−</mo><mi>x</mi>"),
    Case(
      "f(\\cdot)",
      """
      <mi>f</mi><mo stretchy=\"false\">(</mo><mo lspace=\"0\" rspace=\"0\">⋅</mo><mo stretchy=\"false\">)</mo>
      """),
  ])
  func operatorsWithoutTwoOperandsAreSigns(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: [
    Case("\\sim x", "<mo form=\"infix\">∼</mo><mi>x</mi>"),
    Case("a{=}b", "<mi>a</mi><mo lspace=\"0\" rspace=\"0\">=</mo><mi>b</mi>"),
    Case("a/b", "<mi>a</mi><mo lspace=\"0\" rspace=\"0\">/</mo><mi>b</mi>"),
    Case("f:A", "<mi>f</mi><mo lspace=\"0.278em\" rspace=\"0.278em\">:</mo><mi>A</mi>"),
    Case("f\\colon A", "<mi>f</mi><mo>:</mo><mi>A</mi>"),
    Case(
      "a\\mathbin{\\#}b",
      """
      <mi>a</mi><mspace width=\"0.222em\"/><mi>#</mi><mspace width=\"0.222em\"/><mi>b</mi>
      """),
  ])
  func spaceIsWrittenOnlyWhereTheDictionaryIsWrong(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: [
    Case("\\not=", "<mo>≠</mo>"), Case("a\\not\\in b", "<mi>a</mi><mo>∉</mo><mi>b</mi>"),
    Case("\\not\\ll", "<mo>≪\u{338}</mo>"), Case("\\not{\\le}", "<mo>≰</mo>"),
    Case("\\nleqslant", "<mo>⩽\u{338}</mo>"), Case("\\centernot\\to", "<mo>↛</mo>"),
  ])
  func negation(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test func aSignOfTwoCharactersIsOneOperator() {
    #expect(mathML("a\\colonapprox b") == "<mi>a</mi><mo>∶≈</mo><mi>b</mi>")
    #expect(mathML("=\\Eqqcolon b") == "<mo rspace=\"0\">=</mo><mo lspace=\"0\">=∷</mo><mi>b</mi>")
  }

  @Test func implicationsStandWiderThanOtherRelations() {
    let space = "<mspace width=\"0.278em\"/>"
    #expect(mathML("A\\iff B") == "<mi>A</mi>\(space)<mo>⟺</mo>\(space)<mi>B</mi>")
    #expect(mathML("A⟺B") == "<mi>A</mi><mo>⟺</mo><mi>B</mi>")
  }

  @Test(arguments: [
    Case("（a＋b）＝１２", "(a+b)=12"), Case("x，y；z", "x,y;z"), Case("｛a｜b｝", "\\{a|b\\}"),
    Case("a·b", "a\\cdot b"), Case("a×b÷c", "a\\times b\\div c"), Case("a−b", "a-b"), Case("a–b", "a-b"),
    Case("a≤b⇒c", "a\\le b\\Rightarrow c"), Case("θ∈Θ", "\\theta\\in\\Theta"), Case("a∕b", "a/b"),
    Case("½x", "\\tfrac12x"), Case("𝐱𝛼ℒℝ", "\\mathbf x\\mathit\\alpha\\mathcal L\\mathbb R"),
    Case("𝟏", "\\mathbf1"), Case("∑ᵢxᵢ", "\\sum_ix_i"), Case("µ", "\\mu"), Case("⊤", "\\top"),
    Case("a\u{2009}b\u{200B}c", "a\\,bc"), Case("f\u{2061}x\u{FE0E}", "fx"),
  ])
  func charactersMeanWhatTheirCommandMeans(_ sample: Case) {
    #expect(mathML(sample.tex, display: true) == mathML(sample.expected, display: true))
    #expect(issues(sample.tex).isEmpty)
  }

  @Test(arguments: [
    Case("a⪷b", "<mo>⪷</mo>"), Case("a⤖b", "<mo>⤖</mo>"), Case("a⨦b", "<mo>⨦</mo>"),
    Case("⦅a⦆", "<mo stretchy=\"false\">⦅</mo>"),
  ])
  func operatorsWithoutACommandHaveTheClassOfTheirSpace(_ sample: Case) {
    #expect(mathML(sample.tex).contains(sample.expected))
  }

  @Test func everyTableHasPairsAndEveryNameIsKnown() {
    var count = 0
    SymbolTables.forEachSymbol { name, symbol in
      count += 1
      let tex = "\\" + String(decoding: name, as: UTF8.self) + " "
      #expect(issues(tex).isEmpty, "\(tex)")
      #expect(Unicode.Scalar(symbol.scalar) != nil && symbol.scalar > 0x20)
    }
    #expect(count > 900)
  }

  @Test(arguments: [
    Case("a,\\dots,b", "…"), Case("a+\\dots+b", "⋯"), Case("\\cdots", "⋯"), Case("\\vdots", "⋮"),
    Case("a\\dots\\not=b", "⋯"), Case("\\dots\\iff", "⋯"), Case("\\dots\\mathrel{R}", "⋯"),
  ])
  func dotsSitAsHighAsWhatFollows(_ sample: Case) {
    #expect(mathML(sample.tex).contains("<mi>\(sample.expected)</mi>"))
  }
}
