import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Lists of sources without blank lines or numbers")
struct UnnumberedSourceTests {
  @Test(
    "Each source becomes a file",
    arguments: [
      ("One\nhttps://a.example/1\nText one.\nTwo\nhttps://a.example/2\nText two.", ["one", "two"]),
      ("One\na.example\nText one.\n2022-05-06\nTwo\nb.example\nText two.\n2021-03-04", ["one", "two"]),
      ("One\nwww.a.example/1\n\"Text one.\"\nTwo\nhttps://a.example/2\n\"Text two.\"", ["one", "two"]),
      ("One https://a.example/1\nTwo https://a.example/2", ["one", "two"]),
      ("One\nText one ends here.\nTwo\nText two ends here.", ["one", "two"]),
      ("One\n\nText one ends here.\n\nTwo\n\nText two ends here.", ["one", "two"]),
      ("1 One\nhttps://a.example/1\n2 Two\nhttps://a.example/2", ["one", "two"]),
      ("• One (https://a.example/1)\n• Two (https://a.example/2)", ["one", "two"]),
      ("［1］ One，https://a.example/1\n［2］ Two，https://a.example/2", ["one", "two"]),
      ("(1) One https://a.example/1\n(2) Two https://a.example/2", ["one", "two"]),
      ("[1] One. https://a.example/1\n[1] Two. https://a.example/2", ["one", "two"]),
      ("[One](https://a.example/1) — Ann, 2015\n[Two](https://a.example/2)", ["one", "two"]),
      (
        "One, A. (2015).\nTwo, B. (2008).\nThree. https://a.example/3",
        ["one-2015", "two-2008", "three"]
      ),
      (
        "One\nhttps://a.example/1\nSee https://b.example/x\n\nTwo\nhttps://a.example/2\nText.",
        ["one", "two"]
      ),
      ("One\nen.wikipedia.org › wiki › One\nText one.\nTwo\na.example › b\nText two.", ["one", "two"]),
    ])
  func files(_ list: String, _ keys: [String]) {
    let page = Imported("What is a set?\nAnswer\nText.\nReferences\n\(list)\n")
    #expect(page.paths.dropFirst().map { String($0.dropFirst(11).dropLast(3)) } == keys)
    #expect(page.lostWords == [])
    for path in page.paths.dropFirst() { #expect(page.frontMatter(path)?.title != nil) }
  }

  @Test("Titles alone stay a list on the page")
  func titles() {
    let page = Imported(
      "What is a set?\nAnswer\nText.[1]\nReferences\nPerplexity - Wikipedia\nPerplexity of models\n")
    #expect(
      page.answer == "Text.[1]\n\n## References\n\n1. Perplexity - Wikipedia\n2. Perplexity of models\n")
  }

  @Test("An address without a scheme gets one")
  func scheme() {
    let page = Imported("T?\nAnswer\nText.\nReferences\nOne\nwww.a.example/1\nText.\n")
    #expect(page.text("references/one.md") == "---\ntitle: One\nurl: https://www.a.example/1\n---\n\nText.\n")
    #expect(page.messages(.importRepaired).count == 1)
  }

  @Test("An empty list is none", arguments: ["None", "无", "N/A"])
  func none(_ word: String) {
    let page = Imported("T?\nAnswer\nText.\nReferences\n\(word)\nOthers are asking\n\(word)\n")
    #expect(page.paths.count == 1 && page.lostWords == [])
  }
}

@Suite("Blocks that lost their marks")
struct LostBlockTests {
  @Test(
    "Rows become a table",
    arguments: [
      ("层\t复杂度\n自注意力\tO(n²)\n", "| 层 | 复杂度 |\n|---|---|\n| 自注意力 | O(n²) |\n"),
      ("| a | b |\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
      (
        "     yes    no\nA    1      2\nB    3      4\n",
        "|  | yes | no |\n|---|---|---|\n| A | 1 | 2 |\n| B | 3 | 4 |\n"
      ),
      ("a\tP(A|B)\nb\t$|x|$\n", "| a | P(A\\|B) |\n|---|---|\n| b | $|x|$ |\n"),
    ])
  func table(_ rows: String, _ expected: String) {
    let page = Imported(answer: "Text.\n\(rows)Last.")
    #expect(page.answer == "Text.\n\n\(expected)\nLast.\n")
    #expect(page.messages(.importRepaired).count == 1)
  }

  @Test(
    "Two spaces behind a sentence make no table",
    arguments: [
      "One ends.  Two ends.  Three ends.\nOne ends.  Two ends.  Three ends.\nOne.  Two.  Three.",
      "a  b\nc  d\ne  f",
    ])
  func noTable(_ text: String) {
    #expect(!Imported(answer: text).answer.contains("|"))
  }

  @Test("Indented code gets a fence and keeps its indentation")
  func code() {
    let page = Imported(answer: "Text.\ndef f(x):\n    return x * x\n\nprint(f(2))\n\nLast.")
    #expect(page.answer == "Text.\n\n```\ndef f(x):\n    return x * x\n\nprint(f(2))\n```\n\nLast.\n")
    #expect(
      Imported(answer: ">>> [1, 2]\n[1, 2]\n\nLast.", sources: 2).answer.hasPrefix(
        "```\n>>> [1, 2]\n[1, 2]\n```\n"))
  }

  @Test(
    "Indented prose is no code",
    arguments: ["Steps:\n    Do this first.", "For example:\n  the first\n  the second"])
  func noCode(_ text: String) {
    #expect(!Imported(answer: text).answer.contains("```"))
  }

  @Test("A quotation stays one, a comparison none")
  func quotation() {
    #expect(
      Imported(answer: "> \"We find that *x* holds.\" [1]", sources: 1).answer
        == "> \"We find that \\*x\\* holds.\" [@source-1]\n")
    #expect(Imported(answer: "> 100 is high.").answer == "\\> 100 is high.\n")
  }

  @Test("Links stay links, and links around numbers are citations")
  func links() {
    #expect(
      Imported(answer: "See [the page](https://a.example/x).").answer
        == "See [the page](<https://a.example/x>).\n")
    #expect(Imported(answer: "Text [1](https://example.org/1).", sources: 1).answer == "Text [@source-1].\n")
    #expect(Imported(answer: "Text.[^1^][^2^]", sources: 2).answer == "Text.[@source-1; @source-2]\n")
    #expect(Imported(answer: "a = [1, 2]", sources: 2).answer == "a = \\[1, 2]\n")
  }
}
