import SourceText
import Testing

@testable import SiteBuild

/// A list of sources that its author divides by headings, and that of the home page.
@Suite struct ReferenceGroupTests {
  private static let divided = """
    # 熵

    由信道的研究得名 [1]，教科书多从此讲起 [@cover]，后来 [@extra] 又补了一章 [3]。参见 [[#论文]]。

    ## 参考资料

    ### 书

    1. 信息论教程，第 2 章。
    2. [@cover] 第二版，另见 [[b]]。

    ### 论文

    3. 通信的数学理论。
    """

  private static func site(_ text: String, at path: String = "content/questions/a.md") throws -> SiteFixture {
    try SiteFixture([
      "quaestio.yml": "title: T\nlanguage: zh-Hans\nbase_url: https://wiki.example/\n", path: text,
      "content/questions/b.md": "# B\n\n正文。\n",
      "content/references/cover.md": "---\ntitle: Cover\n---\n摘录。\n",
      "content/references/extra.md": "---\ntitle: Extra\n---\n摘录。\n",
    ])
  }

  /// What stands in the list, in order: `3 书` for a heading of level 3, `#1` for an item.
  private static func outline(_ page: String?) -> [String] {
    let elements = MarkupReader(Array((page ?? "").utf8), as: .html).elements
    let start = elements.firstIndex { $0.attributes["id"] == "references" } ?? elements.endIndex
    return elements[start...].compactMap { element in
      if let number = element.attributes["value"], element.name == "li" { return "#\(number)" }
      guard element.name.count == 2, element.name.first == "h" else { return nil }
      return "\(element.name.dropFirst()) \(element.content)"
    }
  }

  @Test func headingsDivideTheListAndNumbersGoOn() throws {
    let site = try ReferenceGroupTests.site(ReferenceGroupTests.divided)
    let report = try site.build()
    #expect(SiteFixture.summary(report) == [])
    let shown = ReferenceGroupTests.outline(site.page("questions/a/index.html"))
    #expect(shown == ["2 参考来源", "3 书", "#1", "#2", "3 论文", "#3", "3 文中另引", "#4"])
    #expect(SiteLinks(try site.published()).faults == [])
    let page = site.page("questions/a/index.html") ?? ""
    #expect(page.contains("<a href=\"#%E8%AE%BA%E6%96%87\">"))
    let mirror = site.page("questions/a/index.md") ?? ""
    let lines = mirror.split(separator: "\n").filter { $0.hasPrefix("#") || $0.contains("<a id=") }
    #expect(
      lines.map { $0.prefix { $0 != "<" } }
        == ["# 熵", "## 答案", "## 参考来源", "### 书", "1. ", "2. ", "### 论文", "3. ", "### 文中另引", "4. "])
  }

  /// Numbers follow `references:` first; each source stands where its author lists it.
  @Test func namedSourcesKeepTheirPlaceInTheList() throws {
    let site = try ReferenceGroupTests.site(
      "---\nreferences: [extra, cover]\n---\n" + ReferenceGroupTests.divided)
    _ = try site.build()
    let shown = ReferenceGroupTests.outline(site.page("questions/a/index.html"))
    #expect(shown == ["2 参考来源", "#1", "3 书", "#3", "#2", "3 论文", "#4"])
    #expect(SiteLinks(try site.published()).faults == [])
  }

  @Test func linksInHeadingsAreLedBackTo() throws {
    let site = try ReferenceGroupTests.site(
      "# 熵\n\n正文。\n\n## 参考资料\n\n### 关于 [[b]] 与 [@cover]\n\n#### 更多\n")
    _ = try site.build()
    let shown = ReferenceGroupTests.outline(site.page("questions/a/index.html"))
    #expect(shown == ["2 参考来源", "#1", "3 关于 B 与[1]", "4 更多"])
    #expect(SiteLinks(try site.published()).faults == [])
    #expect(site.page("questions/b/index.html")?.contains("questions/a/#to:questions/b") == true)
    #expect(site.page("references/cover/index.html")?.contains("questions/a/#cite-1-1") == true)
  }

  @Test func theHomePageShowsItsList() throws {
    let site = try ReferenceGroupTests.site(ReferenceGroupTests.divided, at: "content/pages/index.md")
    #expect(SiteFixture.summary(try site.build()) == [])
    let shown = ReferenceGroupTests.outline(site.page("index.html"))
    #expect(shown.prefix(8) == ["2 参考来源", "3 书", "#1", "#2", "3 论文", "#3", "3 文中另引", "#4"])
    #expect(SiteLinks(try site.published()).faults == [])
    #expect(site.page("references/cover/index.html")?.contains("../../#cite-2-1") == true)
    #expect(site.page("index.md")?.contains("### 论文") == true)
  }

  /// A source that two items of a list name is one source, with what both say.
  @Test func whatTwoItemsSayOfASourceIsShown() throws {
    let site = try ReferenceGroupTests.site(
      "# 熵\n\n正文。\n\n## 参考资料\n\n1. [@cover] 第一版。\n2. [@cover] 第二版，另见 [[b]] 与 [@extra]。\n")
    _ = try site.build()
    let page = site.page("questions/a/index.html") ?? ""
    #expect(page.contains("第一版") && page.contains("第二版"))
    #expect(SiteLinks(try site.published()).faults == [])
  }

  /// Of an item that names its source alone the source's excerpt is shown.
  @Test(arguments: ["1. [@cover]", "- [@cover]", "1. [@cover] .", "[@cover]"])
  func anItemThatOnlyNamesItsSourceShowsTheExcerpt(item: String) throws {
    let site = try ReferenceGroupTests.site("# 熵\n\n正文。\n\n## 参考资料\n\n\(item)\n")
    #expect(SiteFixture.summary(try site.build()) == [])
    #expect(site.page("questions/a/index.html")?.contains("<p>摘录。</p>") == true)
    #expect(site.page("questions/a/index.md")?.contains("   > 摘录。") == true)
  }

  /// What the list holds, in order: `n text` for an item, else the text of a paragraph between.
  private static func list(_ page: String?) -> [String] {
    let elements = MarkupReader(Array((page ?? "").utf8), as: .html).elements
    let start = elements.firstIndex { $0.attributes["id"] == "references" } ?? elements.endIndex
    var lines: [String] = []
    var isItem = false
    for element in elements[start...] {
      if element.name == "footer" { break }
      if element.name == "li", let number = element.attributes["value"] {
        lines.append(number)
        isItem = true
      } else if element.name == "p" {
        let text = element.content.trimmingPrefix(" ")
        if text.hasPrefix("文中引用处") { continue }
        if isItem, lines.last?.contains(" ") == false {
          lines[lines.count - 1] += " " + text
        } else {
          lines.append(String(text))
        }
      }
    }
    return lines
  }

  @Test("Text around a list is shown and counts for nothing; numbers of items are marks, not citations")
  func onlyItemsAreNumbered() throws {
    let cases: [(list: String, expected: [String])] = [
      ("如下。\n\n1. 甲。\n2. 乙。\n\n又有：\n\n1. 丙。\n\n完。\n", ["如下。", "1 甲。", "2 乙。", "又有：", "3 丙。", "完。"]),
      ("[1] 甲。\n[2] 乙。\n[3] 丙。\n", ["1 甲。", "2 乙。", "3 丙。"]),
      ("[1] 甲。\n\n[2] 乙。\n\n【3】 丙。\n", ["1 甲。", "2 乙。", "3 丙。"]),
      ("如下：\n[1] 甲，\n见 [2]。\n[2] 乙。\n", ["如下：", "1 甲，见[2]。", "2 乙。"]),
      ("甲。\n\n乙。\n", ["1 甲。", "2 乙。"]), ("[2024] 甲。\n\n乙。\n", ["1 [2024] 甲。", "2 乙。"]),
    ]
    for (list, expected) in cases {
      let site = try ReferenceGroupTests.site("# 熵\n\n正文 [1]，又 [2]。\n\n## 参考资料\n\n\(list)")
      #expect(SiteFixture.summary(try site.build()) == [])
      #expect(ReferenceGroupTests.list(site.page("questions/a/index.html")) == expected)
      #expect(SiteLinks(try site.published()).faults == [])
      let mirror = site.page("questions/a/index.md") ?? ""
      for line in expected {
        let text = line.drop { $0.isNumber || $0 == " " }.prefix(2)
        #expect(mirror.contains(text), "\(line) in \(mirror)")
      }
      #expect(!mirror.contains("文中另引"))
    }
  }
}
