import SourceText
import Testing

@testable import SiteBuild

/// Links to places that pages show otherwise than they are written, or not at all, still lead somewhere.
@Suite struct LinkedPlaceTests {
  private func page(_ path: String, of sources: [String: String]) throws -> String {
    let site = try SiteFixture(sources.merging(["quaestio.yml": "base_url: https://wiki.example/\n"]) { $1 })
    #expect(try site.build().diagnostics.filter { $0.severity == .error } == [])
    #expect(SiteLinks(try site.published()).faults == [])
    return try #require(site.page(path))
  }

  @Test(
    arguments: [
      ("[[a#A title]]", "../../questions/a/"), ("[[a#Details]]", "../../questions/a/#details"),
      ("[[a#Answer]]", "../../questions/a/#answer"), ("[[a#In it]]", "../../questions/a/#in-it"),
      ("[[a#empty]]", "../../questions/a/"), ("[[a#参考资料]]", "../../questions/a/#references"),
      ("[[a#Books]]", "../../questions/a/#books"), ("[[r#The source]]", "../../references/r/"),
      ("[[p#Page]]", "../../p/"), ("[[p#Part]]", "../../p/#part"), ("[[p#Sources]]", "../../p/#references"),
      ("[[p#Ref 1]]", "../../p/#ref-1-1"), ("[[f#References]]", "../../faq/f/#references"),
      ("[[f#One?]]", "../../faq/f/#one"), ("[[f#F]]", "../../faq/f/"), ("[[#B]]", "../../questions/b/"),
    ])
  func aLinkLeadsToThePlaceOrItsPage(link: String, address: String) throws {
    let html = try page(
      "questions/b/index.html",
      of: [
        "content/questions/b.md": "# B\n\nSee \(link).\n",
        "content/questions/a.md":
          "# A title\n\n#### Details\n\nText.\n\n## Answer\n\n### In it\n\nText.\n\n## Answer {#empty}\n\n## 参考资料\n\n1. One\n\n### Books\n\n2. Two\n",
        "content/references/r.md": "# The source\n\nText.\n\n# Part\n\nText.\n",
        "content/pages/p.md": "# Page\n\n## Part\n\nText.\n\n## Ref 1\n\nText.\n\n## Sources\n\n1. One\n",
        "content/faq/f.md": "# F\n\n## One?\n\nText.\n\n## References\n\n1. One\n",
      ])
    #expect(html.contains("See <a href=\"\(address)\""))
  }

  @Test("A number that cites an item of its own page's list leads there from a page that shows the passage")
  func anItemOfAnotherPagesList() throws {
    let sources = [
      "content/questions/a.md":
        "# A\n\n## Answer\n\nIt is so [2], and so [1, 2].\n\n## References\n\n1. One\n2. Two\n",
      "content/questions/b.md": "# B\n\n![[a#Answer]]\n\nOr so [1].\n\n## References\n\n1. Another\n",
    ]
    let html = try page("questions/b/index.html", of: sources)
    #expect(html.contains(##"so<sup class="cite">[<a href="../../questions/a/#ref-2">2</a>]</sup>"##))
    #expect(html.contains(##"Or so<sup class="cite">[<a id="cite-1-1" href="#ref-1">1</a>]</sup>"##))
    let feed = try page("feed.json", of: sources)
    #expect(!feed.contains("#ref-"))
  }

  @Test("A link whose text is a title of another language says which, and which way it runs")
  func aTitleInALinkIsInItsLanguage() throws {
    let sources = [
      "content/questions/en.md": "---\ntitle: What?\nlang: en\n---\nSee [[zh]], [[zh|my words]], [[ar]].\n",
      "content/questions/zh.md": "---\ntitle: 什么\n---\n见[[en]]、[[ar]]、[[other]]、[@eq:x]。\n",
      "content/questions/other.md": "---\ntitle: 另一页\nlang: zh-CN\n---\n见[[zh]]。\n",
      "content/questions/ar.md": "---\ntitle: ما\nlang: ar\n---\n[[zh]] [[ar]].\n",
      "content/questions/equation.md":
        "---\ntitle: Equation\nlang: en\n---\n$$x \\label{eq:x}$$\n",
    ]
    let english = try page("questions/en/index.html", of: sources)
    #expect(english.contains(" lang=\"zh-Hans\">什么</a>"))
    #expect(english.contains("\">my words</a>") && !english.contains("lang=\"zh-Hans\">my words"))
    #expect(english.contains(" lang=\"ar\" dir=\"rtl\">ما</a>"))
    let chinese = try page("questions/zh/index.html", of: sources)
    #expect(chinese.contains(" lang=\"en\">What?</a>"))
    #expect(chinese.contains(" lang=\"en\">Equation, (1)</a>"))
    #expect(chinese.contains("\">另一页</a>") && !chinese.contains("lang=\"zh-CN\">另一页"))
    #expect(try page("questions/ar/index.html", of: sources).contains(" lang=\"zh-Hans\" dir=\"ltr\">什么</a>"))
  }

  @Test("Sources are listed by their titles")
  func sourcesByTitle() throws {
    let html = try page(
      "references/index.html",
      of: [
        "content/references/a.md": "# Zeta\n\nText.\n", "content/references/b.md": "# 熵\n\nText.\n",
        "content/references/c.md": "# alpha\n\nText.\n", "content/references/d.md": "# Beta\n\nText.\n",
      ])
    let places = try ["alpha", "Beta", "Zeta", "熵"].map {
      try #require(html.firstRange(of: "\">\($0)</a>")?.lowerBound)
    }
    #expect(places == places.sorted())
  }

  @Test(
    "A link to its own page is called as the page is, also where the page shows itself",
    arguments: [
      "See [[self]] now.", "See [[自己]] now.", "![[self#^here]]\n\nSee [[自己]]. ^here",
    ])
  func aLinkToItsOwnPageHasText(text: String) throws {
    let sources = ["content/questions/self.md": "---\ntitle: 自己\n---\n\(text)\n"]
    let html = try page("questions/self/index.html", of: sources)
    #expect(html.contains(">自己</a>"))
    let own = ["<a href=\"../../questions/self/\"></a>", "<a href=\"#%5Ehere\"></a>"]
    #expect(own.filter { html.contains($0) } == [])
    #expect(try page("questions/self/index.md", of: sources).contains("[自己]("))
  }

  @Test("Embeds on lines of their own are shown in place, also several in one paragraph")
  func embedsOnAdjacentLinesAreShown() throws {
    let sources = [
      "content/questions/a.md": "# A\n\n![[b]]\n![[c#^here]]\n\nSee ![[c]].\n",
      "content/questions/b.md": "# B\n\nOf b.\n", "content/questions/c.md": "# C\n\nOf c. ^here\n\nMore.\n",
    ]
    let html = try page("questions/a/index.html", of: sources)
    #expect(html.ranges(of: "<div class=\"embed\">").count == 2)
    #expect(html.contains("<p>Of b.</p>") && html.contains("<p>Of c.</p>") && !html.contains("More."))
    #expect(html.contains("<p>See <a href=\"../../questions/c/\">C</a>.</p>"))
  }

  @Test func anExcerptThatIsTheTitleIsThePageOfTheSource() throws {
    let html = try page(
      "questions/a/index.html",
      of: [
        "content/questions/a.md": "# A\n\nBy [@r#the-source].\n",
        "content/references/r.md": "# The source\n\nText.\n",
      ])
    #expect(html.contains("<a href=\"../../references/r/\">The source</a>"))
  }

  /// What is not shown speaks of nothing: no sentence leads to it, no source is listed for it.
  @Test func aFootnoteNobodyRefersToCitesNothing() throws {
    let sources = [
      "content/questions/a.md": "# A\n\nText.\n\n[^n]: See [[b]], [[Nobody]] and [@r].\n",
      "content/questions/b.md": "# B\n\nText.\n", "content/references/r.md": "# R\n\nText.\n",
    ]
    #expect(try page("questions/b/index.html", of: sources).contains("class=\"backlinks\"") == false)
    #expect(try page("questions/a/index.html", of: sources).contains("class=\"references\"") == false)
    #expect(try page("references/r/index.html", of: sources).contains("<li class=\"card\">") == false)
    #expect(try page("wanted/index.html", of: sources).contains("Nobody") == false)
  }

  /// Passages of one page, shown beside and within one another, keep their footnotes apart, and lead back to marks
  /// that are shown.
  @Test(
    arguments: [
      "![[b]]\n\n![[b#s]]", "By [@r#one] and [@r#two].", "![[r#two]]\n\nBy [@r#one].",
      "![[b#s]]\n\n> ![[b]]\n\n![[c]]",
    ])
  func footnotesOfPassagesLeadToTheirMarks(text: String) throws {
    let html = try page(
      "questions/a/index.html",
      of: [
        "content/questions/a.md": "# A\n\n\(text)\n",
        "content/questions/b.md": "# B\n\nText[^1].\n\n![[c]]\n\n### s\n\nText[^1].\n\n[^1]: Note of b.\n",
        "content/questions/c.md": "# C\n\nText[^1].\n\n[^1]: Note of c.\n",
        "content/references/r.md": "# R\n\n## One\n\nText[^1].\n\n## Two\n\nText[^1].\n\n[^1]: Note of r.\n",
      ])
    #expect(html.contains("Note of"))
  }

  /// A name that no folder can have does not keep a site from being published.
  @Test(arguments: [".", "..", "./", "../", "。.", "‮.."])
  func aNameOfDotsHasAnAddressOfItsOwn(name: String) throws {
    let html = try page(
      "questions/a/index.html",
      of: [
        "content/questions/a.md":
          "---\ntitle: A\naliases: ['\(name)']\ntags: ['\(name)']\n---\nText, [[\(name)]].\n",
        "content/faq/f.md": "# F\n\n## \(name)\n\nText.\n",
      ])
    #expect(html.contains("Text, <a href"))
  }
}
