import SourceText
import Testing

@testable import Markdown
@testable import Rendering

@Suite("Facts of works as pages say them")
struct WorkFactPhraseTests {
  private func frontMatter(
    _ facts: [WorkFact], site: String? = nil, container: WorkContainer? = nil, authors: [String] = []
  ) -> FrontMatter {
    var frontMatter = FrontMatter()
    frontMatter.workFacts = facts
    frontMatter.site = site.map { Sourced($0, range: SourceRange(0..<0)) }
    frontMatter.container = container
    frontMatter.authors = authors.map { Sourced($0, range: SourceRange(0..<0)) }
    return frontMatter
  }

  @Test(
    "They stand before the publisher, and behind the book of a part",
    arguments: [
      (
        [WorkFact.series("Series"), .volume("2"), .edition("Third")], "P", false,
        "Series, vol. 2, 3rd ed., P", "Series，第 2 卷，第 3 版，P", "Series，第 2 卷，第 3 版，P"
      ),
      (
        [.volume("Vol. II"), .edition("Revised")], nil, false, "Vol. II, Revised ed.", "Vol. II，Revised",
        "Vol. II，Revised"
      ),
      ([.volume("上册"), .edition("修订版")], nil, false, "上册, 修订版", "上册，修订版", "上册，修订版"),
      (
        [.editors(["A", "B"], hasMore: false), .edition("11")], "Book, 5–9", true,
        "Book, 5–9, ed. by A and B, 11th ed.",
        "Book, 5–9，A、B 编，第 11 版", "Book, 5–9，A、B 編，第 11 版"
      ),
      ([.editors(["李四"], hasMore: true)], "书", true, "书, ed. by 李四 et al.", "书，李四等编", "书，李四等編"),
      ([.thesis(.doctor)], "MIT", false, "PhD thesis, MIT", "博士学位论文，MIT", "博士學位論文，MIT"),
      ([], "MIT", false, "MIT", "MIT", "MIT"), ([], nil, false, "", "", ""),
    ] as [([WorkFact], String?, Bool, String, String, String)])
  func venue(
    facts: [WorkFact], site: String?, isPart: Bool, english: String, simplified: String, traditional: String
  ) {
    let container = isPart ? WorkContainer(name: "Book", isPeriodical: false) : nil
    let frontMatter = frontMatter(facts, site: site, container: container)
    for (language, expected) in [(UILanguage.en, english), (.zhHans, simplified), (.zhHant, traditional)] {
      #expect(String(decoding: language.venue(of: frontMatter), as: UTF8.self) == expected)
    }
  }

  @Test("Who put a book together is no author")
  func editors() {
    for (names, language, expected) in [
      (["A"], UILanguage.en, "A (ed.)"), (["A", "B"], .en, "A and B (eds.)"), (["李四"], .zhHans, "李四（编）"),
      (["李四"], .zhHant, "李四（編）"), ([], .en, ""),
    ] {
      let authors = language.authors(of: frontMatter([.isEdited], authors: names))
      #expect(String(decoding: authors, as: UTF8.self) == expected)
    }
  }
}
