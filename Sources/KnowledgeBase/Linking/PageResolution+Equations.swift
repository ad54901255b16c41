import Markdown
import SourceText
import TeXMath

/// References to equations, in the text and in formulas (FORMAT, "Math").
extension PageResolution {
  /// Names with these prefixes are never sources.
  private static let labelPrefixes = ["eq:", "fig:", "tbl:", "sec:"]

  /// What `\eqref{…}` or `\ref{…}` in the text refers to; `nil` for a citation in brackets.
  mutating func equationReference(_ node: Int) -> CitationTarget? {
    let place = entry.document.nodes[node]
    let start = Int(place.range.start)
    guard !place.range.isEmpty, entry.document.source.bytes[start] == 0x5C,
      case .key(let label)? = entry.document.citations[Int(place.payload)].items.first?.target
    else { return nil }
    let isParenthesized = place.range.count > 1 && entry.document.source.bytes[start + 1] == UInt8(ascii: "e")
    guard let place = self.place(of: label, place.range) else { return .broken }
    mention(place, node: node)
    return .equation(place, isParenthesized: isParenthesized)
  }

  /// The equation `[@label]` cites; `nil` where the key may be that of a source.
  mutating func equation(named label: [UInt8], _ range: SourceRange, node: Int) -> CitationTarget? {
    let isLabel =
      label.contains(0x3A) && PageResolution.labelPrefixes.contains { label.starts(with: $0.utf8) }
    guard isLabel || !entry.equations.isEmpty && entry.equation(labelled: label) != nil else { return nil }
    guard let place = place(of: label, range) else { return .broken }
    mention(place, node: node)
    return .equation(place, isParenthesized: true)
  }

  /// Finds the equations a formula refers to, so that it can print their numbers.
  mutating func resolveReferences(inFormula index: Int, node: Int) {
    for reference in entry.formulas[index].references {
      let range = entry.document.sourceRange(ofTeX: reference.range, in: entry.document.formulas[index])
      if let place = place(of: reference.label, range), place.page != id {
        mention(.entry(place.page, anchor: nil), node: node, kind: .unmarked)
      }
    }
  }

  private mutating func mention(_ place: EquationPlace, node: Int) {
    guard place.page != id else { return }
    mention(.entry(place.page, anchor: nil), node: node, kind: .equation(place.index))
  }

  /// The equation with a label: of this page, else the only one of the site.
  private mutating func place(of label: [UInt8], _ range: SourceRange) -> EquationPlace? {
    if let known = links.equations[label] { return known }
    let places = knowledge.names.find(label: label)
    if let place = places.first(where: { $0.page == id }) ?? (places.count == 1 ? places[0] : nil) {
      links.equations[label] = place
      return place
    }
    let name = String(decoding: label, as: UTF8.self)
    if places.isEmpty {
      reportUnknown(
        name, among: .labels, .mathLabelUnresolved, range, "No formula has the label \"\(name)\".")
    } else {
      let pages = places.prefix(5).map { knowledge[$0.page] }
      diagnostics.append(
        report(
          .mathLabelAmbiguous, range, "\"\(name)\" is a label on \(places.count) pages.",
          pages.map { Note($0.document.source.path) } + [
            Note("Name the page, such as [[\(pages[0].name)#\(name)]].")
          ]))
    }
    return nil
  }
}
