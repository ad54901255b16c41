import Markdown
import SourceText

/// A name in a link or citation that nothing has.
struct UnknownName: Sendable {
  /// Among which names the one meant may be.
  enum Candidates: Sendable, Hashable {
    /// Pages, and the questions of pages of short ones.
    case names
    /// Pages alone.
    case pages
    /// Files that are no pages.
    case assets
    case references
    /// Headings, blocks, links and labels of a page.
    case places(EntryID)
    /// The same as citations write them: by their ids.
    case excerpts(EntryID)
    /// Labels of equations of all pages.
    case labels

    /// Whether authors may give a part of a name, or more than it: of titles and headings, not of files and keys.
    var mayBeParts: Bool {
      switch self {
      case .names, .places: true
      case .pages, .assets, .references, .excerpts, .labels: false
      }
    }
  }

  /// Index of the diagnostic that reports it.
  var diagnostic: Int
  var name: String
  var candidates: Candidates
  /// The folder that paths are written from, where files are named by their paths.
  var folder: String?
}

/// Finds what authors may have meant.
///
/// A name that differs only in case, width, spaces or punctuation is found at once. Comparing a name with all others is
/// dearer, so only the first names of a build that nothing has are, and each once.
struct NameSuggestions {
  private static let limit = 200
  private static let most = 3
  private static let mostPlaces = 5

  private let knowledge: KnowledgeBase
  private let assets: AssetNames
  private var known: [Question: String?] = [:]
  private var compared = 0
  private var lists: [UnknownName.Candidates: CandidateList] = [:]

  private struct Question: Hashable {
    var name: String
    var candidates: UnknownName.Candidates
    var folder: String?
  }

  init(_ knowledge: KnowledgeBase, assets: AssetNames) {
    self.knowledge = knowledge
    self.assets = assets
  }

  /// What to do about a name: "did you mean …?" where something near is known.
  ///
  /// - Complexity: as of ``question(for:)``.
  mutating func advice(for unknown: UnknownName) -> String {
    if let question = question(for: unknown) { return question }
    switch unknown.candidates {
    case .names: return "Write a page with this title, alias or file name; until then the link is red."
    case .pages: return "Write that page, or name one that there is."
    case .assets: return "Put the file where this name leads, or correct the name."
    case .references:
      return
        "Write the source as a file or BibTeX entry in `references/`, or in the page's section of references."
    case .labels: return "Give the equation this label: `\\label{…}`."
    case .places(let page), .excerpts(let page):
      return knowledge[page].isFromBibliography
        ? "An entry of a BibTeX file has no text; write the source as a file in `references/` to name a part of it."
        : advice(naming: places(of: page, among: unknown.candidates))
    }
  }

  /// The places of a page as links write them, each once, without its title, which stands for the page.
  private mutating func places(of page: EntryID, among candidates: UnknownName.Candidates) -> [String] {
    let title = String(decoding: knowledge[page].title.plain, as: UTF8.self)
    let list = list(of: candidates).candidates
    var seen = Set(list.filter { $0.name == title }.map(\.target))
    return list.compactMap {
      guard case .place(let name) = $0.target, seen.insert($0.target).inserted else { return nil }
      return name
    }
  }

  private func advice(naming places: [String]) -> String {
    let remedy = "write `^` and an id behind the block that is meant"
    if places.isEmpty { return "Nothing there has a name yet: \(remedy), or a heading above it." }
    let shown = places.prefix(NameSuggestions.mostPlaces).map { "`\($0)`" }.joined(separator: ", ")
    let others = places.count - NameSuggestions.mostPlaces
    return
      "There \(places.count == 1 ? "is" : "are") \(shown)\(others > 0 ? " and \(others) more" : ""); name \(places.count == 1 ? "that" : "one of these"), or \(remedy)."
  }

  /// "did you mean …?" for a name, where something near is known.
  ///
  /// - Complexity: O(length of the name) and, for the first so many names, O(candidates); for the first of each kind of
  ///   candidates O(length of their names).
  private mutating func question(for unknown: UnknownName) -> String? {
    let question = Question(name: unknown.name, candidates: unknown.candidates, folder: unknown.folder)
    if let answer = known[question] { return answer }
    let list = list(of: unknown.candidates)
    compared += 1
    var found = list.same(as: unknown.name)
    if found.count < NameSuggestions.most, compared <= NameSuggestions.limit {
      found += list.near(unknown.name)
      if found.isEmpty, unknown.candidates.mayBeParts { found = list.overlapping(unknown.name) }
    }
    var written: [String] = []
    var targets: Set<CandidateList.Target> = []
    for index in found where written.count < NameSuggestions.most {
      let candidate = list.candidates[index]
      guard targets.insert(candidate.target).inserted else { continue }
      if let name = spelling(of: candidate, for: unknown), name != unknown.name, !written.contains(name) {
        written.append(name)
      }
    }
    let answer = Suggestion.question(naming: written)
    known[question] = .some(answer)
    return answer
  }

  // MARK: Writing

  /// A candidate as the author can write it; `nil` where it cannot stand.
  private func spelling(of candidate: CandidateList.Candidate, for unknown: UnknownName) -> String? {
    switch candidate.target {
    case .page(let page):
      if let folder = unknown.folder { return path(of: page, from: folder) }
      return resolves(candidate.name, to: page, section: nil) ? candidate.name : knowledge[page].name
    case .section(let page, let id):
      guard unknown.candidates == .names, unknown.folder == nil else { return nil }
      if resolves(candidate.name, to: page, section: id) { return candidate.name }
      return "\(knowledge[page].name)#\(String(decoding: id, as: UTF8.self))"
    case .asset(let path):
      return unknown.folder.map { RelativePath.make(to: path, from: $0) } ?? assets.shortestName(of: path)
    case .place(let name), .name(let name):
      return name
    }
  }

  /// The path of a page's file; of a page that is part of a file the page's address.
  private func path(of page: EntryID, from folder: String) -> String {
    let path = knowledge[page].document.source.path
    return path.hasSuffix(".md") ? RelativePath.make(to: path, from: folder) : "/" + knowledge[page].path.text
  }

  /// Whether a wiki link can be written with a name, and leads to a page with it.
  private func resolves(_ name: String, to page: EntryID, section: [UInt8]?) -> Bool {
    guard CandidateList.isWritable(name) else { return false }
    switch knowledge.names.find(name, where: { !knowledge.isDuplicate($0) }) {
    case .found(let other):
      return section == nil
        && (other == page || knowledge.original(of: page) == knowledge.original(of: other))
    case .section(let other, let id): return other == page && id == section
    case .ambiguous, .nothing: return false
    }
  }

  // MARK: Candidates

  private mutating func list(of candidates: UnknownName.Candidates) -> CandidateList {
    // The lists of pages hold the same; questions of pages are left out when they are written.
    let key = candidates == .pages ? .names : candidates
    if let list = lists[key] { return list }
    let list = CandidateList(candidates: self.candidates(key))
    lists[key] = list
    return list
  }

  private func candidates(_ candidates: UnknownName.Candidates) -> [CandidateList.Candidate] {
    switch candidates {
    case .names, .pages: return knowledge.entries.indices.flatMap { names(of: EntryID($0)) }
    case .references:
      let keys = knowledge.ids(of: .reference).map { String(decoding: knowledge[$0].slug, as: UTF8.self) }
      return CandidateList.named(keys.sorted())
    case .labels: return CandidateList.named(knowledge.names.labels)
    case .assets:
      return assets.paths.sorted().map {
        CandidateList.Candidate(name: String(AssetNames.fileName(of: $0[...])), target: .asset($0))
      }
    case .places(let id): return CandidateList.places(of: knowledge[id], asWritten: true)
    case .excerpts(let id): return CandidateList.places(of: knowledge[id], asWritten: false)
    }
  }

  /// All names by which wiki links find a page but its path.
  private func names(of id: EntryID) -> [CandidateList.Candidate] {
    let entry = knowledge[id]
    let stem = String(AssetNames.fileName(of: entry.name[...]))
    let slug = String(decoding: entry.slug, as: UTF8.self)
    let title = String(decoding: entry.title.plain, as: UTF8.self)
    let names = [stem] + (slug == stem ? [] : [slug]) + entry.frontMatter.aliases.map(\.value) + [title]
    let sections = entry.kind == .faq ? entry.document.headings.filter { $0.level == 2 } : []
    return names.filter { !$0.isEmpty }.map { CandidateList.Candidate(name: $0, target: .page(id)) }
      + sections.map { heading in
        CandidateList.Candidate(
          name: String(decoding: heading.plainText, as: UTF8.self), target: .section(id, heading.id))
      }
  }
}
