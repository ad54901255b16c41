import FormulaTerms
import TeXMath
import Testing

@Suite("Terms")
struct TermTests {
  @Test("pairs, symbols, the end, and pairs with wildcards")
  func simple() {
    #expect(
      readableTerms(#"\log_2 x"#) == [
        #"\log_2"#: 2, #"\log>x"#: 2, #"\log"#: 2, "x": 2, "x$": 1, #"\log>*"#: 1,
      ])
  }

  @Test("what stands in parentheses hangs on them, and so does what follows")
  func parentheses() {
    #expect(
      readableTerms("2^{H(P,Q)}") == [
        "2^H": 2, "H>(": 2, "((P": 2, "P>,": 2, ",>Q": 2, "H": 2, "P": 2, "Q": 2, "2$": 1, "2^*": 1,
      ])
    #expect(
      readableTerms("f(x)+g") == [
        "f>(": 2, "((x": 2, "(>+": 2, "+>g": 2, "f>+": 1, "f": 2, "x": 2, "g": 2, "g$": 1,
      ])
    #expect(readableTerms("[0,1)") == ["[(0": 2, "0>,": 2, ",>1": 2])
  }

  @Test("an operator and its limits")
  func operators() {
    #expect(
      readableTerms(#"-\sum_i p_i"#) == [
        "->∑": 2, "∑_i": 2, "∑>p": 2, "p_i": 2, "∑": 2, "i": 4, "p": 2, "p$": 1, "∑_*": 1, "∑>*": 1, "p_*": 1,
      ])
  }

  @Test("fractions and roots")
  func constructions() {
    #expect(
      readableTerms(#"\frac{1}{\sqrt[3]{25.99}}"#) == [
        #"\F/1"#: 2, #"\F%\R"#: 2, #"\R<3"#: 2, #"\R(\25.99"#: 2, #"\R"#: 2, #"\25.99"#: 2, #"\F$"#: 1,
      ])
    #expect(readableTerms(#"\binom nk"#)[#"\B/n"#] == 2)
  }

  @Test("the cells of a table")
  func tables() {
    let matrix = readableTerms(#"\begin{pmatrix} a & b \\ -c & d \end{pmatrix}"#)
    #expect(matrix.keys.filter { $0.contains("&") }.sorted() == [#"\M&-"#, #"\M&a"#, #"\M&b"#, #"\M&d"#])
    #expect(matrix["->c"] == 2)
    let cases = readableTerms(#"|x| = \begin{cases} x & x \ge 0 \\ -x & x < 0 \end{cases}"#)
    #expect(cases[#"=>\C"#] == 2 && cases[#"\C&x"#] == 6 && cases[#"\C&-"#] == 2)
  }

  @Test("each row of equations is a formula of its own")
  func rows() {
    let rows = terms(#"\begin{aligned} a &= b+c, \\ x &= \log y \end{aligned}"#)
    #expect(
      rows["a>="] == 2 && rows["c$"] == 1 && rows["y$"] == 1 && rows["c>,"] == nil && rows["c>x"] == nil)
    #expect(
      Set(digests(#"\begin{aligned} a &= b+c, \\ x &= \log y \end{aligned}"#))
        == Set(digests("a=b+c") + digests(#"x = \log y"#)))
  }

  @Test("accents, alphabets and their plain letters")
  func letters() {
    #expect(
      readableTerms(#"\hat{\mathbf y}"#) == [
        "𝐲'ˆ": 2, "𝐲": 2, "y": 1, "ˆ": 2, "𝐲$": 1, "y'ˆ": 1, "*'ˆ": 1,
      ])
    #expect(readableTerms(#"\mathbb{E}"#) == ["𝔼": 2, "E": 1, "𝔼$": 1])
    #expect(
      readableTerms(#"\overline{ab}"#) == ["¯(a": 2, "a>b": 2, "¯": 2, "a": 2, "b": 2, "¯$": 1, "¯(*": 1])
  }

  @Test("letters side by side may spell a name")
  func spelledNames() {
    #expect(terms("PPL = 2")[#"\ppl"#] == 2)
    #expect(terms(#"\mathrm{PPL}"#)[#"\ppl"#] == 2)
    #expect(terms("ab+cd_i")[#"\ab"#] == nil && terms("ab+cd_i")[#"\cd"#] == nil)
    #expect(terms("abc_i d")[#"\abc"#] == 2 && terms("abc_i d")[#"\abcd"#] == nil)
  }

  @Test("a pair that comes again weighs more")
  func repetition() {
    #expect(terms("a+b, a+c")["a>+"] == 4)
    #expect(terms(String(repeating: "x+", count: 200))["x>+"] == 255)
  }

  @Test("a macro is what it stands for")
  func macros() throws {
    var macros = MacroTable()
    try macros.define(
      name: Array("KL".utf8), parameterCount: 2, body: Array(#"D_{\mathrm{KL}}(#1 \,\|\, #2)"#.utf8))
    #expect(terms(#"\KL{p}{q}"#, macros: macros) == terms(#"D_{\mathrm{KL}}(p \| q)"#))
  }

  @Test("a command that nobody knows is a name")
  func unknownCommands() {
    #expect(readableTerms(#"\Softmax(x)"#) == readableTerms(#"\operatorname{softmax}(x)"#))
    #expect(readableTerms(#"\href{a\b}"#) == readableTerms(#"\mathrm{href}"#))
    #expect(terms(#"\é"#) == [:] && terms("\\") == [:])
  }

  @Test("the most telling terms come first")
  func order() {
    let terms = formulaTerms(tex: Array(#"-\sum_i p_i \log p_i"#.utf8)).map(text)
    #expect(terms[0].hasPrefix(#"\="#) && terms[1].hasPrefix(#"\~"#))
    #expect(terms[2...].first == "->∑" && terms.last == #"\log>*"#)
  }

  @Test("a formula over a limit has no terms")
  func limits() {
    #expect(terms(String(repeating: "{", count: 300) + "x") == [:])
    #expect(terms(String(repeating: "x", count: 20_000)) == [:])
  }
}
