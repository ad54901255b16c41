import SearchIndex

func utf8(_ text: String) -> [UInt8] {
  Array(text.utf8)
}

func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}

let assets = EngineAssets(engine: utf8("../assets/engine.js"), wasm: utf8("../assets/engine.wasm"))

/// A page with a title and an answer.
func page(_ path: String, title: String = "", answer: String = "", tags: [String] = []) -> SearchDocument {
  SearchDocument(
    path: utf8(path), title: utf8(title), summary: utf8(String(answer.prefix(120))), date: utf8("2024-09-07"),
    kind: utf8("question"), language: utf8("zh-Hans"), tags: tags.map(utf8),
    fields: [
      SearchField(kind: .title, text: utf8(title)), SearchField(kind: .answer, text: utf8(answer)),
      SearchField(kind: .tags, text: utf8(tags.joined(separator: " "))),
    ])
}

/// A published index in memory.
struct Library {
  var files: [String: [UInt8]]

  init(_ pages: [SearchDocument]) {
    let index = InvertedIndex(pages.map { AnalyzedDocument($0) })
    files = Dictionary(uniqueKeysWithValues: index.files(assets: assets).map { (text($0.name), $0.bytes) })
  }

  func engine() throws -> SearchEngine {
    try SearchEngine(manifest: files["index.json"] ?? [])
  }

  /// Runs a query to its end; gives the results and the number of files loaded.
  func answer(
    _ query: [UInt8], limit: Int = 10, with engine: inout SearchEngine
  ) -> (results: [SearchResult], loaded: Int) {
    engine.begin(query, QueryOptions(limit: limit))
    var loaded = 0
    while true {
      let names = engine.needs()
      if names.isEmpty { break }
      for name in names { engine.supply(name, files[text(name)]) }
      loaded += names.count
    }
    return (engine.results(), loaded)
  }

  func paths(_ query: String, limit: Int = 10) throws -> [String] {
    var engine = try engine()
    return answer(utf8(query), limit: limit, with: &engine).results.map { text($0.path) }
  }
}

/// A reproducible source of numbers (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Made-up text of Chinese and English words, numbers and names, in one line.
func madeUpText(words: Int, using generator: inout SplitMix) -> String {
  let stems = [
    "稀疏", "模型", "困惑度", "向量", "熵", "梯度", "注意力", "激活", "的", "是", "什么", "如何", "Adam", "entropy", "perplexity",
    "sparse", "Q-Sparse", "GPT-4", "torch.nn", "2^4.7", "c++", "naïve", "ReLU", "𠮷野家", "ニューロン", "한국어", "ＧＰＴ",
  ]
  var parts: [String] = []
  for _ in 0..<words {
    let stem = stems[Int.random(in: 0..<stems.count, using: &generator)]
    let isNumbered = Int.random(in: 0..<4, using: &generator) == 0
    parts.append(isNumbered ? "\(stem)\(Int.random(in: 0..<300, using: &generator))" : stem)
    if Bool.random(using: &generator) { parts.append(" ") }
  }
  return parts.joined()
}

func madeUpPages(_ count: Int, seed: UInt64) -> [SearchDocument] {
  var generator = SplitMix(state: seed)
  return (0..<count).map { number in
    page(
      "questions/q\(number)/", title: madeUpText(words: 6, using: &generator),
      answer: madeUpText(words: 120, using: &generator), tags: ["t\(number % 7)"])
  }
}
