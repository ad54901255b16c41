/// `calc.*`: numbers that are computed.
extension RuleExplanation {
  static let calcInvalid = RuleExplanation(
    .numbers, .error, "An expression cannot be computed",
    reason: """
      The expression holds something that is no number, operator or function, or a value that has no \
      result, such as the logarithm of 0; or a block `calculator` has a key or a value that it does not know.
      """,
    remedy:
      "Use + − × / ^ ( ) log2 ln log10 exp sqrt and numbers; Documentation/Calculator.md lists a block's keys.",
    wrong: "{calc: 2^^4 = 16}",
    right: "{calc: 2^4 = 16}")

  static let calcMismatch = RuleExplanation(
    .numbers, .error, "A number is not the value of its expression",
    reason: """
      The number beside the expression was computed elsewhere, copied wrongly or rounded wrongly: `24.7` \
      is a lost superscript of 2^4.7. The value must be right to the digits shown.
      """,
    remedy: "Write the value that the message gives.",
    wrong: "{calc: log2(31.1) = 4.95}",
    right: "{calc: log2(31.1) = 4.96}")
}
