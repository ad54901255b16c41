import Markdown
package import SourceText

/// All pages of a site and what ties them together.
///
/// It is one reference, because everything that makes pages holds it.
package struct KnowledgeBase: Sendable {
  private var storage: Storage

  /// The pages, sorted by kind, then by slug: an entry's place does not depend on the order files were found in.
  package var entries: [Entry] { storage.entries }
  /// Names by which links find pages.
  package var names: LinkIndex { storage.names }
  /// Former addresses of pages, in the order of the pages.
  package var redirects: [Redirect] { storage.redirects }
  /// Which pages stand for others.
  var relations: PageRelations { storage.relations }
  /// What each page's links and citations point to, in the order of `entries`.
  package var links: [PageLinks] { storage.links }
  /// Who points to each page, in the order of `entries`.
  package var graph: LinkGraph { storage.graph }

  private final class Storage: Sendable {
    let entries: [Entry]
    let names: LinkIndex
    let redirects: [Redirect]
    let relations: PageRelations
    let links: [PageLinks]
    let graph: LinkGraph

    init(
      entries: [Entry], names: LinkIndex, redirects: [Redirect], relations: PageRelations,
      links: [PageLinks] = [], graph: LinkGraph = LinkGraph()
    ) {
      self.entries = entries
      self.names = names
      self.redirects = redirects
      self.relations = relations
      self.links = links
      self.graph = graph
    }
  }

  /// Sorts entries and finds those that claim one address.
  ///
  /// - Parameters:
  ///   - reserved: names at the root that the site uses itself.
  ///   - staticFiles: the sources of files that are published as they are, by their path below the root.
  ///   - language: the site's language, a BCP 47 tag; of a page and its translations, lists show the one in it.
  /// - Complexity: O(n log n) in the number of entries.
  package init(
    _ unsorted: [Entry], reserved: Set<String>, staticFiles: [String: String] = [:], language: String = "en",
    diagnostics: inout [Diagnostic]
  ) {
    let sorted = unsorted.sorted { left, right in
      if left.kind != right.kind { return left.kind < right.kind }
      if left.slug != right.slug { return left.slug.lexicographicallyPrecedes(right.slug) }
      return left.document.source.path.utf8.lexicographicallyPrecedes(right.document.source.path.utf8)
    }
    let entries = Collisions(reserved: reserved).resolve(sorted, diagnostics: &diagnostics)
    let aliases = AliasAddresses(entries, reserved: reserved, staticFiles: staticFiles)
    diagnostics += aliases.diagnostics
    let names = LinkIndex(entries, redirects: aliases.redirects)
    storage = Storage(
      entries: entries, names: names, redirects: aliases.redirects,
      relations: PageRelations(entries, names: names, language: language, diagnostics: &diagnostics))
  }

  package subscript(id: EntryID) -> Entry { storage.entries[id.index] }

  /// The ids of all entries of a kind, sorted by slug.
  package func ids(of kind: Entry.Kind) -> [EntryID] {
    entries.indices.lazy.filter { entries[$0].kind == kind }.map(EntryID.init)
  }

  /// Keeps what the pages' links were resolved to, turns them around, and prints in formulas their own numbers and
  /// those of the equations they refer to.
  package mutating func connect(_ links: [PageLinks]) {
    let unnumbered = entries
    var numbered = unnumbered
    for index in links.indices where unnumbered[index].mayPrintNumbers {
      numbered[index] = unnumbered[index].printing { label in
        links[index].equations[label].map { unnumbered[$0.page.index].equations[$0.index].number }
      }
    }
    storage = Storage(
      entries: numbered, names: names, redirects: redirects, relations: relations, links: links,
      graph: LinkGraph(links))
  }
}

/// Finds pages that would stand at one address, also where a file system or a reader would not tell them apart.
private struct Collisions {
  let reserved: Set<String>

  func resolve(_ entries: [Entry], diagnostics: inout [Diagnostic]) -> [Entry] {
    // The first page at each address, in whatever case.
    var first = DigestTable(capacity: entries.count)
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      if entry.kind == .page, let root = entry.path.text.split(separator: "/").first,
        reserved.contains(root.lowercased())
      {
        diagnostics.append(
          Diagnostic(
            .slugReserved, at: SourceLocation(path: entry.document.source.path),
            "The address /\(entry.path.text) belongs to Quaestio's own pages.",
            notes: [Note("Rename the file or give it another `slug:`.")]))
        continue
      }
      if let other = first.insert(Int32(kept.count), for: entry.address.folded) {
        diagnostics.append(collision(of: entry, with: kept[Int(other)]))
      } else {
        kept.append(entry)
      }
    }
    return kept
  }

  private func collision(of entry: Entry, with other: Entry) -> Diagnostic {
    let isReference = entry.kind == .reference
    let key = isReference ? FrontMatterKey.id : .slug
    let file = entry.document.source
    let location =
      entry.frontMatter.valueRange(of: key).map { SourceLocation($0, in: file) }
      ?? SourceLocation(path: file.path)
    let name = String(decoding: entry.slug, as: UTF8.self)
    // Two paths that print alike are one only to people.
    let isEncoding =
      file.path == other.document.source.path
      && !file.path.utf8.elementsEqual(other.document.source.path.utf8)
    let encoding =
      isEncoding
      ? [Note("The two names differ only in how their accents are encoded (Unicode forms NFC and NFD).")] : []
    return Diagnostic(
      isReference ? .referenceDuplicate : .slugDuplicate, at: location,
      entry.isFromBibliography
        ? "Two sources claim the key \"\(name)\", or differ in upper and lower case alone."
        : "Two files claim the \(isReference ? "key" : "address") \"\(name)\".",
      notes: [
        Note(
          "The other is \(other.document.source.path).",
          at: other.frontMatter.valueRange(of: key).map { SourceLocation($0, in: other.document.source) }
            ?? SourceLocation(path: other.document.source.path)),
        Note(
          entry.isFromBibliography
            ? "Give one of them another key."
            : "Rename one of the files, or give it another `\(isReference ? "id" : "slug"):`."),
      ] + encoding)
  }
}
