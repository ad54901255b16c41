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
    Case(
      "\\mathop{\\sum\\sum}_i x", "<msub><mrow><mo>∑</mo><mo>∑</mo></mrow><mi>i</mi></msub><mi>x</mi>"),
    Case("\\mathop{\\rm lim}", "<mi>lim</mi>"),
    Case("\\liminf", "<mi>lim inf</mi>"),
    Case("\\argmax", "<mi>arg max</mi>"),
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

  @Test func aModulusStandsFurtherAwayInDisplayStyle() {
    #expect(mathML("a\\pmod b", display: true).hasPrefix("<mi>a</mi><mspace width=\"1em\"/><mo"))
    #expect(mathML("a\\mod b").hasPrefix("<mi>a</mi><mspace width=\"0.667em\"/><mi>mod</mi>"))
    #expect(linearText("a \\equiv b \\pmod n") == "a ≡ b (mod n)")
  }

  @Test func theMarkedLimitsAreFunctionsWithLimits() {
    let line = "<mo stretchy=\"true\">&#x332;</mo>"
    #expect(
      mathML("\\varlimsup_n", display: true)
        == "<munder><mover accent=\"true\"><mi>lim</mi>\(line)</mover><mi>n</mi></munder>")
    #expect(
      mathML("\\varinjlim")
        == "<munder accentunder=\"true\"><mi>lim</mi><mo>→</mo></munder>")
  }

  @Test(arguments: [
    Case("\\idotsint_V", "<mo>∫</mo><mi>⋯</mi><msub><mo>∫</mo><mi>V</mi></msub>"),
    Case("\\smallint_0", "<msub><mstyle displaystyle=\"false\"><mo>∫</mo></mstyle><mn>0</mn></msub>"),
    Case("\\intop_0", "<munder><mo>∫</mo><mn>0</mn></munder>"),
    Case("\\iint_0", "<msub><mo>∬</mo><mn>0</mn></msub>"),
  ])
  func integrals(_ sample: Case) {
    #expect(mathML(sample.tex, display: true) == sample.expected)
  }

  @Test(arguments: [
    "\\lim", "\\max", "\\operatorname*{lim}", "\\operatornamewithlimits{lim}", "\\mathop{\\mathrm{lim}}",
    "\\argmin",
  ])
  func namesWithLimits(_ name: String) {
    #expect(mathML("\(name)_x", display: true).hasPrefix("<munder><mi>"))
    #expect(mathML("\(name)_x").hasPrefix("<msub><mi>"))
  }
}
