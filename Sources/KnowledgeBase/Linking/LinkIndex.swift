import Markdown

/// Finds pages by the names links use: path, file name, alias, title, then a question of a page of short ones.
///
/// Names are compared as Unicode text, so that composed and decomposed forms are one; a name that differs only in
/// case is found when no other page has it.
package struct LinkIndex: Sendable {
  /// What a name leads to.
  package enum Result: Sendable {
    case found(EntryID)
    /// One of many short questions on a page, by the id of its heading.
    case section(EntryID, [UInt8])
    case ambiguous([EntryID])
    case nothing
  }

  private struct SectionName: Hashable {
    var page: EntryID
    var name: String
  }

  private struct Tier: Sendable {
    var exact: [String: [EntryID]] = [:]
    var folded: [String: [EntryID]] = [:]

    mutating func add(_ name: String, _ id: EntryID) {
      guard !name.isEmpty else { return }
      if exact[name]?.last != id { exact[name, default: []].append(id) }
      let lower = name.lowercased()
      if folded[lower]?.last != id { folded[lower, default: []].append(id) }
    }

    func find(_ name: String) -> [EntryID] { exact[name] ?? folded[name.lowercased()] ?? [] }
  }

  private var paths = Tier()
  private var stems = Tier()
  private var aliases = Tier()
  private var titles = Tier()
  private var sections = Tier()
  /// The headings that `sections` finds, by their page and name.
  private var sectionIDs: [SectionName: [UInt8]] = [:]
  private var references: [String: EntryID] = [:]
  private var addresses: [String: EntryID] = [:]
  private var equations: [[UInt8]: [EquationPlace]] = [:]

  /// Collects the names of all entries.
  ///
  /// - Complexity: O(length of all names).
  init(_ entries: [Entry], redirects: [Redirect]) {
    for (index, entry) in entries.enumerated() {
      let id = EntryID(index)
      paths.add(entry.name, id)
      stems.add(String(entry.name.split(separator: "/").last ?? ""), id)
      let slug = String(decoding: entry.slug, as: UTF8.self)
      stems.add(slug, id)
      for alias in entry.frontMatter.aliases { aliases.add(alias.value, id) }
      titles.add(String(decoding: entry.title.plain, as: UTF8.self), id)
      if entry.kind == .reference { references[slug] = id }
      addresses[entry.path.text] = id
      if entry.kind == .faq { addSections(of: entry, id) }
      for (index, equation) in entry.equations.enumerated() where !equation.label.isEmpty {
        equations[equation.label, default: []].append(EquationPlace(page: id, index: index))
      }
    }
    for redirect in redirects where addresses[redirect.path.text] == nil {
      addresses[redirect.path.text] = redirect.target
    }
  }

  /// Each heading of level 2 on a page of short questions is a question of its own.
  private mutating func addSections(of entry: Entry, _ id: EntryID) {
    for heading in entry.document.headings where heading.level == 2 {
      let name = String(decoding: heading.plainText, as: UTF8.self)
      let place = SectionName(page: id, name: name.lowercased())
      guard sectionIDs[place] == nil else { continue }
      sectionIDs[place] = heading.id
      sections.add(name, id)
    }
  }

  /// The page a wiki link names.
  ///
  /// - Parameter mayBe: which pages can be meant; of several with the name only these count.
  package func find(_ target: String, where mayBe: (EntryID) -> Bool = { _ in true }) -> Result {
    var name = target
    if name.hasSuffix(".md") { name.removeLast(3) }
    while name.hasPrefix("/") { name.removeFirst() }
    for tier in [paths, stems, aliases, titles] {
      let found = tier.find(name)
      if found.count == 1 { return .found(found[0]) }
      if found.count > 1 {
        let meant = found.filter(mayBe)
        return meant.count == 1 ? .found(meant[0]) : .ambiguous(found)
      }
    }
    let found = sections.find(name)
    if found.count > 1 { return .ambiguous(found) }
    if let page = found.first, let id = sectionIDs[SectionName(page: page, name: name.lowercased())] {
      return .section(page, id)
    }
    return .nothing
  }

  /// The page a file path below the content folder, without `.md`, stands for.
  package func find(path: String) -> EntryID? {
    let found = paths.find(path)
    return found.count == 1 ? found[0] : nil
  }

  /// The pages whose file, or the last part of whose slug, has a name.
  package func find(stem: String) -> [EntryID] { stems.find(stem) }

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

  /// All file names and slugs, for "did you mean".
  package var stemNames: [String] { stems.exact.keys.sorted() }
}
