import Markdown

/// Finds pages by the names links use: path, file name, alias, title, then a question of a page of short ones, last a
/// title as its author wrote it and an end of a path.
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

  private let names: PageNames
  /// The ids of the headings of short questions.
  private let sections: [Section: [UInt8]]
  private let equations: [[UInt8]: [EquationPlace]]

  /// A short question, by the digest of its name in small letters.
  private struct Section: Hashable {
    var page: EntryID
    var name: UInt64
  }

  /// Collects the names of all entries.
  ///
  /// - Complexity: O(names).
  init(_ entries: [Entry], redirects: [Redirect]) {
    var names = PageNames(count: entries.count)
    var sections: [Section: [UInt8]] = [:]
    var equations: [[UInt8]: [EquationPlace]] = [:]
    for (index, entry) in entries.enumerated() {
      let id = EntryID(index)
      for name in entry.names { names.add(name, id) }
      names.add(address: entry.address, id)
      if entry.kind == .faq {
        for heading in entry.document.headings where heading.level == 2 {
          let section = Section(page: id, name: NameDigest(heading.plainText.span).folded)
          if sections[section] == nil { sections[section] = heading.id }
        }
      }
      for (index, equation) in entry.equations.enumerated() where !equation.label.isEmpty {
        equations[equation.label, default: []].append(EquationPlace(page: id, index: index))
      }
    }
    for redirect in redirects {
      names.add(address: NameDigest(redirect.path.text), redirect.target)
    }
    self.names = names
    self.sections = sections
    self.equations = equations
  }

  /// The page a wiki link names.
  ///
  /// - Parameter mayBe: which pages can be meant; of several with the name only these count.
  package func find(_ target: [UInt8], where mayBe: (EntryID) -> Bool = { _ in true }) -> Result {
    find(LinkIndex.digest(ofTarget: target), where: mayBe)
  }

  /// The name that a wiki link means, which may be written as a path below the content folder and with `.md`.
  static func digest(ofTarget target: [UInt8]) -> NameDigest {
    var name = target.span
    if target.count > 3, target.suffix(3).elementsEqual(".md".utf8) {
      name = name.extracting(droppingLast: 3)
    }
    while !name.isEmpty, name[0] == 0x2F { name = name.extracting(droppingFirst: 1) }
    return NameDigest(name)
  }

  /// The same for a name that is known.
  func find(_ name: NameDigest, where mayBe: (EntryID) -> Bool) -> Result {
    let place = names.place(of: name)
    for kind: PageName.Kind in [.path, .stem, .alias, .title, .section, .writtenTitle, .pathEnd] {
      switch names.holders(place, kind) {
      case .none:
        continue
      case .one(let page):
        let section = kind == .section ? sections[Section(page: page, name: name.folded)] : nil
        return section.map { .section(page, $0) } ?? .found(page)
      case .several(let pages):
        let meant = kind == .section ? [] : pages.filter(mayBe)
        return meant.count == 1 ? .found(meant[0]) : .ambiguous(pages)
      }
    }
    return .nothing
  }

  /// The same for a name in front matter.
  package func find(_ target: String, where mayBe: (EntryID) -> Bool = { _ in true }) -> Result {
    find(Array(target.utf8), where: mayBe)
  }

  /// The page a file path below the content folder, without `.md`, stands for.
  package func find(path: String) -> EntryID? {
    if case .one(let page) = names.holders(names.place(of: NameDigest(path)), .path) { page } else { nil }
  }

  /// The pages whose file, or the last part of whose slug, has a name.
  package func find(stem: String) -> [EntryID] {
    switch names.holders(names.place(of: NameDigest(stem)), .stem) {
    case .none: []
    case .one(let page): [page]
    case .several(let pages): pages
    }
  }

  /// The page at an address below the site's root.
  package func find(address: String) -> EntryID? {
    names.find(address: NameDigest(address)) ?? names.find(address: NameDigest(address + "/"))
  }

  /// The source with a key; keys are case-sensitive.
  package func find(reference key: [UInt8]) -> EntryID? { find(reference: NameDigest(key.span)) }

  /// The same for a key that is known.
  func find(reference key: NameDigest) -> EntryID? { names.find(key: key) }

  /// The equations of all pages with a label, in the order of the pages; of a page only the first.
  package func find(label: [UInt8]) -> [EquationPlace] { equations[label] ?? [] }

  /// All labels of equations, for "did you mean".
  package var labels: [String] { equations.keys.map { String(decoding: $0, as: UTF8.self) }.sorted() }
}
