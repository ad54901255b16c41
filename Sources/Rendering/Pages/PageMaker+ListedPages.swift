package import KnowledgeBase
import Markdown

/// A page that search engines should list.
package struct ListedPage: Sendable {
  package var path: SitePath
  /// The day of its last change, as far as known.
  package var changed: [UInt8] = []
  /// The page in each of its languages, itself among them; empty for a page in one language.
  package var alternates: [AlternateLink] = []

  package init(path: SitePath, changed: [UInt8] = [], alternates: [AlternateLink] = []) {
    self.path = path
    self.changed = changed
    self.alternates = alternates
  }
}

extension PageMaker {
  /// The pages search engines should list: all that do not ask them not to. A list has changed when the newest of what
  /// it lists has.
  package var listedPages: [ListedPage] {
    let newestDay = newest.first.flatMap { knowledge[$0].orderingDate?.isoBytes } ?? []
    var pages = [ListedPage(path: SitePath(""), changed: newestDay)]
    pages += list(SitePath("questions/"), of: newest.count, changed: newestDay)
    for (index, entry) in knowledge.entries.enumerated()
    where entry.kind != .reference && entry.kind != .home && !knowledge.isDuplicate(EntryID(index)) {
      pages.append(
        ListedPage(
          path: entry.path, changed: entry.orderingDate?.isoBytes ?? [],
          alternates: alternates(of: EntryID(index))))
    }
    let references = knowledge.ids(of: .reference).count
    if references > 0 { pages += list(SitePath("references/"), of: references) }
    if !tags.tags.isEmpty { pages.append(ListedPage(path: SitePath("tags/"))) }
    for tag in tags.tags {
      let day = tag.questions.first.flatMap { knowledge[$0].orderingDate?.isoBytes } ?? []
      pages += list(tag.path, of: tag.questions.count, changed: day)
    }
    return pages + [ListedPage(path: SitePath("calculator/"))]
  }

  /// The pages of a list.
  private func list(_ path: SitePath, of count: Int, changed: [UInt8] = []) -> [ListedPage] {
    PageMaker.pages(of: count).map {
      ListedPage(path: PageMaker.path(of: path, page: $0), changed: changed)
    }
  }
}
