import FormulaTerms
import TeXMath

/// The terms of a formula as text without the mark, with their weights.
func terms(_ tex: String, macros: MacroTable = MacroTable()) -> [String: UInt8] {
  byText(formulaTerms(tex: Array(tex.utf8), macros: macros))
}

/// The same for a query.
func terms(query: String) -> [String: UInt8] { byText(formulaTerms(query: Array(query.utf8))) }

private func byText(_ terms: [FormulaTerm]) -> [String: UInt8] {
  Dictionary(uniqueKeysWithValues: terms.map { (text($0), $0.weight) })
}

/// A term without the mark.
func text(_ term: FormulaTerm) -> String { String(decoding: term.bytes.dropFirst(), as: UTF8.self) }

/// The terms of a formula but for digests of rows, which cannot be foretold by hand.
func readableTerms(_ tex: String) -> [String: UInt8] { terms(tex).filter { !isDigest($0.key) } }

/// The terms that are digests of rows.
func digests(_ tex: String) -> [String] { terms(tex).keys.filter(isDigest).sorted() }

private func isDigest(_ term: String) -> Bool { term.hasPrefix(#"\="#) || term.hasPrefix(#"\~"#) }
