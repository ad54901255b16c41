import Testing

@testable import Templates

@Suite("Templates for pages on which some records are always the same")
struct KnownRecordTests {
  private let author = ModelRecord(values: [
    Fixture.text("<Ann>"), .record(ModelRecord(values: [.url(Array("../".utf8)), Fixture.text("")])),
  ])

  @Test(
    "They write what they would write without knowing",
    arguments: [
      "{{title}} by {{author.name}}", "{{author.name}}{{author.site.root}}{{author.site.owner}}",
      "a{{#author}}b{{name}}{{#site}}{{root}}{{/site}}c{{/author}}d",
      "a{{#author.name}}b{{/author.name}}c{{^author.name}}d{{/author.name}}e",
      "a{{#author.site.owner}}b{{title}}{{/author.site.owner}}c{{^author.site.owner}}d{{/author.site.owner}}e",
      "{{#items}}{{name}} {{author.name}}{{#author.name}}{{#tags}}[{{label}}]{{/tags}}{{/author.name}}, {{/items}}",
      "{{#none}}x{{/none}}{{^none}}{{author.name}}{{/none}}y{{#no}}{{author.name}}{{/no}}z{{#yes}}{{author.name}}{{/yes}}",
      "{{#author.name}}{{#yes}}a{{/yes}}{{^yes}}b{{/yes}}{{/author.name}}{{{body}}}{{#nobody}}x{{/nobody}}",
      "{{>part}}{{#items}}{{>part}}{{/items}}{{#author.site.owner}}{{>part}}{{/author.site.owner}}",
      "{{author.name}}", "",
    ])
  func same(source: String) throws {
    let (template, diagnostics) = compile(
      source, ["part": "<p>{{author.name}}{{#author.site.owner}}!{{/author.site.owner}}{{title}}</p>"])
    #expect(diagnostics.isEmpty)
    var record = Fixture.record
    record.values[8] = .record(author)
    var expected: [UInt8] = []
    var found: [UInt8] = []
    try #require(template).render(record, into: &expected)
    try #require(template).knowing(["author": author, "unknown": author]).render(record, into: &found)
    #expect(String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }
}
