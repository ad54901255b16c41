extension Grammar {
  static let go = Grammar(
    words: [
      .keywords(
        """
        break case chan const continue default defer else fallthrough for go goto if import interface map package
        range return select struct switch var
        """),
      .keywords("func", introducing: .function),
      .keywords("type", introducing: .type),
      .constants("false iota nil true"),
      .types(
        """
        any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string
        uint uint8 uint16 uint32 uint64 uintptr
        """),
      .functions(
        "append cap clear close complex copy delete imag len make max min new panic print println real recover"
      ),
    ],
    lineComments: ["//"], blockComment: .c,
    strings: [.quoted, .character, StringRule("`", escapes: .none, isMultiline: true)],
    numbers: Numbers(allowsTrailingPoint: true), capitalizedNames: .typesUnlessCalled)
}
