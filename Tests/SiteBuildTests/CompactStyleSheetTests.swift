import Testing

@testable import SiteBuild

/// What only authors need goes from style sheets, and nothing that a browser reads.
struct CompactStyleSheetTests {
  @Test(arguments: [
    ("a {\n  b: c;\n}\n", "a {\nb: c;\n}\n"),
    ("/* One\n   two */\na {\n\n\n  b: c; /* d */\n\t\r\n}", "a {\nb: c;\n}"),
    ("a { b: /* 1 */ c; }", "a { b:  c; }"),
    ("a{}/* 1 */b{}", "a{}b{}"),
    // Without anything between them two tokens are one, and a blank between them is a combinator.
    ("a/* 1 */.b {}", "a/**/.b {}"),
    ("a\n  /* 1 */\n  b {}", "a\nb {}"),
    ("/*! Licence\n  of this */\na {}", "/*! Licence\n  of this */\na {}"),
    ("a { b: \"/* no\\\"  */\"; c: '  /*' }", "a { b: \"/* no\\\"  */\"; c: '  /*' }"),
    ("a { b: url(//x/*.png); c: URL( \"/*\" ) /* 1 */; }", "a { b: url(//x/*.png); c: URL( \"/*\" ) ; }"),
    ("a { b: \"one \\\n   two\" }", "a { b: \"one \\\n   two\" }"),
    ("", ""),
  ])
  func commentsAndIndentationGo(styleSheet: String, expected: String) {
    let made = CompactStyleSheet.made(of: Array(styleSheet.utf8))
    #expect(String(decoding: made, as: UTF8.self) == expected)
  }

  @Test(arguments: ["a {}\n  /* without an end", "a { b: \"without", "a { b: url(without", "/*/"])
  func whatDoesNotEndStays(styleSheet: String) {
    #expect(CompactStyleSheet.made(of: Array(styleSheet.utf8)) == Array(styleSheet.utf8))
  }
}
