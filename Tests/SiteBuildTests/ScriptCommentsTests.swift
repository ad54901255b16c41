import Testing

@testable import SiteBuild

@Suite("Scripts without comments")
struct ScriptCommentsTests {
  @Test(
    "Comment lines, empty lines and indentation go, all else stays",
    arguments: [
      ("// a\nconst x = 1;\n\n  // b\n  call(x); // c\n", "const x = 1;\ncall(x); // c\n"),
      ("//! Licence\nrun();\n", "//! Licence\nrun();\n"),
      ("/// Says `more\nrun(`${x} // text`);\n", "run(`${x} // text`);\n"),
      ("\tconst url = \"https://example.org\";\r\n", "const url = \"https://example.org\";\r\n"),
      ("", ""),
    ])
  func removed(script: String, expected: String) {
    #expect(ScriptComments.removed(from: Array(script.utf8)) == Array(expected.utf8))
  }

  @Test(
    "Where a line may be text, nothing goes",
    arguments: ["const text = `\n  // text\n`;\n", "const text = \"one \\\n  // text\";\n"])
  func kept(script: String) {
    #expect(ScriptComments.removed(from: Array(script.utf8)) == Array(script.utf8))
  }
}
