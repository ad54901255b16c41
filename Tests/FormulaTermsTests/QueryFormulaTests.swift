import FormulaTerms
import Testing

@Suite("Formulas in queries")
struct QueryFormulaTests {
  private func formulas(_ query: String) -> [String] {
    let bytes = Array(query.utf8)
    return formulaRanges(query: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test("what stands between signs is a formula")
  func delimiters() {
    #expect(formulas("交叉熵 $H(P,Q)$ 与 $x$") == ["H(P,Q)", "x"])
    #expect(formulas(#"the $$a+b$$ of \(c\) and \[d\]"#) == ["a+b", "c", "d"])
    #expect(formulas(#"$\$$ and $a\$b$"#) == [#"\$"#, #"a\$b"#])
  }

  @Test("money is no formula")
  func money() {
    #expect(formulas("from $5 to $6") == [])
    #expect(formulas("$5") == [])
    #expect(formulas("a $ b $ c") == [])
    #expect(formulas(#"\$5 and \$6"#).count == 1)
  }

  @Test("a formula that is not closed goes on to the end")
  func unclosed() {
    #expect(formulas(#"困惑度 $\log_2 x"#) == [#"\log_2 x"#])
    #expect(formulas("$2^{H") == ["2^{H"])
    #expect(formulas(#"\(a+b"#) == ["a+b"])
    #expect(formulas("$$a+b") == ["a+b"])
    #expect(formulas("$a+b$ and $$") == ["a+b"])
    #expect(formulas("$") == [])
  }

  @Test("a query with TeX is a formula but for words around it")
  func bareTeX() {
    #expect(formulas(#"\log_2 x"#) == [#"\log_2 x"#])
    #expect(formulas(#"what is \log_2 x ?"#) == [#"\log_2 x ?"#])
    #expect(formulas(#"交叉熵 -\sum p \log q 是什么"#) == [#"-\sum p \log q"#])
    #expect(formulas("2^{4.7}") == ["2^{4.7}"])
    #expect(formulas("x_{i} means what") == ["x_{i}"])
    #expect(formulas("PPL = 2^{H}") == ["PPL = 2^{H}"])
    #expect(formulas(#"\max f(x) = PPL"#) == [#"\max f(x) = PPL"#])
    #expect(formulas("2^4.7") == [] && formulas("snake_case") == [] && formulas("稀疏向量") == [])
    #expect(formulas("") == [] && formulas("   ") == [])
  }

  @Test("a query has terms of the formulas it is about, without common letters")
  func termsOfQueries() {
    let indexed = terms(#"H(P,Q) = -\sum_x P(x)\log_2 Q(x)"#)
    let asked = terms(query: #"$-\sum_x P(x)\log_2 Q(x)$"#)
    #expect(asked.keys.allSatisfy { indexed[$0] != nil || $0.hasPrefix(#"\="#) || $0.hasPrefix(#"\~"#) })
    #expect(asked["P"] == nil && asked["∑"] == 2)
    #expect(terms(query: "$P$") == terms("P"))
    #expect(terms(query: "$a$ $b$")["a"] == 2)
  }

  @Test("terms of several formulas are added up")
  func several() {
    #expect(terms(query: "$a+b$ $a+c$")["a>+"] == 4)
  }

  @Test("a query has at most 48 terms, and is read up to 2,048 bytes")
  func limits() {
    let long = (0..<400).map { "x_{\($0)}" }.joined(separator: "+")
    #expect(terms(query: long).count == 48)
    #expect(formulas("$a$" + String(repeating: " ", count: 2048) + "$b$") == ["a"])
    #expect(
      formulaRanges(query: Array(repeating: 0x5C, count: 10_000_000)).allSatisfy { $0.upperBound <= 2048 })
  }
}
