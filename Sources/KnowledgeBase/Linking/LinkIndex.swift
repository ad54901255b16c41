import Markdown

/// Finds pages by the names links use: path, file name, alias, title, then a question of a page of short ones, last a
/// title as its author wrote it and the end of a path.
///
/// Names are compared as Unicode text, so that composed and decomposed forms are one; a name that differs only in
/// case is found when no other page has it.
package final class LinkIndex: Sendable {
  /// What a name leads to.
  package enum Result: Sendable {
    case found(EntryID)
    /// One of many short questions on a page, by the id of its heading.
    case section(EntryID, [UInt8])
    case ambiguous([EntryID])
    case nothing
  }

  private let pages: PageNames
  private let references: [String: EntryID]
  private let addresses: [String: EntryID]
  private let equations: [[UInt8]: [EquationPlace]]
  private let rareNames: RareNames

  /// Collects the names of all entries.
  ///
  /// - Complexity: O(length of all names).
  init(_ entries: [Entry], redirects: [Redirect]) {
    var pages = PageNames(count: entries.count)
    var references: [String: EntryID] = [:]
    var addresses: [String: EntryID] = [:]
    addresses.reserveCapacity(entries.count + redirects.count)
    var equations: [[UInt8]: [EquationPlace]] = [:]
    for (index, entry) in entries.enumerated() {
      let id = EntryID(index)
      pages.add(path: entry.name, id)
      let slug = String(decoding: entry.slug, as: UTF8.self)
      if !AssetNames.fileName(of: entry.name[...]).utf8.elementsEqual(entry.slug) {
        pages.add(slug, .stem, id)
      }
      for alias in entry.frontMatter.aliases { pages.add(alias.value, .alias, id) }
      pages.add(String(decoding: entry.title.plain, as: UTF8.self), .title, id)
      if entry.kind == .reference { references[slug] = id }
      addresses[entry.path.text] = id
      if entry.kind == .faq { pages.addSections(of: entry, id) }
      for (index, equation) in entry.equations.enumerated() where !equation.label.isEmpty {
        equations[equation.label, default: []].append(EquationPlace(page: id, index: index))
      }
    }
    for redirect in redirects where addresses[redirect.path.text] == nil {
      addresses[redirect.path.text] = redirect.target
    }
    self.pages = pages
    self.references = references
    self.addresses = addresses
    self.equations = equations
    rareNames = RareNames(entries)
  }

  /// The page a wiki link names.
  ///
  /// - Parameter mayBe: which pages can be meant; of several with the name only these count.
  package func find(_ target: String, where mayBe: (EntryID) -> Bool = { _ in true }) -> Result {
    var name = target
    if name.hasSuffix(".md") { name.removeLast(3) }
    while name.hasPrefix("/") { name.removeFirst() }
    let places = pages.places(of: name)
    for kind: PageNames.Kind? in [nil, .stem, .alias, .title] {
      let found = kind.map { pages.find(name, $0, places) } ?? pages.find(path: name, places)
      if found.count == 1 { return .found(found[0]) }
      if found.count > 1 {
        let meant = found.filter(mayBe)
        return meant.count == 1 ? .found(meant[0]) : .ambiguous(found)
      }
    }
    let found = pages.find(name, .section, places)
    if found.count > 1 { return .ambiguous(found) }
    if let page = found.first, let id = pages.section(name, of: page) { return .section(page, id) }
    let rare = rareNames.find(name, stem: pages)
    if rare.count > 1 {
      let meant = rare.filter(mayBe)
      return meant.count == 1 ? .found(meant[0]) : .ambiguous(rare)
    }
    return rare.first.map { .found($0) } ?? .nothing
  }

  /// The page a file path below the content folder, without `.md`, stands for.
  package func find(path: String) -> EntryID? {
    let found = pages.find(path: path, pages.places(of: path))
    return found.count == 1 ? found[0] : nil
  }

  /// The pages whose file, or the last part of whose slug, has a name.
  package func find(stem: String) -> [EntryID] { pages.find(stem, .stem, pages.places(of: stem)) }

  /// The page at an address below the site's root.
  package func find(address: String) -> EntryID? {
    addresses[address] ?? addresses[address + "/"]
  }

  /// The source with a key; keys are case-sensitive.
  package func find(reference key: String) -> EntryID? { references[key] }

  /// The equations of all pages with a label, in the order of the pages; of a page only the first.
  package func find(label: [UInt8]) -> [EquationPlace] { equations[label] ?? [] }

  /// All labels of equations, for "did you mean".
  package var labels: [String] { equations.keys.map { String(decoding: $0, as: UTF8.self) }.sorted() }

  /// All reference keys, for "did you mean".
  package var referenceKeys: [String] { references.keys.sorted() }

  /// All names of pages, for "did you mean".
  var candidates: [CandidateList.Candidate] { pages.candidates }
}
