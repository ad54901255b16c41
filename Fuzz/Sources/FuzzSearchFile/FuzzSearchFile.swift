import Fuzzing
import SearchFuzzing

@testable import SearchIndex

/// Damages a file of an index, reads it to its end, and asks the index.
///
/// The first byte chooses the query, which is not asked if the byte's highest bit is set; the second one of the files
/// that the query needs, or the root. Of the rest, each three bytes are a place of the file and what to write there, and
/// what is left cuts its end; or, if the second byte is odd, the rest is the file's content behind its header. Digests
/// are not checked: no damage would reach a decoder.
@main
enum FuzzSearchFile {
  /// One index with an overflow file, and one with directories of terms and of documents.
  private static let indexes = [SampleIndex(pages: 300), SampleIndex(pages: 2300)]
  private static let options = QueryOptions(limit: 10, facets: true)
  private static let queries = [
    "機器學習 perplexiti", "entropi tag:t1 -sparse", "\"稀疏\" kind:question", "熵 tag:t2", "2^4.7 GPT-4 \u{2}c",
  ]
  private static let visits = indexes.flatMap { index in queries.map { Visit(Array($0.utf8), index) } }

  static func main() {
    let kinds = Set(visits.flatMap(\.names).compactMap(\.first))
    require(kinds == Set("towdbsec".utf8), "the queries need no file of some kind: \(kinds)")
    Fuzzer.run { data, size in
      FuzzSearchFile.check(Fuzzer.bytes(data, size))
      return 0
    }
  }

  /// A query and the files that it needs.
  private struct Visit {
    let query: [UInt8]
    let index: SampleIndex
    let idCount: UInt32
    var names: [[UInt8]] = []

    init(_ query: [UInt8], _ index: SampleIndex) {
      self.query = query
      self.index = index
      idCount = IndexLimits.idCount(Int(index.root[1]))
      guard var engine = try? SearchEngine(manifest: index.manifest) else { return }
      let asked = engine.finish(query, options) { index.files[$0] } ?? []
      names = asked.filter { FileName($0) != nil }
    }
  }

  /// Ends the process when something does not hold; that nothing is read outside a file the sanitizer watches.
  private static func check(_ input: [UInt8]) {
    guard input.count >= 2 else { return }
    let visit = visits[Int(input[0] & 0x7F) % visits.count]
    let isAsked = input[0] < 0x80
    let number = Int(input[1] >> 1) % (visit.names.count + 1)
    let isWhole = input[1] & 1 == 1
    if number == visit.names.count {
      let root = damaged(visit.index.root.dropLast(FileName.digestLength), by: input.dropFirst(2), isWhole)
      guard var engine = opened(root), isAsked else { return }
      checkAnswer(&engine, visit) { visit.index.files[$0] }
      return
    }
    let name = visit.names[number]
    let content = damaged(visit.index.files[name] ?? [], by: input.dropFirst(2), isWhole)
    if let kind = FileName(name).flatMap({ FileName.Kind(rawValue: $0.letter) }) {
      DecoderSoundness.check(kind, content, idCount: visit.idCount)
    }
    guard isAsked else { return }
    guard var engine = try? SearchEngine(manifest: visit.index.manifest) else { fatalError("no index") }
    checkAnswer(&engine, visit) { $0 == name ? content : visit.index.files[$0] }
  }

  /// Opens the index that a root says, whose own digest is made to fit.
  private static func opened(_ content: [UInt8]) -> SearchEngine? {
    var root = content
    appendDigest(digest64(root), to: &root)
    return try? SearchEngine(root: root)
  }

  private static func checkAnswer(
    _ engine: inout SearchEngine, _ visit: Visit, _ load: ([UInt8]) -> [UInt8]?
  ) {
    engine.checksDigests = false
    require(engine.finish(visit.query, options, load) != nil, "the query does not end")
    AnswerSoundness.check(&engine, limit: options.limit, marked: visit.query)
  }

  private static func damaged(_ file: [UInt8], by input: ArraySlice<UInt8>, _ isWhole: Bool) -> [UInt8] {
    guard !isWhole else { return Array(file.prefix(FileHeader.length)) + input }
    var file = file
    var rest = input
    while rest.count >= 3, !file.isEmpty {
      let place = (Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])) % file.count
      file[place] = rest[rest.startIndex + 2]
      rest = rest.dropFirst(3)
    }
    // A byte that is left cuts the file.
    if let cut = rest.first { file.removeLast(min(file.count, Int(cut))) }
    return file
  }
}
