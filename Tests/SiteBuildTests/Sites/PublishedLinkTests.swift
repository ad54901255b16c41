import SourceText
import Testing

@testable import SiteBuild

/// Every page we publish is well formed, holds no script or style of its own, loads nothing from elsewhere, and
/// every link of it leads to a page, a file or a place that is there.
@Suite struct PublishedLinkTests {
  @Test(
    arguments: [
      "minimal", "bilingual", "empty", "own-theme", "partial", "drafts", "awkward", "relations",
      "bibliography",
    ]
    .map(
      FixtureSite.init))
  func everyLinkLeadsSomewhere(fixture: FixtureSite) throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(fixture.sources())
      _ = try site.build { $0.includesDrafts = true }
      let links = SiteLinks(try site.publishedBytes())
      #expect(links.faults == [])
      #expect(links.followed > 20)
    }
  }

  @Test func everyLinkLeadsSomewhereUnderAPath() throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(FixtureSite("base-path").sources())
      _ = try site.build()
      #expect(SiteLinks(try site.publishedBytes(), basePath: "/team/notes/").faults == [])
    }
  }

  /// The wiki of this repository, the largest site there is here.
  @Test func everyLinkOfTheExampleWikiLeadsSomewhere() throws {
    let root = PathName.parent(FixtureSite.testsFolder)
    try PublishingPlace.memory.withSite { site in
      for folder in ["content", "templates"] {
        for (path, bytes) in try FixtureSite.files(below: PathName.join(root, folder)) {
          try site.install(folder + "/" + path, bytes)
        }
      }
      try site.install("quaestio.yml", try DiskFileSystem().read(PathName.join(root, "quaestio.yml")))
      let report = try site.build { $0.keepsGoing = true }
      #expect(SiteFixture.summary(report) == [])
      #expect(SiteLinks(try site.publishedBytes()).faults == [])
    }
  }

  @Test(arguments: ["bilingual", "base-path", "awkward"].map(FixtureSite.init))
  func feedAndSitemapAreXMLAndNamePagesThatAreThere(fixture: FixtureSite) throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(fixture.sources())
      let base = "https://wiki.example/team/notes/"
      _ = try site.build { $0.baseURL = base }
      let published = try site.publishedBytes()
      let sitemap = MarkupReader(try #require(published["sitemap.xml"]), as: .xml)
      let feed = MarkupReader(try #require(published["feed.xml"]), as: .xml)
      #expect(sitemap.faults == [])
      #expect(feed.faults == [])
      let places = sitemap.elements.filter { $0.name == "loc" }.map(\.text)
      let entries = feed.elements.filter { $0.name == "id" }.map(\.text)
      #expect(Set(places).count == places.count)
      #expect(Set(entries).count == entries.count)
      #expect(!places.isEmpty)
      // A page that holds every address once follows them all.
      let list = (places + entries).map { "<li><a href=\"\($0.dropFirst(base.count - 1))\">x</a></li>" }
      var all = published
      all["list.html"] = Array(
        "<!DOCTYPE html>\n<html><head><title>x</title></head><body><h1>x</h1>\(list.joined())</body></html>"
          .utf8)
      #expect(SiteLinks(all).faults.filter { $0.hasPrefix("list.html") } == [])
      for text in feed.elements.filter({ $0.name == "content" }).map(\.text) {
        let page = MarkupReader(Array("<!DOCTYPE html>\n<div>\(text)</div>".utf8), as: .html)
        #expect(page.faults == [])
      }
    }
  }
}

/// The checker itself finds what it is there to find.
@Suite struct SiteLinksTests {
  @Test(
    arguments: [
      ("<p>a & b</p>", "unknown reference &"), ("<p><b>x</p>", "</p> closes nothing"),
      ("<p>x", "</body> closes nothing"),
      ("<p id=\"a\" id=\"b\"></p>", "id of <p> twice"), ("<p class=a></p>", "class of <p> is not quoted"),
      ("<p id=\"a\"></p><p id=\"a\"></p>", "2 elements have the id a"),
      ("<p style=\"color:red\"></p>", "a style in the page"),
      ("<p onclick=\"f()\"></p>", "a handler in the page"),
      ("<script>f()</script>", "a script in the page"),
      ("<img src=\"https://e.org/a.png\">", "loads https://e.org/a.png"),
      ("<a href=\"javascript:f()\">x</a>", "leads to javascript:f()"),
      ("<a href=\"nowhere/\">x</a>", "nowhere/ leads nowhere"),
      ("<a href=\"#nothing\">x</a>", "#nothing finds no such place"),
      ("<a href=\"../x\">x</a>", "../x leads out of the site"),
      ("<a href=\"熵/\">x</a>", "熵/ is not percent-encoded"),
    ])
  func aFaultIsFound(body: String, fault: String) {
    let page = "<!DOCTYPE html>\n<html><head><title>t</title></head><body><h1>h</h1>\(body)</body></html>"
    let faults = SiteLinks(["index.html": Array(page.utf8)]).faults
    #expect(faults.contains { $0.hasPrefix("index.html: " + fault) }, "\(faults)")
  }

  @Test(
    arguments: [
      ("[a](b/)", "b/ leads nowhere"), ("[a](#x)", "#x finds no such place"), ("[[a]]", "a wiki link"),
      ("[@a]", "cites a"), ("{calc: 1 = 1}", "a calculation"),
      ("![a](javascript:x)", "leads to javascript:x"),
      ("[熵](./#熵)", "./#熵 finds no such place"),
    ])
  func aFaultOfAMirrorIsFound(text: String, fault: String) {
    let page = "<!DOCTYPE html>\n<html><head><title>t</title></head><body><h1>h</h1></body></html>"
    let faults = SiteLinks(["index.html": Array(page.utf8), "index.md": Array(text.utf8)]).faults
    #expect(faults == ["index.md: " + fault])
  }

  @Test func goodPagesHaveNoFaults() {
    let page =
      "<!DOCTYPE html>\n<html><head><title>t</title></head><body><h1 id=\"熵\">h &amp; h</h1><br>"
      + "<a href=\"%E7%86%B5/?q=1#x\">x</a><a href=\"./#%E7%86%B5\">x</a><a href=\"https://e.org\">x</a></body></html>"
    let other = "<!DOCTYPE html>\n<html><head><title>t</title></head><body><h1 id=\"x\">h</h1></body></html>"
    let mirror = "1. <a id=\"r\"></a>[a](#r) [b](./#%E7%86%B5) [c](../index.html) <https://e.org>\n"
    let links = SiteLinks([
      "index.html": Array(page.utf8), "熵/index.html": Array(other.utf8), "熵/index.md": Array(mirror.utf8),
    ])
    #expect(links.faults == ["熵/index.md: ./#%E7%86%B5 finds no such place"])
    #expect(links.followed == 5)
  }
}
