import SourceText
import Testing

@testable import Markdown

/// A document's tree in one line, to be compared with a hand-written one.
///
/// Blocks: `p(…)`, `h2(…)`, `quote(…)`, `ul(li(…))`, `ol(…)`, `todo(…)` and `done(…)` items, `table(th(…|…)tr(…|…))`,
/// `code(…)`, `html(…)`, `hr`, `note:label(…)` footnotes, `type!(title(…)…)` callouts with `!+` or `!-` that fold.
/// Inlines: text as it is, `{$x}`, `{$$x}` formulas with `{$$x#label}`, `{[target#fragment|text]}` and `{![…]}` wiki
/// links, `{@prefix key#anchor suffix;…}` citations, `{#n}` numbers, `{=value}` calculations, `{^number.occurrence}`
/// footnote references, `em(…)`, `strong(…)`, `del(…)`, `mark(…)`, `tt(…)` code, `link:destination(…)`,
/// `image:destination(…)`, `tag:…;`, `/` a soft break, `//` a hard one. Markup that is no markup stands as written.
struct Sketch {
  let document: Document

  init(_ text: String) {
    document = Document(parsing: SourceFile(path: "q.md", bytes: Array(text.utf8)))
  }

  init(_ document: Document) { self.document = document }

  /// The sketch of everything.
  static func of(_ text: String) -> String { Sketch(text).text }

  /// The ids of the diagnostics, in the order of the file.
  static func diagnostics(_ text: String) -> [DiagnosticID] {
    Sketch(text).document.diagnostics
      .sorted { ($0.location?.range?.start ?? 0) < ($1.location?.range?.start ?? 0) }
      .map(\.id)
  }

  var text: String { children(of: 0) }

  private func children(of index: Int, separator: String = "") -> String {
    document.children(of: index).map { sketch($0) }.joined(separator: separator)
  }

  private func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  private func sketch(_ index: Int) -> String {
    let node = document.nodes[index]
    let literal = string(document.bytes(of: node.literal))
    let payload = Int(node.payload)
    switch node.kind {
    case .document, .tableCell: return children(of: index)
    case .blockQuote: return "quote(\(children(of: index)))"
    case .list: return "\(document.lists[payload].start == nil ? "ul" : "ol")(\(children(of: index)))"
    case .item: return "li(\(children(of: index)))"
    case .taskItem: return "\(node.detail == 1 ? "done" : "todo")(\(children(of: index)))"
    case .footnoteDefinition:
      return "note:\(string(document.footnotes[payload].label))(\(children(of: index)))"
    case .callout: return "\(sketch(document.callouts[payload]))(\(children(of: index)))"
    case .calloutTitle: return "title(\(children(of: index)))"
    case .strikethrough: return "del(\(children(of: index)))"
    case .mark: return "mark(\(children(of: index)))"
    case .footnoteReference: return sketch(document.footnoteReferences[payload])
    case .codeBlock: return "code(\(literal))"
    case .htmlBlock: return "html(\(literal))"
    case .paragraph: return "p(\(children(of: index)))"
    case .heading: return "h\(node.detail)(\(children(of: index)))"
    case .thematicBreak: return "hr"
    case .table: return "table(\(children(of: index)))"
    case .tableRow: return "\(node.detail == 1 ? "th" : "tr")(\(children(of: index, separator: "|")))"
    case .text: return literal
    case .softBreak: return "/"
    case .lineBreak: return "//"
    case .code: return "tt(\(literal))"
    case .htmlInline: return "tag:\(literal);"
    case .emphasis: return "em(\(children(of: index)))"
    case .strong: return "strong(\(children(of: index)))"
    case .link: return "link:\(string(document.links[payload].destination))(\(children(of: index)))"
    case .image: return "image:\(string(document.links[payload].destination))(\(children(of: index)))"
    case .math: return sketch(document.formulas[payload])
    case .wikiLink: return sketch(document.wikiLinks[payload])
    case .citation: return "{" + document.citations[payload].items.map(sketch).joined(separator: ";") + "}"
    case .calculation: return "{=\(string(document.calculations[payload].value))}"
    }
  }

  private func sketch(_ formula: MathSpan) -> String {
    let label = formula.label.map { "#" + string($0) } ?? ""
    return "{\(formula.isDisplay ? "$$" : "$")\(string(document.tex(of: formula)))\(label)}"
  }

  private func sketch(_ callout: Callout) -> String {
    switch callout.fold {
    case .none: string(callout.type) + "!"
    case .open: string(callout.type) + "!+"
    case .closed: string(callout.type) + "!-"
    }
  }

  /// The footnote's number and which of its references this is.
  private func sketch(_ reference: FootnoteReference) -> String {
    "{^\(document.footnotes[reference.footnote].number ?? 0).\(reference.occurrence)}"
  }

  private func sketch(_ link: WikiLink) -> String {
    let fragment = link.fragment.map { "#" + string($0) } ?? ""
    return "{\(link.isEmbed ? "!" : "")[\(string(link.target))\(fragment)|\(string(link.text))]}"
  }

  private func sketch(_ item: CitationItem) -> String {
    switch item.target {
    case .number(let number):
      return "#\(number)"
    case .key(let key):
      let anchor = item.anchor.map { "#" + string($0) } ?? ""
      let prefix = item.prefix.isEmpty ? "" : string(item.prefix) + " "
      let suffix = item.suffix.isEmpty ? "" : " " + string(item.suffix)
      return "@\(prefix)\(string(key))\(anchor)\(suffix)"
    }
  }
}

/// A text and the sketch of its tree.
struct SketchCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: String

  init(_ text: String, _ expected: String) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text.debugDescription }
}
