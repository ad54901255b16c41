import Markdown
import SourceText

/// Gives every note a path and an address that no other note and no page of the site has.
///
/// A note whose path is a file of the site already keeps that path, so that an import may be repeated: nothing is
/// written there.
struct FolderPlacement {
  /// Where a note would go if it were alone.
  private struct Wish {
    var role: FolderNote.Role
    var folders: [String]
    var name: String
    /// The end of the address, where the note names it.
    var slug: String?
  }

  /// Where a note could go.
  private struct Candidate {
    /// The path relative to `content/`.
    var path: String
    /// The address below the root in lower case, with the role before it.
    var address: String
    /// The last part of the address.
    var slug: String
    /// Whether the note would stand at the root under a name that belongs to the site itself.
    var isReserved: Bool
  }

  private var paths: Set<String> = []
  private var addresses: Set<String>
  /// The last number given to an address, so that a thousand equal names are no search.
  private var numbers: [String: Int] = [:]
  private let occupied: Set<String>
  /// The numbers of the site's files by their paths without number and ending, the smallest last.
  private var numbered: [String: [Int]]
  private let reserved: Set<String>

  /// - Parameters:
  ///   - assets: paths relative to `content/` that are taken by other files of the folder.
  ///   - occupied: paths relative to `content/` that exist in the site.
  ///   - reserved: names at the root that free pages must not have.
  /// - Complexity: O(length of all paths + n log n) for n numbered files.
  init(assets: some Sequence<String>, occupied: Set<String>, reserved: Set<String>) {
    paths = Set(assets.map { $0.lowercased() })
    self.occupied = Set(occupied.map { $0.lowercased() })
    addresses = Set(occupied.compactMap(FolderPlacement.address(ofFile:)))
    let numbers = self.occupied.compactMap(FolderPlacement.number(ofFile:))
    numbered = Dictionary(grouping: numbers, by: \.stem).mapValues { $0.map(\.number).sorted(by: >) }
    self.reserved = reserved
  }

  /// Places a note.
  ///
  /// - Complexity: O(length of the path) on average.
  mutating func place(_ note: inout FolderNote) {
    var (folders, name) = FolderPlacement.parts(of: note)
    // A folder at the root that belongs to the site itself holds no pages.
    if note.role == .page, let first = folders.first, isReserved(FolderPlacement.slug(first)) {
      folders[0] = first + "-pages"
    }
    var slug = note.role == .reference ? note.metadata.text("id") : note.metadata.text("slug")
    // A translation has the page's own slug where its program sets the language before it.
    if let language = note.place.language, let own = slug { slug = "\(own).\(language)" }
    let isTranslation = slug != nil && note.place.language != nil
    let wish = Wish(role: note.role, folders: folders, name: name, slug: slug)
    var number = 1
    var chosen = candidate(1, of: wish)
    let address = chosen.address
    if !isFree(chosen), let earlier = earlierNumber(chosen) {
      number = earlier
      chosen = candidate(number, of: wish)
    } else if !isFree(chosen) {
      number = numbers[address] ?? 1
      repeat {
        number += 1
        chosen = candidate(number, of: wish)
      } while !isFree(chosen)
      numbers[address] = number
    }
    paths.insert(chosen.path.lowercased())
    addresses.insert(chosen.address)
    note.target = chosen.path
    note.slug = isTranslation || wish.slug != nil && number > 1 ? chosen.slug : nil
  }

  /// The number with which a note that cannot go where it would stands in the site already.
  private mutating func earlierNumber(_ wished: Candidate) -> Int? {
    let stem = String(wished.path.dropLast(".md".count)).lowercased()
    while let number = numbered[stem]?.popLast() {
      if !paths.contains("\(stem)-\(number).md") { return number }
    }
    return nil
  }

  private func candidate(_ number: Int, of wish: Wish) -> Candidate {
    let end = number == 1 ? "" : "-\(number)"
    let path = ([wish.role.folder] + wish.folders + ["\(wish.name)\(end).md"]).joined(separator: "/")
    let slug = (wish.slug ?? wish.name) + end
    let isAtRoot = wish.role == .page && wish.folders.isEmpty && path != "pages/index.md"
    return Candidate(
      path: path, address: FolderPlacement.address(of: wish.role, folders: wish.folders, slug: slug),
      slug: slug,
      isReserved: isAtRoot && isReserved(FolderPlacement.slug(slug)))
  }

  /// Whether a note can go to a place, or has gone there before.
  private func isFree(_ candidate: Candidate) -> Bool {
    let path = candidate.path.lowercased()
    guard !paths.contains(path) else { return false }
    return occupied.contains(path) || (!addresses.contains(candidate.address) && !candidate.isReserved)
  }

  private func isReserved(_ slug: String) -> Bool { reserved.contains(slug.lowercased()) }

  private static func slug(_ name: String) -> String {
    String(decoding: Slug.make(Array(name.utf8)), as: UTF8.self)
  }

  /// The address below the root in lower case, with the role before it.
  private static func address(of role: FolderNote.Role, folders: [String], slug last: String) -> String {
    let slugs = (role == .page ? folders : []) + [last]
    let path = slugs.map(slug).joined(separator: "/")
    return "\(role.folder)/\(path)".lowercased()
  }

  /// The address of a page of the site, by its path alone; `nil` for other files.
  private static func address(ofFile path: String) -> String? {
    guard path.hasSuffix(".md") else { return nil }
    let parts = path.dropLast(".md".count).split(separator: "/").map(String.init)
    guard parts.count > 1, let role = FolderNote.Role.allCases.first(where: { $0.folder == parts[0] }) else {
      return nil
    }
    return address(of: role, folders: Array(parts[1..<parts.count - 1]), slug: parts[parts.count - 1])
  }

  /// The number at the end of a file's name, and the path before it; `nil` for files that have none.
  private static func number(ofFile path: String) -> (stem: String, number: Int)? {
    guard path.hasSuffix(".md"), let dash = path.lastIndex(of: "-"),
      let number = Int(path[path.index(after: dash)...].dropLast(".md".count)), number > 1,
      path[dash...] == "-\(number).md"
    else { return nil }
    return (String(path[..<dash]), number)
  }

  /// The folders and the name of the file of a note, without what only its program needs.
  private static func parts(of note: FolderNote) -> (folders: [String], name: String) {
    var folders = Array(note.place.place.dropLast())
    var name = note.stem
    if note.isIndex {
      if let last = folders.popLast() { name = last } else { name = "index" }
    }
    if note.role == .reference { folders.removeAll { FolderNote.isReferenceFolder($0) } }
    if folders.first?.lowercased() == note.role.folder { folders.removeFirst() }
    return (folders.map(FolderInventory.published), FolderInventory.published(name))
  }
}
