import Markdown
import SourceText

/// Sources, their numbers on a page, and what cites them.
extension PageResolution {
  /// `references:` first, then the page's own list, then citations in the order of the text.
  mutating func numberListedReferences() {
    for (index, key) in entry.listedSources.enumerated() {
      guard let reference = knowledge.names.find(reference: key) else {
        let key = entry.frontMatter.references[index]
        reportUnknownReference(key.value, key.range)
        continue
      }
      numbers.add(entry: reference, own: nil)
    }
    for (index, own) in entry.outline.ownReferences.enumerated() {
      let reference = own.key.flatMap { knowledge.names.find(reference: $0) }
      numbers.add(entry: reference, own: index)
    }
  }

  private mutating func reportUnknownReference(_ key: String, _ range: SourceRange) {
    reportUnknown(
      key, among: .references, .citationUnresolved, range, "No source has the key \"\(key)\".")
  }

  /// What each item of a citation points to.
  mutating func citation(_ citation: Citation, node: Int) -> [CitationTarget] {
    if let reference = equationReference(node) { return [reference] }
    return citation.items.map { item in
      switch item.target {
      case .number(let number):
        guard let shown = numbers.number(ofOwn: number - 1) else { return .text }
        return cited(shown, excerpt: item, node: node)
      case .key(let key):
        if let equation = equation(named: key, item.range, node: node) { return equation }
        if let own = itemIDs[key], let shown = numbers.number(ofOwn: own) {
          return cited(shown, excerpt: item, node: node)
        }
        guard let reference = knowledge.names.find(reference: key) else {
          reportUnknownReference(String(decoding: key, as: UTF8.self), item.range)
          return .broken
        }
        return cited(numbers.add(entry: reference, own: nil), excerpt: item, node: node)
      }
    }
  }

  /// A citation of a source by its number; the mark that names an item of the page's own list is none, and what
  /// stands in a hidden place cannot be led back to.
  ///
  /// - Parameter item: what names the excerpt; `nil` where the whole source is cited.
  mutating func cited(_ number: Int, excerpt item: CitationItem?, node: Int) -> CitationTarget {
    guard !itemMarks.contains(node) else { return .reference(number: number, occurrence: 0) }
    var occurrence = 0
    if !isHidden(node) {
      while occurrences.count <= number { occurrences.append(0) }
      occurrences[number] += 1
      occurrence = occurrences[number]
    }
    let source = numbers.references[number - 1].entry
    numbers.cite(number, excerpt: source.flatMap { source in item.flatMap { excerpt($0, of: source) } })
    if let source {
      let kind = Mention.Kind.citation(number: number, occurrence: occurrence)
      links.mentions.append(Mention(target: source, kind: kind, node: node, block: block))
    }
    return .reference(number: number, occurrence: occurrence)
  }

  /// The excerpt of a source that a citation names.
  private mutating func excerpt(_ item: CitationItem, of source: EntryID) -> [UInt8]? {
    guard let name = item.anchor, !name.isEmpty else { return nil }
    if let anchor = knowledge[source].anchor(named: name) ?? knowledge[source].anchor(named: [0x5E] + name) {
      return anchor
    }
    let wanted = String(decoding: name, as: UTF8.self)
    reportUnknown(
      wanted, among: .excerpts(source), .linkFragment, anchorRange(of: item, name),
      "\"\(wanted)\" is no excerpt of \(owner(source)).")
    return nil
  }

  /// Where a citation names the excerpt: behind the key, or the brace that closes it.
  private func anchorRange(of item: CitationItem, _ name: [UInt8]) -> SourceRange {
    let written = [0x23] + name
    for start in Int(item.range.end)...Int(item.range.end) + 1
    where document.source.bytes.dropFirst(start).starts(with: written) {
      return SourceRange(start..<start + written.count)
    }
    return item.range
  }
}
