import Testing

@testable import Highlighting

/// Every lexer counts the bytes its loops visit: they grow with the code and no faster, whatever it is.
@Suite struct LinearTimeTests {
  /// Openers without an end, deep nesting, long runs and what else makes lexers look twice, all repeated.
  private static let units: [String] =
    [
      "\"", "'", "`", "\"\"\"", "#", "\\", "$", "/", "/[", "/*", "{", "(", "[", "<", "<!--", "</", "&",
      "&amp",
      "`${", "\"\\(", "f\"{", "\"$(", "$(", "$((", "${", "r#", "#\"", "\"#", "R\"a(", ")a", "<<A\n", "<<A ",
      "A\n",
      "- ", "a: ", "a.", "a: |\n ", "? ", "*", "**a ", "_", "$a ", "``` ", "\\begin{", "\\begin{verbatim}",
      "\\end{verbatim ", "--- a\n", "+", "@", "@a.", "'a", "'a'", "\u{4E2D}", " ", "\n", "\t", " \n", "a",
      "a(", "0",
      "0.", "1e+", ".", "..", "a{b:c", "a:b{", "a;", "\"a\\\"", "{\"a\" ", "'''", "x=", "x = ", "[a]\n", "[",
      "%", "--",
      "::", "=", "!", "~~~\n", "]", "](", "#[", "[[", "\r",
    ]

  /// The same, with an opener that asks for a certain end.
  private static let families: [@Sendable (Int) -> String] =
    [
      { "r" + String(repeating: "#", count: $0) + "\"" + String(repeating: "\"##", count: $0) },
      { "cat <<" + String(repeating: "A", count: $0) + "\n" + String(repeating: "AAA\n", count: $0) },
      { "\\begin{verbatim}" + String(repeating: "\\end{verbati", count: $0) },
      { "<script" + String(repeating: "</scrip", count: $0) },
      { "R\"0123456789abcdef(" + String(repeating: ")0123456789abcde", count: $0) },
      { "a: \"" + String(repeating: "x\\", count: $0) },
      { (1...max(1, $0 / 64)).map { String(repeating: "`", count: $0 % 60) + "a" }.joined() },
      { String(repeating: "*a ", count: $0) + String(repeating: "**b ", count: $0) },
      { "/" + String(repeating: "[", count: $0) },
      { String(repeating: "`${", count: $0) + String(repeating: "}`", count: $0) },
    ]

  @Test(arguments: Language.all)
  func workGrowsWithTheCode(_ language: Language) {
    for unit in Self.units { expectLinearWork(String(repeating: unit, count: 4_000), language) }
    for family in Self.families { expectLinearWork(family(4_000), language) }
  }

  private func expectLinearWork(_ text: String, _ language: Language) {
    let code = Array(text.utf8)
    let work = language.visitTokens(in: code[...]) { _ in }
    if work > 6 * code.count + 64 {
      Issue.record("\(work) for \(code.count) bytes of \(language.name): \(text.prefix(60))")
    }
  }
}
