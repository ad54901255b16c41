extension Grammar {
  static let c = Grammar(
    words: cWords, lineComments: ["//"], blockComment: .c,
    strings: [
      .quoted, .character,
      StringRule("\"", prefixes: "l u u8"), StringRule("'", prefixes: "l u u8"),
    ],
    sigils: [Sigil("#", .lineDirective), Sigil("@", .annotation)], numbers: cNumbers)

  static let cpp = Grammar(
    words: cWords + [
      .keywords(
        """
        alignas alignof and and_eq asm bitand bitor catch co_await co_return co_yield compl const_cast consteval
        constexpr constinit decltype delete dynamic_cast explicit export final friend import module mutable new
        noexcept not not_eq operator or or_eq override private protected public reinterpret_cast requires
        static_assert static_cast template thread_local throw try typeid typename using virtual xor xor_eq
        __device__ __global__ __host__ __shared__
        """),
      .keywords("class concept enum namespace struct union", introducing: .type),
      .constants("false nullptr this true"),
      .types(
        """
        char8_t char16_t char32_t wchar_t array deque function list map multimap multiset optional pair queue set
        shared_ptr span stack string string_view tuple unique_ptr unordered_map unordered_set variant vector
        weak_ptr
        """),
    ],
    lineComments: ["//"], blockComment: .c,
    strings: [
      .quoted, .character,
      StringRule("\"", prefixes: "l u u8"), StringRule("'", prefixes: "l u u8"),
      StringRule("\"", prefixes: "r lr ur u8r", escapes: .none, isMultiline: true, takesDelimiter: true),
    ],
    sigils: [Sigil("#", .lineDirective)], numbers: cNumbers, capitalizedNames: .typesUnlessCalled)

  static let csharp = Grammar(
    words: [
      .keywords(
        """
        abstract as async await base break case catch checked const continue default delegate do else event
        explicit extern finally fixed for foreach goto if implicit in internal is lock new operator out override
        params private protected public readonly ref return sealed sizeof stackalloc static switch throw try
        typeof unchecked unsafe using var virtual volatile while yield
        """),
      .keywords("class enum interface namespace record struct", introducing: .type),
      .contextualKeywords("get init required set value when where with"),
      .constants("false null this true"),
      .types(
        "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort void"
      ),
    ],
    lineComments: ["//"], blockComment: .c,
    strings: [
      StringRule("\"\"\"", escapes: .none, isMultiline: true),
      StringRule("$@\"", to: "\"", escapes: .doubledDelimiter, interpolation: .brace, isMultiline: true),
      StringRule("@\"", to: "\"", escapes: .doubledDelimiter, isMultiline: true),
      StringRule("$\"", to: "\"", interpolation: .brace),
      .quoted, .character,
    ],
    sigils: [Sigil("#", .lineDirective)], capitalizedNames: .typesUnlessCalled)

  private static let cNumbers = Numbers(allowsTrailingPoint: true, separators: ByteSet("'"))

  private static let cWords: [WordGroup] = [
    .keywords(
      """
      auto break case const continue default do else extern for goto if inline register restrict return sizeof
      static switch typedef volatile while _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert
      _Thread_local
      """),
    .keywords("enum struct union", introducing: .type),
    .constants("false true NULL nullptr"),
    .types(
      """
      bool char double float int long short signed unsigned void _Bool _Complex FILE size_t ssize_t ptrdiff_t
      intptr_t uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t wchar_t va_list
      time_t off_t
      """),
  ]
}
