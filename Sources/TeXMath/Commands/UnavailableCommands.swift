/// Commands that KaTeX or MathJax know and this converter does not, with the reason.
///
/// An author who writes one is told why, instead of being offered a name that looks alike.
enum UnavailableCommands {
  static var all: [(StaticString, CommandMeaning)] {
    var all: [(StaticString, CommandMeaning)] = []
    for (names, reason, arguments) in groups {
      for name in names { all.append((name, .unavailable(reason, arguments: arguments))) }
    }
    return all
  }

  /// Names that have one reason and the number of their arguments in common.
  static var groups: [(names: [StaticString], reason: StaticString, arguments: UInt8)] {
    [
      (
        ["ce", "cee", "cf", "pu"],
        "chemical formulas need a language of their own; write \\mathrm{H_2O}", 1
      ),
      (
        ["SI", "qty", "unitfrac"], "units are plain text here; write 5\\,\\mathrm{km}", 2
      ),
      (
        ["si", "num", "unit", "units"], "numbers and units are plain text here; write 5\\,\\mathrm{km}", 1
      ),
      (["angln"], "it is short for \\angl{n}; write that", 0),
      (["mathtip", "texttip"], "a formula does nothing when it is pointed at", 2),
      (["toggle"], "a formula does nothing when it is pointed at", 1),
      (
        ["makebox", "mathmakebox", "vbox", "vtop"],
        "boxes of a set width do not fit every screen; use \\hspace or \\phantom", 1
      ),
      (
        ["parbox", "moveleft", "moveright", "hsize"],
        "boxes of a set width do not fit every screen; use \\hspace or \\phantom", 2
      ),
      (["splitfrac", "splitdfrac"], "a numerator has one line; put an aligned environment into it", 2),
      (["rowcolor", "columncolor", "cellcolor"], "cells have the colour of the page; use \\colorbox", 1),
      (
        ["newcolumntype", "arraycolsep", "arraystretch", "jot", "tabcolsep", "arrayrulewidth"],
        "the style sheet decides the room in tables", 0
      ),
      (["setlength", "addtolength", "settowidth"], "the style sheet decides lengths", 2),
      (["setcounter", "addtocounter"], "equations are numbered by the page", 2),
      (["stepcounter", "refstepcounter"], "equations are numbered by the page", 1),
      (
        [
          "vdotswithin", "shortvdotswithin", "MTFlushSpaceAbove", "MTFlushSpaceBelow", "ArrowBetweenLines",
          "MoveEqLeft", "Aboxed", "MakeAboxedCommand", "minCDarrowwidth", "minCDarrowheight",
        ], "it only moves lines, which a page with another font does differently", 0
      ),
      (
        [
          "DeclarePairedDelimiterX", "DeclarePairedDelimiterXPP", "NewDocumentCommand",
          "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand",
        ], "define a command with \\newcommand instead", 0
      ),
      (["Newextarrow", "newextarrow"], "arrows that grow are \\xrightarrow and its relatives", 0),
      (
        ["newenvironment", "renewenvironment"],
        "the environments are those of this page; put \\begin and \\end of one into a \\newcommand", 1
      ),
      (
        ["newtagform", "renewtagform", "usetagform", "mathtoolsset", "setOptions"],
        "options are set in the site's configuration", 1
      ),
      (
        [
          "expandafter", "noexpand", "futurelet", "afterassignment", "aftergroup", "ifx", "ifnum", "ifcase",
          "if", "newif", "else", "fi", "loop", "repeat", "the", "newcount", "advance",
        ],
        "macros here take arguments, but do not compute", 0
      ),
      (["bgroup", "egroup", "begingroup", "endgroup"], "groups stand between { and }", 0),
      (["message", "errmessage", "show", "typeout"], "a formula prints nothing to a log", 1),
      (
        ["AxiomC", "UnaryInfC", "BinaryInfC", "TrinaryInfC", "RightLabel", "LeftLabel"],
        "proof trees are no formulas; use \\frac or an array", 1
      ),
      (
        [
          "blue", "red", "green", "gray", "orange", "pink", "purple", "kaBlue", "kaGreen", "blueA", "blueB",
          "blueC",
          "blueD", "blueE", "tealA", "tealB", "tealC", "tealD", "tealE", "greenA", "greenB", "greenC",
          "greenD",
          "greenE", "goldA", "goldB", "goldC", "goldD", "goldE", "redA", "redB", "redC", "redD", "redE",
          "maroonA", "maroonB", "maroonC", "maroonD", "maroonE", "purpleA", "purpleB", "purpleC", "purpleD",
          "purpleE", "mintA", "mintB", "mintC", "grayA", "grayB", "grayC", "grayD", "grayE", "grayF", "grayG",
          "grayH", "grayI",
        ], "colours are given by name or number; write \\textcolor{blue}{x}", 0
      ),
    ]
  }
}
