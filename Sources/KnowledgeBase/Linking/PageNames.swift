import Markdown

/// The names of pages, of whatever kind, in one table: a look at it tells for all kinds who has a name. Paths are found
/// by their last part.
struct PageNames: Sendable {
  /// What a name is to its page.
  enum Kind: Int, Sendable {
    case stem, alias, title, section
  }

  /// The uses of a name of each kind, in whatever case: the last one, or -1.
  struct Places: Sendable {
    fileprivate var last: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)

    fileprivate subscript(kind: Kind) -> Int32 {
      get {
        switch kind {
        case .stem: last.0
        case .alias: last.1
        case .title: last.2
        case .section: last.3
        }
      }
      set {
        switch kind {
        case .stem: last.0 = newValue
        case .alias: last.1 = newValue
        case .title: last.2 = newValue
        case .section: last.3 = newValue
        }
      }
    }
  }

  /// A page that has a name.
  private struct Use: Sendable {
    /// As it is written.
    var name: String
    var page: EntryID
    /// The one before of this kind whose name differs at most in case, or -1.
    var former: Int32
    var kind: Kind
  }

  private struct SectionName: Hashable {
    var page: EntryID
    var name: String
  }

  /// The files of the pages below the content folder, without `.md`.
  private(set) var paths: [String] = []
  /// Whether each page's file lies in the content folder itself, so that its name is its path.
  private var areAtRoot: [Bool] = []
  private var uses: [Use] = []
  /// By the name in lower case.
  private var places: [String: Places] = [:]
  /// The ids of the headings of sections, by their page and name in lower case.
  private var sectionIDs: [SectionName: [UInt8]] = [:]

  /// Makes room for so many pages.
  init(count: Int) {
    paths.reserveCapacity(count)
    areAtRoot.reserveCapacity(count)
    uses.reserveCapacity(count * 3)
    places.reserveCapacity(count * 3)
  }

  /// Adds the next page by the path of its file, whose last part is a name of it.
  mutating func add(path: String, _ page: EntryID) {
    let stem = AssetNames.fileName(of: path[...])
    paths.append(path)
    areAtRoot.append(stem.utf8.count == path.utf8.count)
    add(String(stem), .stem, page)
  }

  /// Adds a name of a page; pages come in their order. O(length) amortised.
  mutating func add(_ name: String, _ kind: Kind, _ page: EntryID) {
    guard !name.isEmpty else { return }
    let use = Int32(uses.count)
    let former = PageNames.exchange(&places[name.inSmallLetters, default: Places()][kind], use)
    uses.append(Use(name: name, page: page, former: former, kind: kind))
  }

  private static func exchange(_ place: inout Int32, _ new: Int32) -> Int32 {
    let old = place
    place = new
    return old
  }

  /// Adds the headings of level 2 on a page of short questions, each of which is a question of its own.
  mutating func addSections(of entry: Entry, _ id: EntryID) {
    for heading in entry.document.headings where heading.level == 2 {
      let name = String(decoding: heading.plainText, as: UTF8.self)
      let place = SectionName(page: id, name: name.inSmallLetters)
      guard sectionIDs[place] == nil else { continue }
      sectionIDs[place] = heading.id
      add(name, .section, id)
    }
  }

  /// The id of the heading of a page that `find` has found by its name.
  func section(_ name: String, of page: EntryID) -> [UInt8]? {
    sectionIDs[SectionName(page: page, name: name.inSmallLetters)]
  }

  /// Where a name stands.
  func places(of name: String) -> Places { places[name.inSmallLetters] ?? Places() }

  /// The pages with a name of a kind, in their order; where none has it as written, those with it in another case.
  func find(_ name: String, _ kind: Kind, _ places: Places) -> [EntryID] {
    var exact: [EntryID] = []
    var folded: [EntryID] = []
    var place = places[kind]
    while place >= 0 {
      let use = uses[Int(place)]
      if folded.last != use.page { folded.append(use.page) }
      if use.name == name, exact.last != use.page { exact.append(use.page) }
      place = use.former
    }
    return (exact.isEmpty ? folded : exact).reversed()
  }

  /// The pages with a path, in their order; where none has it as written, those with it in another case.
  ///
  /// - Parameter places: where the path stands as a name.
  func find(path: String, _ places: Places) -> [EntryID] {
    let stem = AssetNames.fileName(of: path[...])
    let isName = stem.utf8.count == path.utf8.count
    var exact: [EntryID] = []
    var folded: [EntryID] = []
    var place = (isName ? places : self.places(of: String(stem)))[.stem]
    while place >= 0 {
      let page = uses[Int(place)].page
      place = uses[Int(place)].former
      guard areAtRoot[page.index] == isName, folded.last != page,
        paths[page.index].inSmallLetters == path.inSmallLetters
      else { continue }
      folded.append(page)
      if paths[page.index] == path { exact.append(page) }
    }
    return (exact.isEmpty ? folded : exact).reversed()
  }

  /// All names by which wiki links find pages but their paths, in the order of the pages, for "did you mean".
  var candidates: [CandidateList.Candidate] {
    uses.compactMap { use in
      guard use.kind == .section else {
        return CandidateList.Candidate(name: use.name, target: .page(use.page))
      }
      guard let id = section(use.name, of: use.page) else { return nil }
      return CandidateList.Candidate(name: use.name, target: .section(use.page, id))
    }
  }
}
