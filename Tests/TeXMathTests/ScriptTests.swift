import TeXMath
import Testing

@Suite struct ScriptTests {
  @Test(arguments: [
    Case("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    Case("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    Case("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    Case("2^{4.7}", "<msup><mn>2</mn><mn>4.7</mn></msup>"),
    Case("x^12", "<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>"),
    Case("10^{10^8}", "<msup><mn>10</mn><msup><mn>10</mn><mn>8</mn></msup></msup>"),
    Case("{x_2}^3", "<msup><msub><mi>x</mi><mn>2</mn></msub><mn>3</mn></msup>"),
    Case("x'", "<msup><mi>x</mi><mo>′</mo></msup>"),
    Case("f''", "<msup><mi>f</mi><mo>″</mo></msup>"),
    Case("y'^2", "<msup><mi>y</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"),
    Case("x²", "<msup><mi>x</mi><mn>2</mn></msup>"),
    Case("x₁₂³", "<msubsup><mi>x</mi><mn>12</mn><mn>3</mn></msubsup>"),
    Case("Aᵀ", "<msup><mi>A</mi><mi>T</mi></msup>"),
    Case(
      "xⁿ⁺¹", "<msup><mi>x</mi><mrow><mi>n</mi><mo lspace=\"0\" rspace=\"0\">+</mo><mn>1</mn></mrow></msup>"),
    Case("aᵢⱼ", "<msub><mi>a</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
    Case("²x", "<msup><mrow/><mn>2</mn></msup><mi>x</mi>"),
    Case("x′", "<msup><mi>x</mi><mo>′</mo></msup>"),
    Case("x″′²", "<msup><mi>x</mi><mrow><mo>‴</mo><mn>2</mn></mrow></msup>"),
    Case("x’", "<msup><mi>x</mi><mo>′</mo></msup>"),
    Case("x^′", "<msup><mi>x</mi><mo>′</mo></msup>"),
    Case("x^{\\prime}", "<msup><mi>x</mi><mo>′</mo></msup>"),
    Case("{}_1x", "<msub><mrow/><mn>1</mn></msub><mi>x</mi>"),
    Case("_1", "<msub><mrow/><mn>1</mn></msub>"),
    Case("x^{}", "<mi>x</mi>"),
    Case("x^\\frac12", "<msup><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></msup>"),
    Case("w_{<i}", "<msub><mi>w</mi><mrow><mo lspace=\"0\" rspace=\"0\">&lt;</mo><mi>i</mi></mrow></msub>"),
  ])
  func scripts(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
    #expect(issues(sample.tex).isEmpty)
  }

  @Test func limitsStandBelowAndAboveInDisplayOnly() {
    let scripts = "<mi>i</mi><mi>n</mi>"
    #expect(mathML("\\sum_i^n", display: true) == "<munderover><mo>∑</mo>\(scripts)</munderover>")
    #expect(mathML("\\sum_i^n") == "<msubsup><mo>∑</mo>\(scripts)</msubsup>")
    #expect(mathML("\\sum\\nolimits_i^n", display: true) == "<msubsup><mo>∑</mo>\(scripts)</msubsup>")
    #expect(
      mathML("\\sum\\limits_i^n") == "<munderover><mo movablelimits=\"false\">∑</mo>\(scripts)</munderover>")
    #expect(mathML("\\int_i^n", display: true) == "<msubsup><mo>∫</mo>\(scripts)</msubsup>")
    #expect(mathML("\\int\\limits_i^n", display: true) == "<munderover><mo>∫</mo>\(scripts)</munderover>")
    #expect(
      mathML("\\frac{\\sum_i^n}{2}", display: true)
        == "<mfrac><msubsup><mo>∑</mo>\(scripts)</msubsup><mn>2</mn></mfrac>")
  }

  @Test func prescriptsOfAnOperator() {
    #expect(
      mathML("\\sideset{}{'}\\sum_i")
        == "<mmultiscripts><mo>∑</mo><mi>i</mi><mo>′</mo></mmultiscripts>")
    #expect(
      mathML("\\sideset{}{_3}\\prod_a")
        == "<msub><mmultiscripts><mo>∏</mo><mn>3</mn><mrow/></mmultiscripts><mi>a</mi></msub>")
    #expect(
      mathML("\\sideset{_1^2}{_3^4}\\prod_a^b", display: true) == """
        <munderover><mmultiscripts><mo>∏</mo><mn>3</mn><mn>4</mn><mprescripts/><mn>1</mn><mn>2</mn></mmultiscripts>\
        <mi>a</mi><mi>b</mi></munderover>
        """)
  }

  @Test(arguments: [("x_1_2", 3..<4), ("x^1^2", 3..<4), ("x^2'", 3..<4), ("x^2³", 3..<5), ("x_1₂", 3..<6)])
  func twoScriptsOfOneKindAreReported(_ tex: String, _ range: Range<Int>) {
    let found = issues(tex)
    #expect(found.map(\.kind) == [.syntax])
    #expect(found.map(\.range) == [range])
  }

  @Test func scriptsHaveNoSpaceAroundOperationsAndRelations() {
    let tight = "lspace=\"0\" rspace=\"0\""
    #expect(
      mathML("x^{a=b}", display: true)
        == "<msup><mi>x</mi><mrow><mi>a</mi><mo \(tight)>=</mo><mi>b</mi></mrow></msup>")
    #expect(mathML("x_{i,j}").contains("<mo rspace=\"0\">,</mo>"))
    #expect(mathML("x_{a\\mathrel{R}b}").contains("<mi>a</mi><mi>R</mi><mi>b</mi>"))
    // A fraction in a line of text sets its parts as scripts, one in display style does not.
    #expect(mathML("\\frac{a+b}2").contains("<mo \(tight)>+</mo>"))
    #expect(mathML("\\frac{a+b}2", display: true).contains("<mo>+</mo>"))
    #expect(mathML("x^{\\log n}").contains("rspace=\"0.167em\""))
  }
}
