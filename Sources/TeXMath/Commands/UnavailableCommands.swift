/// Commands that KaTeX or MathJax know and this converter does not, with the reason.
///
/// An author who writes one is told why, instead of being offered a name that looks alike.
enum UnavailableCommands {
  static var all: [(StaticString, CommandMeaning)] {
    var all: [(StaticString, CommandMeaning)] = []
    for (names, reason) in groups {
      for name in names { all.append((name, .unavailable(reason))) }
    }
    return all
  }

  /// Names that have one reason in common.
  static var groups: [(names: [StaticString], reason: StaticString)] {
    [
      (
        ["ce", "cee", "cf", "pu"],
        "chemical formulas need a language of their own; write \\mathrm{H_2O}"
      ),
      (
        ["SI", "si", "num", "qty", "unit", "units", "unitfrac"],
        "units are plain text here; write 5\\,\\mathrm{km}"
      ),
      (["angln"], "it is short for \\angl{n}; write that"),
      (["toggle", "mathtip", "texttip"], "a formula does nothing when it is pointed at"),
      (
        ["makebox", "mathmakebox", "parbox", "vbox", "vtop", "moveleft", "moveright", "hsize"],
        "boxes of a set width do not fit every screen; use \\hspace or \\phantom"
      ),
      (["splitfrac", "splitdfrac"], "a numerator has one line; put an aligned environment into it"),
      (
        ["eqalign", "eqalignno", "leqalignno", "displaylines"],
        "this alignment of plain TeX was followed by the environments aligned and gathered"
      ),
      (["rowcolor", "columncolor", "cellcolor"], "cells have the colour of the page; use \\colorbox"),
      (
        ["newcolumntype", "arraycolsep", "arraystretch", "jot"], "the style sheet decides the room in tables"
      ),
      (
        [
          "vdotswithin", "shortvdotswithin", "MTFlushSpaceAbove", "MTFlushSpaceBelow", "ArrowBetweenLines",
          "MoveEqLeft", "Aboxed", "MakeAboxedCommand", "minCDarrowwidth", "minCDarrowheight",
        ], "it only moves lines, which a page with another font does differently"
      ),
      (
        [
          "DeclarePairedDelimiterX", "DeclarePairedDelimiterXPP", "NewDocumentCommand",
          "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand",
        ], "define a command with \\newcommand instead"
      ),
      (["Newextarrow", "newextarrow"], "arrows that grow are \\xrightarrow and its relatives"),
      (
        ["newenvironment", "renewenvironment"],
        "the environments are those of this page; put \\begin and \\end of one into a \\newcommand"
      ),
      (
        ["newtagform", "renewtagform", "usetagform", "mathtoolsset", "setOptions"],
        "options are set in the site's configuration"
      ),
      (
        [
          "expandafter", "noexpand", "futurelet", "afterassignment", "aftergroup", "ifx", "ifnum", "ifcase",
          "if", "newif", "else", "fi", "loop", "repeat", "the", "newcount", "advance",
        ],
        "macros here take arguments, but do not compute"
      ),
      (["message", "errmessage", "show", "typeout"], "a formula prints nothing to a log"),
      (
        ["AxiomC", "UnaryInfC", "BinaryInfC", "TrinaryInfC", "RightLabel", "LeftLabel"],
        "proof trees are no formulas; use \\frac or an array"
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
        ], "colours are given by name or number; write \\textcolor{blue}{x}"
      ),
    ]
  }
}
