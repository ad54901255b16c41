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
    Case("{}_1x", "<msub><mrow/><mn>1</mn></msub><mi>x</mi>"),
    Case("_1", "<msub><mrow/><mn>1</mn></msub>"),
    Case("x^{}", "<mi>x</mi>"),
    Case("x^\\frac12", "<msup><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></msup>"),
    Case("w_{<i}", "<msub><mi>w</mi><mrow><mo>&lt;</mo><mi>i</mi></mrow></msub>"),
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
      mathML("\\sideset{_1^2}{_3^4}\\prod_a^b", display: true) == """
        <munderover><mmultiscripts><mo>∏</mo><mn>3</mn><mn>4</mn><mprescripts/><mn>1</mn><mn>2</mn></mmultiscripts>\
        <mi>a</mi><mi>b</mi></munderover>
        """)
  }

  @Test(arguments: [("x_1_2", 3..<4), ("x^1^2", 3..<4), ("x^2'", 3..<4)])
  func twoScriptsOfOneKindAreReported(_ tex: String, _ range: Range<Int>) {
    let found = issues(tex)
    #expect(found.map(\.kind) == [.syntax])
    #expect(found.map(\.range) == [range])
  }
}
