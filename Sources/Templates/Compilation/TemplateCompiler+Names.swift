import SourceText

extension TemplateCompiler {
  /// Finds the field a tag names: the first step through the context stack, innermost first, further steps only
  /// in the record found. `nil` after a diagnostic, and below the deepest level of a recursive model.
  mutating func resolve(_ name: TagName, in scope: TemplateScope) -> ResolvedField? {
    if name.text == "." { return resolveCurrent(name, in: scope) }
    let steps = name.text.split(separator: ".", omittingEmptySubsequences: false)
    guard !steps.contains(where: \.isEmpty) else {
      fail(.templateSyntax, name.range, "A dot in `\(name.text)` has no name beside it.", in: scope)
      return nil
    }
    var offset = name.range.lowerBound + steps[0].utf8.count
    let first = TagName(text: String(steps[0]), range: name.range.lowerBound..<offset)
    guard var field = lookUp(first, in: scope) else { return nil }
    var path = first.text
    for step in steps.dropFirst() {
      let range = offset + 1..<offset + 1 + step.utf8.count
      guard case .record(let record) = field.type else {
        failWithoutFields(path, field.type, range: name.range.lowerBound..<offset, in: scope)
        return nil
      }
      if record.fields.isEmpty { return nil }
      guard let slot = record.slot(of: step) else {
        failUnknown(
          TagName(text: String(step), range: range), message: "`\(path)` has no field `\(step)`.",
          among: [record], in: scope)
        return nil
      }
      field.slots.append(slot)
      field.type = record.fields[slot].type
      path += "." + step
      offset = range.upperBound
    }
    return field
  }

  private mutating func resolveCurrent(_ name: TagName, in scope: TemplateScope) -> ResolvedField? {
    if let field = scope.current { return field }
    let innermost = scope.records.last.map { schemas[$0] } ?? schema
    fail(
      .templateUnknownName, name.range, "`.` has no value here: this is a whole \(innermost.name).",
      notes: [Note("Name one of its fields: \(list(innermost)).")], in: scope)
    return nil
  }

  private mutating func lookUp(_ name: TagName, in scope: TemplateScope) -> ResolvedField? {
    var visible: [ModelSchema] = []
    for (frame, number) in scope.records.enumerated().reversed() {
      let schema = schemas[number]
      if let slot = schema.slot(of: name.text) {
        return ResolvedField(frame: frame, slots: [slot], type: schema.fields[slot].type)
      }
      if !visible.contains(schema) { visible.append(schema) }
    }
    let models = visible.map(\.name).joined(separator: " or ")
    failUnknown(name, message: "`\(name.text)` is no field of \(models).", among: visible, in: scope)
    return nil
  }

  private mutating func failUnknown(
    _ name: TagName, message: String, among schemas: [ModelSchema], in scope: TemplateScope
  ) {
    let further = inner(name.text, of: schemas).map { "`\($0)`" }
    let names = schemas.flatMap { $0.fields.map(\.name) }
    let notes: [Note] =
      if let note = settingNote(for: name) {
        [note]
      } else if !further.isEmpty {
        [Note("did you mean \(further.joined(separator: " or "))?")]
      } else if let question = Suggestion.question(for: name.text, among: names) {
        [Note(question)]
      } else {
        schemas.map { Note("The fields of \($0.name): \(list($0)).") }
      }
    fail(.templateUnknownName, name.range, message, notes: notes, in: scope)
  }

  /// Fields of that very name in records one step further in.
  private func inner(_ name: String, of schemas: [ModelSchema]) -> [String] {
    schemas.flatMap { schema in
      schema.fields.compactMap { field in
        if case .record(let record) = field.type, record.slot(of: name) != nil {
          field.name + "." + name
        } else {
          nil
        }
      }
    }
  }

  private mutating func failWithoutFields(
    _ path: String, _ type: FieldType, range: Range<Int>, in scope: TemplateScope
  ) {
    var notes: [Note] = []
    if case .list(let item) = type {
      notes = [Note("Open it with `{{#\(path)}}` and name the fields of \(item.name) inside.")]
    }
    fail(
      .templateUnknownName, range, "`\(path)` is \(type.noun) and has no fields after a dot.", notes: notes,
      in: scope)
  }

  private func list(_ schema: ModelSchema) -> String {
    schema.fields.isEmpty ? "none" : schema.fields.map { "`\($0.name)`" }.joined(separator: ", ")
  }
}

extension FieldType {
  /// What an author calls such a field.
  var noun: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .url: "a URL"
    case .flag: "a flag"
    case .list(let item): "a list of \(item.name)"
    case .record(let record): "a record (\(record.name))"
    }
  }
}
