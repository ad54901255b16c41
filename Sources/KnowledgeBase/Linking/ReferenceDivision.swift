import Markdown

/// A part of a page's list of sources.
package struct ReferenceDivision: Sendable, Equatable {
  /// What stands above it.
  package enum Heading: Sendable, Equatable {
    case none
    /// A heading or other text of the author's, by its nodes.
    case written(Range<Int>)
    /// The sources that the text cites and the author's list, which has headings, does not name.
    case others
  }
  package var heading: Heading
  /// The numbers of its sources.
  package var numbers: [Int] = []
}

extension KnowledgeBase {
  /// The sources of a page as its author divides them.
  ///
  /// Without headings or text in the author's list they stand in the order of their numbers. With them each stands where
  /// its author lists it; those of `references:` come first, those that are only cited last.
  ///
  /// - Complexity: O(sources · log groups).
  package func referenceDivisions(of id: EntryID) -> [ReferenceDivision] {
    let outline = self[id].outline
    let references = links[id.index].references
    let groups = outline.referenceGroups
    guard !groups.isEmpty else {
      return references.isEmpty
        ? [] : [ReferenceDivision(heading: .none, numbers: Array(1...references.count))]
    }
    var first = ReferenceDivision(heading: .none)
    var written = groups.map { ReferenceDivision(heading: .written($0.nodes)) }
    let hasHeadings = groups.contains { self[id].document.nodes[$0.nodes.lowerBound].kind == .heading }
    var others = ReferenceDivision(heading: hasHeadings ? .others : .none)
    let numbered = references.enumerated().map { (number: $0 + 1, item: $1.own.first) }
    let firstListed = numbered.first { $0.item != nil }?.number ?? references.count + 1
    for (number, item) in numbered where item == nil {
      if number < firstListed { first.numbers.append(number) } else { others.numbers.append(number) }
    }
    let listed = numbered.compactMap { source in source.item.map { (number: source.number, item: $0) } }
    for (number, item) in listed.sorted(by: { $0.item < $1.item }) {
      if let group = groups.lastIndex(where: { $0.firstItem <= item }) {
        written[group].numbers.append(number)
      } else {
        first.numbers.append(number)
      }
    }
    return (first.numbers.isEmpty ? [] : [first]) + written + (others.numbers.isEmpty ? [] : [others])
  }
}
