import BenchmarkSupport
import CCmark
#if canImport(Darwin)
  import Darwin
#endif
import SearchIndex

/// What indexing costs, beside libcmark's work on the same bytes, and how long a query takes.
struct TimeMeasurement {
  let pages: Int
  let textBytes: Int
  /// Median CPU seconds of reading the texts into terms, of inverting and writing them, of libcmark from bytes to HTML.
  let analysis: Double
  let inversion: Double
  let libcmark: Double
  /// Median CPU seconds of finding the six nearest pages of every page.
  let nearest: Double
  /// Median CPU seconds of finding the pages that say the same.
  let duplicates: Double
  /// The most bytes by which the process grew; the pages are read a few at a time.
  let memory: Int
  let files: Int
  let fileBytes: Int
  /// CPU seconds of each query, all its files at hand.
  let queries: [Double]

  /// Indexing's CPU for each second of libcmark's.
  var ratio: Double { (analysis + inversion) / libcmark }

  init(of path: String, _ sets: [QuerySet], runs: Int) throws(Failure) {
    // First, while the heap is as tidy as that of a program which does nothing else.
    var baselines: [Baseline] = []
    for _ in 0..<runs { baselines.append(try Baseline(of: path)) }
    let before = TimeMeasurement.peakMemory
    var rounds: [Round] = []
    for _ in 0..<runs { rounds.append(try Round(of: path)) }
    guard let first = rounds.first, let baseline = baselines.first else {
      throw Failure(message: "there are no rounds")
    }
    (pages, textBytes) = (first.pages, baseline.textBytes)
    analysis = rounds.map(\.analysis).median
    inversion = rounds.map(\.inversion).median
    libcmark = baselines.map(\.seconds).median
    nearest = rounds.map(\.nearest).median
    duplicates = rounds.map(\.duplicates).median
    // Only the first round's: what a later one adds depends on how the allocator kept the memory.
    memory = first.peakMemory - before
    files = first.index.files.count
    fileBytes = first.index.files.reduce(0) { $0 + $1.bytes.count }
    queries = try TimeMeasurement.queryTimes(sets, in: first.index, runs: runs)
  }

  /// Everything once.
  private struct Round {
    var pages = 0
    var analysis = 0.0
    var inversion = 0.0
    var nearest = 0.0
    var duplicates = 0.0
    var peakMemory = 0
    var index = PublishedIndex([])

    init(of path: String) throws(Failure) {
      var documents: [AnalyzedDocument] = []
      var scratch = AnalysisScratch()
      try TestPage.forEachBatch(of: path) { batch in
        analysis += CPUClock.measure {
          for page in batch { documents.append(AnalyzedDocument(page.document, with: &scratch)) }
        }
      }
      inversion = CPUClock.measure { index = PublishedIndex(documents) }
      peakMemory = TimeMeasurement.peakMemory
      pages = documents.count
      nearest = CPUClock.measure {
        let vectors = NearestDocuments(documents)
        var scratch = NearestScratch()
        for document in documents.indices { _ = vectors.nearest(to: document, 6, with: &scratch) }
      }
      duplicates = CPUClock.measure { _ = AlikeDocuments(documents) }
    }
  }

  /// libcmark over the Markdown of all pages.
  private struct Baseline {
    var textBytes = 0
    var seconds = 0.0

    init(of path: String) throws(Failure) {
      try TestPage.forEachBatch(of: path) { batch in
        textBytes += batch.reduce(0) { $0 + $1.markdown.count }
        seconds += CPUClock.measure { for page in batch { renderByLibcmark(page.markdown) } }
      }
    }
  }

  private static func queryTimes(
    _ sets: [QuerySet], in index: PublishedIndex, runs: Int
  ) throws(Failure) -> [Double] {
    var times: [Double] = []
    for query in sets.flatMap(\.queries) {
      var engine = try index.freshEngine()
      var own: [Double] = []
      for run in 0...runs {
        let start = CPUClock.seconds
        _ = try index.answer(query.text, limit: 10, with: &engine)
        // The first one loads the files.
        if run > 0 { own.append(CPUClock.seconds - start) }
      }
      times.append(own.median)
    }
    return times
  }

  /// The most memory this process has had, in bytes.
  private static var peakMemory: Int {
    #if os(Linux)
      // The kernel's own record: `ru_maxrss` begins with the memory of the process that started this one.
      var kilobytes = 0
      try? TextFile.forEachLine(of: "/proc/self/status") { line throws(Failure) in
        if line.starts(with: "VmHWM:".utf8) {
          kilobytes = line.reduce(0) { $1 &- 0x30 < 10 ? $0 * 10 + Int($1 - 0x30) : $0 }
        }
      }
      return kilobytes * 1024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}

private func renderByLibcmark(_ text: [UInt8]) {
  text.withUnsafeBytes { buffer in
    let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    let html = cmark_markdown_to_html(start, buffer.count, CMARK_OPT_DEFAULT)
    cmark_get_default_mem_allocator().pointee.free(html)
  }
}
