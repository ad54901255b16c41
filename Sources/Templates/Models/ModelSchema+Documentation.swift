extension ModelSchema {
  /// The fields as Markdown for authors of themes: a heading and a table for this model and for every model in
  /// it, each name once, in the order they are met.
  ///
  /// - Complexity: O(fields of all models in it).
  public func documentation() -> String {
    models().map { "## \($0.name)\n\n\($0.table())" }.joined(separator: "\n")
  }

  /// This model and every model in it, each name once, in the order they are met.
  ///
  /// - Complexity: O(fields of all models in it).
  package func models() -> [ModelSchema] {
    var seen: Set<String> = [name]
    var models = [self]
    var next = 0
    while next < models.count {
      for field in models[next].fields {
        if let inner = field.type.schema, seen.insert(inner.name).inserted { models.append(inner) }
      }
      next += 1
    }
    return models
  }

  /// The fields of this model as a table of Markdown.
  ///
  /// - Parameter example: Markdown for a value of a field, in a column of its own; no such column without.
  /// - Complexity: O(fields).
  package func table(example: ((ModelField) -> String)? = nil) -> String {
    var text = "| field | type | meaning |\(example == nil ? "" : " example |")\n"
    text += "| --- | --- | --- |\(example == nil ? "" : " --- |")\n"
    for field in fields {
      text += "| `\(field.name)` | \(field.type.documentation) | \(escaped(field.summary)) |"
      if let example { text += " \(example(field)) |" }
      text += "\n"
    }
    return text
  }

  /// A summary that cannot end its cell.
  private func escaped(_ summary: String) -> String {
    String(summary.flatMap { $0 == "|" ? "\\|" : $0.isNewline ? " " : String($0) })
  }
}

extension FieldType {
  /// The model of what a list or a record holds.
  package var schema: ModelSchema? {
    switch self {
    case .text, .html, .url, .flag: nil
    case .list(let schema), .record(let schema): schema
    }
  }

  fileprivate var documentation: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .url: "URL"
    case .flag: "flag"
    case .list(let schema): "list of \(schema.name)"
    case .record(let schema): "record \(schema.name)"
    }
  }
}
