package import Markdown
import SourceText
package import TeXMath

/// A page's title: inline Markdown, with a plain form for where markup cannot stand.
package struct Title: Sendable {
  /// The text without markup, formulas as readable text.
  package var plain: [UInt8]
  /// The inlines, when there is more than text.
  package var markup: Markup? { sharedMarkup?.value }
  /// Behind a reference, because titles are passed around far more often than their markup is read.
  private var sharedMarkup: SharedMarkup?
  /// The text as its author wrote it, where that holds markup.
  private(set) var written: [UInt8]?

  /// Inlines with the document they belong to.
  package struct Markup: Sendable {
    package var document: Document
    package var formulas: [MathConversion]
    /// The node whose children are the title.
    package var node: Int
  }

  private final class SharedMarkup: Sendable {
    let value: Markup

    init(_ value: Markup) { self.value = value }
  }

  /// A title without markup.
  package init(plain: [UInt8]) {
    self.plain = plain
  }

  /// A title that stands as a heading in a document.
  init(heading: Heading, of document: Document, formulas: [MathConversion]) {
    let text = LinearText(document: document, formulas: formulas)
    self.plain = text.text(of: heading.node)
    sharedMarkup = SharedMarkup(Markup(document: document, formulas: formulas, node: heading.node))
    written = Title.written(document, node: heading.node)
  }

  /// A heading as a title, for links that are called by it.
  ///
  /// - Complexity: O(nodes and bytes of the heading).
  package init(ofHeading index: Int, of entry: Entry) {
    let heading = entry.document.headings[index]
    let nodes = heading.node + 1..<max(heading.node + 1, Int(entry.document.nodes[heading.node].subtreeEnd))
    if entry.document.nodes[nodes].allSatisfy({ $0.kind == .text }) {
      self.init(plain: heading.plainText)
    } else {
      self.init(heading: heading, of: entry.document, formulas: entry.formulas)
    }
  }

  /// The title with other conversions of its document's formulas, if it stands in that document.
  func showing(_ formulas: [MathConversion], of document: Document) -> Title {
    guard var markup, markup.node > 0 else { return self }
    markup.formulas = formulas
    var title = Title(plain: LinearText(document: document, formulas: formulas).text(of: markup.node))
    title.sharedMarkup = SharedMarkup(markup)
    title.written = written
    return title
  }

  /// A title that stands in front matter.
  ///
  /// - Parameter diagnostics: gets what is wrong in its formulas; where YAML writes the text in another way than it
  ///   is, at the whole title.
  init(
    _ title: Sourced<String>, in file: SourceFile, converter: FormulaConverter,
    diagnostics: inout [Diagnostic]
  ) {
    // A title is one line, also where YAML lets it hold several.
    let bytes = title.value.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    guard bytes.contains(where: Title.mayBeMarkup) else {
      self.init(plain: bytes)
      return
    }
    let document: Document
    let verbatim = title.verbatimRange(in: file)
    if let range = verbatim {
      document = Document(parsingInlinesIn: range.bytes, of: file)
    } else {
      let text = SourceFile(path: file.path, bytes: bytes)
      document = Document(parsingInlinesIn: 0..<bytes.count, of: text)
    }
    let formulas = document.formulas.map { converter.convert(document.tex(of: $0), display: false) }
    for fault in FormulaFaults(document: document, formulas: formulas).diagnostics() {
      var fault = fault
      if verbatim == nil { fault.location = SourceLocation(title.range, in: file) }
      diagnostics.append(fault)
    }
    self.init(plain: LinearText(document: document, formulas: formulas).text(of: 0))
    sharedMarkup = SharedMarkup(Markup(document: document, formulas: formulas, node: 0))
    written = Title.written(document, node: 0)
  }

  /// A title that is a document of inlines.
  init(_ document: Document, converter: FormulaConverter, diagnostics: inout [Diagnostic]) {
    let formulas = document.formulas.map { converter.convert(document.tex(of: $0), display: false) }
    diagnostics += FormulaFaults(document: document, formulas: formulas).diagnostics()
    self.init(plain: LinearText(document: document, formulas: formulas).text(of: 0))
    let isText = document.nodes.allSatisfy { $0.kind == .document || $0.kind == .text }
    if !isText {
      sharedMarkup = SharedMarkup(Markup(document: document, formulas: formulas, node: 0))
      written = Title.written(document, node: 0)
    }
  }

  /// A title as its author wrote it, by the node whose children it is; `nil` where nothing in it can be markup.
  ///
  /// - Complexity: O(length).
  private static func written(_ document: Document, node: Int) -> [UInt8]? {
    let children = Array(document.children(of: node))
    guard let first = children.first, let last = children.last else { return nil }
    let (start, end) = (Int(document.nodes[first].range.start), Int(document.nodes[last].range.end))
    guard start < end, document.source.bytes[start..<end].contains(where: mayBeMarkup) else { return nil }
    return Array(document.source.bytes[start..<end])
  }

  /// What stands between a title and the number of an equation: "Entropy, (3)", "信息熵，(3)".
  package static func separator(after title: [UInt8]) -> [UInt8] {
    let isChinese = String(decoding: title, as: UTF8.self).unicodeScalars.contains(where: \.isHan)
    return Array((isChinese ? "，" : ", ").utf8)
  }

  /// Whether a character may begin markup.
  static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x24, 0x26, 0x2A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60, 0x7E, 0x3D: true
    default: false
    }
  }
}
