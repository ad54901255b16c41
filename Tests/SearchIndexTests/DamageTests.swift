import Foundation
import Testing

@testable import SearchIndex

@Suite("Damaged and missing files")
struct DamageTests {
  private let library = Library(madeUpPages(400, seed: 21))
  private let queries = ["稀疏模型", "perplexity entropy", "Q-Sparse 的 GPT-4", "熵"].map(utf8)

  @Test("a file that is not there is named, and the query goes on without it")
  func missing() throws {
    var broken = library
    broken.files = library.files.filter { !$0.key.hasPrefix("b-") }
    var engine = try broken.engine()
    #expect(broken.answer(queries[0], with: &engine).results.isEmpty)
    #expect(!engine.problems.isEmpty)
    for problem in engine.problems {
      guard case .missing(let name) = problem else {
        Issue.record("\(problem)")
        continue
      }
      #expect(name.first == 0x62)
    }
    #expect(!library.answer(queries[0], with: &engine).results.isEmpty)
    #expect(engine.problems.isEmpty)
  }

  @Test("a truncated, changed or foreign file is refused")
  func damaged() throws {
    for (name, bytes) in library.files where name != "index.json" {
      var changed = bytes
      changed[bytes.count / 2] ^= 0x10
      for content in [Array(bytes.dropLast()), [], changed, bytes + [0]] {
        var engine = try library.engine()
        engine.begin(queries[0], QueryOptions(limit: 10))
        engine.supply(utf8(name), content)
        #expect(engine.problems == [.damaged(name: utf8(name))])
      }
    }
  }

  @Test("whatever stands in a file, a query ends and nothing crashes")
  func hostile() throws {
    var generator = SplitMix(state: 22)
    let names = library.files.keys.filter { $0 != "index.json" }.sorted()
    for _ in 0..<60 {
      var files: [String: [UInt8]] = [:]
      for name in names { files[name] = damage(library.files[name] ?? [], using: &generator) }
      var engine = try library.engine()
      engine.checksDigests = false
      for query in queries + ["perplexiti -熵 tag:t3", "\"稀疏模型\" kind:question"].map(utf8) {
        engine.begin(query, QueryOptions(limit: 10, facets: true))
        try finish(&engine, files: files)
      }
    }
  }

  @Test("whatever stands in the root, it is refused or a query ends")
  func hostileRoots() throws {
    let json = library.files["index.json"] ?? []
    let start = try #require(text(json).range(of: "\"root\":\"")).upperBound
    let root = Base64.decode(json, from: text(json)[..<start].utf8.count)
    var generator = SplitMix(state: 24)
    var opened = 0
    for _ in 0..<400 {
      var bytes = damage(Array(root.dropLast(FileName.digestLength)), using: &generator)
      while bytes.count % 3 != 1 { bytes.append(0) }
      appendDigest(digest64(bytes), to: &bytes)
      let manifest = utf8("{\"root\":\"") + Base64.encode(bytes) + utf8("\"}")
      guard var engine = try? SearchEngine(manifest: manifest) else { continue }
      opened += 1
      engine.begin(queries[0], QueryOptions(limit: 10, facets: true))
      try finish(&engine, files: library.files)
    }
    #expect(opened > 0)
  }

  private func finish(_ engine: inout SearchEngine, files: [String: [UInt8]]) throws {
    var rounds = 0
    while rounds < 40 {
      let wanted = engine.needs()
      if wanted.isEmpty { break }
      for name in wanted { engine.supply(name, files[text(name)]) }
      rounds += 1
    }
    #expect(rounds < 40)
    #expect(engine.results().count <= 10)
  }

  @Test("a manifest that was cut, changed or is none opens or is refused, and never crashes")
  func manifests() throws {
    let manifest = library.files["index.json"] ?? []
    for length in 0..<manifest.count - 4 {
      #expect(throws: SearchError.self) { _ = try SearchEngine(manifest: Array(manifest[..<length])) }
    }
    var generator = SplitMix(state: 23)
    for _ in 0..<2000 {
      guard var engine = try? SearchEngine(manifest: damage(manifest, using: &generator)) else { continue }
      _ = library.answer(queries[0], with: &engine)
    }
    for other in ["{}", "[]", "{\"format\":3}", "{\"root\":\"\"}", "{\"root\":\"AwkAAAAA\"}", "null"] {
      #expect(throws: SearchError.self) { _ = try SearchEngine(manifest: utf8(other)) }
    }
  }

  private func damage(_ bytes: [UInt8], using generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 3..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
    }
    if Bool.random(using: &generator) {
      bytes.removeLast(Int.random(in: 0..<bytes.count - 3, using: &generator))
    }
    return bytes
  }
}
