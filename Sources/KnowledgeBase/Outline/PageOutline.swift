package import Markdown

/// How a page is divided: details of the question, answers, the page's own list of sources.
package struct PageOutline: Sendable {
  /// The level-1 heading that is the title and is not repeated in the body.
  package var titleNode: Int?
  /// Everything before the first recognised heading; empty when the whole body is the answer.
  package var details = 0..<0
  package var answers: [AnswerSection] = []
  package var ownReferences: [OwnReference] = []
  /// The headings that divide that list, and the text around its items.
  package var referenceGroups: [ReferenceGroup] = []
  /// The headings that begin it, which are not shown as they are written.
  var referenceSections: [Int] = []

  /// Whether the page has a list of sources even if it cites none.
  package var hasReferenceList: Bool { !ownReferences.isEmpty || !referenceGroups.isEmpty }
}

/// What divides the page's own list of sources: a heading, or text that is no item.
package struct ReferenceGroup: Sendable {
  /// The heading with the text below it, or that text: whole subtrees, blocks or the inlines of some lines.
  package var nodes: Range<Int>
  /// The first own item behind it.
  package var firstItem: Int
}

extension Entry {
  /// Whether a program wrote it or a part of it, and nobody is said to have reviewed that.
  package var needsReview: Bool {
    let answers = outline.answers.filter { !$0.nodes.isEmpty }
    guard kind == .question else { return frontMatter.provenance.needsReview }
    return answers.contains { AnswerClaim($0.attributes, page: frontMatter).needsReview }
  }
}

/// One answer.
package struct AnswerSection: Sendable {
  /// The nodes of the answer, without its heading.
  package var nodes: Range<Int>
  /// What the heading's `{…}` says.
  package var attributes: Attributes
  /// The id of the answer: that of its heading, if it has one.
  package var id: [UInt8]
  /// The node of the heading, which is not shown as it is written.
  package var heading: Int?
  /// Whether the question's author found it the best.
  package var isAccepted: Bool { attributes["accepted"] != nil }
}

extension PageOutline {
  /// Divides a document (FORMAT, "Sections"): a recognised section ends only at the next recognised one; without
  /// any, the whole body is the answer.
  ///
  /// - Parameter answerID: the id of an answer without a heading.
  /// - Complexity: O(nodes at the top level and in reference lists).
  init(
    of document: Document, titleNode: Int?, sections: SectionNames, isQuestion: Bool, answerID: [UInt8]
  ) {
    self.titleNode = titleNode
    let body = 1..<document.nodes.count
    var start =
      titleNode == body.lowerBound ? Int(document.nodes[body.lowerBound].subtreeEnd) : body.lowerBound
    var current: (kind: SectionNames.Kind, heading: Heading)?
    var lists: [Range<Int>] = []
    func close(at end: Int, _ outline: inout PageOutline) {
      switch current?.kind {
      case nil: outline.details = start..<end
      case .answer:
        outline.answers.append(
          AnswerSection(
            nodes: start..<end, attributes: current?.heading.attributes ?? .none,
            id: current?.heading.id ?? answerID, heading: current?.heading.node))
      case .references:
        if let heading = current?.heading.node { outline.referenceSections.append(heading) }
        lists.append(start..<end)
      }
    }
    for index in document.children(of: 0) where document.nodes[index].kind == .heading && index != titleNode {
      let heading = document.headings[Int(document.nodes[index].payload)]
      guard heading.level <= 3, let kind = sections.kind(of: heading.plainText[...]) else { continue }
      if kind == .answer && !isQuestion { continue }
      close(at: index, &self)
      start = Int(document.nodes[index].subtreeEnd)
      current = (kind, heading)
    }
    close(at: body.upperBound, &self)
    if isQuestion, answers.isEmpty {
      answers = [AnswerSection(nodes: details, attributes: .none, id: answerID)]
      details = 0..<0
    }
    for list in lists { collectReferences(in: list, of: document) }
  }
}

extension PageOutline {
  /// The answers that say something, accepted ones first.
  package var shownAnswers: [AnswerSection] {
    let written = answers.filter { !$0.nodes.isEmpty }
    if written.count < 2 { return written }
    return written.filter(\.isAccepted) + written.filter { !$0.isAccepted }
  }
}
