package import Markdown
package import SourceText
package import TeXMath

/// Turns one source file into a page of the site. Reading a file knows of no other file, so that all files are read
/// at once.
package struct EntryReader: Sendable {
  private let options: ParseOptions
  private let macros: MacroTable
  private let numbersAllEquations: Bool
  /// Completes a document's front matter by what the configuration says of its path.
  private let complete: @Sendable (inout FrontMatter, String) -> Void

  /// Prepares to read files by the rules of a site.
  package init(
    options: ParseOptions, macros: MacroTable = MacroTable(), numbersAllEquations: Bool = false,
    complete: @escaping @Sendable (inout FrontMatter, String) -> Void = { _, _ in }
  ) {
    self.options = options
    self.macros = macros
    self.numbersAllEquations = numbersAllEquations
    self.complete = complete
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the file; its path is relative to the site.
  ///   - place: its path below the content folder, without `.md`: `questions/optimizers/adam`.
  /// - Returns: the entry, or `nil` for a file in a folder that holds no pages; and what is wrong in it.
  package func read(_ file: SourceFile, place: String) -> (entry: Entry?, diagnostics: [Diagnostic]) {
    var document = Document(parsing: file, options: options)
    complete(&document.frontMatter, file.path)
    guard let kind = kind(of: document, place: place) else { return (nil, document.diagnostics) }
    return entry(of: document, kind: kind, place: place)
  }

  /// Reads a document that belongs to no site.
  package func readAlone(_ file: SourceFile) -> (entry: Entry, diagnostics: [Diagnostic]) {
    entry(of: Document(parsing: file, options: options), kind: .page, place: "")
  }

  private func entry(
    of parsed: Document, kind: Entry.Kind, place: String
  ) -> (entry: Entry, diagnostics: [Diagnostic]) {
    var document = parsed
    var diagnostics = document.diagnostics
    document.diagnostics = []
    let converter = converter(for: document, diagnostics: &diagnostics)
    let formulas = document.formulas.map { converter.convert(document.tex(of: $0), display: $0.isDisplay) }
    diagnostics += FormulaFaults(document: document, formulas: formulas).diagnostics()
    diagnostics += CalculationFaults(document: document).diagnostics()
    let (title, titleNode) = title(of: document, formulas: formulas, place: place, converter: converter)
    let slug = slug(of: document, kind: kind, place: place)
    var anchors: [[UInt8]: Entry.Anchor] = [:]
    for (index, heading) in document.headings.enumerated() where anchors[heading.id] == nil {
      anchors[heading.id] = .heading(index)
    }
    for (index, block) in document.blockIDs.enumerated() { anchors[[0x5E] + block.id] = .block(index) }
    let equations = equations(of: document, formulas, anchors: &anchors, diagnostics: &diagnostics)
    let entry = Entry(
      kind: kind, document: document, formulas: formulas, name: place, slug: slug,
      path: path(kind: kind, slug: slug, place: place), title: title,
      outline: PageOutline(
        of: document, titleNode: titleNode, sections: options.sections, isQuestion: kind == .question),
      equations: equations, anchors: anchors)
    return (entry, diagnostics)
  }

  // MARK: Identity

  private func kind(of document: Document, place: String) -> Entry.Kind? {
    switch document.frontMatter.kind {
    case .question: return .question
    case .faq: return .faq
    case .reference: return .reference
    case .page: return .page
    case nil: break
    }
    switch place.prefix(while: { $0 != "/" }) {
    case "questions": return .question
    case "faq": return .faq
    case "references": return .reference
    case "pages": return place == "pages/index" ? .home : .page
    default: return nil
    }
  }

  private func slug(of document: Document, kind: Entry.Kind, place: String) -> [UInt8] {
    let stem = String(place.split(separator: "/").last ?? "")
    switch kind {
    case .reference:
      return Array((document.frontMatter.id?.value ?? stem).utf8)
    case .question, .faq, .page, .home:
      return Slug.make(Array((document.frontMatter.slug?.value ?? stem).utf8))
    }
  }

  private func path(kind: Entry.Kind, slug: [UInt8], place: String) -> SitePath {
    let slug = String(decoding: slug, as: UTF8.self)
    switch kind {
    case .home: return SitePath("")
    case .question: return SitePath("questions/\(slug)/")
    case .faq: return SitePath("faq/\(slug)/")
    case .reference:
      let folder = String(decoding: Slug.make(Array(slug.utf8)), as: UTF8.self)
      return SitePath("references/\(folder)/")
    case .page:
      let folders = place.split(separator: "/").dropFirst().dropLast().map {
        String(decoding: Slug.make(Array($0.utf8)), as: UTF8.self) + "/"
      }
      return SitePath(folders.joined() + slug + "/")
    }
  }

  /// `title:`, else the first level-1 heading, else the file's name.
  private func title(
    of document: Document, formulas: [MathConversion], place: String, converter: MathConverter
  ) -> (title: Title, node: Int?) {
    let heading = document.headings.first { $0.level == 1 && document.nodes[$0.node].subtreeEnd > 0 }
    if let written = document.frontMatter.title {
      let title = Title(written, in: document.source, converter: converter)
      guard let heading else { return (title, nil) }
      let repeated = LinearText(document: document, formulas: formulas).text(of: heading.node)
      return (title, repeated == title.plain ? heading.node : nil)
    }
    if let heading {
      return (Title(heading: heading, of: document, formulas: formulas), heading.node)
    }
    return (Title(plain: Array((place.split(separator: "/").last ?? "").utf8)), nil)
  }

  // MARK: Formulas

  private func converter(for document: Document, diagnostics: inout [Diagnostic]) -> MathConverter {
    guard !document.frontMatter.macros.isEmpty else { return MathConverter(macros: macros) }
    var table = macros
    for macro in document.frontMatter.macros {
      if let fault = table.define(macro) {
        diagnostics.append(
          Diagnostic(.frontMatterValue, at: SourceLocation(macro.body.range, in: document.source), fault))
      }
    }
    return MathConverter(macros: table)
  }

  /// Gives labelled and tagged formulas their numbers.
  private func equations(
    of document: Document, _ formulas: [MathConversion], anchors: inout [[UInt8]: Entry.Anchor],
    diagnostics: inout [Diagnostic]
  ) -> [Equation] {
    var equations: [Equation] = []
    var count = 0
    for (index, formula) in document.formulas.enumerated() where formula.isDisplay {
      let inner = formulas[index].labels.first
      let label = formula.label ?? inner?.name ?? []
      guard inner != nil || !label.isEmpty || numbersAllEquations else { continue }
      if inner?.tag == nil { count += 1 }
      let number = inner?.tag ?? Array(String(count).utf8)
      equations.append(Equation(label: label, number: number, formula: index))
      guard !label.isEmpty else { continue }
      guard anchors[label] != nil else {
        anchors[label] = .equation(equations.count - 1)
        continue
      }
      diagnostics.append(
        Diagnostic(
          .mathLabelDuplicate, at: SourceLocation(formula.contentRange, in: document.source),
          "The name \"\(String(decoding: label, as: UTF8.self))\" stands twice on this page.",
          notes: [Note("Give this formula another name; references reach only the first.")]))
    }
    return equations
  }
}

extension MacroTable {
  /// Adds a macro an author wrote; returns what is wrong with it.
  package mutating func define(_ macro: Markdown.MacroDefinition) -> String? {
    let body = Array(macro.body.value.utf8)
    var parameters = 0
    for (index, byte) in body.enumerated().dropLast() where byte == 0x23 && body[index + 1] &- 0x31 < 9 {
      parameters = max(parameters, Int(body[index + 1] - 0x30))
    }
    let name = macro.name.value.drop { $0 == "\\" }
    do {
      try define(name: Array(name.utf8), parameterCount: parameters, body: body)
      return nil
    } catch {
      return "The macro \\\(name) cannot be defined: \(error)."
    }
  }
}
