import SourceText
import Testing

@testable import SiteBuild

/// Pages that lead to one another in ways that cannot be: clear messages, an end, and nothing of the text lost.
@Suite struct RelationInputTests {
  /// Builds a site of questions, by slug, and publishes it whatever is wrong.
  private func build(
    _ questions: [String: String], others: [String: String] = [:]
  ) throws -> (report: BuildReport, site: SiteFixture) {
    var sources = ["quaestio.yml": "base_url: https://wiki.example/\n"].merging(others) { $1 }
    for (name, text) in questions { sources["content/questions/\(name).md"] = text }
    var site = try SiteFixture(sources)
    site.options.keepsGoing = true
    return (try site.build(), site)
  }

  private func expectSound(_ site: SiteFixture) throws {
    #expect(SiteLinks(try site.published()).faults == [])
  }

  // MARK: Circles

  @Test(arguments: [
    (1, "The page names itself in"), (2, "2 pages are"), (3, "3 pages are"), (1_000, "1000 pages are"),
  ])
  func aCircleOfDuplicatesIsNamedOnce(length: Int, message: String) throws {
    var pages: [String: String] = [:]
    for page in 0..<length {
      pages["p\(page)"] = "---\nduplicate_of: p\((page + 1) % length)\n---\n# T\(page)\n\nText \(page).\n"
    }
    let (report, site) = try build(pages)
    #expect(report.diagnostics.map(\.id) == [.duplicateInvalid])
    #expect(report.diagnostics[0].message.hasPrefix(message))
    #expect(report.diagnostics[0].location?.position?.line == 2)
    for page in 0..<length {
      #expect(site.page("questions/p\(page)/index.html")?.contains("Text \(page).") == true)
    }
    if length < 10 { try expectSound(site) }
  }

  @Test func aChainOfDuplicatesLeadsToItsEnd() throws {
    var pages = ["p300": "# The original\n\nText.\n", "a": "# A\n\nSee [[p0]].\n"]
    for page in 0..<300 { pages["p\(page)"] = "---\nduplicate_of: p\(page + 1)\n---\n# T\(page)\n" }
    let (report, site) = try build(pages)
    #expect(report.diagnostics == [])
    #expect(site.page("questions/a/index.html")?.contains("href=\"../../questions/p300/\"") == true)
    #expect(site.page("questions/p0/index.html")?.contains("href=\"../../questions/p300/\"") == true)
    #expect(site.page("questions/p300/index.html")?.contains("#to:questions/p300") == true)
  }

  @Test func aDuplicateDoesNotSayThatItHasNoAnswer() throws {
    let (_, site) = try build([
      "open": "# Open\n", "again": "---\nduplicate_of: open\n---\n# Again\n",
    ])
    let label = "这个问题还没有答案。"
    #expect(site.page("questions/open/index.html")?.contains(label) == true)
    #expect(site.page("questions/again/index.html")?.contains(label) == false)
  }

  @Test func aCircleOfTranslationsIsNamedOnce() throws {
    let languages = ["en", "fr", "ja"]
    var pages: [String: String] = [:]
    for page in 0..<3 {
      pages["p\(page)"] =
        "---\ntranslation_of: p\((page + 1) % 3)\nlang: \(languages[page])\n---\n# T\(page)\n\nText \(page).\n"
    }
    let (report, site) = try build(pages)
    #expect(SiteFixture.summary(report) == ["translation.invalid content/questions/p0.md:2:17"])
    for page in 0..<3 {
      #expect(site.page("questions/p\(page)/index.html")?.contains("Text \(page).") == true)
    }
    try expectSound(site)
  }

  @Test func aliasesThatNameEachOtherLeadNowhereElse() throws {
    let (report, site) = try build([
      "a": "---\naliases: [a, b, A]\n---\n# A\n\nText a, [[b]].\n",
      "b": "---\naliases: [a, b]\n---\n# B\n\nText b, [[a]].\n",
    ])
    #expect(
      SiteFixture.summary(report) == [
        "alias.address content/questions/a.md:2:14", "alias.address content/questions/b.md:2:11",
      ])
    #expect(site.page("questions/a/index.html")?.contains("Text a, <a href=\"../../questions/b/\"") == true)
    #expect(site.page("questions/b/index.html")?.contains("Text b, <a href=\"../../questions/a/\"") == true)
    try expectSound(site)
  }

  @Test func aPageThatSpeaksOfItselfIsNotCitedByItself() throws {
    let (report, site) = try build([
      "a":
        "---\nrelated: [a]\n---\n# A\n\n[[a]], [x](a.md), [[#s]], [[a#s]] and \\eqref{eq:x}.\n\n$$x \\label{eq:x}$$\n\n### s\n"
    ])
    #expect(report.diagnostics == [])
    #expect(site.page("questions/a/index.html")?.contains("class=\"backlinks\"") == false)
    try expectSound(site)
  }

  // MARK: Passages in place

  @Test func aThousandPagesThatShowEachOtherInARingAreNamedOnceAndEnd() throws {
    var pages: [String: String] = [:]
    for page in 0..<1_000 {
      pages["p\(page)"] = "# T\(page)\n\nText \(page).\n\n![[p\((page + 1) % 1_000)]]\n"
    }
    let (report, site) = try build(pages)
    #expect(report.diagnostics.count { $0.id == .embedCircle } == 1)
    #expect(report.diagnostics.allSatisfy { [.embedCircle, .embedLimit].contains($0.id) })
    for page in 0..<1_000 {
      let html = try #require(site.page("questions/p\(page)/index.html"))
      #expect(html.contains("Text \(page)."))
      #expect(html.contains("href=\"../../questions/p\((page + 1) % 1_000)/\""))
      #expect(html.utf8.count < 20_000)
    }
  }

  @Test func passagesThatShowManyOthersDoNotGrowWithoutEnd() throws {
    var pages = ["a": "# A\n\nOwn text.\n\n" + (0..<200).map { "![[b\($0)]]\n\n" }.joined()]
    let inner = (0..<200).map { "![[c\($0)]]\n\n" }.joined()
    for page in 0..<200 {
      pages["b\(page)"] = "# B\(page)\n\nText b\(page).\n\n" + inner
      pages["c\(page)"] = "# C\(page)\n\nText c\(page).\n"
    }
    let (report, site) = try build(pages)
    #expect(Set(report.diagnostics.map(\.id)) == [.embedLimit])
    let html = try #require(site.page("questions/a/index.html"))
    #expect(html.contains("Own text."))
    #expect(html.utf8.count < 200_000)
    // What is not shown in place is a link.
    for page in 0..<200 { #expect(html.contains("href=\"../../questions/b\(page)/\"")) }
  }

  // MARK: Many of a kind

  @Test func aThousandLinksToAMissingPageAreOneMessageAndOneWantedPage() throws {
    var pages: [String: String] = [:]
    for page in 0..<500 { pages["p\(page)"] = "# T\(page)\n\nSee [[Nobody]], again [[nobody|here]].\n" }
    let (report, site) = try build(pages)
    #expect(report.diagnostics.count == 1_000)
    let told = String(decoding: DiagnosticReporter(format: .text).report(report.diagnostics), as: UTF8.self)
    #expect(told.ranges(of: "warning[").count == 2, "one for each spelling")
    #expect(told.contains("No page is called \"Nobody\" yet."))
    #expect(told.contains("and 495 more"))
    let wanted = try #require(site.page("wanted/index.html"))
    #expect(wanted.ranges(of: "id=\"page:nobody\"").count == 1)
    #expect(wanted.ranges(of: "<li class=\"card\">").count == 10)
    #expect(wanted.contains("490"))
    try expectSound(site)
  }

  @Test func aThousandLinksToAMissingFileAreOneMessage() throws {
    let text = String(repeating: "See [it](missing.md).\n\n", count: 1_000)
    let (report, _) = try build(["a": "# A\n\n" + text])
    let told = String(decoding: DiagnosticReporter(format: .text).report(report.diagnostics), as: UTF8.self)
    #expect(told.ranges(of: "error[link.unresolved]").count == 1)
    #expect(told.contains("and 995 more"))
  }

  @Test func tenThousandAliasesAllLeadOn() throws {
    let names = (0..<10_000).map { String($0, radix: 36) }
    let aliases = names.map { "z\($0)" }.joined(separator: ",")
    let (report, site) = try build(["a": "---\naliases: [\(aliases)]\n---\n# A\n\nText, [[z7pr]].\n"])
    #expect(report.diagnostics == [])
    for name in names {
      #expect(site.page("questions/z\(name)/index.html")?.contains("../../questions/a/") == true)
    }
  }

  @Test func frontMatterThatIsTooLongIsToldWithItsLimitAndThePageKeepsItsText() throws {
    let tags = (0..<10_000).map { "标签\($0)" }.joined(separator: ", ")
    let (report, site) = try build(["a": "---\ntags: [\(tags)]\n---\n# A\n\nText.\n"])
    #expect(SiteFixture.summary(report) == ["front-matter.limit content/questions/a.md:2:1"])
    #expect(report.diagnostics[0].message.contains("65536"))
    #expect(site.page("questions/a/index.html")?.contains("Text.") == true)
  }

  @Test func twoThousandTagsOfOnePageHaveTheirPages() throws {
    let names = (0..<2_000).map { "t\($0)" }
    let (report, site) = try build(["a": "---\ntags: [\(names.joined(separator: ", "))]\n---\n# A\n\nText.\n"]
    )
    #expect(report.diagnostics == [])
    for name in names {
      #expect(site.page("tags/\(name)/index.html")?.contains("../../questions/a/") == true)
    }
  }

  // MARK: Sources and dates

  @Test func sourcesWithoutTitleOrAddressAreFine() throws {
    let (report, site) = try build(
      ["a": "# A\n\nBy [@bare], [@text] and [@named].\n"],
      others: [
        "content/references/bare.md": "", "content/references/text.md": "Only an excerpt.\n",
        "content/references/named.md": "---\nauthor: Ada Fontaine\n---\n",
      ])
    #expect(report.diagnostics == [])
    let page = try #require(site.page("questions/a/index.html"))
    for text in [">bare</a>", ">text</a>", ">named</a>", "Only an excerpt.", "Ada Fontaine"] {
      #expect(page.contains(text), "\(text)")
    }
    try expectSound(site)
  }

  @Test(
    arguments: [
      "05-03-2024", "2024年5月3日", "May 3, 2024", "2024-13-01", "2024-02-30", "yesterday", "20240503",
      "2024-05", "-1",
      "３", "2024-05-03T25:00:00Z", "[2024-05-03]", "0000-00-00",
    ])
  func aDateInAnOddFormIsToldTheFormsThatAreRead(date: String) throws {
    let (report, site) = try build(["a": "---\ndate: \(date)\n---\n# A\n\nText.\n"])
    #expect(report.diagnostics.map(\.id) == [.frontMatterValue])
    #expect(report.diagnostics[0].location?.position?.line == 2)
    #expect(report.diagnostics[0].message.contains("2024-09-07"), "\(report.diagnostics[0].message)")
    #expect(site.page("questions/a/index.html")?.contains("Text.") == true)
  }

  @Test(arguments: ["2024-05-03", "2024/05/03", "2024-5-3", "2024-05-03 10:00", "2024-05-03T10:00:00+08:00"])
  func aDateInACommonFormIsRead(date: String) throws {
    let (report, site) = try build(["a": "---\ndate: \(date)\n---\n# A\n\nText.\n"])
    #expect(report.diagnostics == [])
    #expect(site.page("questions/a/index.html")?.contains("datetime=\"2024-05-03") == true)
  }
}
