import KnowledgeBase
import Markdown
import SourceText
import Testing

@testable import Lint

/// What all pages of a site together tell.
@Suite struct SiteLintTests {
  /// The summaries of a site: rule, number of pages named, first file.
  private func found(_ files: [String: String]) -> [String] {
    let reader = EntryReader(options: ParseOptions())
    var diagnostics: [Diagnostic] = []
    let entries = files.compactMap { place, text in
      reader.read(SourceFile(path: "\(place).md", bytes: Array(text.utf8)), place: place).entry
    }
    var knowledge = KnowledgeBase(entries, reserved: [], diagnostics: &diagnostics)
    let resolver = LinkResolver(knowledge, assets: [], builtIn: [], contentFolder: "")
    knowledge.connect(knowledge.entries.indices.map { resolver.resolve(EntryID($0)).links })
    return SiteLint.summaries(of: knowledge).map { diagnostic in
      let file = diagnostic.location?.path ?? diagnostic.notes.map(\.message).joined(separator: " ")
      return "\(diagnostic.id.rawValue.dropFirst(5)): \(file)"
    }
  }

  private static let sourced = "Text [@r].\n"

  @Test func aWellKeptSiteIsLeftAlone() {
    #expect(
      found([
        "questions/a": "See [[b]] [@r].\n", "questions/b": "See [[a]] and <https://example.org/>.\n",
        "references/r": "# R\n", "pages/p": "# P\n", "pages/index": "# Home\n",
      ]) == [])
  }

  @Test func pagesThatNothingLeadsToAreNamed() {
    #expect(found(["questions/a": Self.sourced, "references/r": "R.\n"]) == ["orphan: questions/a.md"])
    #expect(
      found(["questions/a": "See [[a]] [@r].\n", "references/r": "R.\n"]) == ["orphan: questions/a.md"],
      "a link to itself leads nobody there")
    #expect(
      found([
        "questions/a": "See [[b]] [@r].\n", "questions/b": Self.sourced, "references/r": "R.\n",
        "questions/a.en": "See [a](a.md) [@r].\n", "questions/d": "---\nduplicate_of: b\n---\nSee [[a]].\n",
      ]) == [], "translations have their switch, duplicates are to be left")
    #expect(
      found([
        "questions/a": "See [[b]].\n\n## References\n1. S.\n", "questions/b": "[a](a.md) [@s]\n",
        "references/r": "R.\n", "references/s": "S.\n",
      ])
        == ["uncited-reference: references/r.md"])
  }

  @Test func aSourceThatAPageListsIsUsed() {
    let listing = "---\nreferences: [r]\n---\nSee [[b]].\n"
    #expect(
      found([
        "questions/a": listing, "questions/b": "See [[a]] [@s].\n", "references/r": "R.\n",
        "references/s": "S.\n",
      ]) == [])
  }

  @Test func manyPagesAreOneLine() {
    let files = (0..<9).map { ("questions/q\($0)", "Text [@r].\n") } + [("references/r", "R.\n")]
    #expect(
      found(Dictionary(uniqueKeysWithValues: files)) == [
        "orphan: questions/q0.md questions/q1.md questions/q2.md questions/q3.md questions/q4.md And 4 more."
      ])
  }

  @Test func questionsAndAnswersThatPromiseMoreThanTheyHoldAreNamed() {
    let site = { (text: String) in
      self.found(["questions/a": text, "questions/b": "See [[a]] [@r].\n", "references/r": "R.\n"])
        .filter { !$0.hasPrefix("orphan") }
    }
    #expect(site("# Q\n\nDetails.\n\n## Answer\n") == ["unanswered-question: questions/a.md"])
    #expect(site("# Q\n\nAn answer of its own, see [[b]].\n") == ["unsourced-answer: questions/a.md"])
    #expect(site("---\nprovenance: ai\n---\nText [@r].\n") == ["unreviewed-answer: questions/a.md"])
    #expect(site("---\nprovenance: {kind: mixed, reviewer: A}\n---\nText [@r].\n") == [])
    #expect(site("---\nprovenance: human\n---\nText [@r].\n") == [])
    let several = "---\nprovenance: human\n---\n## Answer\nA [@r].\n\n## Answer {provenance=ai}\nB.\n"
    #expect(site(several) == ["unreviewed-answer: questions/a.md"])
    #expect(site(several.replacing("provenance=ai", with: "provenance=ai reviewed=2024-01-01")) == [])
  }
}
