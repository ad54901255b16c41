import KnowledgeBase
package import Markdown
package import SourceText
import TeXMath

/// A document that belongs to no site, as `quaestio markdown` shows it.
///
/// Names of other pages and of sources are not looked for: a wiki link is `<a class="wikilink" data-target="…">`, a
/// citation `<sup class="cite">[<a data-key="…">…</a>]</sup>`. Other links and images keep the author's address if
/// it may be linked to at all.
package struct LoneDocument: Sendable {
  /// What may be chosen.
  package struct Options: Sendable {
    package var parsing = ParseOptions()
    /// The language of the words that are not the author's, where the front matter names none.
    package var language = UILanguage.en
    /// Whether a line's end within a paragraph is a line break.
    package var breaksLines = false
    /// What becomes of raw HTML.
    package var rawHTML = RawHTMLPolicy.safe

    package init() {}
  }

  /// What is wrong in the document, its formulas, numbers, links and raw HTML.
  package let diagnostics: [Diagnostic]
  private let entry: Entry
  private let options: Options
  /// Whether each link of the document may be published.
  private let allowed: [Bool]

  /// Reads a document.
  ///
  /// - Complexity: O(bytes).
  package init(parsing file: SourceFile, options: Options = Options()) {
    let (entry, diagnostics) = EntryReader(options: options.parsing).readAlone(file)
    self.entry = entry
    self.options = options
    let links = LinkJudgement(of: entry.document)
    allowed = links.allowed
    let html = options.rawHTML == .safe ? SafeHTMLCheck.diagnostics(of: entry.document) : []
    self.diagnostics = diagnostics + links.diagnostics + html
  }

  /// The tree.
  package var document: Document { entry.document }

  /// Appends the document as an HTML fragment.
  ///
  /// - Complexity: O(bytes).
  package func appendHTML(to output: inout [UInt8]) {
    let language = entry.frontMatter.lang.flatMap { UILanguage(closestTo: $0.value) } ?? options.language
    var renderer = DocumentRenderer(
      entry, in: .nothing(allowed: allowed), breaksLines: options.breaksLines, rawHTML: options.rawHTML,
      language: language, isExcerpt: false, hiddenNode: nil)
    renderer.render(1..<document.nodes.count, topLevel: 1, into: &output)
  }

  /// The document as an HTML fragment.
  ///
  /// - Complexity: O(bytes).
  package func html() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(document.source.bytes.count * 3 / 2)
    appendHTML(to: &output)
    return output
  }
}

/// Which of a document's links may be published, judged by their addresses alone.
private struct LinkJudgement {
  var allowed: [Bool]
  var diagnostics: [Diagnostic] = []

  init(of document: Document) {
    allowed = Array(repeating: true, count: document.links.count)
    guard !document.links.isEmpty else { return }
    for node in document.nodes where node.kind == .link || node.kind == .image {
      let link = Int(node.payload)
      guard case .forbidden(let scheme) = URLPolicy.judge(document.links[link].destination) else { continue }
      allowed[link] = false
      diagnostics.append(
        Diagnostic(
          .linkUnsafe, at: SourceLocation(node.range, in: document.source),
          "Links to \"\(scheme):\" are not published.",
          notes: [Note("Allowed are http, https, mailto, tel and relative links.")]))
    }
  }
}
