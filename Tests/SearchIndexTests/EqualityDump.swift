import Foundation
import SearchIndex
import Testing

/// The folder to write an index and native answers to, which `Tests/Browser/test_engine_equality.py` then holds
/// against the browser's engine.
private let folder = ProcessInfo.processInfo.environment["QUAESTIO_EQUALITY_FOLDER"]

@Suite("Native answers for the browser's engine", .enabled(if: folder != nil))
struct EqualityDump {
  @Test("written for generated queries over a generated index")
  func write() throws {
    let folder = URL(filePath: try #require(folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let library = Library(madeUpPages(1200, seed: 31))
    for (name, bytes) in library.files {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    var generator = SplitMix(state: 32)
    var engine = try library.engine()
    var lines = ""
    for _ in 0..<2000 {
      let query = madeUpQuery(using: &generator)
      let limit = Int.random(in: 1...30, using: &generator)
      _ = library.answer(utf8(query), limit: limit, with: &engine)
      let text = madeUpText(words: 5, using: &generator)
      let line = EqualityLine(
        query: query, limit: limit, answer: SearchIndexTests.text(engine.answerJSON()), text: text,
        marks: SearchIndexTests.text(engine.marksJSON(utf8(text))))
      lines += String(decoding: try JSONEncoder().encode(line), as: UTF8.self) + "\n"
    }
    try Data(lines.utf8).write(to: folder.appending(path: "queries.jsonl"))
  }

  /// Words, some of them misspelt, excluded, quoted or filters.
  private func madeUpQuery(using generator: inout SplitMix) -> String {
    let words = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      let word = madeUpText(words: Int.random(in: 1...2, using: &generator), using: &generator)
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: return "-" + word
      case 1: return "\"\(word)\""
      case 2: return "tag:t\(Int.random(in: 0..<9, using: &generator))"
      case 3: return "kind:question"
      case 4:
        return ["perplexty", "entrpoy", "sprase", "adma", "entropi"].randomElement(using: &generator) ?? word
      default: return word
      }
    }
    return words.joined(separator: " ")
  }
}

private struct EqualityLine: Encodable {
  var query: String
  var limit: Int
  var answer: String
  var text: String
  var marks: String
}
