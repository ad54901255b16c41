extension Grammar {
  static let swift = Grammar(
    words: [
      .keywords(
        """
        as async await break case catch consuming continue borrowing convenience defer default deinit do
        dynamic each else fallthrough fileprivate final for guard if import in indirect infix init inout internal is
        isolated lazy let mutating nonisolated nonmutating operator override postfix prefix
        precedencegroup private public repeat required rethrows return sending static subscript super switch
        throw throws try unowned var weak where while macro
        """),
      .keywords("func", introducing: .function),
      .keywords("associatedtype class enum extension protocol struct typealias", introducing: .type),
      .contextualKeywords("get set willSet didSet some any each package open"),
      .contextualKeywords("actor", introducing: .type),
      .constants("false nil self Self true"),
    ],
    lineComments: ["//"], blockComment: .nestedC,
    strings: [
      StringRule(
        "\"\"\"", interpolation: .backslashParenthesis, isMultiline: true, takesNumberSigns: true),
      StringRule("\"", interpolation: .backslashParenthesis, takesNumberSigns: true),
      StringRule("`", as: nil, escapes: .none),
    ],
    sigils: [Sigil("@", .annotation), Sigil("#", .directive), Sigil("$", .variable)],
    capitalizedNames: .types)
}
