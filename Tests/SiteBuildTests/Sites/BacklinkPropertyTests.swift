import SourceText
import Testing

@testable import SiteBuild

/// What a page is said to be cited by are exactly the pages that link to it, each with the very link it leads to.
@Suite struct BacklinkPropertyTests {
  @Test(arguments: ["bilingual", "awkward", "relations", "bibliography"].map(FixtureSite.init))
  func backlinksAreTheReverseOfLinks(fixture: FixtureSite) throws {
    try expectBacklinks(of: fixture.sources(), atLeast: 1)
  }

  @Test func backlinksOfTheExampleWikiAreTheReverseOfLinks() throws {
    let root = PathName.parent(FixtureSite.testsFolder)
    var sources = ["quaestio.yml": try DiskFileSystem().read(PathName.join(root, "quaestio.yml"))]
    for (path, bytes) in try FixtureSite.files(below: PathName.join(root, "content")) {
      sources["content/" + path] = bytes
    }
    try expectBacklinks(of: sources, atLeast: 50)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func backlinksOfARandomWikiAreTheReverseOfLinks(seed: UInt64) throws {
    try expectBacklinks(of: bytes(of: RandomWiki(seed: seed)), atLeast: 20)
  }

  private func bytes(of wiki: RandomWiki) -> [String: [UInt8]] { wiki.sources.mapValues { Array($0.utf8) } }

  private func expectBacklinks(of sources: [String: [UInt8]], atLeast count: Int) throws {
    let published = try publish(sources)
    #expect(SiteLinks(published).faults == [])
    let backlinks = PublishedBacklinks(published, written: sources)
    #expect(backlinks.faults == [])
    #expect(backlinks.sentences >= count)
    #expect(backlinks.sentences >= backlinks.mentions.count { $0.to != "index.html" })
  }

  /// Publishes a site whose passages may show one another in a circle, and nothing else that is wrong.
  private func publish(
    _ sources: [String: [UInt8]], in order: [String]? = nil, jobs: Int = 2
  ) throws -> [String: [UInt8]] {
    var published: [String: [UInt8]] = [:]
    try PublishingPlace.memory.withSite { site in
      for path in order ?? sources.keys.sorted() { try site.install(path, sources[path] ?? []) }
      let report = try site.build {
        $0.jobs = jobs
        $0.keepsGoing = true
      }
      let ofPassages: [DiagnosticID] = [.embedCircle, .embedLimit]
      #expect(report.diagnostics.filter { $0.severity == .error && !ofPassages.contains($0.id) } == [])
      published = try site.publishedBytes()
    }
    return published
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func aRandomWikiIsTheSameForAnyOrderAndJobs(seed: UInt64) throws {
    let sources = bytes(of: RandomWiki(seed: seed))
    let expected = try publish(sources, jobs: 1)
    #expect(expected.count > 60)
    #expect(try publish(sources, jobs: 4) == expected)
    var random = SplitMix(state: seed)
    for _ in 0..<2 {
      #expect(try publish(sources, in: sources.keys.sorted().shuffled(using: &random), jobs: 4) == expected)
    }
  }
}

/// The reader of backlinks itself finds what it is there to find.
@Suite struct PublishedBacklinksTests {
  private func page(_ title: String, _ prose: String, citedBy cards: String = "") -> [UInt8] {
    let section = "<section class=\"backlinks\"><h2>c</h2><ul class=\"cards\">\(cards)</ul></section>"
    return Array(
      ("<!DOCTYPE html>\n<html><head><title>\(title)</title></head><body><main id=\"main-content\">"
        + "<h1>\(title)</h1><div class=\"prose\">\(prose)</div>\(section)</main></body></html>").utf8)
  }

  private func card(_ url: String, _ mark: String) -> String {
    "<li class=\"card\"><a class=\"card-title\" href=\"\(url)\">B</a>"
      + "<p class=\"card-text\">See <mark>\(mark)</mark>.</p></li>"
  }

  @Test(
    arguments: [
      ("../b/#to:a", "this", []),
      ("../b/#to:a", "that", ["a/index.html: the backlink from b/index.html marks \"that\", not \"this\""]),
      ("../b/", "this", ["a/index.html: the backlink from b/index.html does not lead to its link"]),
      ("../b/#to:x", "this", ["a/index.html: the backlink from b/index.html finds no to:x"]),
      ("../b/#other", "this", ["a/index.html: the backlink from b/index.html leads to another link"]),
      (
        "../c/#to:a", "this",
        [
          "a/index.html: the backlink from c/index.html finds no to:a",
          "a/index.html: no backlink from b/index.html", "a/index.html: c/index.html does not link here",
        ]
      ),
    ])
  func aWrongBacklinkIsFound(url: String, mark: String, faults: [String]) {
    let published = [
      "a/index.html": page("A", "<p>Text.</p>", citedBy: card(url, mark)),
      "a/index.md": [], "b/index.md": [], "c/index.md": [],
      "b/index.html": page(
        "B", "<p><a id=\"to:a\" href=\"../a/\">this</a><i id=\"other\"></i><a href=\"../c/\">c</a></p>"),
      "c/index.html": page("C", "<p>Text.</p>", citedBy: card("../b/", "c")),
    ]
    #expect(PublishedBacklinks(published, written: [:]).faults == faults)
  }

  @Test func passagesOfOtherPagesAreNotThePagesOwnText() {
    let embed = "<div class=\"embed\"><p class=\"embed-source\"><a id=\"to:a\" href=\"../a/\">A</a></p>"
    let published = [
      "a/index.md": [], "b/index.md": [], "c/index.md": [],
      "a/index.html": page("A", "<p>Text.</p>", citedBy: card("../b/#to:a", "A")),
      "b/index.html": page("B", embed + "<p><a href=\"../c/\">c</a></p></div>"),
      "c/index.html": page("C", "<p>Text.</p>"),
    ]
    #expect(PublishedBacklinks(published, written: [:]).faults == [])
  }
}
