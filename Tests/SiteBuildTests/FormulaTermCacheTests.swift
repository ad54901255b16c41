import KnowledgeBase
import SearchIndex
import Testing

@testable import SiteBuild

@Suite("Terms of formulas kept for other pages")
struct FormulaTermCacheTests {
  @Test("are those of the formula when it comes again, among thousands of others and where no room is left")
  func terms() {
    let macros = SiteConfiguration().math.macroTable
    var cache = FormulaTermCache(macros: macros, capacity: 60_000)
    func terms(_ tex: String, _ cache: inout FormulaTermCache) -> [UInt8] {
      var list = FormulaTermList()
      cache.collect(Array(tex.utf8))
      cache.appendTerms(to: &list)
      return list.bytes
    }
    let formulas = (0..<1500).map { "x_{\($0)}^2" } + ["x", "", "\\frac{a}{b} + \\log p_i"]
    var made: [[UInt8]] = []
    for tex in formulas { made.append(terms(tex, &cache)) }
    #expect(Set(made).count > 1500)
    for (tex, made) in zip(formulas, made) {
      var empty = FormulaTermCache(macros: macros)
      #expect(terms(tex, &cache) == made)
      #expect(terms(tex, &empty) == made)
    }
    var list = FormulaTermList()
    let page = ["x", "x_{3}^2", "new", "x_{4}^2", "new"]
    for tex in page { cache.collect(Array(tex.utf8)) }
    cache.appendTerms(to: &list)
    #expect(list.bytes == page.flatMap { terms($0, &cache) })
    var empty = FormulaTermCache(macros: macros)
    for tex in formulas { empty.collect(Array(tex.utf8)) }
    var all = FormulaTermList()
    empty.appendTerms(to: &all)
    #expect(all.bytes == made.flatMap { $0 })
  }
}
