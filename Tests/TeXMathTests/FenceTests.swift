import Testing

@Suite struct FenceTests {
  @Test(arguments: [
    Case("(x)", "<mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>"),
    Case("\\left(\\frac12\\right)", "<mo>(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>)</mo>"),
    Case("\\left(x\\right)", "<mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>"),
    Case(
      "\\left.\\frac12\\right|_0",
      """
      <msub><mrow><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>|</mo></mrow><mn>0</mn></msub>
      """),
    Case(
      "\\left<\\frac12\\middle|x\\right>",
      """
      <mo>⟨</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo form=\"prefix\">|</mo><mi>x</mi><mo>⟩</mo>
      """),
    Case(
      "\\left(-\\frac12\\right)",
      """
      <mo>(</mo><mo form=\"prefix\">−</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>)</mo>
      """),
    Case(
      "\\left/\\frac12\\right.",
      """
      <mo lspace=\"0\" rspace=\"0\" stretchy=\"true\" symmetric=\"true\">/</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>
      """),
    Case("\\big(x", "<mo minsize=\"1.2em\" maxsize=\"1.2em\">(</mo><mi>x</mi>"),
    Case(
      "a\\bigm| b", "<mi>a</mi><mo stretchy=\"true\" minsize=\"1.2em\" maxsize=\"1.2em\">|</mo><mi>b</mi>"),
    Case(
      "=|x|+1",
      """
      <mo>=</mo><mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">|</mo>\
      <mo>+</mo><mn>1</mn>
      """),
    Case("a\\mid b", "<mi>a</mi><mo>∣</mo><mi>b</mi>"),
    Case("\\ket{x}", "<mo stretchy=\"false\">|</mo><mi>x</mi><mo stretchy=\"false\">⟩</mo>"),
  ])
  func delimiters(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }
}
