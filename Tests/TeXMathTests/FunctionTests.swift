import Testing

@Suite struct FunctionTests {
  @Test(arguments: [
    Case("\\log x", "<mi>log</mi><mo rspace=\"0.167em\">\u{2061}</mo><mi>x</mi>"),
    Case(
      "\\log(x)",
      """
      <mi>log</mi><mo>\u{2061}</mo><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>
      """),
    Case("\\log_2 P", "<msub><mi>log</mi><mn>2</mn></msub><mo rspace=\"0.167em\">\u{2061}</mo><mi>P</mi>"),
    Case(
      "n\\log n",
      """
      <mi>n</mi><mspace width=\"0.167em\"/><mi>log</mi><mo rspace=\"0.167em\">\u{2061}</mo><mi>n</mi>
      """),
    Case("\\log = 1", "<mi>log</mi><mo>=</mo><mn>1</mn>"),
    Case(
      "\\log -x",
      """
      <mi>log</mi><mo rspace=\"0.167em\">\u{2061}</mo><mo form=\"prefix\">−</mo><mi>x</mi>
      """),
    Case("\\exp\\sum_i", "<mi>exp</mi><mo>\u{2061}</mo><msub><mo>∑</mo><mi>i</mi></msub>"),
    Case(
      "\\arg\\max f",
      """
      <mi>arg</mi><mo rspace=\"0.167em\">\u{2061}</mo><mi>max</mi><mo rspace=\"0.167em\">\u{2061}</mo><mi>f</mi>
      """),
    Case("\\operatorname{softmax}", "<mi>softmax</mi>"),
    Case("\\operatorname{arg\\,max}", "<mi>arg max</mi>"),
    Case("\\mathop{\\rm lim}", "<mi>lim</mi>"),
    Case("\\liminf", "<mi>lim inf</mi>"),
    Case("a\\bmod b", "<mi>a</mi><mo>mod</mo><mi>b</mi>"),
    Case(
      "a\\pmod b",
      """
      <mi>a</mi><mspace width=\"0.444em\"/><mo stretchy=\"false\">(</mo><mi>mod</mi><mspace width=\"0.333em\"/>\
      <mi>b</mi><mo stretchy=\"false\">)</mo>
      """),
  ])
  func names(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test(arguments: ["\\lim", "\\max", "\\operatorname*{lim}", "\\mathop{\\mathrm{lim}}"])
  func namesWithLimits(_ name: String) {
    #expect(mathML("\(name)_x", display: true).hasPrefix("<munder><mi>"))
    #expect(mathML("\(name)_x").hasPrefix("<msub><mi>"))
  }
}
