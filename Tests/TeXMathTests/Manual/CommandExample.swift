@testable import TeXMath

/// A formula that shows what a command does.
enum CommandExample {
  /// The example of a command; `nil` if it shows nothing by itself.
  static func tex(of name: String, _ meaning: CommandMeaning) -> String? {
    let command = "\\" + name
    // What follows a name of letters must not prolong it.
    let word = name.last?.isLetter == true ? command + " " : command
    switch meaning {
    case .symbol, .ignored, .rowBreak, .horizontalRule, .partialRule, .multicolumn, .dottedCells,
      .textBetweenRows, .beginEnvironment,
      .endEnvironment, .noNumber, .definition, .forbidden, .unavailable:
      return special[name]
    case .space: return "a\(word)b"
    case .styleSwitch: return "{\(word)a} b"
    case .mathShift: return "\\text{if \\(x^2\\)}"
    case .skew: return "\\skew3\\hat A"
    case .function, .markedLimit: return word + "x"
    case .symbolicName: return "a \(word)b"
    case .dots: return "a, \\dots, b"
    case .wideRelation: return "A \(word)B"
    case .manifoldIntegral, .smallIntegral: return command + "_V"
    case .sizedDelimiter(_, let atomClass):
      return command + (atomClass == .close ? ")" : atomClass == .relation ? "|" : "(")
    case .left, .right: return "\\left( x \\right]"
    case .middle: return "\\left( x \\middle| y \\right)"
    case .alphabet, .emboldened: return command + "{Ab1}"
    case .alphabetSwitch: return "{\(word)Ab1}"
    case .text, .textBox: return command + "{a b}"
    case .textAccent: return "\\text{\(command){o}}"
    case .textScript: return "\\text{1\(command){st}}"
    case .verbatim: return command + "|a_b|"
    case .characterCode(let form):
      return command + (form == .number ? "\"2211" : form == .braced ? "{x2211}" : "{2211}")
    case .accent(let accent):
      return command + (accent.takesLabels ? "{a+b}_n" : accent.isStretchy ? "{ab}" : "{a}")
    case .fraction, .binomial: return command + "{a}{b}"
    case .generalizedFraction: return command + "(]{0pt}{}{a}{b}"
    case .infixFraction(let form):
      return "{a \(command)" + (form.readsDelimiters ? "()" : "") + (form.readsThickness ? "1pt" : "") + " b}"
    case .radical: return command + "[3]{x}"
    case .root, .of: return "\\root 3 \\of x"
    case .stacked(.overUnder), .stacked(.underOver): return command + "{a}{b}{x}"
    case .stacked: return command + "{a}{=}"
    case .buildrel: return "\\buildrel a \\over ="
    case .sideset: return command + "{_1^2}{_3^4}\\prod"
    case .prescript: return command + "{a}{b}{X}"
    case .extensibleArrow: return command + "[b]{a}"
    case .substack: return "\\sum_{\(command){a \\\\ b}} x"
    case .choice: return command + "{D}{T}{S}{U}"
    case .operatorName: return command + "{rot} x"
    case .classed(.function): return command + "{A}_x"
    case .classed: return "a \(command){x} b"
    case .limits: return "\\sum\(command)_a^b"
    case .negation: return "a \(command)= b"
    case .decoration: return command + "{a+b}"
    case .cancelTo: return command + "{0}{x}"
    case .enclose: return command + "{box}{x}"
    case .colorBox(let hasFrame): return command + (hasFrame ? "{red}{yellow}{a}" : "{yellow}{a}")
    case .styledBox: return command + "[yellow]{x}"
    case .raised(.box): return command + "{1ex}{a}"
    case .raised: return command + "1ex {a}"
    case .rule(.raised): return "a \(command){1em}{1pt} b"
    case .rule: return "a \(command){1em}{1pt}{0pt} b"
    case .strut: return command + " a"
    case .colored: return command + "{red}{a}"
    case .colorSwitch: return "{\(command){red} a} b"
    case .defineColor: return command + "{sky}{HTML}{87CEEB}"
    case .measuredSpace:
      return "a\(command)" + (name.hasPrefix("m") ? "18mu b" : name == "hspace" ? "{1em} b" : "1em b")
    case .modulo: return "a \(command) n"
    case .enclosed(let enclosure): return command + (enclosure.isSet ? "{x | x > 0}" : "{x}")
    case .ketbra: return command + "{a}{b}"
    case .circled: return command + "{1}"
    case .logo: return command
    case .label: return command + "{eq:a}"
    case .plainTable(.equations):
      return command + "{a &= b \\cr &= c}"
    case .plainTable(.lines): return command + "{a \\cr b}"
    case .plainTable: return command + (name == "cases" ? "{a & if $b$ \\cr c & else}" : "{a & b \\cr c & d}")
    case .tag: return "a = b \(command){1}"
    case .reference: return command + "{eq:a}"
    case .dropped: return dropped[name]
    }
  }

  /// Examples of commands that show something only among others.
  private static let special = [
    "begin": "\\begin{matrix} a & b \\end{matrix}", "end": "\\begin{matrix} a & b \\end{matrix}",
    "\\": "\\begin{matrix} a \\\\ b \\end{matrix}",
    "newcommand": "\\newcommand{\\vect}[1]{\\mathbf{#1}} \\vect{x}",
    "cr": "\\begin{matrix} a \\cr b \\end{matrix}",
    "newline": "\\begin{matrix} a \\newline b \\end{matrix}",
    "multicolumn": "\\begin{array}{cc} \\multicolumn{2}{c}{a} \\\\ b & c \\end{array}",
    "cline": "\\begin{array}{cc} a & b \\\\ \\cline{2-2} c & d \\end{array}",
    "hdotsfor": "\\begin{matrix} a & b & c \\\\ \\hdotsfor{3} \\end{matrix}",
    "intertext": "\\begin{aligned} a &= b \\\\ \\intertext{so} c &= d \\end{aligned}",
    "shortintertext": "\\begin{aligned} a &= b \\\\ \\shortintertext{so} c &= d \\end{aligned}",
    "hdashline": "\\begin{array}{c} a \\\\ \\hdashline b \\end{array}",
    "hline": "\\begin{array}{c} a \\\\ \\hline b \\end{array}", "notag": "a = b \\notag",
    "nonumber": "a = b \\nonumber", "renewcommand": "\\renewcommand{\\vec}[1]{\\mathbf{#1}} \\vec{x}",
    "providecommand": "\\providecommand{\\E}{\\mathbb{E}} \\E",
    "DeclareRobustCommand": "\\DeclareRobustCommand{\\vect}[2][n]{#2_{#1}} \\vect{x} + \\vect[m]{y}",
    "DeclareMathOperator": "\\DeclareMathOperator{\\rot}{rot} \\rot x",
    "DeclarePairedDelimiter": "\\DeclarePairedDelimiter{\\abs}{|}{|} \\abs{x} + \\abs*{y} + \\abs[\\big]{z}",
    "def": "\\def\\point(#1,#2){\\binom{#1}{#2}} \\point(x,y)", "gdef": "{\\gdef\\x{a}} \\x",
    "edef": "\\def\\x{a} \\edef\\y{\\x} \\def\\x{b} \\y", "xdef": "{\\def\\x{a} \\xdef\\y{\\x}} \\y",
    "let": "\\let\\oldvec=\\vec \\oldvec{x}", "global": "{\\global\\let\\x=\\xi} \\x",
    "long": "\\long\\def\\x#1{(#1)} \\x{a}",
  ]

  private static let dropped = [
    "uproot": "\\sqrt[\\uproot{2} n]{x}", "leftroot": "\\sqrt[\\leftroot{2} n]{x}",
  ]
}
