import Markdown
import Synchronization

/// The names of pages that few links use: titles as they are written, with their formulas and marks, and ends of paths.
/// They are looked for where no other name is found, so that other links pay nothing for them.
final class RareNames: Sendable {
  /// A title with markup, by the node of a document whose children it is.
  private struct MarkedTitle: Sendable {
    var page: EntryID
    var document: Document
    var node: Int
  }

  private struct WrittenTitle: Sendable {
    var title: String
    var page: EntryID
  }

  // Not the entries, which would stay in memory beside those that print their numbers.
  private let marked: [MarkedTitle]
  /// The titles as written, by themselves in lower case; collected when the first name like one is looked for.
  private let titles = Mutex<[String: [WrittenTitle]]?>(nil)

  /// Keeps what the names are made of.
  ///
  /// - Complexity: O(entries).
  init(_ entries: [Entry]) {
    marked = entries.enumerated().compactMap { index, entry in
      entry.title.markup.map { MarkedTitle(page: EntryID(index), document: $0.document, node: $0.node) }
    }
  }

  /// The pages with a name, in their order; where none has it as written, those with it in another case.
  ///
  /// - Parameter stems: the pages by their file names.
  /// - Complexity: O(pages with the file name); for the first name with marks O(length of the titles with marks).
  func find(_ name: String, stem stems: PageNames) -> [EntryID] {
    let found = name.utf8.contains(where: Title.mayBeMarkup) ? pages(titled: name) : []
    return found.isEmpty && name.utf8.contains(0x2F) ? pages(atEndOfPath: name, stems) : found
  }

  private func pages(titled name: String) -> [EntryID] {
    guard !marked.isEmpty else { return [] }
    let found = titles.withLock { known in
      let titles = known ?? collected()
      known = titles
      return titles[name.lowercased()] ?? []
    }
    let exact = found.filter { $0.title == name }
    return (exact.isEmpty ? found : exact).map(\.page)
  }

  private func collected() -> [String: [WrittenTitle]] {
    var titles: [String: [WrittenTitle]] = [:]
    for entry in marked {
      guard let bytes = Title.written(entry.document, node: entry.node) else { continue }
      let title = String(decoding: bytes, as: UTF8.self)
      titles[title.lowercased(), default: []].append(WrittenTitle(title: title, page: entry.page))
    }
    return titles
  }

  /// `optimizers/adam` for `questions/optimizers/adam`.
  private func pages(atEndOfPath name: String, _ stems: PageNames) -> [EntryID] {
    let stem = String(AssetNames.fileName(of: name[...]))
    let (end, folded) = ("/" + name, "/" + name.lowercased())
    let found = stems.find(stem, .stem, stems.places(of: stem))
      .filter { stems.paths[$0.index].lowercased().hasSuffix(folded) }
    let exact = found.filter { stems.paths[$0.index].hasSuffix(end) }
    return exact.isEmpty ? found : exact
  }
}
