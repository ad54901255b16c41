package import Templates

/// A tag with the newest of its questions.
package struct TagGroup: PageModel {
  package var tag: TagLink
  package var questions: [QuestionCard]

  package init(tag: TagLink, questions: [QuestionCard]) {
    self.tag = tag
    self.questions = questions
  }

  package static let modelName = "TagGroup"
  package static let fields: [FieldBinding<TagGroup>] = [
    .record("tag", "The tag.") { $0.tag },
    .list("questions", "A few of its questions, newest first.") { $0.questions },
  ]
}

/// The home page (`home.html`).
package struct HomePage: FramedPage {
  package var frame: PageFrame
  package var introduction: [UInt8]
  package var referenceGroups: [ReferenceGroupView]
  package var questionCount: [UInt8]
  package var referenceCount: [UInt8]
  package var newest: [QuestionCard]
  package var groups: [TagGroup]
  package var hasWanted: Bool

  package init(
    frame: PageFrame, introduction: [UInt8] = [], referenceGroups: [ReferenceGroupView] = [],
    questionCount: [UInt8], referenceCount: [UInt8], newest: [QuestionCard], groups: [TagGroup],
    hasWanted: Bool = false
  ) {
    self.frame = frame
    self.introduction = introduction
    self.referenceGroups = referenceGroups
    self.questionCount = questionCount
    self.referenceCount = referenceCount
    self.newest = newest
    self.groups = groups
    self.hasWanted = hasWanted
  }

  package static let modelName = "HomePage"
  package static let fields: [FieldBinding<HomePage>] =
    framed([
      .html("introduction", "The body of `pages/index.md`; may be empty.") { $0.introduction },
      .flag("has_references", "The list of references is not empty.") { !$0.referenceGroups.isEmpty },
      .list("reference_groups", "The sources the introduction cites or lists, as its author divides them.") {
        $0.referenceGroups
      },
      .text("question_count", "“21 questions”.") { $0.questionCount },
      .text("reference_count", "“12 sources”; empty when there are none.") { $0.referenceCount },
      .flag("has_newest", "There is at least one question.") { !$0.newest.isEmpty },
      .list("newest", "The newest questions.") { $0.newest },
      .flag("has_groups", "There are groups by tag.") { !$0.groups.isEmpty },
      .list("groups", "The most used tags with a few of their questions.") { $0.groups },
      .flag("has_wanted", "Some pages are linked to but not written.") { $0.hasWanted },
    ])
}
