import SourceText
import Testing

@testable import SiteBuild

/// Sites whose sources stand in BibTeX files.
@Suite struct BibliographySiteTests {
  private static let library = """
    @article{shannon1948,
      author = {Shannon, Claude E. and others},
      title = {A Mathematical Theory of Communication},
      year = 1948, month = jul,
      abstract = {Entropy is $H$, *not* [[another page]].}
    }
    """

  private func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    let files = [
      "content/questions/entropy.md": "---\nlang: en\n---\n# Entropy\n\nSee Shannon [@shannon1948].\n",
      "content/references/library.bib": Self.library,
    ]
    return try SiteFixture(files.merging(more) { $1 })
  }

  @Test("An entry is cited, listed and shown like any other source")
  func pages() throws {
    let site = try site()
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    #expect(report.references == 1)
    let question = try #require(site.page("questions/entropy/index.html"))
    #expect(question.contains("href=\"../../references/shannon1948/\""))
    #expect(question.contains("Claude E. Shannon et al."))
    let source = try #require(site.page("references/shannon1948/index.html"))
    #expect(source.contains("<time datetime=\"1948-07\">"))
    #expect(source.contains("*not* [[another page]]."))
    #expect(source.contains("See Shannon"), "the citing sentence")
    #expect(site.page("references/index.html")?.contains("A Mathematical Theory of Communication") == true)
  }

  @Test("No part of the site has a day that is not written")
  func noInventedDay() throws {
    let site = try site(["quaestio.yml": "base_url: https://a.example/\n"])
    _ = try site.build()
    for (path, bytes) in try site.published() where !path.hasPrefix("assets/") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("1948-07-"), "\(path)")
    }
  }

  @Test("Files in folders below are read, others are files like any other")
  func places() throws {
    let entry = "@misc{deep, title = {D}}"
    let site = try site([
      "content/references/a/b/more.bib": entry, "content/pages/other.bib": "@misc{other, title = {O}}",
      "content/references/_hidden.bib": "@misc{hidden, title = {H}}",
      "content/pages/files.md": "# Files\n\n[library](../references/library.bib) [other](other.bib)\n",
    ])
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    #expect(report.references == 2)
    #expect(site.page("references/deep/index.html") != nil)
    #expect(
      site.page("references/other/index.html") == nil && site.page("references/hidden/index.html") == nil)
    let links = try #require(site.page("files/index.html"))
    #expect(links.contains("library") && !links.contains("[other]"))
  }

  @Test("A key that no file has is told as ever, with the keys of BibTeX files proposed")
  func unresolved() throws {
    let site = try site(["content/questions/b.md": "# B\n\n[@shanon1948]\n"])
    let report = try site.build()
    #expect(SiteFixture.summary(report) == ["citation.unresolved content/questions/b.md:3:3"])
    let notes = report.diagnostics.filter { $0.id == .citationUnresolved }.flatMap(\.notes).map(\.message)
    #expect(notes.contains { $0.contains("shannon1948") })
  }

  @Test("An address that browsers run is refused at its place in the BibTeX file")
  func unsafeAddress() throws {
    let site = try site([
      "content/references/bad.bib": "@misc{bad, title = {B},\n  url = {javascript:alert(1)}}"
    ])
    #expect(SiteFixture.summary(try site.build()) == ["link.unsafe content/references/bad.bib:2:10"])
  }

  @Test("A check lints no BibTeX file and its fixes change none")
  func check() throws {
    let site = try site(["content/references/l.bib": "@misc{l, title = {困惑度,熵} year = 1948}"])
    let report = try SitePipeline(options: site.options, fileSystem: site.files).check(.apply)
    #expect(report.fixes.isEmpty)
    #expect(
      report.diagnostics.filter { $0.location?.path == "content/references/l.bib" }.map(\.id) == [
        .lintUncitedReference, .bibtexSyntax,
      ])
  }
}
