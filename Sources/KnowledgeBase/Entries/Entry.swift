package import Markdown
import SourceText
package import TeXMath

/// Which page of the site is meant: its place in `KnowledgeBase.entries`.
package struct EntryID: Hashable, Sendable, Comparable {
  package let index: Int

  package init(_ index: Int) {
    self.index = index
  }

  package static func < (left: EntryID, right: EntryID) -> Bool { left.index < right.index }
}

/// One source file as a page of the site: what it is, where it stands, how it is divided.
///
/// Entries never change; they are shared, not copied, because every list and link looks at many of them.
package final class Entry: Sendable {
  /// What sort of page a file becomes.
  package enum Kind: UInt8, Sendable, Comparable {
    case question, reference, faq, page, home

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  package let kind: Kind
  /// Whether its front matter or file name says that it repeats or translates another page.
  let standsForAnother: Bool
  /// Where the page stands, as links compare it.
  let address: NameDigest
  /// The names by which links find the page.
  let names: [PageName]
  /// The sources that the front matter lists, along `frontMatter.references`.
  let listedSources: [NameDigest]
  /// What of the author's text is not shown, or without what stands in it.
  package let hiddenNodes: [Range<Int>]
  package let document: Document
  /// The document's front matter, completed by the site's defaults.
  package let frontMatter: FrontMatter
  /// The formulas of the document, in its order, as MathML and as readable text; with the numbers of the equations
  /// they refer to once the site is linked.
  package let formulas: [MathConversion]
  /// The file's path below the content folder, without `.md`; of an entry of a BibTeX file the path its key would have
  /// beside that file.
  package let name: String
  /// A question's slug, a reference's key.
  package let slug: [UInt8]
  /// Where the page stands.
  package let path: SitePath
  package let title: Title
  package let outline: PageOutline
  /// Whether it is a question with an answer that says something, or no question.
  package let isAnswered: Bool
  /// The formulas that have a number, in the order of their numbers.
  package let equations: [Equation]
  /// The nodes that may speak of other pages, in the order of the text.
  let referrers: [Referrer]
  /// Whether a formula refers to equations.
  let hasEquationReferences: Bool
  /// The links and images with an id.
  package let namedLinks: [NamedLink]
  /// Names that links may use: of headings, equations, links and, with `^` before them, of blocks.
  package let anchors: [[UInt8]: Anchor]
  /// The end of what each heading stands above, along the document's headings.
  let sectionEnds: [Int]
  /// Whether it is an entry of a BibTeX file, which holds others too and no Markdown.
  package let isFromBibliography: Bool
  /// The questions of the exercises in blocks `calculator`, by the blocks' nodes.
  let exercises: [Int: Title]
  /// The texts of wiki links that hold formulas or emphasis, by the links' places in the document.
  package let labels: [Int: Title]
  /// Converts the page's formulas.
  private let converter: FormulaConverter

  init(
    kind: Kind, document: Document, frontMatter: FrontMatter, formulas: [MathConversion], name: String,
    slug: [UInt8], path: SitePath, title: Title, outline: PageOutline, equations: [Equation],
    names: [PageName], links: [NamedLink], anchors: [[UInt8]: Anchor], sectionEnds: [Int],
    referrers: [Referrer],
    isFromBibliography: Bool,
    exercises: [Int: Title], labels: [Int: Title], converter: FormulaConverter
  ) {
    self.kind = kind
    self.document = document
    self.frontMatter = frontMatter
    self.formulas = formulas
    self.name = name
    self.slug = slug
    self.path = path
    self.title = title
    self.names = names
    address = NameDigest(path.text)
    listedSources = frontMatter.references.map { NameDigest($0.value) }
    hiddenNodes = Entry.hiddenNodes(kind, outline, of: document)
    standsForAnother =
      frontMatter.duplicateOf != nil || frontMatter.translationOf != nil
      || !isFromBibliography && FileLanguage(name) != nil
    self.outline = outline
    isAnswered = kind != .question || outline.answers.contains { !$0.nodes.isEmpty }
    self.equations = equations
    hasEquationReferences = formulas.contains { !$0.references.isEmpty }
    self.namedLinks = links
    self.anchors = anchors
    self.sectionEnds = sectionEnds
    self.referrers = referrers
    self.isFromBibliography = isFromBibliography
    self.exercises = exercises
    self.labels = labels
    self.converter = converter
  }

  /// The day that orders the page among others: of its last change, or of its first publication.
  package var orderingDate: CalendarDate? { frontMatter.updated ?? frontMatter.date }
}

extension Entry {
  /// Whether a formula has a number or refers to equations.
  var mayPrintNumbers: Bool { !equations.isEmpty || hasEquationReferences }

  /// The page with its formulas printing their numbers and those of the equations they refer to; itself if there
  /// are none.
  ///
  /// - Parameter number: the number of the equation with a label, without parentheses; `nil` where there is
  ///   none.
  /// - Complexity: O(formulas), and one conversion of each that has a number or refers to equations.
  func printing(_ number: ([UInt8]) -> [UInt8]?) -> Entry {
    guard mayPrintNumbers else { return self }
    var numbered = formulas
    var rest = equations[...]
    for index in formulas.indices {
      let own = rest.prefix { $0.formula == index }
      rest = rest.dropFirst(own.count)
      let references = formulas[index].references
      guard !own.isEmpty || !references.isEmpty, !formulas[index].hasErrors else { continue }
      let numbers = EquationNumbers(
        rows: own.map {
          EquationNumbers.Row(row: $0.row, number: $0.isTagged ? nil : $0.number, id: $0.id)
        },
        references: references.compactMap { reference in number(reference.label).map { (reference.label, $0) }
        })
      let span = document.formulas[index]
      numbered[index] = converter.convert(
        document.tex(of: span), display: span.isDisplay, numbers: numbers)
    }
    return Entry(
      kind: kind, document: document, frontMatter: frontMatter, formulas: numbered, name: name, slug: slug,
      path: path, title: title.showing(numbered, of: document), outline: outline, equations: equations,
      names: names, links: namedLinks, anchors: anchors, sectionEnds: sectionEnds, referrers: referrers,
      isFromBibliography: isFromBibliography,
      exercises: exercises, labels: labels, converter: converter)
  }

  /// What an id on a page belongs to.
  package enum Anchor: Sendable, Hashable {
    /// Index into the document's headings.
    case heading(Int)
    /// Index into the entry's equations.
    case equation(Int)
    /// Index into the document's block ids.
    case block(Int)
    /// Index into the entry's named links.
    case link(Int)
  }

  /// The id of a link or an image; empty if it has none.
  ///
  /// - Complexity: O(log named links).
  package func id(ofLink link: Int) -> [UInt8] {
    guard !namedLinks.isEmpty else { return [] }
    let place = namedLinks.partitioningIndex { $0.link >= link }
    return place < namedLinks.count && namedLinks[place].link == link ? namedLinks[place].id : []
  }

  /// The equation with a label.
  package func equation(labelled label: [UInt8]) -> Equation? {
    guard case .equation(let index) = anchors[label] else { return nil }
    return equations[index]
  }

  /// The numbered rows of a formula, by the formula's place in the document.
  ///
  /// - Complexity: O(log equations).
  package func equations(ofFormula formula: Int) -> ArraySlice<Equation> {
    let start = equations.partitioningIndex { $0.formula >= formula }
    return equations[start...].prefix { $0.formula == formula }
  }
}

/// Where a page stands below the site's root: `questions/稀疏/`.
package struct SitePath: Hashable, Sendable {
  /// As people read it, and as the folder on disk is called.
  package var text: String
  /// Percent-encoded, for `href`.
  package var url: [UInt8]

  /// Makes a path from its readable form.
  package init(_ text: String) {
    self.text = text
    self.url = PercentEncoding.encode(text.utf8)
  }

  /// Number of folders between the root and the page.
  package var depth: Int { url.count { $0 == 0x2F } }
}
