import KnowledgeBase
import Markdown

extension PageMaker {
  /// With fewer entries a reader finds the way alone.
  private static let fewestContents = 3

  /// The list of contents of a question's answers: of one answer the two highest levels of its headings; of several
  /// the answers, each with its highest headings. Empty for short ones.
  func contents(of entry: Entry, answers: [AnswerSection], views: [AnswerView]) -> [ContentsEntry] {
    guard answers.count > 1 else {
      return answers.first.map { PageMaker.enough(headings(in: $0.nodes, of: entry, levels: 2)) } ?? []
    }
    var contents: [ContentsEntry] = []
    for (answer, view) in zip(answers, views) {
      var title: [UInt8] = []
      HTMLWriter.append(text: view.heading, to: &title)
      contents.append(ContentsEntry(url: [0x23] + PercentEncoding.encode(view.id), title: title))
      contents += headings(in: answer.nodes, of: entry, levels: 1).map {
        ContentsEntry(url: $0.url, title: $0.title, isNested: true)
      }
    }
    return PageMaker.enough(contents)
  }

  /// The list of contents of a page that is one text; empty for a short one.
  func contents(of entry: Entry) -> [ContentsEntry] {
    PageMaker.enough(headings(in: entry.outline.details, of: entry, levels: 2))
  }

  private static func enough(_ contents: [ContentsEntry]) -> [ContentsEntry] {
    contents.count < fewestContents ? [] : contents
  }

  /// The headings of a run of blocks, as many levels as asked for from the highest on.
  ///
  /// - Complexity: O(blocks at the top level and bytes of the headings).
  private func headings(in nodes: Range<Int>, of entry: Entry, levels: Int) -> [ContentsEntry] {
    let document = entry.document
    var found: [Heading] = []
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      let node = document.nodes[index]
      if node.kind == .heading, index != entry.outline.titleNode {
        found.append(document.headings[Int(node.payload)])
      }
      index = Int(node.subtreeEnd)
    }
    guard let highest = found.map(\.level).min() else { return [] }
    return found.filter { $0.level < highest + levels }.map { heading in
      ContentsEntry(
        url: [0x23] + PercentEncoding.encode(heading.id),
        title: TitleRenderer.html(of: heading.node, in: document, formulas: entry.formulas),
        isNested: heading.level > highest)
    }
  }
}
