import Testing

@testable import Markdown

@Suite("Slugs and section names")
struct SlugTests {
  private func slug(_ text: String) -> String { String(decoding: Slug.make(Array(text.utf8)), as: UTF8.self) }

  @Test(
    "Letters, marks, numbers and + . _ of any script stay, in lower case; other runs become one hyphen",
    arguments: [
      ("Adam", "adam"), ("a b", "a-b"), ("  a -- b!  ", "a-b"), ("GPT-4.1_x+", "gpt-4.1_x+"),
      ("C#", "csharp"),
      ("F# and G", "fsharp-and-g"), ("# a", "a"), ("a #b", "a-b"), ("1#", "1"), ("什么是熵？", "什么是熵"),
      ("稀疏，稠密", "稀疏-稠密"), ("ÄÖ", "äö"), ("İ", "i\u{307}"), ("Ⅻ ½ ²", "ⅻ-½-²"), ("e\u{301}", "é"),
      ("e\u{301}", "\u{E9}"), ("\u{212B}", "å"), ("か\u{3099}", "が"), ("हिन्दी", "हिन्दी"), ("a/b\\c", "a-b-c"),
      ("a\u{200B}b", "a-b"), ("🙂a🙂", "a"), ("熵#", "熵sharp"), ("²#", "²"), ("c＃", "c"),
    ])
  func rules(_ text: String, _ expected: String) {
    #expect(Array(slug(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("A slug is a slug of itself")
  func idempotent() {
    for text in ["A b", "什么是熵？", "C#", "e\u{301}x", "GPT-4.1"] { #expect(slug(slug(text)) == slug(text)) }
  }

  @Test("What is empty or longer than 120 bytes ends in a hash, cut between characters")
  func long() {
    let exact = String(repeating: "a", count: 120)
    #expect(slug(exact) == exact)
    let long = slug(exact + "b")
    #expect(long.hasPrefix(exact + "-") && long.utf8.count == 129)
    #expect(long != slug(exact + "c"))
    let han = slug("a" + String(repeating: "熵", count: 40))
    #expect(han.hasPrefix("a" + String(repeating: "熵", count: 39) + "-") && han.utf8.count == 118 + 9)
    #expect(slug("？！").utf8.count == 8 && slug("？！") != slug("！？"))
    #expect(slug("").utf8.count == 8)
    for folder in [".", "..", "./", "。.."] {
      #expect(slug(folder).wholeMatch(of: /\.+-[0-9a-f]{8}/) != nil, "no file is called \(folder)")
    }
    #expect(slug("...") == "...")
  }

  @Test("Section names are compared without ASCII case, white space at the ends and a colon")
  func sections() {
    let names = SectionNames(answers: ["Lösung"], references: ["Quellen"])
    func kind(_ text: String) -> SectionNames.Kind? { names.kind(of: Array(text.utf8)[...]) }
    for text in ["Answer", "ANSWER:", " answer ", "答案", "回答：", "解答 :", "Lösung"] {
      #expect(kind(text) == .answer)
    }
    for text in ["References", "sources", "Further Reading", "参考链接", "參考資料：", "quellen"] {
      #expect(kind(text) == .references)
    }
    for text in ["Answers", "An answer", "", ":", "参考书"] { #expect(kind(text) == nil) }
    #expect(SectionNames().kind(of: Array("Quellen".utf8)[...]) == nil)
  }
}
