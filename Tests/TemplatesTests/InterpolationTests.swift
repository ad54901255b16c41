import Templates
import Testing

@Suite struct InterpolationTests {
  @Test func textWithoutTagsIsWrittenAsItStands() {
    #expect(render("Grüße {single} } 你好\r\n\tend") == "Grüße {single} } 你好\r\n\tend")
    #expect(render("") == "")
  }

  @Test func textIsEscaped() {
    let schema = ModelSchema(name: "P", fields: [Fixture.field("x", .text)])
    let record = ModelRecord(values: [Fixture.text("&<>\"' ü a&&b")])
    #expect(render("[{{x}}]", schema: schema, record: record) == "[&amp;&lt;&gt;&quot;&#39; ü a&amp;&amp;b]")
  }

  @Test func addressIsEscaped() {
    #expect(
      render("<a href=\"{{link}}\">{{link}}</a>")
        == "<a href=\"../?a=1&amp;b=&#39;2&#39;\">../?a=1&amp;b=&#39;2&#39;</a>")
  }

  @Test(arguments: ["{{{body}}}", "{{&body}}", "{{& body }}", "{{{ body }}}"])
  func markupIsWrittenAsItIs(tag: String) {
    #expect(render("|\(tag)|") == "|<i>&amp;</i>|")
  }

  @Test func whiteSpaceInsideTagsIsIgnoredAndAroundThemKept() {
    #expect(render("  {{ title }}\n") == "  A &amp; B\n")
    #expect(render(" {{\n title\t}} |") == " A &amp; B |")
  }

  @Test func emptyFieldsWriteNothing() {
    #expect(render("[{{blank}}][{{nobody.name}}][{{nobody.site.root}}]") == "[][][]")
  }

  @Test func dottedNamesReadRecordsInRecords() {
    #expect(render("{{author.name}} {{author.site.root}} {{author.site.owner}}") == "Ann ../ Bob")
  }

  @Test func firstStepOfADottedNameIsLookedUpOutwards() {
    #expect(render("{{#items}}{{author.site.owner}};{{/items}}") == "Bob;Bob;")
  }

  @Test func valuesAreNeverReadAsTemplates() {
    let schema = ModelSchema(name: "P", fields: [Fixture.field("x", .text)])
    let record = ModelRecord(values: [Fixture.text("{{x}}{{#x}}")])
    #expect(render("{{x}}", schema: schema, record: record) == "{{x}}{{#x}}")
  }

  @Test func byteOrderMarkIsNotWritten() {
    #expect(render("\u{FEFF}{{title}}") == "A &amp; B")
  }

  @Test func outputIsAppended() {
    var output = Array("before ".utf8)
    compile("{{yes}}{{author.name}}").template?.render(Fixture.record, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before Ann")
  }

  @Test func recordsThatDoNotFollowTheSchemaAreWrittenSafely() {
    let template = compile(
      "{{title}}{{{body}}}{{#items}}{{name}}{{/items}}{{author.name}}{{#author}}!{{/author}}"
    )
    .template
    #expect(written(template, ModelRecord(values: [])) == "")
    let shuffled = ModelRecord(values: [
      .html(Array("<b>".utf8)), .flag(true), Fixture.text("<i>"), .empty, .empty, .empty, Fixture.text("x"),
      .empty, .list([]),
    ])
    #expect(written(template, shuffled) == "&lt;b&gt;&lt;i&gt;")
  }
}
