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
    Case("\\left.x\\right.^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    Case("\\big(x", "<mo minsize=\"1.19em\" maxsize=\"1.19em\">(</mo><mi>x</mi>"),
    Case(
      "a\\bigm| b", "<mi>a</mi><mo stretchy=\"true\" minsize=\"1.19em\" maxsize=\"1.19em\">|</mo><mi>b</mi>"),
    Case(
      "=|x|+1",
      """
      <mo>=</mo><mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">|</mo>\
      <mo>+</mo><mn>1</mn>
      """),
    Case("a\\mid b", "<mi>a</mi><mo>∣</mo><mi>b</mi>"),
    Case(
      "\\left（\\frac12\\right）", "<mo>(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>)</mo>"),
    Case("\\big{(}x", "<mo minsize=\"1.19em\" maxsize=\"1.19em\">(</mo><mi>x</mi>"),
    Case(
      "\\Braket{\\frac12|x}",
      """
      <mo>⟨</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mspace width=\"0.167em\"/><mo form=\"prefix\">|</mo>\
      <mspace width=\"0.167em\"/><mi>x</mi><mo>⟩</mo>
      """),
    Case(
      "\\ketbra ab",
      """
      <mo stretchy=\"false\">|</mo><mi>a</mi><mo stretchy=\"false\">⟩</mo><mo stretchy=\"false\">⟨</mo><mi>b</mi>\
      <mo stretchy=\"false\">|</mo>
      """),
    Case(
      "\\set{x|y|z}",
      """
      <mo stretchy=\"false\">{</mo><mspace width=\"0.167em\"/><mi>x</mi><mo>∣</mo><mi>y</mi>\
      <mo form=\"postfix\" stretchy=\"false\">|</mo><mi>z</mi><mspace width=\"0.167em\"/><mo stretchy=\"false\">}</mo>
      """),
    Case("\\ket{x}", "<mo stretchy=\"false\">|</mo><mi>x</mi><mo stretchy=\"false\">⟩</mo>"),
  ])
  func delimiters(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }
}
