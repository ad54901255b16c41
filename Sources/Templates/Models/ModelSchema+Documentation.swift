extension ModelSchema {
  /// The fields as Markdown for authors of themes: a heading and a table for this model and for every model in
  /// it, each name once, in the order they are met.
  ///
  /// - Complexity: O(fields of all models in it).
  public func documentation() -> String {
    var seen: Set<String> = [name]
    var waiting = [self]
    var text = ""
    var next = 0
    while next < waiting.count {
      let schema = waiting[next]
      next += 1
      text += next == 1 ? "" : "\n"
      text += "## \(schema.name)\n\n| field | type | meaning |\n| --- | --- | --- |\n"
      for field in schema.fields {
        text += "| `\(field.name)` | \(field.type.documentation) | \(escaped(field.summary)) |\n"
        if let inner = field.type.schema, seen.insert(inner.name).inserted { waiting.append(inner) }
      }
    }
    return text
  }

  /// A summary that cannot end its cell.
  private func escaped(_ summary: String) -> String {
    String(summary.flatMap { $0 == "|" ? "\\|" : $0.isNewline ? " " : String($0) })
  }
}

extension FieldType {
  fileprivate var schema: ModelSchema? {
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
