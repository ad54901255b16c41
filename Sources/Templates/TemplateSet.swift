public import SourceText

/// The compiled templates of a theme.
public struct TemplateSet: Sendable {
  private let templates: [String: Template]

  /// Compiles every template in `entries` (template name → schema) with the partials and parents among `sources`.
  ///
  /// Never fails: the diagnostics of all files come together. A tag in error writes nothing, and so does an
  /// included file whose form is broken, so that a preview can show the rest.
  ///
  /// - Parameters:
  ///   - sources: of two with the same name, the later one counts.
  ///   - settings: the site's values for its theme, for `{{theme.name}}`.
  /// - Complexity: O(bytes of the sources), and for each entry O(bytes of what it includes).
  public static func compile(
    _ sources: [TemplateSource], entries: [(name: String, schema: ModelSchema)],
    settings: [String: String] = [:]
  ) -> (templates: TemplateSet, diagnostics: [Diagnostic]) {
    let library = TemplateLibrary(sources)
    var report = TemplateReport()
    for entry in library.templates { report.add(contentsOf: entry.parsed.diagnostics) }
    var templates: [String: Template] = [:]
    for (name, schema) in entries {
      guard let source = library.index(of: name) else {
        report.add(Diagnostic(.templateMissingPartial, at: nil, "The theme has no template `\(name)`."))
        continue
      }
      guard library.templates[source].parsed.isWellFormed else { continue }
      var compiler = TemplateCompiler(library: library, schema: schema, settings: settings, report: report)
      let program = compiler.compile(source)
      report = compiler.report
      templates[name] = Template(schema: schema, program: program)
    }
    for template in library.unused { report.add(unused(template, among: library)) }
    return (TemplateSet(templates: templates), report.diagnostics)
  }

  private static func unused(_ template: TemplateLibrary.Entry, among library: TemplateLibrary) -> Diagnostic
  {
    let known = library.templates.filter { !$0.isAdditional }.map(\.name)
    let name = template.name.hasSuffix(".html") ? String(template.name.dropLast(5)) : template.name
    return Diagnostic(
      .templateUnused, at: SourceLocation(path: template.file.path),
      "The theme has no file `\(template.name)`, and no template includes it.",
      notes: [
        Note(
          Suggestion.question(for: template.name, among: known)
            ?? "Include it with `{{>\(name)}}`, or remove it.")
      ])
  }

  /// The same templates for pages on which these records of the pages' own schema always are the same: what the
  /// templates say of them is written already.
  ///
  /// - Complexity: O(size of the templates).
  public func knowing(_ records: [String: ModelRecord]) -> TemplateSet {
    TemplateSet(templates: templates.mapValues { $0.knowing(records) })
  }

  /// The template of an entry, or `nil` when there is none or its own file is broken in form.
  public func template(_ name: String) -> Template? { templates[name] }
}
