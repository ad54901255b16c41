import FormulaTerms
import Foundation

/// A small index of formulas, ranked as simply as can be: the sum of idf · weight over the terms of a query that the
/// formula has.
struct FormulaIndex {
  private let documents: [(tex: String, terms: [[UInt8]: UInt8])]
  private let frequencies: [[UInt8]: Int]

  init(_ formulas: [String]) {
    documents = formulas.map { tex in
      let terms = formulaTerms(tex: Array(tex.utf8)).map { ($0.bytes, $0.weight) }
      return (tex, Dictionary(uniqueKeysWithValues: terms))
    }
    var frequencies: [[UInt8]: Int] = [:]
    for document in documents { for term in document.terms.keys { frequencies[term, default: 0] += 1 } }
    self.frequencies = frequencies
  }

  /// The formulas that have a term of the query, best first.
  func ranking(_ query: String) -> [String] {
    scores(query).filter { $0.score > 0 }.sorted { $0.score > $1.score }.map { $0.tex }
  }

  /// The score of every formula, in the order of the collection.
  func scores(_ query: String) -> [(tex: String, score: Double)] {
    let terms = formulaTerms(query: Array(query.utf8))
    return documents.map { document in
      var score = 0.0
      for term in terms {
        guard let weight = document.terms[term.bytes], let frequency = frequencies[term.bytes] else {
          continue
        }
        // As BM25 does: what comes again tells less.
        score += log(1 + Double(documents.count) / Double(frequency)) * Double(weight) / (Double(weight) + 2)
      }
      return (document.tex, score)
    }
  }
}
