import Templates
import Testing

@Suite struct SectionTests {
  @Test func flagsDecideWithoutChangingTheContext() {
    #expect(render("{{#yes}}+{{title}}{{/yes}}{{#no}}-{{/no}}") == "+A &amp; B")
    #expect(render("{{^yes}}+{{/yes}}{{^no}}-{{title}}{{/no}}") == "-A &amp; B")
  }

  @Test func textDecidesByBeingEmptyAndIsItsOwnContext() {
    #expect(render("{{#title}}<b>{{.}}</b>{{/title}}{{#blank}}never{{/blank}}") == "<b>A &amp; B</b>")
    #expect(render("{{^title}}never{{/title}}{{^blank}}none{{/blank}}") == "none")
    #expect(render("{{#body}}<div>{{{.}}}</div>{{/body}}") == "<div><i>&amp;</i></div>")
  }

  @Test func listsRepeatTheirBodyForEachRecord() {
    #expect(render("{{#items}}{{rank}}:{{name}};{{/items}}") == "1:one;2:two;")
    #expect(render("{{#none}}never{{/none}}{{^none}}none{{/none}}{{^items}}never{{/items}}") == "none")
  }

  @Test func listsNest() {
    #expect(
      render("{{#items}}{{name}}({{#tags}}{{label}}{{rank}} {{/tags}}{{^tags}}-{{/tags}}){{/items}}")
        == "one(x1 y1 )two(-)")
  }

  @Test func recordsAreEnteredWhenThereIsOne() {
    #expect(render("{{#author}}{{name}}{{#site}}{{owner}}{{/site}}{{/author}}") == "AnnBob")
    #expect(
      render("{{#nobody}}never{{/nobody}}{{^nobody}}none{{/nobody}}{{^author}}never{{/author}}") == "none")
  }

  @Test func sectionsTakeDottedNames() {
    #expect(
      render("{{#author.site}}{{owner}}{{/author.site}}{{#author.site.owner}}!{{/author.site.owner}}")
        == "Bob!")
    #expect(
      render("{{#nobody.site}}never{{/nobody.site}}{{^nobody.site.root}}none{{/nobody.site.root}}") == "none")
  }

  @Test func namesAreFoundInTheInnermostRecordThatDeclaresThem() {
    #expect(
      render("{{#author}}{{#items}}{{name}} {{title}} {{/items}}{{name}}{{/author}}")
        == "one A &amp; B two A &amp; B Ann")
  }

  @Test func emptyInnerFieldHidesTheOuterOne() {
    let inner = ModelSchema(name: "Inner", fields: [Fixture.field("x", .text)])
    let schema = ModelSchema(
      name: "Outer", fields: [Fixture.field("x", .text), Fixture.field("inner", .record(inner))])
    let record = ModelRecord(values: [Fixture.text("outer"), .record(ModelRecord(values: [.empty]))])
    #expect(render("{{#inner}}[{{x}}]{{/inner}}{{x}}", schema: schema, record: record) == "[]outer")
  }

  @Test func sameSectionMayStandInItself() {
    #expect(render("{{#yes}}a{{#yes}}b{{/yes}}c{{/yes}}") == "abc")
  }

  @Test func tagsThatHaveTheirLineForThemselvesTakeItAway() {
    #expect(render("a\n  {{#yes}}  \n b\n{{/yes}}\t\nc\n") == "a\n b\nc\n")
    #expect(render("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc") == "a\r\nb\r\nc")
    #expect(render("  {{^no}}\nb\n  {{/no}}") == "b\n")
    #expect(render("{{#items}}\n- {{name}}\n{{/items}}\n") == "- one\n- two\n")
  }

  @Test func tagsThatShareTheirLineLeaveItAlone() {
    #expect(render(" {{#yes}}b{{/yes}} \n") == " b \n")
    #expect(render(" {{#yes}} {{/yes}}\n") == "  \n")
    #expect(render("| {{#yes}}\n{{/yes}} |\n") == "| \n |\n")
  }
}
