import SourceText
import Testing

@testable import SiteBuild

/// What pages say to machines: JSON-LD in schema.org's words.
@Suite struct StructuredDataTests {
  private static func site(_ files: [String: String], configuration: String = "") throws -> SiteFixture {
    var files = files
    files["quaestio.yml"] = "title: 测试\nlanguage: zh-Hans\n" + configuration
    return try SiteFixture(files)
  }

  private static let base = "base_url: https://wiki.example/d/\n"

  /// The data of a page; `nil` when it has none.
  private static func data(_ html: String?) throws -> JSONValue? {
    guard let html, let start = html.firstRange(of: "<script type=\"application/ld+json\">") else {
      return nil
    }
    let rest = html[start.upperBound...]
    let end = try #require(rest.firstRange(of: "</script>"))
    let text = rest[..<end.lowerBound]
    #expect(!text.contains("<"))
    return try JSONReader.read(Array(text.utf8)[...])
  }

  private func data(_ site: SiteFixture, _ path: String) throws -> JSONValue {
    try #require(try Self.data(site.page(path)))
  }

  /// What of a value is no schema.org.
  private static func faults(in value: JSONValue, at path: String = "") -> [String] {
    switch value {
    case .array(let elements):
      return elements.isEmpty ? ["\(path) is empty"] : elements.flatMap { faults(in: $0, at: path) }
    case .object(let members):
      guard let type = value["@type"]?.text, let known = SchemaVocabulary.properties[type] else {
        return ["\(path) has no known type"]
      }
      let names = members.map(\.name)
      let repeated = Set(names).count == names.count ? [] : ["\(path) names a property twice"]
      return repeated
        + members.flatMap { member -> [String] in
          if member.name.hasPrefix("@") { return [] }
          let place = "\(path)/\(type).\(member.name)"
          return (known.contains(member.name) ? [] : ["\(place) is not known"])
            + faults(in: member.value, at: place)
        }
    case .string(let text): return text.isEmpty ? ["\(path) is empty"] : []
    case .null: return ["\(path) is null"]
    case .bool, .number: return []
    }
  }

  // MARK: Every page

  @Test(arguments: ["minimal", "bilingual", "base-path", "relations", "partial"])
  func theDataOfEveryPageAreSchemaOrgs(name: String) throws {
    var files = try FixtureSite(name).sources()
    for base in ["", "https://wiki.example/"] {
      let settings = files["quaestio.yml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
      let other = settings.split(separator: "\n").filter { !$0.hasPrefix("base_url") }.joined(separator: "\n")
      files["quaestio.yml"] = Array((other + (base.isEmpty ? "\n" : "\nbase_url: \(base)\n")).utf8)
      var site = try SiteFixture([:])
      site.options.keepsGoing = true
      for (path, bytes) in files {
        try site.files.makeDirectory(PathName.parent("/site/" + path))
        try site.files.writeAtomically("/site/" + path, bytes)
      }
      _ = try site.build()
      var kinds: Set<String> = []
      for (path, bytes) in try site.published() where path.hasSuffix("/index.html") || path == "index.html" {
        guard let data = try Self.data(String(decoding: bytes, as: UTF8.self)) else { continue }
        #expect(data["@context"]?.text == "https://schema.org")
        #expect(Self.faults(in: data) == [], "\(path)")
        kinds.insert(data["@type"]?.text ?? "")
        // An address nobody knows is left out, not made up.
        if base.isEmpty { #expect(data["url"] == nil && data["isPartOf"]?["url"] == nil) }
        if !base.isEmpty { #expect(data["url"]?.text?.hasPrefix(base) == true) }
      }
      #expect(kinds.contains("WebSite"))
      #expect(kinds.contains("WebPage") == (name != "empty"))
    }
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!-- <script>", "a \u{2028} b \u{2029} c", "\\\"quoted\\\"",
    "tab\\there", "反斜杠 \\\\ 与 $2^{4.7} < 26$", "]]>", "\u{202E}RTL",
  ])
  func noTitleLeavesTheData(title: String) throws {
    let site = try Self.site(
      [
        "content/questions/a.md": "---\ntitle: \"\(title)\"\ntags: [\"</script>\"]\n---\n\(title)\n",
        "content/references/r.md": "---\ntitle: \"\(title)\"\nsite: \"</script>\"\n---\nText\n",
      ], configuration: Self.base + "license: \"</script>\"\n")
    _ = try site.build()
    for path in ["questions/a/index.html", "references/r/index.html", "index.html"] {
      let html = try #require(site.page(path))
      let data = try #require(try Self.data(html))
      #expect(Self.faults(in: data) == [])
      #expect(html.ranges(of: "application/ld+json").count == 1)
      #expect(MarkupReader(Array(html.utf8), as: .html).faults == [])
    }
  }

  // MARK: Questions

  private static let question = """
    ---
    title: 什么是 $2^{4.7}$？
    date: 2024-03-01
    updated: 2024-04-02
    tags: [熵, 指数]
    authors: [李雷]
    provenance: {kind: ai, generator: ChatGPT, model: GPT-4o, date: 2024-02-29, reviewer: 韩梅梅, reviewed: 2024-03-05}
    ---
    约等于多少？

    ## Answer

    约 $25.99$[@shannon]，见[^1]。

    [^1]: 脚注。

    ## Answer {accepted author=王芳 date=2024-03-04 provenance=human}

    二十六。

    ## References

    1. [@shannon]
    2. {#own} [讲义](https://example.org/notes?a=1)，第三章
    """

  private static let source = """
    ---
    title: A Mathematical Theory of Communication
    authors: [Claude Shannon]
    date: 1948-07-01
    site: Bell System Technical Journal
    url: https://link.zhihu.com/?target=https%3A//example.org/shannon
    archived: https://web.archive.org/web/1/https://example.org/shannon
    ---
    摘录。
    """

  private func questionSite(_ configuration: String = base) throws -> SiteFixture {
    let site = try Self.site(
      ["content/questions/a.md": Self.question, "content/references/shannon.md": Self.source],
      configuration: configuration)
    let report = try site.build()
    #expect(report.isPublished)
    return site
  }

  @Test func aQuestionNamesItsAnswersWithWhoGaveThem() throws {
    let data = try data(questionSite(), "questions/a/index.html")
    #expect(data["@type"]?.text == "WebPage")
    #expect(data["name"]?.text == "什么是 2^(4.7)？")
    #expect(data["inLanguage"]?.text == "zh-Hans")
    #expect(data["datePublished"]?.text == "2024-03-01")
    #expect(data["dateModified"]?.text == "2024-04-02")
    #expect(data["keywords"] == .array([.string("熵"), .string("指数")]))
    #expect(data["reviewedBy"]?["name"]?.text == "韩梅梅")
    #expect(data["lastReviewed"]?.text == "2024-03-05")
    let question = try #require(data["mainEntity"])
    #expect(question["text"]?.text == "约等于多少？")
    #expect(question["answerCount"] == .number("2"))
    let accepted = try #require(question["acceptedAnswer"]?.first)
    #expect(accepted["text"]?.text == "二十六。")
    #expect(accepted["author"]?.first?["name"]?.text == "王芳")
    #expect(accepted["author"]?.first?["@type"]?.text == "Person")
    #expect(accepted["dateCreated"]?.text == "2024-03-04")
    #expect(accepted["digitalSourceType"] == nil)
    let suggested = try #require(question["suggestedAnswer"]?.first)
    #expect(suggested["text"]?.text?.hasPrefix("约 25.99，见") == true)
    #expect(suggested["author"]?.first?["@type"]?.text == "SoftwareApplication")
    #expect(suggested["author"]?.first?["name"]?.text == "ChatGPT")
    #expect(suggested["author"]?.first?["softwareVersion"]?.text == "GPT-4o")
    #expect(
      suggested["digitalSourceType"]?.text == "https://schema.org/TrainedAlgorithmicMediaDigitalSource")
    #expect(suggested["dateCreated"]?.text == "2024-02-29")
    let html = try #require(questionSite().page("questions/a/index.html"))
    for answer in [accepted, suggested] {
      let address = try #require(answer["url"]?.text)
      let parts = address.split(separator: "#")
      #expect(parts.count == 2 && parts[0] == "https://wiki.example/d/questions/a/")
      #expect(html.contains("id=\"\(parts[1])\""))
    }
  }

  @Test func sourcesAreCitedByWhatIsKnownOfThem() throws {
    let site = try questionSite()
    let data = try data(site, "questions/a/index.html")
    guard case .array(let citations) = data["citation"] else {
      Issue.record("no citations")
      return
    }
    #expect(citations.count == 2)
    let shannon = try #require(citations.first)
    #expect(shannon["name"]?.text == "A Mathematical Theory of Communication")
    #expect(shannon["author"]?.first?["name"]?.text == "Claude Shannon")
    #expect(shannon["url"]?.text == "https://example.org/shannon")
    #expect(shannon["archivedAt"]?.text == "https://web.archive.org/web/1/https://example.org/shannon")
    #expect(shannon["datePublished"]?.text == "1948-07-01")
    #expect(shannon["publisher"]?["name"]?.text == "Bell System Technical Journal")
    #expect(citations.last?["name"]?.text == "讲义，第三章")
    #expect(citations.last?["url"]?.text == "https://example.org/notes?a=1")
    #expect(try self.data(site, "references/shannon/index.html")["mainEntity"] == shannon)
  }

  @Test func theWayToThePageIsTheOneReadersSee() throws {
    let data = try data(questionSite(), "questions/a/index.html")
    guard case .array(let steps) = data["breadcrumb"]?["itemListElement"] else {
      Issue.record("no way")
      return
    }
    #expect(steps.map { $0["position"] } == [.number("1"), .number("2"), .number("3")])
    #expect(
      steps.map { $0["item"]?.text } == [
        "https://wiki.example/d/", "https://wiki.example/d/questions/", nil,
      ])
    #expect(steps.last?["name"]?.text == "什么是 2^(4.7)？")
  }

  @Test func aPageOnWhichReadersAnswerIsOneByOptionAndHoldsWholeAnswers() throws {
    let long = String(repeating: "信息量的期望。", count: 200)
    let files = ["content/questions/a.md": "# A\n\n\(long)\n\n- \(long)\n"]
    for (option, type) in [("", "WebPage"), ("structured_data: qa\n", "QAPage")] {
      let site = try Self.site(files, configuration: option)
      _ = try site.build()
      let data = try data(site, "questions/a/index.html")
      #expect(data["@type"]?.text == type)
      let text = try #require(data["mainEntity"]?["suggestedAnswer"]?.first?["text"]?.text)
      if type == "QAPage" {
        #expect(text == "\(long) \(long)")
      } else {
        #expect(text.unicodeScalars.count == 200)
        #expect(text.hasSuffix("…") && long.hasPrefix(text.dropLast()))
      }
    }
  }

  @Test func nothingIsSaidOfWhatNobodySaid() throws {
    let site = try Self.site(["content/questions/a.md": "# A\n"])
    _ = try site.build()
    let data = try data(site, "questions/a/index.html")
    #expect(data["mainEntity"]?["answerCount"] == .number("0"))
    for name in ["author", "datePublished", "dateModified", "keywords", "license", "citation", "reviewedBy"] {
      #expect(data[name] == nil, "\(name)")
    }
    for name in ["text", "acceptedAnswer", "suggestedAnswer"] { #expect(data["mainEntity"]?[name] == nil) }
  }

  @Test func aRepeatedQuestionLeavesItsAnswersToTheOriginal() throws {
    let site = try Self.site([
      "content/questions/a.md": "# A\n\nText.\n",
      "content/questions/b.md": "---\nduplicate_of: a\n---\n# B\n\nText.\n",
    ])
    _ = try site.build()
    #expect(try Self.data(site.page("questions/a/index.html")) != nil)
    #expect(try Self.data(site.page("questions/b/index.html")) == nil)
  }

  // MARK: Other pages

  @Test func shortQuestionsHaveOneAnswerEach() throws {
    let site = try Self.site(
      [
        "content/faq/f.md": """
        ---
        title: 常见问题
        provenance: mixed
        ---
        前言。

        ## 什么是 $H$？

        熵。

        ### 细节

        平均值。

        ## 没有回答

        ## Why?

        Because.
        """
      ], configuration: Self.base)
    _ = try site.build()
    let data = try data(site, "faq/f/index.html")
    #expect(data["@type"]?.text == "FAQPage")
    #expect(
      data["digitalSourceType"]?.text
        == "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource")
    guard case .array(let questions) = data["mainEntity"] else {
      Issue.record("no questions")
      return
    }
    #expect(questions.map { $0["name"]?.text } == ["什么是 H？", "Why?"])
    #expect(questions.map { $0["acceptedAnswer"]?["text"]?.text } == ["熵。 细节 平均值。", "Because."])
    let html = try #require(site.page("faq/f/index.html"))
    #expect(questions.last?["url"]?.text == "https://wiki.example/d/faq/f/#why")
    #expect(html.contains("id=\"why\""))
  }

  @Test func theHomePageIsTheSiteWithItsSearch() throws {
    let site = try Self.site(
      ["content/questions/a.md": "# A\n"],
      configuration: Self.base + "description: 一个维基\nlicense: https://creativecommons.org/licenses/by/4.0/\n")
    _ = try site.build()
    let data = try data(site, "index.html")
    #expect(data["@type"]?.text == "WebSite")
    #expect(data["name"]?.text == "测试")
    #expect(data["url"]?.text == "https://wiki.example/d/")
    #expect(data["license"]?.text == "https://creativecommons.org/licenses/by/4.0/")
    #expect(
      data["potentialAction"]?["target"]?["urlTemplate"]?.text
        == "https://wiki.example/d/search/?q={search_term}")
    let bare = try Self.site(["content/questions/a.md": "# A\n"], configuration: "license: CC BY 4.0\n")
    _ = try bare.build()
    let other = try self.data(bare, "index.html")
    #expect(other["potentialAction"] == nil)
    #expect(other["license"]?["name"]?.text == "CC BY 4.0")
  }
}

extension JSONValue {
  /// The first element of an array.
  fileprivate var first: JSONValue? {
    if case .array(let elements) = self { elements.first } else { nil }
  }
}
