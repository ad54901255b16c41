extension Grammar {
  static let rust = Grammar(
    words: [
      .keywords(
        """
        as async await break const continue crate dyn else extern for if impl in let loop match mod move mut pub ref
        return static super unsafe use where while yield
        """),
      .keywords("fn", introducing: .function),
      .keywords("enum struct trait type", introducing: .type),
      .contextualKeywords("union", introducing: .type),
      .constants("false self Self true"),
      .types("bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize"),
    ],
    lineComments: ["//"], blockComment: .nestedC,
    strings: [
      StringRule("\"", isMultiline: true), .character,
      StringRule("\"", prefixes: "b c", isMultiline: true), StringRule("'", prefixes: "b"),
      StringRule(
        "\"", prefixes: "r br cr", escapes: .none, isMultiline: true, takesNumberSigns: true),
    ],
    sigils: [Sigil("'", .lifetime), Sigil("#", .bracketedAttribute)],
    capitalizedNames: .types, hasMacros: true)
}
