import TeXMath
import Testing

/// Arguments that are not what their command needs, and tables that do not fit their columns.
@Suite struct ArgumentFaultTests {
  @Test(arguments: [
    MarkedFault(
      "\\color{«nosuch»} x", "The colour nosuch is not known; give a name or a number, as in #ff8000."),
    MarkedFault(
      "\\textcolor{«rde»}{x}", "The colour rde is not known; give a name or a number, as in #ff8000.",
      suggestion: "red"),
    MarkedFault(
      "\\color{«purpel»}x", "The colour purpel is not known; give a name or a number, as in #ff8000.",
      suggestion: "purple"),
    MarkedFault(
      "\\fcolorbox{red}{«bleu»}{x}", "The colour bleu is not known; give a name or a number, as in #ff8000.",
      suggestion: "blue"),
    MarkedFault(
      "\\color{«#12»} x", "The colour #12 is no number of three or six digits, as in #ff8000."),
    MarkedFault(
      "\\color[RGB]{«300,0,0»} x",
      "A colour of the model RGB is three numbers from 0 to 255, as in 255,128,0."),
    MarkedFault(
      "\\color«[foo]»{1,0,0} x",
      "The colour model foo is not known; known are HTML, rgb, RGB, cmyk and gray."),
    MarkedFault(
      "\\definecolor{a}{HTML}{«zz»}", "A colour of the model HTML is six hexadecimal digits, as in FF8000."),
  ])
  func aColourIsPointedAtByItsName(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    MarkedFault("a\\hspace{«3»}b", "\\hspace needs a length with a unit, such as 1em, 18mu or 12pt."),
    MarkedFault("a\\hspace{«3foo»}b", "\\hspace needs a length with a unit, such as 1em, 18mu or 12pt."),
    MarkedFault("a\\kern «3» b", "\\kern needs a length with a unit, such as 1em, 18mu or 12pt."),
    MarkedFault("a«\\hspace»", "\\hspace needs a length with a unit, such as 1em, 18mu or 12pt."),
    MarkedFault(
      "\\rule{«3»}{«2»}", "\\rule needs a length with a unit, such as 1em, 18mu or 12pt.",
      "\\rule needs a length with a unit, such as 1em, 18mu or 12pt."),
    MarkedFault(
      "\\genfrac{«x»}{)}{«z»}{«9»}{a}{b}", "Here stands a delimiter such as ( or \\langle, or nothing.",
      "Here stands how thick the bar is, as in 0pt, or nothing.",
      "Here stands the style: 0 for display, 1 for text, 2 and 3 for scripts, or nothing."),
    MarkedFault(
      "«\\sideset»{a}{'}\\sum",
      "The first two arguments of \\sideset hold only scripts, as in \\sideset{_a^b}{_c^d}\\sum."),
    MarkedFault("«\\char» x", "\\char needs the number of a character, such as \"2211."),
    MarkedFault("«\\unicode»{x}", "\\unicode needs the number of a character, such as {x2211}."),
    MarkedFault(
      "\\enclose{«box foo»}{x}",
      "The notation foo of \\enclose is not available; known are box, roundedbox, updiagonalstrike,"
        + " downdiagonalstrike, horizontalstrike, radical, actuarial, phasorangle, top and bottom."),
  ])
  func anArgumentIsPointedAt(_ fault: MarkedFault) { fault.check() }

  // MARK: Tables

  @Test(arguments: [
    MarkedFault(
      "«\\begin{array}» a & b \\end{array}",
      "The columns of this environment are missing; give them in braces, as in \\begin{array}{ll}."),
    MarkedFault(
      "«\\begin{alignedat}» a & b \\end{alignedat}",
      "The columns of this environment are missing; give them in braces, as in \\begin{alignedat}{2}."),
    MarkedFault(
      "\\begin{alignat}{«x»} a & b \\end{alignat}",
      "Here stands how many pairs of columns there are, as in {2}."),
    MarkedFault(
      "\\begin{array}{l«xy»r} a & b \\end{array}",
      "This stands for no column; columns are l, c, r and p{…}, with | : @{…} !{…} >{…} <{…} between them."),
    MarkedFault("\\begin{array}{«p»} a \\end{array}", "Something is missing behind this p, as in p{3em}."),
    MarkedFault("\\begin{array}{l«@»} a \\end{array}", "Something is missing behind this @, as in @{\\,}."),
    MarkedFault(
      "\\begin{array}{«*»{3}} a \\end{array}", "Something is missing behind this *, as in *{3}{c}."),
    MarkedFault(
      "\\begin{array}{*{«x»}{c}} a \\end{array}", "Behind a * stands first how often, as in *{3}{c}."),
    MarkedFault(
      "\\begin{array}{l} a «&» b & c \\\\ d & e \\end{array}",
      "This & begins a cell behind the last column; add a column to the braces behind the environment's name."
    ),
    MarkedFault(
      "\\begin{array}{l@{=}r} a & b «&» c \\end{array}",
      "This & begins a cell behind the last column; add a column to the braces behind the environment's name."
    ),
    MarkedFault(
      "\\begin{matrix*}«[x]» a \\end{matrix*}", "The columns of a matrix are aligned by [l], [c] or [r]."),
    MarkedFault(
      "\\begin{array}{ll} a & b \\\\ \\cline{«x»} c & d \\end{array}",
      "\\cline needs its first and last column, as in {2-3}."),
    MarkedFault(
      "\\begin{array}{ll} \\multicolumn{«x»}{c}{a} \\end{array}",
      "\\multicolumn needs the number of columns first, as in {2}."),
    MarkedFault(
      "\\begin{array}{ll} \\multicolumn{«3»}{c}{a} \\end{array}",
      "This cell reaches over more columns than there are."),
    MarkedFault(
      "\\begin{array}{ll} \\multicolumn{2}«{cc}»{a} \\end{array}",
      "\\multicolumn makes one cell of one column, such as {c}."),
    MarkedFault(
      "\\begin{array}{ll} «\\multicolumn»{2}{c} \\end{array}",
      "An argument of \\multicolumn is missing; give it in braces."),
    MarkedFault(
      "\\begin{matrix} \\hdotsfor{«x»} \\end{matrix}", "\\hdotsfor needs the number of columns, as in {3}."),
    MarkedFault(
      "\\begin{matrix}a«\\end{pmatrix}» + b", "This ends pmatrix, but matrix is open.",
      suggestion: "\\end{matrix}"),
    MarkedFault(
      "\\begin{pmatrix*} a «\\end{pmatrix}»", "This ends pmatrix, but pmatrix* is open.",
      suggestion: "\\end{pmatrix*}"),
    MarkedFault(
      "\\begin{CD} A «@»x C \\end{CD}", "Arrows of a diagram are @>>>, @<<<, @VVV, @AAA, @=, @| and @. only."),
    MarkedFault(
      "\\begin{CD} A «@»>> B \\end{CD}", "This arrow needs its sign three times, as in @>a>b> or @VVV."),
  ])
  func aFaultOfATableIsPointedAt(_ fault: MarkedFault) { fault.check() }

  @Test(arguments: [
    "\\begin{array}{|l|*{2}{c}|}a&b&c\\end{array}", "\\begin{array}{l@{}r@{,}}a&b\\\\c&d\\end{array}",
    "\\begin{array}{>{x}l<{y}}a\\end{array}",
    "\\begin{array}{cc}\\multicolumn{2}{|c@{.}}{a}\\\\b&c\\end{array}",
    "\\begin{array}[t]{c}a\\end{array}", "\\begin{alignedat}[t]{2}a&b\\end{alignedat}",
  ])
  func rightTablesHaveNoFaults(_ tex: String) {
    #expect(issues(tex).isEmpty)
  }

  @Test(arguments: [
    ("\\hskip 2em plus 1fil minus 3pt x", "<mspace width=\"2em\"/><mi>x</mi>"),
    ("\\hspace{2em plus 1fil}x", "<mspace width=\"2em\"/><mi>x</mi>"),
    ("\\hskip1em p", "<mspace width=\"1em\"/><mi>p</mi>"),
    ("\\kern 1em minx", "<mspace width=\"1em\"/><mi>m</mi><mi>i</mi><mi>n</mi><mi>x</mi>"),
  ])
  func howFarASpaceMayStretchIsPassedOver(_ tex: String, _ expected: String) {
    #expect(issues(tex).isEmpty)
    #expect(mathML(tex) == expected)
  }
}
