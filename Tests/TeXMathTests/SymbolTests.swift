import Testing

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
    Case("\\not\\ll", "<mo>≪\u{338}</mo>"),
  ])
  func negation(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: [
    Case("a,\\dots,b", "…"), Case("a+\\dots+b", "⋯"), Case("\\cdots", "⋯"), Case("\\vdots", "⋮"),
  ])
  func dotsSitAsHighAsWhatFollows(_ sample: Case) {
    #expect(mathML(sample.tex).contains("<mi>\(sample.expected)</mi>"))
  }
}
