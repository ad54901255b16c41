import Dispatch
import Synchronization
import TeXMath
import Testing

@testable import KnowledgeBase

@Suite struct FormulaCacheTests {
  private func key(_ tex: String, display: Bool = false, macros: String = "") -> FormulaCache.Key {
    FormulaCache.Key(tex: Array(tex.utf8), isDisplay: display, macros: Array(macros.utf8))
  }

  @Test func eachDistinctFormulaIsConvertedOnceFromAllThreads() {
    let cache = FormulaCache()
    let conversions = Mutex<[String: Int]>([:])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for number in 0..<200 {
        let tex = "x_{\(number)}"
        let conversion = cache.conversion(of: key(tex)) {
          conversions.withLock { $0[tex, default: 0] += 1 }
          return MathConverter().convert(Array(tex.utf8), display: false)
        }
        #expect(conversion.text.text == "x_(\(number))" || conversion.text.text == "x_\(number)")
      }
    }
    #expect(conversions.withLock { $0.count } == 200)
    #expect(conversions.withLock { $0.values.allSatisfy { $0 == 1 } })
  }

  @Test func whatAFormulaDependsOnTellsItFromOthers() {
    let cache = FormulaCache()
    var conversions = 0
    for key in [
      key("x"), key("y"), key("x", display: true), key("x", macros: "x"), key("x"), key("y"),
      key("x", macros: "x"), key("x", display: true), key(""), key(""),
    ] {
      _ = cache.conversion(of: key) {
        conversions += 1
        return MathConverter().convert(key.tex, display: key.isDisplay)
      }
    }
    #expect(conversions == 5)
  }

  @Test func aFullCacheConvertsAgainAndKeepsNothingMore() {
    let cache = FormulaCache(capacity: 0)
    var conversions = 0
    for _ in 0..<3 {
      let conversion = cache.conversion(of: key("x")) {
        conversions += 1
        return MathConverter().convert(Array("x".utf8), display: false)
      }
      #expect(conversion.text.text == "x")
    }
    #expect(conversions == 3)
  }

  @Test func pagesWithOtherMacrosDoNotShareTheirFormulas() throws {
    let fixture = KnowledgeFixture([
      "questions/a": "---\nmacros: {v: 'a'}\n---\n$\\v$\n",
      "questions/b": "---\nmacros: {v: 'b'}\n---\n$\\v$\n",
      "questions/c": "---\nmacros: {v: 'a'}\n---\n$\\v$\n",
    ])
    let texts = try ["a", "b", "c"].map {
      try #require(fixture.entry("questions/\($0)")).formulas[0].text.text
    }
    #expect(texts == ["a", "b", "a"])
  }
}
