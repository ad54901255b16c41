import Markdown

/// How far a question has come.
package enum QuestionStatus: String, Sendable, CaseIterable {
  /// It has an answer that people wrote, or that somebody has reviewed.
  case answered
  /// A program wrote its answer or a part of it, and nobody is said to have reviewed that.
  case needsReview = "needs-review"
  /// It has no answer.
  case unanswered
  /// It only leads to the question it repeats.
  case duplicate
}

extension KnowledgeBase {
  /// How far a question has come.
  ///
  /// - Complexity: O(answers).
  package func status(of id: EntryID) -> QuestionStatus {
    if isDuplicate(id) { return .duplicate }
    if !self[id].isAnswered { return .unanswered }
    return self[id].needsReview ? .needsReview : .answered
  }
}
