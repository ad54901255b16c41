package import Markdown
package import SourceText
package import TeXMath

/// Turns one source file into a page of the site. Reading a file knows of no other file, so that all files are read
/// at once.
package struct EntryReader: Sendable {
  private let options: ParseOptions
  private let macros: MacroTable
  private let limits: MathLimits
  private let numbersAllEquations: Bool
  /// For pages without macros of their own, which are most.
  private let converter: FormulaConverter
  private let cache: FormulaCache
  /// Completes a document's front matter by what the configuration says of its path.
  private let complete: @Sendable (inout FrontMatter, String) -> Void

  /// Prepares to read files by the rules of a site.
  ///
  /// - Parameters:
  ///   - macros: macros of all pages.
  ///   - limits: what a formula may not exceed.
  ///   - numbersAllEquations: whether display formulas without a label have a number too; not those of sources, whose
  ///     excerpts stand on pages with numbers of their own.
  ///   - cache: keeps formulas that several pages show; of readers with the same macros and limits.
  package init(
    options: ParseOptions, macros: MacroTable = MacroTable(), limits: MathLimits = MathLimits(),
    numbersAllEquations: Bool = false, cache: FormulaCache = FormulaCache(),
    complete: @escaping @Sendable (inout FrontMatter, String) -> Void = { _, _ in }
  ) {
    self.options = options
    self.macros = macros
    self.limits = limits
    self.cache = cache
    converter = FormulaConverter(MathConverter(macros: macros, limits: limits), cache: cache)
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
    if document.frontMatter.lang == nil, let language = FileLanguage(place) {
      document.frontMatter.lang = Sourced(language.tag, range: document.frontMatter.range)
    }
    complete(&document.frontMatter, file.path)
    guard let kind = kind(of: document, place: place) else { return (nil, document.diagnostics) }
    return entry(of: document, kind: kind, place: place)
  }

  /// Reads a BibTeX file, each entry as a page of its own.
  ///
  /// - Parameters:
  ///   - file: the file; its path is relative to the site.
  ///   - place: its path below the content folder, without `.bib`: `references/library`.
  /// - Returns: the entries in the order of the file, and what is wrong in it.
  /// - Complexity: O(bytes), and the conversion of the formulas.
  package func read(
    bibliography file: SourceFile, place: String
  ) -> (entries: [Entry], diagnostics: [Diagnostic]) {
    let bibliography = Bibliography(parsing: file)
    var diagnostics = bibliography.diagnostics
    let folder = place.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let entries = bibliography.sources.map { source in
      var document = source.document
      complete(&document.frontMatter, file.path)
      let key = document.frontMatter.id?.value ?? ""
      let result = entry(of: document, kind: .reference, place: folder + key, title: source.title)
      diagnostics += result.diagnostics
      return result.entry
    }
    return (entries, diagnostics)
  }

  /// Reads a document that belongs to no site.
  package func readAlone(_ file: SourceFile) -> (entry: Entry, diagnostics: [Diagnostic]) {
    let (entry, diagnostics) = entry(of: Document(parsing: file, options: options), kind: .page, place: "")
    return (entry.printing { entry.equation(labelled: $0)?.number }, diagnostics)
  }

  private func entry(
    of parsed: Document, kind: Entry.Kind, place: String, title bibliographicTitle: Document? = nil
  ) -> (entry: Entry, diagnostics: [Diagnostic]) {
    var document = parsed
    var diagnostics = document.diagnostics
    document.diagnostics = []
    document.showTargetsOfRedirectors()
    if kind != .reference { diagnostics += document.frontMatter.requireDays(in: document.source) }
    let converter = converter(for: document, diagnostics: &diagnostics)
    let formulas = document.formulas.map { converter.convert(document.tex(of: $0), display: $0.isDisplay) }
    diagnostics += FormulaFaults(document: document, formulas: formulas).diagnostics()
    let calculations = CalculationFaults(document: document, converter: converter)
    diagnostics += calculations.diagnostics
    let labels = LinkLabels(document: document, converter: converter)
    diagnostics += labels.diagnostics
    let (title, titleNode) =
      bibliographicTitle.map { (Title($0, converter: converter, diagnostics: &diagnostics), nil) }
      ?? title(
        of: document, formulas: formulas, place: place, converter: converter, diagnostics: &diagnostics)
    let slug = slug(of: document, kind: kind, place: place)
    let nodes = PlaceNodes(document, formulas)
    var numbering = EquationNumbering(
      document, nodes, numbersAll: numbersAllEquations && kind != .reference, names: PlaceNames(document))
    numbering.number(formulas)
    diagnostics += numbering.diagnostics
    var places = numbering.names
    places.nameLinks(nodes)
    diagnostics += places.diagnostics
    let outline = PageOutline(
      of: document, titleNode: titleNode, sections: options.sections, isQuestion: kind == .question,
      answerID: places.answerID())
    let path = path(kind: kind, slug: slug, place: place)
    let names = [PageName](
      kind: kind, path: place, slug: slug, title: title, frontMatter: document.frontMatter,
      headings: document.headings)
    let entry = Entry(
      kind: kind, document: document, frontMatter: document.frontMatter, formulas: formulas, name: place,
      slug: slug, path: path, title: title, outline: outline, equations: numbering.equations, names: names,
      links: places.links, anchors: places.anchors,
      sectionEnds: nodes.sectionEnds, referrers: nodes.referrers,
      isFromBibliography: bibliographicTitle != nil,
      exercises: calculations.exercises, labels: labels.titles, converter: converter)
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
    of document: Document, formulas: [MathConversion], place: String, converter: FormulaConverter,
    diagnostics: inout [Diagnostic]
  ) -> (title: Title, node: Int?) {
    let heading = document.headings.first { $0.level == 1 && document.nodes[$0.node].subtreeEnd > 0 }
    if let written = document.frontMatter.title {
      let title = Title(
        written, in: document.source, converter: converter, diagnostics: &diagnostics)
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

  private func converter(for document: Document, diagnostics: inout [Diagnostic]) -> FormulaConverter {
    let macros = document.frontMatter.macros
    guard !macros.isEmpty else { return converter }
    var table = self.macros
    for macro in macros {
      if let fault = table.define(macro) {
        diagnostics.append(
          Diagnostic(.frontMatterValue, at: SourceLocation(macro.body.range, in: document.source), fault))
      }
    }
    return FormulaConverter(MathConverter(macros: table, limits: limits), cache: cache, macros: macros)
  }
}
