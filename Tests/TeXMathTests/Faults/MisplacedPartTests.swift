import TeXMath
import Testing

/// Signs and commands where they have no meaning.
@Suite struct MisplacedPartTests {
  @Test(arguments: [
    MarkedFault("{a «&» b}", "An & stands only between the cells of a row; write \\& for the sign."),
    MarkedFault("\\frac{a «&» b}{c}", "An & stands only between the cells of a row; write \\& for the sign."),
    MarkedFault(
      "\\left( a «&» b \\right)",
      "An & cannot stand between \\left and \\right; end the fence before it with \\right. and begin another behind it"
        + " with \\left."),
    MarkedFault(
      "\\begin{CD} A «&» B \\end{CD}",
      "The objects of a diagram are divided by arrows such as @>>>, not by &."),
    MarkedFault("{a «\\\\» b}", "A line break stands only between the rows of a table or of the formula."),
    MarkedFault(
      "\\begin{aligned} \\left( a «\\\\» b \\right) \\end{aligned}",
      "A row cannot end between \\left and \\right; end the fence before it with \\right. and begin another behind it"
        + " with \\left."),
    MarkedFault(
      "\\text{a «\\\\» b}", "Text in a formula has one line; divide the formula into rows instead."),
    MarkedFault("«\\hline»", "A rule stands only at the start of a table's row."),
    MarkedFault(
      "\\begin{matrix} a «\\hline» b \\end{matrix}", "A rule stands only at the start of a table's row."),
    MarkedFault("a «\\cline»{1-2}", "A rule stands only at the start of a table's row."),
    MarkedFault("a «\\multicolumn»{2}{c}{b}", "\\multicolumn stands only at the start of a table's cell."),
    MarkedFault("a «\\hdotsfor»{2}", "\\hdotsfor stands only at the start of a table's cell."),
    MarkedFault(
      "\\begin{align} a «\\intertext»{foo} b \\end{align}",
      "Text between rows stands only behind the \\\\ that ends a row."),
    MarkedFault(
      "\\text{a «\\frac»{b}{c}}",
      "The command \\frac is for formulas; put it between $ signs inside the text."),
    MarkedFault("«\\'»e", "This accent belongs into text; in a formula use \\hat, \\acute or the like."),
    MarkedFault("a «#1»", "A parameter such as #1 stands only in a macro's definition."),
    MarkedFault(
      "a «#» b", "A # stands only in a macro's definition; write \\# for the sign.", suggestion: "\\#"),
    MarkedFault(
      "a \\over b «\\over» c", "Two fractions in one group; put braces around the inner one."),
  ])
  func whatHasNoMeaningThereIsReported(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault("a_b«_»c", "Two subscripts on one base; write a_{b c} or {a_b}_c to say which is meant."),
    MarkedFault("a^b«^»c", "Two superscripts on one base; write a^{b c} or {a^b}^c to say which is meant."),
    MarkedFault("a'^b«'»", "A prime behind a superscript; put the prime first, as in a'^2."),
    MarkedFault("a«^»'", "A prime is raised by itself; remove this ^."),
    MarkedFault("x²«^»3", "Two superscripts on one base; write a^{b c} or {a^b}^c to say which is meant."),
    MarkedFault("x^3«²»", "Two scripts of one kind on one base; put both into one pair of braces."),
  ])
  func aBaseHasOneScriptOfAKind(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault(
      "a «$» b", "A formula has no $ inside; remove it and its partner, or write \\$ for the sign."),
    MarkedFault(
      "«$»a$", "A formula has no $ inside; remove it and its partner, or write \\$ for the sign."),
    MarkedFault(
      "«$$»a$$", "A formula has no $$ inside; remove it and its partner, or write \\$ for the sign."),
    MarkedFault(
      "«\\(»a\\)", "A formula has no \\( inside; remove it and its partner, or use \\text for words."),
    MarkedFault(
      "«\\[»a\\]", "A formula has no \\[ inside; remove it and its partner, or use \\text for words."),
    MarkedFault("a«\\)»", "No formula begins inside this one for \\) to end; remove it."),
  ])
  func theSignsAroundAFormulaAreOneFaultInside(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault("a«＾»2", "The full-width ＾ is only a sign; write ^ for the command.", suggestion: "^"),
    MarkedFault("a«＿»2", "The full-width ＿ is only a sign; write _ for the command.", suggestion: "_"),
    MarkedFault("«＼»alpha", "The full-width ＼ is only a sign; write \\ for the command.", suggestion: "\\"),
    MarkedFault(
      "\\sqrt«｛»2", "The full-width ｛ is only a sign; write { to begin an argument.", suggestion: "{"),
  ])
  func fullWidthCommandsAreReported(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    "“a”", "‘a’", "a − b", "a\u{200B}b", "（a＋b）＝１", "｛a｝", "a\u{A0}b", "f′(x)", "a×b", "x\\limits_a",
    "a % b}", "\\frac12", "^2", "\\dfrac a b",
  ])
  func whatWordProcessorsWriteAndTeXAllowsIsUnderstood(_ tex: String) {
    #expect(issues(tex).isEmpty)
  }

  @Test(arguments: [
    MarkedFault("«\\href{u}{x}»", "The command \\href is not allowed in a formula; remove it."),
    MarkedFault("\\text{see «\\url{u}»}", "The command \\url is not allowed in a formula; remove it."),
    MarkedFault(
      "«\\includegraphics[width=1em]{a.png}»",
      "The command \\includegraphics is not allowed in a formula; remove it."),
  ])
  func forbiddenCommandsAreReportedWithTheirArguments(_ fault: MarkedFault) { fault.check() }

  @Test func severalFaultsAreReportedTogether() {
    MarkedFault(
      "«\\foo» + \\frac{«\\bbar»}{2} + x_1«_»2 «}»", "The command \\foo is not known.",
      "The command \\bbar is not known.",
      "Two subscripts on one base; write a_{b c} or {a_b}_c to say which is meant.",
      "This } closes nothing; remove it or write \\} for a brace."
    ).check()
  }
}
