@testable import SearchIndex

/// A published index of made-up pages, the same in every run.
package struct SampleIndex: Sendable {
  /// Contents by name.
  package let files: [[UInt8]: [UInt8]]

  /// An index of so many pages. From about 200 on there are overflow files, from about 2,050 on directories of
  /// documents.
  package init(pages count: Int) {
    let index = InvertedIndex((0..<count).map { AnalyzedDocument(SampleIndex.page($0)) })
    let all = index.files(assets: EngineAssets(engine: [0x65], wasm: [0x77]))
    files = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.bytes) })
  }

  private static let words = [
    "稀疏", "模型", "困惑度", "熵", "机器学习", "entropy", "perplexity", "sparse", "training", "Q-Sparse", "GPT-4",
    "2^4.7", "c++",
  ]

  private static func page(_ number: Int) -> SearchDocument {
    func word(_ place: Int) -> String { words[(number * 7 + place * place) % words.count] }
    let title = Array("\(word(0)) \(word(1))".utf8)
    let answer = Array(((2..<8).map(word) + ["page\(number)"]).joined(separator: " ").utf8)
    var document = SearchDocument(
      path: Array("q\(number)/".utf8), title: title, summary: title, date: Array("2024-09-07".utf8),
      kind: Array((number % 3 == 0 ? "reference" : "question").utf8), language: Array("zh-Hans".utf8),
      provenance: Array("ai".utf8), tags: [Array("t\(number % 5)".utf8)],
      fields: [SearchField(kind: .title, text: title), SearchField(kind: .answer, text: answer)])
    document.formulaTerms = [(bytes: [formulaMark, 0x61 + UInt8(number % 20)], weight: 2)]
    return document
  }

  /// The bytes of `index.json`.
  package var manifest: [UInt8] { files[Array("index.json".utf8)] ?? [] }

  /// The bytes of the root in `index.json`.
  package var root: [UInt8] {
    let json = manifest
    let name = Array("\"root\":\"".utf8)
    let start = json.indices.first { json[$0...].starts(with: name) } ?? json.count
    return Base64.decode(json, from: start + name.count)
  }
}

extension SearchEngine {
  /// Runs a query to its end.
  ///
  /// - Returns: the names of the files that were asked for; nil when the query does not end.
  package mutating func finish(
    _ query: [UInt8], _ options: QueryOptions, _ load: ([UInt8]) -> [UInt8]?
  ) -> [[UInt8]]? {
    begin(query, options)
    var asked: [[UInt8]] = []
    for _ in 0..<500 {
      let names = needs()
      if names.isEmpty { return asked }
      for name in names { supply(name, load(name)) }
      asked += names
    }
    return nil
  }
}
