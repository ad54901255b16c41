import Markdown
import SourceText

/// Gives every note a path and an address that no other note has.
struct FolderPlacement {
  private var paths: Set<String> = []
  private var addresses: Set<String> = []
  /// The last number given to a name, so that a thousand equal names are no search.
  private var numbers: [String: Int] = [:]
  private let reserved: Set<String>

  /// - Parameters:
  ///   - assets: paths relative to `content/` that are taken.
  ///   - reserved: names at the root that free pages must not have.
  init(assets: some Sequence<String>, reserved: Set<String>) {
    paths = Set(assets.map { $0.lowercased() })
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
    let folder = ([note.role.folder] + folders).joined(separator: "/")
    let written = note.role == .reference ? note.metadata.text("id") : note.metadata.text("slug")
    let key = "\(folder)/\(name)".lowercased()
    let isAtRoot = note.role == .page && folders.isEmpty
    var number = numbers[key] ?? 1
    while true {
      let end = number == 1 ? "" : "-\(number)"
      let path = "\(folder)/\(name)\(end).md"
      let slug = (written ?? name) + end
      let address = FolderPlacement.address(of: note.role, folders: folders, slug: slug)
      let isFree =
        !paths.contains(path.lowercased()) && !addresses.contains(address)
        && !(isAtRoot && path != "pages/index.md" && isReserved(FolderPlacement.slug(slug)))
      if isFree {
        paths.insert(path.lowercased())
        addresses.insert(address)
        note.target = path
        note.slug = written != nil && number > 1 ? slug : nil
        break
      }
      number += 1
    }
    numbers[key] = number
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
