import SourceText
import Templates
import Testing

/// The model most tests compile against.
enum Fixture {
  static let tag = ModelSchema(name: "Tag", fields: [field("label", .text)])
  static let item = ModelSchema(
    name: "Item", fields: [field("name", .text), field("rank", .text), field("tags", .list(tag))])
  static let site = ModelSchema(name: "Site", fields: [field("root", .url), field("owner", .text)])
  static let person = ModelSchema(
    name: "Person", fields: [field("name", .text), field("site", .record(site))])
  static let page = ModelSchema(
    name: "Page",
    fields: [
      field("title", .text), field("blank", .text), field("body", .html), field("link", .url),
      field("yes", .flag), field("no", .flag), field("items", .list(item)), field("none", .list(item)),
      field("author", .record(person)), field("nobody", .record(person)),
    ])

  static let record = ModelRecord(values: [
    text("A & B"), text(""), .html(Array("<i>&amp;</i>".utf8)), .url(Array("../?a=1&b='2'".utf8)),
    .flag(true), .flag(false),
    .list([
      ModelRecord(values: [
        text("one"), text("1"), .list([ModelRecord(values: [text("x")]), ModelRecord(values: [text("y")])]),
      ]),
      ModelRecord(values: [text("two"), text("2"), .list([])]),
    ]),
    .list([]),
    .record(
      ModelRecord(values: [
        text("Ann"), .record(ModelRecord(values: [.url(Array("../".utf8)), text("Bob")])),
      ])),
    .empty,
  ])

  static func field(_ name: String, _ type: FieldType) -> ModelField {
    ModelField(name: name, type: type, summary: "")
  }

  static func text(_ string: String) -> ModelValue { .text(Array(string.utf8)) }
}

/// Compiles `template` as `main.html`, with partials beside it.
func compile(
  _ template: String, _ partials: [String: String] = [:], schema: ModelSchema = Fixture.page,
  settings: [String: String] = [:]
) -> (template: Template?, diagnostics: [Diagnostic]) {
  var sources = [source("main.html", template)]
  for (name, text) in partials.sorted(by: { $0.key < $1.key }) {
    sources.append(source(name + ".html", text))
  }
  let (templates, diagnostics) = TemplateSet.compile(
    sources, entries: [("main.html", schema)], settings: settings)
  return (templates.template("main.html"), diagnostics)
}

func source(_ name: String, _ text: String) -> TemplateSource {
  TemplateSource(name: name, file: SourceFile(path: "templates/" + name, bytes: Array(text.utf8)))
}

/// What a template without faults writes.
func render(
  _ template: String, _ partials: [String: String] = [:], schema: ModelSchema = Fixture.page,
  record: ModelRecord = Fixture.record, _ location: Testing.SourceLocation = #_sourceLocation
) -> String {
  let (compiled, diagnostics) = compile(template, partials, schema: schema)
  for diagnostic in diagnostics { Issue.record("\(described(diagnostic))", sourceLocation: location) }
  return written(compiled, record)
}

func written(_ template: Template?, _ record: ModelRecord = Fixture.record) -> String {
  var output: [UInt8] = []
  template?.render(record, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// A diagnostic on one line: `file:line:column rule: message | note`.
func described(_ diagnostic: Diagnostic) -> String {
  var text = ""
  if let location = diagnostic.location {
    let position = location.position
    text = "\(location.path.split(separator: "/").last ?? ""):"
    text += "\(position?.line ?? 0):\(position?.column ?? 0) "
  }
  text += "\(diagnostic.id.rawValue): \(diagnostic.message)"
  for note in diagnostic.notes { text += " | " + note.message }
  return text
}

/// The diagnostics of a template, described.
func faults(
  _ template: String, _ partials: [String: String] = [:], schema: ModelSchema = Fixture.page
) -> [String] {
  compile(template, partials, schema: schema).diagnostics.map(described)
}
