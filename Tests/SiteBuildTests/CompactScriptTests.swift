import Testing

@testable import SiteBuild

@Suite("Scripts as they are published")
struct CompactScriptTests {
  @Test(
    "Comment lines, empty lines and indentation go, all else stays",
    arguments: [
      ("// a\nconst x;\n\n  // b\n  call(x); // c\n", "const x;\ncall(x); // c\n"),
      ("//! Licence\nrun();\n", "//! Licence\nrun();\n"),
      ("/// Says `more\nrun(`${x} // text`);\n", "run(`${x} // text`);\n"),
      ("\tconst url= \"https://example.org\";\r\n", "const url= \"https://example.org\";\r\n"),
      ("", ""),
    ])
  func lines(script: String, expected: String) {
    #expect(CompactScript.made(of: Array(script.utf8)) == Array(expected.utf8))
  }

  @Test(
    "Blanks beside punctuation go",
    arguments: [
      ("const [a, b] = f(x) ? { c: 1 } : (d || e);", "const[a,b]=f(x)?{c:1}:(d||e);"),
      ("for (const x of [1, 2]) return (y) => z * 2;", "for(const x of[1,2])return(y)=>z*2;"),
      // Signs may double, and `<!--` is a comment.
      ("a = b + +c - -d;", "a=b + +c - -d;"),
      ("x-- > 0 && y < !--z;", "x-- > 0&&y < !--z;"),
    ])
  func blanks(script: String, expected: String) {
    #expect(CompactScript.made(of: Array(script.utf8)) == Array((expected + "\n").utf8))
  }

  @Test(
    "Text, regular expressions and templates keep theirs",
    arguments: [
      "f(\" a = b \",' , ',\"\\\" ; \");", "x = / = | ; /.test(y);", "s = ` ${a} = ${b} `;", "a = b / c;",
      "it's = unfinished",
    ])
  func texts(script: String) {
    #expect(CompactScript.made(of: Array(script.utf8)) == Array((script + "\n").utf8))
  }

  @Test(
    "Where a line may be text, nothing goes",
    arguments: ["const text = `\n  // text\n`;\n", "const text = \"one \\\n  // text\";\n"])
  func kept(script: String) {
    #expect(CompactScript.made(of: Array(script.utf8)) == Array(script.utf8))
  }
}
