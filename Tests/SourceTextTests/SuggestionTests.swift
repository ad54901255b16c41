import Testing

@testable import SourceText

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "An edit is an insertion, a deletion, a replacement or an exchange of neighbours",
    arguments: [
      ("title", "title", 0), ("titel", "title", 1), ("titl", "title", 1), ("titlle", "title", 1),
      ("fitle", "title", 1), ("tilte", "title", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("", "ab", 2),
      ("稀疏", "疏稀", 1),
    ])
  func distances(left: String, right: String, edits: Int) {
    let (left, right) = (Suggestion.folded(left), Suggestion.folded(right))
    #expect(Suggestion.distance(left, right, bound: 9) == edits)
    #expect(Suggestion.distance(right, left, bound: 9) == edits)
    #expect(Suggestion.distance(left, right, bound: edits) == edits)
    if edits > 0 { #expect(Suggestion.distance(left, right, bound: edits - 1) == nil) }
  }

  @Test("The nearest come first, at most as many as asked for, in the given order among equals")
  func order() {
    let names = ["reviewed", "reviewer", "review", "title"]
    #expect(Suggestion.nearest(to: "reviewr", among: names) == ["reviewer", "review", "reviewed"])
    #expect(Suggestion.nearest(to: "reviewr", among: names, limit: 1) == ["reviewer"])
    #expect(Suggestion.nearest(to: "Title", among: names) == ["title"])
  }

  @Test("What is far, too short or too long is no suggestion")
  func far() {
    #expect(Suggestion.nearest(to: "colour", among: ["title", "tags"]) == [])
    #expect(Suggestion.nearest(to: "ab", among: ["ac", "a"]) == [])
    #expect(Suggestion.nearest(to: "", among: [""]) == [])
    let long = String(repeating: "x", count: 65)
    #expect(Suggestion.nearest(to: long, among: [long + "y"]) == [])
  }

  @Test("The question names all that is near")
  func question() {
    #expect(Suggestion.question(for: "taks", among: ["tags", "tasks"]) == "did you mean `tags` or `tasks`?")
    #expect(Suggestion.question(for: "zzz", among: ["tags"]) == nil)
  }
}
