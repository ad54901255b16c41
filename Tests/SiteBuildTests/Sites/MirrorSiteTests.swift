import Markdown
import SourceText
import Testing

@testable import SiteBuild

/// The Markdown beside each page.
@Suite struct MirrorSiteTests {
  private static let wiki: [String: String] = [
    "quaestio.yml": "title: 小站\nlanguage: zh-Hans\n",
    "content/questions/熵.md": #"""
    ---
    title: 什么是 $H(X)$？
    date: 2024-09-07
    updated: 2025-02-18
    tags: [信息论]
    authors: [甲, 乙]
    provenance: ai
    generator: 样例
    ---
    细节。%%不发布%%

    ## 答案 {author="丙" accepted}
    # 公式
    熵 [@shannon, §6; @twain] 见 [[perplexity]]、[[perplexity|困惑度]]、[数](perplexity.md#numbers)、[[#eq:h]]。
    又 [@shannon]，{calc: 2^4.7 = 25.99}，[[没写]]，![图](a.png "T")，![远](https://e.org/a.png)，![[a.png|300]]。

    $$H \label{eq:h}$$

    由 [@eq:h]。

    ## 答案
    - 二

    ## 参考资料
    1. {#own} 自己的[来源](https://e.org/)。
    2. [@twain] 摘。

       又一段。
    """#,
    "content/questions/a.png": "not really",
    "content/questions/perplexity.md": "---\nlang: en\n---\n# Perplexity\n\n## Numbers\n\nSee [[熵#eq:h]].\n",
    "content/references/shannon.md":
      "---\ntitle: A *Theory*\nauthors: [C. E. Shannon]\nsite: BSTJ\ndate: 1948-07-01\nurl: https://e.org/s\n"
      + "archived: https://e.org/old\naccessed: 2025-01-01\n---\nDefines $H$[^1], see [[#p]] and [[熵]].\n\n"
      + "## P\n\n- x\n\n[^1]: Note.\n",
    "content/references/twain.md": "# Twain\n",
    "content/pages/about.md": "---\nupdated: 2025-03-01\n---\n# About\n\n- Text [@shannon].\n",
    "content/pages/index.md": "# 欢迎\n\n从[[熵]]和[@twain]开始。\n",
    "content/faq/f.md": "# FAQ\n\n## Why?\n\nBecause.\n",
  ]

  private func build() throws -> SiteFixture {
    let site = try SiteFixture(Self.wiki)
    #expect(SiteFixture.summary(try site.build()).allSatisfy { $0.hasPrefix("link.wanted") })
    return site
  }

  private func mirror(_ path: String) throws -> String { try #require(try build().page(path + "index.md")) }

  @Test("Every page has a mirror but those that only send readers on")
  func everyPage() throws {
    var wiki = Self.wiki
    wiki["content/questions/old.md"] = "---\naliases: [older]\nduplicate_of: perplexity\n---\n# Old\n"
    let site = try SiteFixture(wiki)
    _ = try site.build()
    let pages = try site.published().keys.filter { $0.hasSuffix("index.html") }.sorted()
    #expect(pages.count > 12)
    let without = pages.filter { site.page($0.dropLast("html".count) + "md") == nil }
    #expect(without == ["questions/older/index.html"])
  }

  @Test("A list names its pages, and leads to its other pages")
  func lists() throws {
    #expect(
      try mirror("tags/信息论/").hasPrefix(
        """
        # 信息论

        - [什么是 $H(X)$？](../../questions/%E7%86%B5/index.md) · 2025-02-18 · 熵
        """))
    #expect(try mirror("tags/") == "# 标签\n\n- [信息论](../tags/%E4%BF%A1%E6%81%AF%E8%AE%BA/index.md) · 1\n")
    #expect(try mirror("wanted/").contains("\n## 没写\n\n- [什么是 $H(X)$？](../questions/%E7%86%B5/index.md)"))
    #expect(try mirror("calculator/").contains("\n| 31.1 | 4.9588 | 3.4372 | 1.4928 |\n"))
    var wiki = ["quaestio.yml": "title: W\nlanguage: en\n"]
    for number in 1...60 {
      wiki["content/questions/q\(number).md"] = "# Question \(number)\n\n## Answer\n\nYes.\n"
    }
    let site = try SiteFixture(wiki)
    _ = try site.build()
    let first = try #require(site.page("questions/index.md"))
    #expect(
      first.hasSuffix("\n\nPage 1 of 2\n\n- [Next page](../questions/page/2/index.md)\n"),
      "\(first.suffix(80))")
    let second = try #require(site.page("questions/page/2/index.md"))
    #expect(second.hasSuffix("\n- [Previous page](../../../questions/index.md)\n"), "\(second.suffix(80))")
    #expect(
      try #require(site.page("index.md")).hasPrefix("# W\n\n- [Questions](./questions/index.md)\n\n## "))
  }

  @Test("Formulas of a mirror are defined in it, where site or page defines them")
  func macros() throws {
    let site = try SiteFixture([
      "quaestio.yml":
        "math:\n  macros: {KL: 'D\\mathopen{}(#1 \\| #2)', ex: 'y', ent: 'S', unused: 'x'}\n",
      "content/questions/a.md":
        "---\ntitle: A\nmacros: {ent: 'H(#1)', twice: '\\ent{#1}\\ent{#1}'}\n---\n$\\KL{P}{Q}$ $\\twice{P}$ $\\exists$\n",
      "content/questions/b.md": "# B\n\n$x$\n",
    ])
    #expect(SiteFixture.summary(try site.build()) == [])
    #expect(
      try #require(site.page("questions/a/index.md")).hasPrefix(
        #"""
        # A

        $$
        \newcommand{\KL}[2]{D\mathopen{}(#1 \| #2)}
        \newcommand{\ent}[1]{H(#1)}
        \newcommand{\twice}[1]{\ent{#1}\ent{#1}}
        $$

        """#))
    #expect(try #require(site.page("questions/b/index.md")).contains("newcommand") == false)
  }

  @Test func aQuestionSaysWhatItsPageSays() throws {
    #expect(
      try mirror("questions/熵/")
        == #"""
        # 什么是 $H(X)$？

        - 发布：2024-09-07
        - 更新：2025-02-18
        - 作者：甲、乙
        - 标签：[信息论](../../tags/%E4%BF%A1%E6%81%AF%E8%AE%BA/index.md)

        细节。

        ## 答案 1

        - 已采纳
        - 作者：丙

        > 本答案由人工智能（样例）生成，内容可能有误，请核实后使用。

        ### 公式

        熵 [[3](#ref-3), §6, [2](#ref-2)] 见 [Perplexity](../../questions/perplexity/index.md)、[困惑度](../../questions/perplexity/index.md)、[数](../../questions/perplexity/#numbers)、[(1)](../../questions/%E7%86%B5/#eq:h)。又 [[3](#ref-3)]，25.99，没写，![图](../../assets/a.HASH.png "T")，[远](https://e.org/a.png)，![a.png](../../assets/a.HASH.png)。

        $$H \label{eq:h}$$ (1)

        由 [(1)](../../questions/%E7%86%B5/#eq:h)。

        ## 答案 2

        > 本答案由人工智能（样例）生成，内容可能有误，请核实后使用。

        - 二

        ## 参考来源

        1. <a id="ref-1"></a>自己的[来源](https://e.org/)。

        2. <a id="ref-2"></a>[Twain](../../references/twain/index.md)

           摘。

           又一段。

        3. <a id="ref-3"></a>[A *Theory*](../../references/shannon/index.md) · C. E. Shannon · BSTJ · 1948-07-01 · <https://e.org/s>

           > Defines $H$[^shannon-1], see [P](../../references/shannon/#p) and [什么是 $H(X)$？](../../questions/%E7%86%B5/index.md).
           >
           > #### P
           >
           > - x
           >
           > [^shannon-1]: Note.

        """#.replacing("HASH", with: try hash()))
  }

  /// The part of an asset's name that its contents give.
  private func hash() throws -> String {
    let path = try #require(try build().published().keys.first { $0.hasPrefix("assets/a.") })
    return String(path.split(separator: ".")[1])
  }

  @Test func aSourceSaysWhereItIs() throws {
    #expect(
      try mirror("references/shannon/") == """
        # A *Theory*

        - 作者：C. E. Shannon
        - BSTJ
        - 发布：1948-07-01
        - 原文：<https://e.org/s>
        - 存档副本：<https://e.org/old>
        - 查阅于：2025-01-01

        Defines $H$[^1], see [P](../../references/shannon/#p) and [什么是 $H(X)$？](../../questions/%E7%86%B5/index.md).

        ## P

        - x

        [^1]: Note.

        """)
  }

  @Test func pagesOfOtherKindsHaveMirrorsToo() throws {
    #expect(
      try mirror("questions/perplexity/") == """
        # Perplexity

        ## Answer

        ### Numbers

        See [什么是 $H(X)$？，(1)](../../questions/%E7%86%B5/#eq:h).

        """)
    #expect(
      try mirror("about/").hasPrefix(
        "# About\n\n- 更新：2025-03-01\n\n<!-- -->\n\n- Text [[1](#ref-1)].\n\n## 参考来源\n\n1. <a id=\"ref-1\"></a>["
      ))
    #expect(try mirror("about/").contains("(../references/shannon/index.md)"))
    #expect(
      try mirror("") == """
        # 小站

        从[什么是 $H(X)$？](./questions/%E7%86%B5/index.md)和[[1](#ref-1)]开始。

        ## 参考来源

        1. <a id="ref-1"></a>[Twain](./references/twain/index.md)

        """)
    #expect(try mirror("faq/f/") == "# FAQ\n\n## Why?\n\nBecause.\n")
  }

  @Test func aPageNamesItsMirrorWhereItHasOne() throws {
    let published = try build().published()
    let pages = published.keys.filter { $0.hasSuffix(".html") }
    let mirrors = Set(published.keys.filter { $0.hasSuffix(".md") })
    #expect(mirrors.count == 14)
    for page in pages {
      let text = String(decoding: published[page] ?? [], as: UTF8.self)
      let isMirrored = mirrors.contains(String(page.dropLast(4)) + "md")
      #expect(
        text.contains(#"<link rel="alternate" type="text/markdown" href="index.md">"#) == isMirrored,
        "\(page)")
      #expect(text.contains(#"<a href="index.md">Markdown "#) == isMirrored, "\(page)")
    }
  }

  @Test func everyLinkOfAMirrorLeadsSomewhere() throws {
    let links = SiteLinks(try build().published())
    #expect(links.faults == [])
  }

  /// Where a site is published changes feeds and the like, but no mirror.
  @Test func aMirrorDoesNotDependOnTheAddress() throws {
    func mirrors(_ base: String?) throws -> [String: [UInt8]] {
      var site = try SiteFixture(Self.wiki)
      site.options.baseURL = base
      _ = try site.build()
      return try site.published().filter { $0.key.hasSuffix(".md") }
    }
    #expect(try mirrors(nil) == mirrors("https://wiki.example/base/"))
  }

  /// What stands in a file between its nodes is for its authors only.
  @Test func nothingHiddenIsPublished() throws {
    let site = try SiteFixture([
      "content/questions/a.md":
        "---\ndescription: none\nextra: {key: SECRET}\n---\n# A <!-- SECRET -->\n\n%% SECRET %%\n\n- b %%SECRET%%\n"
        + "%%\nSECRET\n%%\n\n| c %%SECRET%% |\n|---|\n| <!-- SECRET --> |\n\n> %%SECRET%% [d][e]\n\n[e]: https://e.org/ \"f\"\n\n"
        + "[SECRET]: https://example.org/SECRET\n\n[^g]: SECRET\n\n## References %%SECRET%%\n\n1. %%SECRET%% h\n"
    ])
    #expect(try site.build().exitCode == 0)
    let mirror = try #require(site.page("questions/a/index.md"))
    #expect(!mirror.contains("SECRET"), "\(mirror)")
  }
}
