import SourceText
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whole sites whose output is recorded under Tests/Fixtures/Sites.
///
/// `QUAESTIO_RECORD=1` records what the sites publish now, and fails the run so that somebody reads the difference.
@Suite struct RecordedSiteTests {
  /// A site, how it is built, and which of its pages are recorded; all its names are, and of one its search index.
  struct Case: Sendable, CustomTestStringConvertible {
    let site: FixtureSite
    var includesDrafts = false
    let pages: [String]
    var includesIndex = false

    var testDescription: String { site.name + (includesDrafts ? " with drafts" : "") }
    var folder: String { site.folder + (includesDrafts ? "/expected-drafts" : "/expected") }
  }

  static let cases: [Case] = [
    Case(
      site: FixtureSite("minimal"),
      pages: ["index.html", "questions/why-is-the-sky-blue/index.html", "robots.txt", "search/index.html"]),
    Case(
      site: FixtureSite("bilingual"),
      pages: [
        "questions/信息熵/index.html", "questions/perplexity/index.html", "references/shannon/index.html",
        "tags/信息论/index.html", "index.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt",
        "llms.txt",
        "questions/信息熵/index.md", "questions/perplexity/index.md", "references/shannon/index.md", "index.md",
        "search/index.json",
      ],
      includesIndex: true),
    Case(
      site: FixtureSite("base-path"),
      pages: ["404.html", "questions/second/index.html", "robots.txt", "sitemap.xml", "opensearch.xml"]),
    Case(
      site: FixtureSite("relations"),
      pages: [
        "questions/交叉熵/index.html", "questions/cross-entropy.en/index.html", "questions/困惑度/index.html",
        "questions/困惑度是什么/index.html", "questions/交叉熵/index.md", "faq/单位/index.html",
        "references/coding/index.html", "wanted/index.html", "2023/交叉熵.html", "questions/index.html",
        "tags/信息论/index.html", "about/index.html", "feed.xml", "sitemap.xml",
      ]),
    Case(
      site: FixtureSite("bibliography"),
      pages: [
        "questions/熵从哪里来/index.html", "questions/what-is-attention/index.html", "references/index.html",
        "references/shannon1948/index.html", "references/vaswani2017/index.html",
        "references/zhang2019xishu/index.html", "references/dblp-journals-corr-abs-2001-08361/index.html",
        "references/donoho2006/index.html", "references/openai_tokenizer/index.html",
        "references/openai_tokenizer/index.md", "questions/熵从哪里来/index.md", "sitemap.xml", "feed.xml",
      ]),
    Case(site: FixtureSite("empty"), pages: ["index.html", "questions/index.html"]),
    Case(
      site: FixtureSite("own-theme"),
      pages: [
        "index.html", "questions/index.html", "questions/墨/index.html", "questions/纸/index.html",
        "references/ink/index.html", "references/index.html", "tags/index.html", "tags/书写/index.html",
        "wanted/index.html", "search/index.html", "calculator/index.html", "about/index.html", "404.html",
      ]),
    Case(site: FixtureSite("partial"), pages: ["questions/a/index.html"]),
    Case(site: FixtureSite("drafts"), pages: ["questions/index.html"]),
    Case(site: FixtureSite("drafts"), includesDrafts: true, pages: ["questions/index.html"]),
  ]

  @Test(arguments: cases, PublishingPlace.allCases)
  func aSitePublishesWhatIsRecorded(test: Case, place: PublishingPlace) throws {
    try place.withSite { site in
      try site.install(test.site.sources())
      let report = try site.build { $0.includesDrafts = test.includesDrafts }
      #expect(report.diagnostics.filter { $0.id != .outputNoBaseURL } == [])
      #expect(report.exitCode == 0)
      #expect(report.isPublished)
      let published = try site.publishedBytes()
      let found = RecordedSiteTests.recorded(published, test)
      if RecordedSiteTests.isRecording {
        if place == .memory { try RecordedSiteTests.record(found, in: test.folder) }
        Issue.record("recorded \(test.testDescription); read the difference and run again without recording")
        return
      }
      let expected = try FixtureSite.files(below: test.folder)
      #expect(Set(found.keys) == Set(expected.keys))
      for (path, bytes) in found {
        let isAsRecorded = bytes == expected[path]
        #expect(isAsRecorded, "\(path)\n\(RecordedSiteTests.firstDifference(bytes, expected[path] ?? []))")
      }
    }
  }

  private static var isRecording: Bool { getenv("QUAESTIO_RECORD").map { String(cString: $0) } == "1" }

  /// The names of all published files, and the contents of some, without the names' hashes that a change of the
  /// default theme or of the index format moves.
  private static func recorded(_ published: [String: [UInt8]], _ test: Case) -> [String: [UInt8]] {
    var recorded: [String: [UInt8]] = [:]
    for page in test.pages {
      recorded[page] = published[page].map { Array(withoutHashes(String(decoding: $0, as: UTF8.self)).utf8) }
    }
    let names = published.keys.map(withoutHashes).sorted(by: PathName.precedes)
    recorded["files.txt"] = Array((names.joined(separator: "\n") + "\n").utf8)
    if test.includesIndex { recorded["search.txt"] = Array(index(published).utf8) }
    return recorded
  }

  /// Every file of the search index that `index.json` leads to: its name, which is a digest of its bytes, how many
  /// these are, and what they hold.
  private static func index(_ published: [String: [UInt8]]) -> String {
    let kinds: [Character: String] = [
      "b": "cards of documents", "c": "table of characters", "d": "directory", "e": "directory of documents",
      "o": "overflow", "s": "summaries", "t": "terms", "w": "words backwards",
    ]
    let files = published.filter { $0.key.hasPrefix("search/") && $0.key.hasSuffix(".qix") }
    return files.sorted { PathName.precedes($0.key, $1.key) }.map { path, bytes in
      let name = path.dropFirst("search/".count)
      // Of compressed ones what they hold, which is the same with every zlib.
      let size = IndexFileCoding.content(bytes, limit: 1 << 20).count
      return "\(name) \(size) \(name.first.flatMap { kinds[$0] } ?? "unknown")\n"
    }.joined()
  }

  private static func withoutHashes(_ text: String) -> String {
    let asset =
      #/
      assets\/(calculator|engine|filters|formula(?:-copy)?|icon|inflate|math|paper|passages|preview|search|site|style|theme)
      \.[0-9a-f]{10}\.
      /#
    let indexFile = #/search\/([a-z])-[0-9a-f]{10}\.qix/#
    return text.replacing(asset) { "assets/\($0.1).HASH." }
      .replacing(indexFile) { "search/\($0.1)-HASH.qix" }
  }

  private static func record(_ found: [String: [UInt8]], in folder: String) throws {
    let disk = DiskFileSystem()
    try disk.removeTree(folder)
    for (path, bytes) in found {
      let path = PathName.join(folder, path)
      try disk.makeDirectory(PathName.parent(path))
      try disk.writeAtomically(path, bytes)
    }
  }

  private static func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let (new, old) = (lines(found), lines(expected))
    for index in 0..<max(new.count, old.count) {
      let (left, right) = (index < old.count ? old[index] : "", index < new.count ? new[index] : "")
      if left != right { return "- \(left)\n+ \(right)" }
    }
    return ""
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
