package import Markdown

/// What is claimed of an answer: its heading's attributes override the front matter key by key.
package struct AnswerClaim: Sendable {
  package var author: [UInt8]
  package var date: CalendarDate?
  package var provenance: ProvenanceClaim

  package init(_ attributes: Attributes, page: FrontMatter) {
    func text(_ key: StaticString) -> String? { attributes[key].map { String(decoding: $0, as: UTF8.self) } }
    func sourced(_ key: StaticString) -> Sourced<String>? { text(key).map { Sourced($0, range: page.range) } }
    author = attributes["author"] ?? []
    date = text("date").flatMap { CalendarDate($0) }
    provenance = page.provenance
    if let kind = text("provenance").flatMap({ ProvenanceClaim.Kind(rawValue: $0) }) {
      provenance.kind = kind
    }
    if let generator = sourced("generator") { provenance.generator = generator }
    if let model = sourced("model") { provenance.model = model }
    if let reviewer = sourced("reviewer") { provenance.reviewer = reviewer }
    if let reviewed = text("reviewed").flatMap({ CalendarDate($0) }) { provenance.reviewed = reviewed }
  }

  /// Whether a program wrote it or a part of it, and nobody is said to have reviewed that.
  var needsReview: Bool { provenance.needsReview }
}

extension ProvenanceClaim {
  /// The same of a page.
  var needsReview: Bool { (kind == .ai || kind == .mixed) && reviewed == nil && reviewer == nil }
}
