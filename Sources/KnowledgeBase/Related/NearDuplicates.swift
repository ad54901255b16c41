import Markdown
package import SearchIndex

/// Two questions that seem to be one.
package struct NearDuplicate: Sendable, Equatable {
  package var first: EntryID
  /// The other one, behind the first in the order of the entries.
  package var second: EntryID
  /// How sure it is, in thousandths.
  package var score: Int
  /// How alike the titles are, in thousandths.
  package var titles: Int
  /// How alike the answers are, in thousandths.
  package var answers: Int
}

/// Questions that seem to ask the same, and whose authors have not said what they are to each other.
///
/// What is settled is left out: questions with `duplicate_of:`, which are pointers; translations of one question; and
/// pairs of which one keeps the other out by `related: [-name]`.
package struct NearDuplicates: Sendable {
  /// The most certain first, then in the order of the entries.
  package let pairs: [NearDuplicate]
  /// The questions that the pairs tie together, in the order of the entries, each group with those that belong to it.
  package let groups: [[EntryID]]
  /// Questions whose titles differ in nothing but punctuation, spaces, width, case or script, likewise; not settled
  /// either.
  package let twins: [[EntryID]]

  /// Finds them.
  ///
  /// - Parameters:
  ///   - questions: The questions that the first of `documents` were made of, in this order, ascending.
  ///   - documents: As the search index has them.
  /// - Complexity: O(n log n + terms); see ``AlikeDocuments``.
  package init(_ knowledge: KnowledgeBase, questions: [EntryID], documents: [AnalyzedDocument]) {
    let settlement = Settlement(knowledge)
    var found: [NearDuplicate] = []
    for pair in AlikeDocuments(documents, first: questions.count).pairs {
      let (first, second) = (questions[pair.first], questions[pair.second])
      if settlement.isSettled(first, second) { continue }
      found.append(
        NearDuplicate(
          first: first, second: second, score: pair.score, titles: pair.titles, answers: pair.texts))
    }
    var sets = DisjointSets(knowledge.entries.count)
    for pair in found { sets.join(pair.first.index, pair.second.index) }
    groups = sets.groups.map { $0.map { EntryID($0) } }
    pairs = found.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      return $0.first != $1.first ? $0.first < $1.first : $0.second < $1.second
    }
    twins = NearDuplicates.twins(knowledge, settlement)
  }

  private static func twins(_ knowledge: KnowledgeBase, _ settlement: Settlement) -> [[EntryID]] {
    let questions = knowledge.ids(of: .question)
    // The question before each with the same title, by their places.
    var formers: [Int32] = []
    var last = DigestTable(capacity: questions.count)
    var sets = DisjointSets(knowledge.entries.count)
    for (place, id) in questions.enumerated() {
      let title = foldedTitle(knowledge[id].title.plain)
      let former = title.isEmpty ? nil : last.update(Int32(place), for: NameDigest(title.span).written)
      formers.append(former ?? -1)
      // Each is joined with the one before it that has not been settled; settled pairs are rare.
      var (other, left) = (former ?? -1, NearDuplicates.neighbours)
      while other >= 0, left > 0, settlement.isSettled(questions[Int(other)], id) {
        other = formers[Int(other)]
        left -= 1
      }
      if other >= 0, left > 0 { sets.join(questions[Int(other)].index, id.index) }
    }
    return sets.groups.map { $0.map { EntryID($0) } }
  }

  /// Of many questions with one title each is held against so many before it.
  private static let neighbours = 16
}

/// What authors have said of questions that are alike.
private struct Settlement {
  private let knowledge: KnowledgeBase
  /// `first << 32 | second` of the questions that one keeps out of its list.
  private var parted: Set<UInt64> = []

  init(_ knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    for id in knowledge.ids(of: .question) {
      for other in knowledge.links[id.index].unrelated { parted.insert(Settlement.key(id, other)) }
    }
  }

  func isSettled(_ first: EntryID, _ second: EntryID) -> Bool {
    knowledge.isDuplicate(first) || knowledge.isDuplicate(second)
      || knowledge.areTranslations(first, second) || parted.contains(Settlement.key(first, second))
  }

  private static func key(_ first: EntryID, _ second: EntryID) -> UInt64 {
    UInt64(min(first.index, second.index)) << 32 | UInt64(max(first.index, second.index))
  }
}
