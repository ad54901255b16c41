import SourceText
import Testing

@testable import SiteBuild

/// Headings, labels and links that are called as parts of pages are: ids stay unique, and links find them.
@Suite struct PageIDTests {
  /// Every sort of id that a page uses itself, or that one place of it may take from another.
  static let hostileNames = [
    "main-content", "references", "ref-1", "cite-1-1", "fn-1", "fnref-1", "fnref-1-2", "fn-1:r", "fn-1:b:1",
    "to:questions/b", "to:a", "quaestio:options", "answer", "answer-1", "b",
  ]

  /// Places that an author can name.
  static let places = [
    "### Heading {#NAME}", "$$x$$ {#NAME}", "$$x \\label{NAME}$$", "[x](https://example.org){#NAME}",
    "![x](x.png){#NAME}", "[broken](nowhere.md){#NAME}",
    "$$\\begin{align} a \\label{first} \\\\ \\nosuch b \\label{NAME}\\end{align}$$",
  ]

  /// Headings that are called as parts of pages are.
  static let headings = [
    "### Main content", "### Ref 1", "### Cite 1 1", "#### Answer", "#### References", "### fn 1",
    "### fnref 1",
  ]

  @Test(arguments: [headings] + hostileNames.map { name in places.map { $0.replacing("NAME", with: name) } })
  func noPlaceTakesTheIDOfAnotherPart(markup: [String]) throws {
    var site = try PageIDTests.site(markup)
    site.options.keepsGoing = true
    _ = try site.build()
    #expect(SiteLinks(try site.published()).faults.filter { !$0.contains("nowhere") } == [])
  }

  /// A question, a page and a source with each of some places, one question that leads to all.
  static func site(_ markup: [String], links: String = "") throws -> SiteFixture {
    var files = [
      "quaestio.yml": "base_url: https://wiki.example/\n",
      "content/questions/b.md": "# B\n\nText[^1], text[^1].\n\n\(links)\n\n[^1]: Of b.\n",
      "content/references/r.md": "Text[^1].\n\n[^1]: Of r.\n",
    ]
    for folder in ["questions", "pages", "references"] { files["content/\(folder)/x.png"] = "x" }
    for (number, place) in markup.enumerated() {
      let text = "# A\n\n\(place)\n\nSee [[b]] by [@r] with a note[^1], twice[^1].\n\n![[b]]\n\n[^1]: Note.\n"
      files["content/questions/a\(number).md"] = text
      files["content/pages/p\(number).md"] = text
      files["content/references/r\(number).md"] = "\(place)\n\nText[^1].\n\n[^1]: Of r.\n"
    }
    return try SiteFixture(files)
  }

  /// A link to what an author has named leads to it, whatever the page calls it.
  @Test(arguments: hostileNames)
  func aLinkToAnIDFindsIt(name: String) throws {
    // What stands in braces holds no slash.
    let places = PageIDTests.places.filter { !name.contains("/") || $0.contains("label") }
    let links = places.indices.map { "[[questions/a\($0)#\(name)|to\($0)]]" }.joined(separator: " ")
    var site = try PageIDTests.site(places.map { $0.replacing("NAME", with: name) }, links: links)
    site.options.keepsGoing = true
    let report = try site.build()
    #expect(!report.diagnostics.contains { $0.id == .linkFragment })
    let page = MarkupReader(Array((site.page("questions/b/index.html") ?? "").utf8), as: .html)
    for number in places.indices {
      let link = try #require(page.elements.first { $0.name == "a" && $0.content == "to\(number)" })
      let address = try #require(link.attributes["href"])
      #expect(address.contains("/a\(number)/#"), "\(places[number]): \(address)")
      let fragment = SiteLinks.decoded(address.split(separator: "#").last ?? "") ?? ""
      let target = MarkupReader(Array((site.page("questions/a\(number)/index.html") ?? "").utf8), as: .html)
      let found = target.elements.filter { $0.attributes["id"] == fragment }
      // It is the author's place, not the part of the page with that id.
      let kinds = ["h3", "mtr", "a", "img", "code", "span"]
      #expect(found.count == 1 && kinds.contains(found.first?.name ?? ""), "\(places[number]): \(address)")
    }
  }

  /// What is reported is what an author has to mend: names written by hand, not the text of headings.
  @Test func namesWrittenByHandAreReported() throws {
    let places = PageIDTests.places.prefix(5).map { $0.replacing("NAME", with: "ref-1") }
    let written = try PageIDTests.site(places).build().diagnostics.filter { $0.message.contains("\"ref-1\"") }
    #expect(
      written.filter { $0.location?.path.contains("questions/a") == true }.map(\.id)
        == [
          .headingDuplicateID, .mathLabelDuplicate, .mathLabelDuplicate, .linkDuplicateID, .linkDuplicateID,
        ])
    let report = try PageIDTests.site(PageIDTests.headings).build()
    #expect(report.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  /// Pages of parts put together at random, with names that clash: ids are unique and every link leads somewhere.
  @Test(arguments: 0..<16)
  func generatedPagesHaveUniqueIDs(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 7_919 &+ 1)
    var files = ["quaestio.yml": "base_url: https://wiki.example/\n", "content/questions/x.png": "x"]
    for name in ["a", "b", "1", "a-1", "2"] {
      files["content/questions/\(name).md"] = HostilePage.text(&random, title: name)
      files["content/pages/\(name)-page.md"] = HostilePage.text(&random, title: name)
    }
    for name in ["r", "s", "1"] {
      files["content/references/\(name).md"] = HostilePage.text(&random, title: name)
    }
    files["content/faq/f.md"] = HostilePage.text(&random, title: "F")
    files["content/pages/index.md"] = HostilePage.text(&random, title: "Home")
    var site = try SiteFixture(files)
    site.options.keepsGoing = true
    _ = try site.build()
    let links = SiteLinks(try site.published())
    #expect(links.faults == [], "seed \(seed)")
    #expect(links.followed > 200)
  }
}

/// Makes pages that use every kind of place, under names that clash with those of the page itself.
private enum HostilePage {
  static func text(_ random: inout SplitMix, title: String) -> String {
    var blocks = ["# \(title)" + (Bool.random(using: &random) ? " [x](https://e.org){#in-title}" : "")]
    for _ in 0..<Int.random(in: 2...6, using: &random) { blocks.append(block(&random)) }
    if Bool.random(using: &random) { blocks.append("## [Answer](a.md)\n\n" + block(&random)) }
    if Bool.random(using: &random) {
      blocks.append("## References\n\n" + list(&random))
      if Int.random(in: 0..<3, using: &random) == 0 { blocks.append("## Sources\n\n" + list(&random)) }
    }
    return blocks.joined(separator: "\n\n") + "\n\n[^1]: Note by [@s] and [[b]].\n\n[^n]: Other[^1].\n"
  }

  private static func name(_ random: inout SplitMix) -> String {
    PageIDTests.hostileNames.randomElement(using: &random) ?? "b"
  }

  private static func page(_ random: inout SplitMix) -> String {
    ["a", "b", "questions/1", "a-1", "questions/2", "a-page", "r", "f"].randomElement(using: &random) ?? "a"
  }

  private static func block(_ random: inout SplitMix) -> String {
    let name = name(&random)
    let page = page(&random)
    return switch Int.random(in: 0..<14, using: &random) {
    case 0: "### Part {#\(name)}\n\nText of [[\(page)]] ^b\(Int.random(in: 0..<3, using: &random))"
    case 1: "### \(name.replacing(["-", ":"], with: " "))\n\nSee [@r] and [@s]."
    case 2: "$$x \\label{\(name)}$$\n\nBy \\eqref{\(name)}."
    case 3: "$$y$$ {#\(name)}"
    case 4: "[x](https://example.org){#\(name)} and [[\(page)#\(name)]]"
    case 5: "![x](x.png){#\(name)} in [![x](x.png){#\(name)}](https://example.org)"
    case 6: "![[\(page)]]"
    case 7: "A note[^1], another[^n], the same[^1]."
    case 8: "> #### Answer\n>\n> Cited [@r; @s] [@1]."
    case 9: "#### References\n\n- item [[\(page)]] ^b\(Int.random(in: 0..<3, using: &random))"
    case 10: "| a | b |\n|---|---|\n| [[\(page)]] | [@r][^n] |"
    case 11: "See [there](#\(name)) or [[#\(name)]]."
    case 12: "#### Answer"
    default: "![[\(page)#\(name)]]"
    }
  }

  private static func list(_ random: inout SplitMix) -> String {
    let items = [
      "1. [@r] says [[b]] by [@s].\n2. {#i} A source of [[a]][^1].", "### Books {#\(name(&random))}",
      "1. A book with [@1].\n\n   It says so. ^b1", "- [@r] again, by [@s] and [[a-1]].",
      "#### See [[b]] and [@s]", "A paragraph with [x](https://e.org){#\(name(&random))}.",
    ]
    return items.shuffled(using: &random).prefix(4).joined(separator: "\n\n")
  }
}

/// A name that is that of a file in the same folder does not keep a site from being published.
@Suite struct IndexNameTests {
  @Test(arguments: ["aliases: [index.html]", "tags: [index.html]", "slug: index.html"])
  func aPageIsNotTheFileOfItsFolder(line: String) throws {
    let site = try SiteFixture(["content/questions/a.md": "---\n\(line)\n---\n# A\n\nText.\n"])
    _ = try site.build()
  }
}
