import Templates
import Testing

@Suite struct PartialTests {
  @Test func partialIsCompiledInTheContextOfItsTag() {
    #expect(render("[{{>p}}]", ["p": "{{title}}"]) == "[A &amp; B]")
    #expect(
      render("{{#items}}{{>p}};{{/items}}{{#author}}{{>p}}{{/author}}", ["p": "{{name}}"]) == "one;two;Ann")
  }

  @Test func partialMayBeCalledByItsFileName() {
    #expect(render("{{> parts/card.html }}{{>parts/card}}", ["parts/card": "x"]) == "xx")
  }

  @Test func inlinePartialLeavesWhiteSpaceAlone() {
    #expect(render("| {{>p}} |", ["p": "\t|\t"]) == "| \t|\t |")
    #expect(render("  {{author.name}}  {{> p}}\n", ["p": ">\n>"]) == "  Ann  >\n>\n")
  }

  @Test func partialAloneOnItsLineIndentsItsLines() {
    #expect(render("\\\n {{>p}}\n/\n", ["p": "|\n{{author.name}}\n|\n"]) == "\\\n |\n Ann\n |\n/\n")
    #expect(render("  {{>p}}\n>", ["p": ">\n>"]) == "  >\n  >>")
    #expect(render(">\n  {{>p}}", ["p": ">\n>"]) == ">\n  >\n  >")
    #expect(render("|\r\n{{>p}}\r\n|", ["p": ">"]) == "|\r\n>|")
  }

  @Test func indentationsAddUp() {
    #expect(
      render(" {{>a}}\n", ["a": "a\n  {{>b}}\n{{>b}}\n", "b": "b\n\n  c\n"])
        == " a\n   b\n\n     c\n b\n\n   c\n")
  }

  @Test func indentationBelongsToLinesNotToSections() {
    #expect(
      render("  {{>p}}\n", ["p": "{{#items}}\n{{name}}\n{{/items}}\n{{#no}}x{{/no}}end\n"])
        == "  one\n  two\n  end\n")
  }

  @Test func linesOfValuesAreNotIndented() {
    let schema = ModelSchema(name: "P", fields: [Fixture.field("x", .html)])
    let record = ModelRecord(values: [.html(Array("<\n->".utf8))])
    #expect(
      render("  {{>p}}\n", ["p": "{{{x}}}a{{{x}}}\n"], schema: schema, record: record) == "  <\n->a<\n->\n")
  }

  @Test func partialOfARecursiveModelEndsWithTheData() {
    let template = compile(
      "{{#tree}}{{>node}}{{/tree}}", ["node": "{{label}}({{#children}}{{>node}}{{/children}})"],
      schema: Nested.page)
    #expect(template.diagnostics.isEmpty)
    let leaf = ModelRecord(values: [Fixture.text("c"), .list([])])
    let middle = ModelRecord(values: [Fixture.text("b"), .list([leaf, leaf])])
    let root = ModelRecord(values: [Fixture.text("a"), .list([middle])])
    #expect(written(template.template, ModelRecord(values: [.record(root)])) == "a(b(c()c()))")
  }

  @Test func levelsBelowTheLimitAreNotWritten() {
    let template = compile(
      "{{#tree}}{{>node}}{{/tree}}", ["node": "{{label}}{{#children}}{{>node}}{{/children}}"],
      schema: Nested.page
    ).template
    var record = ModelRecord(values: [Fixture.text("x"), .list([])])
    for _ in 0..<20 { record = ModelRecord(values: [Fixture.text("x"), .list([record])]) }
    let expected = String(repeating: "x", count: ModelSchema.selfNestingLimit)
    #expect(written(template, ModelRecord(values: [.record(record)])) == expected)
  }

  @Test func partialIsNotSharedBetweenPlacesOfDifferentMeaning() {
    let partials = ["p": "{{author.name}}\" title=\"{{author.name}}"]
    #expect(
      render("<a class=\"{{>p}}\"></a> {{>q}}", partials.merging(["q": "{{author.name}}"]) { $1 })
        == "<a class=\"Ann\" title=\"Ann\"></a> Ann")
    #expect(
      faults("{{link}}{{>q}}<a class={{>q}}>", ["q": "{{title}}"]) == [
        "q.html:1:1 template.type: The value of `class` is not quoted. | Write `class=\"{{title}}\"`."
      ])
  }

  private enum Nested: PageModel {
    case node
    static let modelName = "Node"
    static let fields: [FieldBinding<Nested>] = [
      .text("label", "") { _ in [] }, .list("children", "") { _ in [Nested]() },
    ]
    static let page = ModelSchema(name: "Page", fields: [Fixture.field("tree", .record(Nested.schema))])
  }
}
