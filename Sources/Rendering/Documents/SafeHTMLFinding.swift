import Markdown
import SourceText

/// What of an author's raw HTML is not published as it is written, or not where it stands.
struct SafeHTMLFinding: Equatable {
  enum Problem: Equatable {
    /// An element that is not on the list.
    case element(name: Range<Int>)
    /// An attribute that the element may not have; the element is published without it.
    case attribute(name: Range<Int>, SafeHTMLElement)
    /// A second attribute of the same name.
    case repeated(SafeHTMLAttribute)
    /// A value that means nothing.
    case value(SafeHTMLAttribute)
    /// An address that must not be linked to.
    case scheme(String, SafeHTMLAttribute)
    case imageWithoutSource
    case declaration
    case unfinishedTag
    /// A block in a paragraph, a heading or a cell's emphasis.
    case blockInText(SafeHTMLElement)
    case outside(SafeHTMLElement, parent: SafeHTMLElement)
    case linkInLink
    case tooDeep(limit: Int)
    /// A start tag that nothing ends.
    case unclosed(SafeHTMLElement)
    /// An end tag that nothing begins.
    case unopened(name: Range<Int>)
  }

  /// The number of the piece of HTML, from 0, and the bytes meant as offsets of its slice.
  var piece = 0
  var range: Range<Int>
  var problem: Problem

  /// The rule that is broken.
  var id: DiagnosticID {
    if case .scheme = problem { .linkUnsafe } else { .htmlNotAllowed }
  }

  /// One sentence for the author.
  func message(in html: ArraySlice<UInt8>) -> String {
    switch problem {
    case .element(let name): "<\(text(html[name]))> is not published; the tag is shown as text."
    case .attribute(let name, let element):
      "<\(element)> is published without its attribute `\(text(html[name]))`."
    case .repeated(let attribute): "`\(attribute)` stands twice in this tag; the first counts."
    case .value(let attribute): "This is no value for `\(attribute)`; the tag is published without it."
    case .scheme(let scheme, let attribute): "A `\(attribute)` with \"\(scheme):\" is not published."
    case .imageWithoutSource: "An <img> without `src` shows nothing and is left out."
    case .declaration: "Declarations, instructions and CDATA sections are not published but shown as text."
    case .unfinishedTag: "This begins like a tag but does not end with `>`; it is shown as text."
    case .blockInText(let element): "<\(element)> begins a block and cannot stand within a paragraph."
    case .outside(let element, let parent): "<\(element)> belongs in <\(parent)>; here it is shown as text."
    case .linkInLink: "A link cannot stand in another; this one is published as its text."
    case .tooDeep(let limit): "HTML is nested deeper than \(limit) elements; this tag is shown as text."
    case .unclosed(let element): "<\(element)> is never closed; it ends with the block it stands in."
    case .unopened(let name): "</\(text(html[name]))> closes nothing that is open here; it is shown as text."
    }
  }

  /// What the author can do.
  func advice(in html: ArraySlice<UInt8>) -> String {
    switch problem {
    case .element(let name): SafeHTMLFinding.advice(for: text(html[name]).lowercased())
    case .attribute(let name, let element):
      SafeHTMLFinding.advice(forAttribute: text(html[name]).lowercased(), of: element)
    case .repeated: "Delete one of them."
    case .value(.align): "Write left, center or right."
    case .value(.dir): "Write ltr, rtl or auto."
    case .value(.lang): "Write a language tag such as zh-Hans or en."
    case .value: "Write a whole number of pixels, such as 300."
    case .scheme: "Allowed are http, https, mailto, tel and relative links."
    case .imageWithoutSource: "Name the file: <img src=\"file.png\" alt=\"…\">."
    case .declaration, .unfinishedTag: "Write \\< or &lt; for the sign itself."
    case .blockInText: "Put it on a line of its own, behind a blank line."
    case .outside(_, let parent): "Put it between <\(parent)> and </\(parent)>."
    case .linkInLink: "Close the outer link first."
    case .tooDeep: "Close elements, or use Markdown."
    case .unclosed(let element): "Add </\(element)>."
    case .unopened: "Delete it, or open the element in the same block."
    }
  }

  // MARK: Advice

  private static func advice(for element: String) -> String {
    switch element {
    case "b", "strong": "Write **text**."
    case "i", "em", "cite", "dfn", "var": "Write *text*."
    case "code", "tt", "samp": "Write `text` between backticks."
    case "strike": "Write ~~text~~."
    case "font", "big", "small": "Say what it means instead: **strong**, *emphasis* or ==mark==."
    case "center": "Write <div align=\"center\">."
    case "pre": "Write a code block between ``` lines."
    case "h1", "h2", "h3", "h4", "h5", "h6": "Write # at the beginning of a line, once for each level."
    case "hr": "Write --- on a line of its own."
    case "ul", "ol", "li", "dl", "dt", "dd": "Write a list with - or 1. at the beginnings of lines."
    case "blockquote": "Write > at the beginnings of lines."
    case "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption": "Write a Markdown table."
    case "script", "style", "link", "meta", "base": "Pages carry no scripts and styles of their own."
    case "iframe", "video", "audio", "embed", "object", "source":
      "Link to it: a page makes no requests to other hosts by itself."
    default: question(for: element) ?? "Write \\< for the sign itself, or use Markdown."
    }
  }

  private static func question(for element: String) -> String? {
    Suggestion.question(for: element, among: SafeHTMLElement.allCases.map { "\($0)" }).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
  }

  private static func advice(forAttribute name: String, of element: SafeHTMLElement) -> String {
    switch name {
    case "class", "style": return "Looks are the theme's; say what it means, such as ==mark== or **strong**."
    case "id", "name": return "Give a heading {#id}, or end a block with ^id."
    case _ where name.hasPrefix("on"): return "Pages run no scripts of their own."
    default: break
    }
    let allowed = SafeHTMLAttribute.allCases.filter { element.allows($0) }.map { "`\($0)`" }
    return "It may have \(allowed.dropLast().joined(separator: ", ")) and \(allowed.last ?? "")."
  }

  /// A name as written, the beginning of a long one.
  private func text(_ name: ArraySlice<UInt8>) -> String {
    let longest = 40
    let text = String(decoding: name.prefix(longest), as: UTF8.self)
    return name.count > longest ? text + "…" : text
  }
}
