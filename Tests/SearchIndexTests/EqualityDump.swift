import Foundation
import SearchIndex
import Testing

/// The folder to write an index and native results to, which `Tests/Web/engine_equality.mjs` then holds against
/// the browser's engine.
private let folder = ProcessInfo.processInfo.environment["QUAESTIO_EQUALITY_FOLDER"]

@Suite("Native results for the browser's engine", .enabled(if: folder != nil))
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
    for _ in 0..<3000 {
      let query = madeUpText(words: Int.random(in: 0...8, using: &generator), using: &generator)
      let limit = Int.random(in: 1...30, using: &generator)
      _ = library.answer(utf8(query), limit: limit, with: &engine)
      let quoted = String(decoding: try JSONEncoder().encode(query), as: UTF8.self)
      lines += "{\"query\":\(quoted),\"limit\":\(limit),\"answer\":\(text(engine.answerJSON()))}\n"
    }
    #expect(engine.problems.isEmpty)
    try Data(lines.utf8).write(to: folder.appending(path: "queries.jsonl"))
  }
}
