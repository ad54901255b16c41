import Fuzzing
import SearchFuzzing

@testable import SearchIndex

/// Asks an index anything. The first byte chooses one of two and says which of its files cannot be had; the rest is the
/// query, and the text of every page that quoted phrases are looked for in.
@main
enum FuzzSearchQuery {
  /// The larger one has an overflow file.
  private static let indexes = [SampleIndex(pages: 40), SampleIndex(pages: 220)]

  static func main() {
    Fuzzer.run { data, size in
      let bytes = Fuzzer.bytes(data, size)
      FuzzSearchQuery.checkParsing(Array(bytes.dropFirst()))
      FuzzSearchQuery.checkAnswer(to: Array(bytes.dropFirst()), without: bytes.first ?? 0)
      return 0
    }
  }

  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: terms and conditions lie in what is read of the query, are not empty and not too many; terms are UTF-8
  /// and each there once, but for those of formulas, which are as they were handed over.
  private static func checkParsing(_ bytes: [UInt8]) {
    let length = min(bytes.count, Query.mostBytes)
    for table in [CharacterTable.builtIn, .bundled] {
      let query = Query(bytes, table)
      require(query.terms.count <= 48, "too many terms")
      for term in query.terms + query.conditions {
        require(!term.bytes.isEmpty && term.range.upperBound <= length, "a term out of place")
      }
      let words = query.terms.map(\.bytes).filter { $0.first != formulaMark }
      require(Set(words).count == words.count, "a term comes twice")
      for word in words { require(String(validating: word, as: UTF8.self) != nil, "a term is not UTF-8") }
    }
  }

  /// Checked are: the query ends, notes just those files that it could not have, and brings each result once; what
  /// was asked before has no part in the answer.
  private static func checkAnswer(to query: [UInt8], without choice: UInt8) {
    let index = indexes[Int(choice >> 3 & 1)]
    guard var engine = try? SearchEngine(manifest: index.manifest) else { fatalError("no index") }
    let options = QueryOptions(limit: 1 + Int(choice & 7), facets: choice & 1 == 1)
    func load(_ name: [UInt8]) -> [UInt8]? {
      if name.first == 0x2E { return query }
      let content = index.files[name]
      require(content != nil, "no file of the index: \(name)")
      switch fate(of: name, choice) {
      case .intact: return content
      case .missing: return nil
      case .damaged: return content?.dropLast()
      }
    }
    guard let asked = engine.finish(query, options, load) else { fatalError("the query does not end") }
    require(Set(asked).count == asked.count, "a file is asked for twice")
    require(engine.missing == asked.filter { fate(of: $0, choice) == .missing }, "\(engine.missing) missing")
    require(engine.damaged == asked.filter { fate(of: $0, choice) == .damaged }, "\(engine.damaged) damaged")
    let results = engine.results()
    require(Set(results.map(\.path)).count == results.count, "a result comes twice")
    AnswerSoundness.check(&engine, limit: options.limit, marked: query)
    let answer = withoutProblems(engine.answerJSON())
    _ = engine.finish(Array(query.reversed()), options, load)
    _ = engine.finish(query, options, load)
    require(withoutProblems(engine.answerJSON()) == answer, "another answer to the same query")
  }

  /// An answer without the number of files that could not be had: the more is here already, the fewer are asked for.
  private static func withoutProblems(_ json: [UInt8]) -> String {
    String(decoding: json, as: UTF8.self).replacing(/"problems":[0-9]+,/, with: "")
  }

  private enum Fate {
    case intact, missing, damaged
  }

  /// What becomes of a file; pages' Markdown is there.
  private static func fate(of name: [UInt8], _ choice: UInt8) -> Fate {
    guard choice >= 0x20, name.first != 0x2E else { return .intact }
    switch digest64(name) >> 20 & 7 {
    case UInt64(choice >> 5): return .missing
    case UInt64(choice >> 4 & 7): return .damaged
    default: return .intact
    }
  }
}
