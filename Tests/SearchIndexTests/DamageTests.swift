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
        engine.begin(queries[0], limit: 10)
        engine.supply(utf8(name), content)
        #expect(engine.problems == [.damaged(name: utf8(name))])
      }
    }
  }

  @Test("whatever stands in a file with the right name, a query ends and nothing crashes")
  func hostile() throws {
    var generator = SplitMix(state: 22)
    let pages = Array(library.files.filter { $0.key != "index.json" }).sorted { $0.key < $1.key }
    for _ in 0..<300 {
      // Every file is damaged and renamed to fit, so that the decoders see it all.
      var files: [String: [UInt8]] = [:]
      var names: [String: String] = [:]
      for (name, bytes) in pages {
        guard let kind = FileName(utf8(name))?.kind else { continue }
        let damaged = damage(bytes, using: &generator)
        let renamed = text(FileName(kind: kind, digest: digest64(damaged)).bytes)
        files[renamed] = damaged
        names[name] = renamed
      }
      var manifest = text(library.files["index.json"] ?? [])
      for (old, new) in names { manifest = manifest.replacing(old, with: new) }
      var engine = try SearchEngine(manifest: utf8(manifest))
      for query in queries {
        engine.begin(query, limit: 10)
        var rounds = 0
        while rounds < 10 {
          let wanted = engine.needs()
          if wanted.isEmpty { break }
          for name in wanted { engine.supply(name, files[text(name)]) }
          rounds += 1
        }
        #expect(rounds < 10)
        #expect(engine.results().count <= 10)
      }
    }
  }

  @Test("a manifest that was cut, changed or is none opens or is refused, and never crashes")
  func manifests() throws {
    let manifest = library.files["index.json"] ?? []
    for length in 0..<manifest.count - 2 {
      #expect(throws: SearchError.self) { try SearchEngine(manifest: Array(manifest[..<length])) }
    }
    var generator = SplitMix(state: 23)
    for _ in 0..<2000 {
      guard var engine = try? SearchEngine(manifest: damage(manifest, using: &generator)) else { continue }
      _ = library.answer(queries[0], with: &engine)
    }
    for other in ["{}", "[]", "{\"format\":2}", "{\"format\":1,\"idBits\":40,\"blockBits\":7}", "null"] {
      #expect(throws: SearchError.self) { try SearchEngine(manifest: utf8(other)) }
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
