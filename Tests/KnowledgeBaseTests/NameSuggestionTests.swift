import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("What an author may have meant by a name that nothing has")
struct NameSuggestionTests {
  private static let files: [String: String] = [
    "questions/a":
      "---\ntitle: 困惑度是什么\naliases: [Foo Bar]\n---\n## 单位 Bits\n\nText. ^def\n\n$$H \\label{eq:h}$$\n\n### Zeta\n",
    "questions/x/same": "# One thing\n", "questions/y/same": "---\nslug: other\n---\n# One thing\n",
    "faq/short": "# Short\n\n## 什么是奈特？\n\nText.\n\n## C# and F#?\n\nText.\n",
    "questions/hash": "# Issue #12 [old]\n", "references/shannon-1948": "# S\n\nText. ^p2\n",
    "questions/self": "# Myself\n",
  ]

  /// The names offered for the only fault of a text.
  private func offered(_ text: String, at place: String = "questions/sub/start") -> [String] {
    var files = Self.files
    files[place] = "# Start\n\n\(text)\n"
    let notes = KnowledgeFixture(files).diagnostics.flatMap(\.notes).map(\.message)
    return notes.filter { $0.hasPrefix("did you mean") }.flatMap {
      $0.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test(
    "Titles, aliases and questions are offered as links find them",
    arguments: [
      ("[[困惑度是什么？]]", ["困惑度是什么"]), ("[[困惑度 是甚么]]", ["困惑度是什么"]), ("[[foo_bar]]", ["Foo Bar"]),
      ("[[ＦＯＯ－ＢＡＲ]]", ["Foo Bar"]), ("[[什么是奈特]]", ["什么是奈特？"]), ("[[什么是奈持？]]", ["什么是奈特？"]),
      ("[[same!]]", ["questions/y/same", "questions/x/same"]),
      ("[[one-thing]]", ["questions/y/same", "questions/x/same"]),
      ("[[Issue 12 old]]", ["questions/hash"]), ("[[shannon 1948]]", ["shannon-1948"]),
      ("[[nothing near]]", []),
      ("[[C and F]]", ["faq/short#csharp-and-fsharp"]),
    ])
  func names(text: String, expected: [String]) {
    #expect(offered(text) == expected)
  }

  @Test(
    "Headings, ids, blocks and labels are offered for places",
    arguments: [
      ("[[a#单位Bits]]", ["单位 Bits"]), ("[[a#单位_bit]]", ["单位 Bits"]), ("[[a#^dfe]]", ["^def"]),
      ("[[a#def]]", ["^def"]),
      ("[[a#eq-h]]", ["eq:h"]), ("[[a#Zetta]]", ["Zeta"]), ("[@shannon-1948#^p3]", ["^p2"]),
    ])
  func places(text: String, expected: [String]) {
    #expect(offered(text) == expected)
  }

  @Test("Where no place has a similar name, those that there are are named")
  func otherPlaces() {
    func notes(_ text: String, _ more: [String: String] = [:]) -> [String] {
      let files = Self.files.merging(["questions/b": "# B\n\n\(text)\n"]) { $1 }.merging(more) { $1 }
      return KnowledgeFixture(files).diagnostics.flatMap(\.notes).map(\.message)
    }
    #expect(
      notes("[[a#conclusion]]") == [
        "There are `单位 Bits`, `Zeta`, `^def`, `eq:h`; name one of these, or write `^` and an id behind the block "
          + "that is meant."
      ])
    #expect(notes("[@shannon-1948#theorem]").first?.hasPrefix("There is `^p2`; name that") == true)
    #expect(notes("[[self#proof]]").first?.hasPrefix("Nothing there has a name yet: write `^`") == true)
    let many = (1...9).map { "## Part number \($0)\n\nText.\n" }.joined()
    #expect(
      notes("[[self#proof]]", ["questions/self": "# Myself\n\n\(many)"]).first?.contains("and 4 more;")
        == true)
  }

  @Test(
    "A part of a title or heading finds the whole, and a title with more words the title",
    arguments: [
      ("[[困惑度]]", ["困惑度是什么"]), ("[[困惑度是什么意思呢]]", ["困惑度是什么"]), ("[[a#单位]]", ["单位 Bits"]),
      ("[[a#Zeta function]]", []), ("[[奈特]]", ["什么是奈特？"]), ("[[是]]", []),
      (
        "[[thing]]",
        [
          "questions/y/same", "questions/x/same",
        ]
      ), ("[[one]]", []), ("[x](困惑度.md)", []),
    ])
  func parts(text: String, expected: [String]) {
    #expect(offered(text) == expected)
  }

  @Test("Of names that differ in case and punctuation alone those in another case come first")
  func caseFirst() {
    let notes = KnowledgeFixture([
      "questions/a": "# A\n\nText [@Shannon1948].\n", "references/shannon-1948": "# S\n",
      "references/shannon1948": "# T\n",
    ]).diagnostics.flatMap(\.notes).map(\.message)
    #expect(notes == ["did you mean `shannon1948` or `shannon-1948`?"])
  }

  @Test("Paths are offered for paths, from the file's own folder")
  func paths() {
    #expect(offered("[x](selff.md)") == ["../self.md"])
    #expect(offered("[x](self.md)") == ["../self.md"])
    #expect(offered("[x](困惑度是什么？.md)") == ["../a.md"])
    #expect(offered("[x](什么是奈特.md)") == [])
  }

  @Test("Names that differ in punctuation alone are found for any number of unknown names")
  func manyNames() {
    var text = (0..<300).map { "[[unknown \($0) of many]]\n" }.joined()
    text += "[[foo_bar]]\n"
    #expect(offered(text) == ["Foo Bar"])
  }
}
