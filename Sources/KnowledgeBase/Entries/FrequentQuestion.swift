package import Markdown
import SourceText

/// One of the short questions of a FAQ page: a heading of level 2 and what stands below it.
package struct FrequentQuestion: Sendable {
  /// The question.
  package let heading: Heading
  /// The nodes of its answer, whole subtrees up to the next heading of its level; not empty.
  package let answer: Range<Int>
}

extension Entry {
  /// The questions of a FAQ page in their order, those without an answer left out; none of other pages.
  ///
  /// - Complexity: O(nodes at the top level).
  package var frequentQuestions: [FrequentQuestion] {
    guard kind == .faq else { return [] }
    var headings: [Heading] = []
    var index = outline.details.lowerBound
    while index < outline.details.upperBound {
      let node = document.nodes[index]
      if node.kind == .heading, document.headings[Int(node.payload)].level <= 2 {
        headings.append(document.headings[Int(node.payload)])
      }
      index = Int(node.subtreeEnd)
    }
    let ends = headings.dropFirst().map(\.node) + [outline.details.upperBound]
    return zip(headings, ends).compactMap { heading, end in
      let start = Int(document.nodes[heading.node].subtreeEnd)
      return heading.level == 2 && start < end
        ? FrequentQuestion(heading: heading, answer: start..<end) : nil
    }
  }

  /// The question of a FAQ page in which a node stands; none in what stands above all questions and on other pages.
  ///
  /// - Complexity: O(log headings + headings of deeper levels directly before).
  package func frequentQuestion(around node: Int) -> Title? {
    guard kind == .faq else { return nil }
    var index = document.headings.partitioningIndex { $0.node > node } - 1
    while index >= 0, document.headings[index].level > 2 || sectionEnds[index] <= node { index -= 1 }
    guard index >= 0, document.headings[index].level == 2 else { return nil }
    return Title(ofHeading: index, of: self)
  }
}
