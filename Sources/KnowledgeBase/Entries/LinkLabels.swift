import Markdown
import SourceText

/// The texts of a page's wiki links that hold more than words: `[[entropy|the *entropy* $H$]]`.
struct LinkLabels {
  /// The texts by the places of their links among the document's wiki links.
  private(set) var titles: [Int: Title] = [:]
  /// What is wrong in their formulas, at their links.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the texts of a document.
  ///
  /// - Complexity: O(bytes of all texts), and O(nodes) where one holds markup.
  init(document: Document, converter: FormulaConverter) {
    var isMarked = document.wikiLinks.map { link in
      link.hasOwnWords && !link.isEmbed && LinkLabels.mayBeMarkup(link.text)
    }
    guard isMarked.contains(true) else { return }
    for node in document.nodes where node.kind == .wikiLink && isMarked[Int(node.payload)] {
      let index = Int(node.payload)
      isMarked[index] = false
      let text = Sourced(String(decoding: document.wikiLinks[index].text, as: UTF8.self), range: node.range)
      let title = Title(text, in: document.source, converter: converter, diagnostics: &diagnostics)
      // Other markup, such as of images, cannot stand in a link, and what only looks like markup is text.
      if let markup = title.markup, LinkLabels.isWellMarked(markup.document) { titles[index] = title }
    }
  }

  /// Whether a text holds a delimiter of a formula, of emphasis or of code.
  private static func mayBeMarkup(_ text: [UInt8]) -> Bool {
    text.contains { [0x24, 0x2A, 0x5F, 0x60, 0x7E, 0x3D].contains($0) }
  }

  private static func isWellMarked(_ document: Document) -> Bool {
    var hasMarkup = false
    for node in document.nodes {
      switch node.kind {
      case .math, .code, .emphasis, .strong, .mark, .strikethrough: hasMarkup = true
      case .document, .text, .softBreak, .lineBreak, .calculation: break
      default: return false
      }
    }
    return hasMarkup
  }
}
