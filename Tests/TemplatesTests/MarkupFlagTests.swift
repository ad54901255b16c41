import Templates
import Testing

private struct Inner: PageModel {
  var markup: String
  static let modelName = "Inner"
  static let fields: [FieldBinding<Inner>] = [.html("markup", "Markup.") { Array($0.markup.utf8) }]
}

private struct Outer: PageModel {
  var text = ""
  var markup = ""
  var items: [Inner] = []
  var late = ""
  static let modelName = "Outer"
  static let fields: [FieldBinding<Outer>] = [
    .text("text", "Text.") { Array($0.text.utf8) },
    .html("markup", "Markup.") { Array($0.markup.utf8) },
    .list("items", "Items.") { $0.items },
    .flag("found", "Markup before this holds a formula.", whereMarkupHolds: "<math"),
    .html("late", "Markup after the flag.") { Array($0.late.utf8) },
  ]

  var found: ModelValue { record.values[3] }
}

@Suite("Flags that look at a record's markup")
struct MarkupFlagTests {
  @Test(
    "Markup counts at any depth", arguments: ["<math>", "a<math", "<<math", "<m<math display=\"block\">x"])
  func found(markup: String) {
    #expect(Outer(markup: markup).found == .flag(true))
    #expect(Outer(items: [Inner(markup: ""), Inner(markup: markup)]).found == .flag(true))
  }

  @Test("Part of the text does not", arguments: ["", "<", "<mat", "<m<m<mat", "math", "&lt;math"])
  func notFound(markup: String) {
    #expect(Outer(markup: markup, items: [Inner(markup: markup)]).found == .flag(false))
  }

  @Test("It counts wherever it stands, and its beginning does not", arguments: 0..<20)
  func anywhere(place: Int) {
    for filler in ["x", "<", "m", "<m"] {
      let before = String(String(repeating: filler, count: 20).prefix(place))
      #expect(Outer(markup: before + "<math").found == .flag(true))
      #expect(Outer(markup: before + "<math>" + before).found == .flag(true))
      #expect(Outer(markup: before + "<mat" + before).found == .flag(false))
    }
  }

  @Test("Neither plain text counts, nor what comes after the flag")
  func elsewhere() {
    #expect(Outer(text: "<math>", late: "<math>").found == .flag(false))
  }
}
