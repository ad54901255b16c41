/// Functions that are set upright under their own name.
enum FunctionNames {
  private static let withoutLimits: StaticString = """
    arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh
    arccot arcsec arccsc arsinh arcosh artanh sech csch arctg arcctg ch ctg cotg cth cosec sh tg th erf sgn sign
    softmax diag rank tr Tr lcm
    """
  private static let withLimits: StaticString = """
    det gcd inf lim max min sup Pr plim
    """

  /// Calls a function with every name and what it means.
  static func forEach(_ body: ([UInt8], CommandMeaning) -> Void) {
    forEachWord(of: withoutLimits) { body($0, .function(name: nil, limits: .never)) }
    forEachWord(of: withLimits) { body($0, .function(name: nil, limits: .whenDisplay)) }
    body(Array("argmax".utf8), .function(name: "arg max", limits: .whenDisplay))
    body(Array("argmin".utf8), .function(name: "arg min", limits: .whenDisplay))
    body(Array("liminf".utf8), .function(name: "lim inf", limits: .whenDisplay))
    body(Array("limsup".utf8), .function(name: "lim sup", limits: .whenDisplay))
    body(Array("injlim".utf8), .function(name: "inj lim", limits: .whenDisplay))
    body(Array("projlim".utf8), .function(name: "proj lim", limits: .whenDisplay))
  }
}
