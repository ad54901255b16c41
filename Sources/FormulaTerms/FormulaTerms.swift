public import TeXMath

/// The index terms of a formula, the most telling ones first.
///
/// Terms are taken from the symbol layout tree, as in Tangent-L (Fraser, Kane, Tompa: "Choosing math features for
/// BM25 ranking with Tangent-L", DocEng 2018): pairs of neighbouring symbols with their relation, single symbols,
/// ends of lines. Added are pairs with a wildcard for a variable and the digests of whole rows, so that a formula with
/// other letters is found too, but later.
///
/// Spaces, braces, styles, `\left` and `\right`, the order of scripts, and commands that mean the same make no
/// difference.
///
/// - Parameters:
///   - tex: The formula without the signs around it, in UTF-8; any bytes are allowed. What cannot be read is left out.
///   - macros: The macros of the page.
/// - Returns: At most 200 different terms; none for a formula over a limit of `MathLimits`.
/// - Complexity: O(length of the formula and of what its macros expand to).
public func formulaTerms(tex: [UInt8], macros: MacroTable = MacroTable()) -> [FormulaTerm] {
  guard let formula = MathConverter(macros: macros).parse(tex) else { return [] }
  return formulaTerms(of: formula, tex: tex)
}

/// Reads the index terms of one formula after the other, in memory that is used for all of them.
package struct FormulaTermReader {
  private let converter: MathConverter
  private var tree = SymbolLayoutTree()
  private var table = TermTable(limit: 200)

  /// Makes a reader.
  ///
  /// - Parameter macros: The macros of the pages.
  package init(macros: MacroTable = MacroTable()) { converter = MathConverter(macros: macros) }

  /// Calls `body` with the terms of `formulaTerms(tex:macros:)`, one behind the other: of each its length in bytes, its weight,
  /// and its bytes.
  package mutating func withTerms(of tex: [UInt8], _ body: (Span<UInt8>) -> Void) {
    table.removeAll()
    if let formula = converter.parse(tex) {
      LayoutTreeBuilder.build(&tree, of: formula, source: tex)
      table.add(tree, isQuery: false)
    }
    table.withTerms(body)
  }
}

/// The index terms of a formula that was read already.
///
/// - Parameter tex: The bytes it was read from.
package func formulaTerms(of formula: Formula, tex: [UInt8]) -> [FormulaTerm] {
  var table = TermTable(limit: 200)
  var tree = SymbolLayoutTree()
  LayoutTreeBuilder.build(&tree, of: formula, source: tex)
  table.add(tree, isQuery: false)
  return table.terms
}

/// The terms to look up for the formulas in a query, the most telling ones first.
///
/// They are terms of `formulaTerms(tex:macros:)`, but for letters that tell less than the pairs around them.
///
/// - Parameters:
///   - query: What a reader typed, in UTF-8; any bytes are allowed, and a formula need not be complete. Read are the
///     first 2,048 bytes.
///   - macros: The macros of the site, where they are known.
/// - Returns: At most 48 different terms; none if there is no formula in it.
/// - Complexity: O(length of the query).
public func formulaTerms(query: [UInt8], macros: MacroTable = MacroTable()) -> [FormulaTerm] {
  var table = TermTable(limit: 48)
  var tree = SymbolLayoutTree()
  let converter = MathConverter(macros: macros, limits: MathLimits(depth: 32, macroExpansions: 200))
  for range in formulaRanges(query: query) {
    let tex = Array(query[range])
    guard let formula = converter.parse(tex) else { continue }
    LayoutTreeBuilder.build(&tree, of: formula, source: tex)
    table.add(tree, isQuery: true)
  }
  return table.terms
}
