package import KnowledgeBase
import Markdown
package import SourceText

extension NearDuplicates {
  /// How many of a group a message names.
  private static let mostNamed = 5

  /// What authors should know: one message for each group of questions that seem to be one, at the newest of them, and
  /// one for each title that several questions have. A group that has one title is reported for its title alone.
  ///
  /// - Complexity: O(pairs + questions · log questions).
  package func diagnostics(in knowledge: KnowledgeBase) -> [Diagnostic] {
    var twinOf: [EntryID: Int] = [:]
    for (place, twins) in twins.enumerated() {
      for id in twins { twinOf[id] = place }
    }
    var best: [EntryID: NearDuplicate] = [:]
    for pair in pairs.reversed() {
      // The most certain last, which stays.
      best[pair.first] = pair
      best[pair.second] = pair
    }
    let titles = twins.map { titleTwin($0, knowledge) }
    let questions = groups.compactMap { group -> Diagnostic? in
      if let twin = twinOf[group[0]], group.allSatisfy({ twinOf[$0] == twin }) { return nil }
      return nearDuplicate(group, best, knowledge)
    }
    return titles + questions
  }

  private func nearDuplicate(
    _ group: [EntryID], _ best: [EntryID: NearDuplicate], _ knowledge: KnowledgeBase
  ) -> Diagnostic {
    let ordered = byAge(group, knowledge)
    let newest = ordered[ordered.count - 1]
    let others = ordered.dropLast()
    let message: String
    var notes: [Note] = []
    if others.count == 1, let pair = best[newest] {
      message = """
        This question seems to be asked already in \(path(others[0], knowledge)): \(scores(pair)).
        """
      notes.append(Note("The other question.", at: place(of: knowledge[others[0]])))
    } else {
      message = "This question and \(others.count) others seem to be one."
      notes += naming(others, knowledge) { scores($0, newest, best, knowledge) }
    }
    let name = knowledge[ordered[0]].name.split(separator: "/").last.map(String.init) ?? ""
    notes.append(
      Note(
        """
        If they are one, write `duplicate_of: \(name)` in this file's front matter, or join the answers; if they \
        are two, say in the titles in what they differ, or write `related: [-\(name)]`.
        """))
    return Diagnostic(.lintNearDuplicate, at: place(of: knowledge[newest]), message, notes: notes)
  }

  private func titleTwin(_ group: [EntryID], _ knowledge: KnowledgeBase) -> Diagnostic {
    let ordered = byAge(group, knowledge)
    let others = ordered.dropLast()
    let title = String(decoding: knowledge[others[0]].title.plain, as: UTF8.self)
    let message =
      others.count == 1
      ? "The title differs from \"\(title)\" in punctuation, width, case or script at most."
      : "This title and \(others.count) others differ in punctuation, width, case or script at most."
    let name = knowledge[ordered[0]].name.split(separator: "/").last.map(String.init) ?? ""
    let advice = Note(
      """
      If the questions are one, write `duplicate_of: \(name)` in this file's front matter; if not, say in the titles \
      in what they differ.
      """)
    return Diagnostic(
      .lintTitleTwin, at: place(of: knowledge[ordered[ordered.count - 1]]), message,
      notes: naming(others, knowledge) + [advice])
  }

  /// How sure it is that a question of a group is one with the newest; where the two are no pair, with which it is one.
  private func scores(
    _ id: EntryID, _ newest: EntryID, _ best: [EntryID: NearDuplicate], _ knowledge: KnowledgeBase
  ) -> String? {
    let direct = pairs.first { ($0.first, $0.second) == (min(id, newest), max(id, newest)) }
    if let direct { return scores(direct) }
    guard let pair = best[id] else { return nil }
    let other = pair.first == id ? pair.second : pair.first
    return "with \(path(other, knowledge)) \(scores(pair))"
  }

  private func scores(_ pair: NearDuplicate) -> String {
    "\(percent(pair.score)) sure, titles \(percent(pair.titles)) and answers \(percent(pair.answers)) alike"
  }

  private func naming(
    _ ids: ArraySlice<EntryID>, _ knowledge: KnowledgeBase, saying score: (EntryID) -> String? = { _ in nil }
  ) -> [Note] {
    var notes = ids.prefix(NearDuplicates.mostNamed).map { id in
      Note(
        "The question in \(path(id, knowledge))\(score(id).map { ": " + $0 } ?? "").",
        at: place(of: knowledge[id]))
    }
    let rest = ids.count - notes.count
    if rest > 0 { notes.append(Note("And \(rest) more.")) }
    return notes
  }

  /// Oldest first; those without a date before all others, and of one day in the order of the entries.
  private func byAge(_ ids: [EntryID], _ knowledge: KnowledgeBase) -> [EntryID] {
    ids.sorted { left, right in
      let dates = [left, right].map { knowledge[$0].frontMatter.date ?? knowledge[$0].frontMatter.updated }
      guard dates[0] != dates[1] else { return left < right }
      guard let first = dates[0] else { return true }
      guard let second = dates[1] else { return false }
      return first < second
    }
  }

  private func path(_ id: EntryID, _ knowledge: KnowledgeBase) -> String {
    knowledge[id].document.source.path
  }

  /// The title, or the file where it has none.
  private func place(of entry: Entry) -> SourceLocation {
    let file = entry.document.source
    if let range = entry.frontMatter.title?.range, !range.bytes.isEmpty {
      return SourceLocation(range, in: file)
    }
    if let markup = entry.title.markup, markup.node > 0 {
      return SourceLocation(markup.document.nodes[markup.node].range, in: file)
    }
    return SourceLocation(path: file.path)
  }

  private func percent(_ thousandths: Int) -> String { "\((thousandths + 5) / 10) %" }
}
