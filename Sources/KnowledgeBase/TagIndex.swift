import Markdown

/// The tags of all questions. Tags with the same slug are one tag, called as most questions call it.
package struct TagIndex: Sendable {
  /// A tag with its questions; shared, because every page that carries it asks for it.
  package final class Tag: Sendable {
    package let name: String
    package let slug: [UInt8]
    package let path: SitePath
    /// Newest first.
    package let questions: [EntryID]
    /// Whether the name holds Chinese characters.
    package let holdsIdeographs: Bool

    init(name: String, slug: [UInt8], path: SitePath, questions: [EntryID]) {
      self.name = name
      self.slug = slug
      self.path = path
      self.questions = questions
      holdsIdeographs = name.unicodeScalars.contains { $0.isHan }
    }
  }

  /// Sorted by slug.
  package private(set) var tags: [Tag] = []
  private var places: [[UInt8]: Int] = [:]
  /// The same by every name that a question writes.
  private var writtenPlaces: [String: Int] = [:]
  /// The first tag of a question that has one, and the question's index in it.
  private var firstTags: [EntryID: (tag: Int, index: Int)] = [:]

  /// Collects the tags of all questions.
  ///
  /// - Complexity: O(n log n) in the number of tags given.
  package init(_ knowledge: KnowledgeBase) {
    var found: [[UInt8]: (names: [String: Int], questions: [EntryID], carriers: Set<EntryID>)] = [:]
    for id in knowledge.newest(knowledge.ids(of: .question).filter { !knowledge.isDuplicate($0) }) {
      for tag in knowledge[id].frontMatter.tags {
        let slug = Slug.make(Array(tag.value.utf8))
        found[slug, default: ([:], [], [])].names[tag.value, default: 0] += 1
        if found[slug]?.carriers.insert(id).inserted == true { found[slug]?.questions.append(id) }
      }
    }
    for slug in found.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let tag = found[slug],
        let name = tag.names.max(by: { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key })?.key
      else { continue }
      places[slug] = tags.count
      for written in tag.names.keys { writtenPlaces[written] = tags.count }
      // Tags are in the language of their page, so that a translation may be the only one that has this one.
      let questions = tag.questions.filter { id in
        knowledge.isListed(id)
          || !knowledge.translations(of: id).contains { $0 != id && tag.carriers.contains($0) }
      }
      let path = SitePath("tags/\(String(decoding: slug, as: UTF8.self))/")
      for (index, question) in questions.enumerated() {
        guard let first = knowledge[question].frontMatter.tags.first,
          Slug.make(Array(first.value.utf8)) == slug
        else { continue }
        firstTags[question] = (tags.count, index)
      }
      tags.append(Tag(name: name, slug: slug, path: path, questions: questions))
    }
  }

  /// The tag an author wrote.
  package func tag(_ written: String) -> Tag? {
    (writtenPlaces[written] ?? places[Slug.make(Array(written.utf8))]).map { tags[$0] }
  }

  /// Where a question stands in the first of its tags; `nil` if it has none or is not listed there.
  package func place(of question: EntryID) -> (tag: Tag, index: Int)? {
    firstTags[question].map { (tags[$0.tag], $0.index) }
  }

  /// The tags with the most questions, most first.
  package func mostUsed(_ count: Int) -> [Tag] {
    Array(
      tags.sorted {
        $0.questions.count != $1.questions.count
          ? $0.questions.count > $1.questions.count : $0.slug.lexicographicallyPrecedes($1.slug)
      }
      .prefix(count))
  }
}

extension KnowledgeBase {
  /// All questions that lists show, newest first.
  package var newestQuestions: [EntryID] { newest(ids(of: .question).filter { isListed($0) }) }

  /// Questions, newest first; those without a date last; by slug where dates are equal.
  fileprivate func newest(_ questions: [EntryID]) -> [EntryID] {
    questions.sorted { left, right in
      let (first, second) = (self[left].orderingDate, self[right].orderingDate)
      guard first != second else { return left < right }
      guard let first else { return false }
      guard let second else { return true }
      return first > second
    }
  }
}
