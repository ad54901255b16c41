#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The directories and files of an ``InMemoryFileSystem``, by number, as on a disk.
struct InMemoryTree: Sendable {
  typealias Cause = FileSystemError.Cause
  typealias Name = [UInt8]
  typealias Inode = UInt64

  struct Node: Sendable {
    var content: Content
    var permissions: UInt16
    var modified: Int64
    /// How many names the node has; without any it is gone.
    var names = 1
  }

  enum Content: Sendable {
    case file([UInt8])
    case directory([Name: Inode])
    case symbolicLink(String)
    case other
  }

  static let root: Inode = 1
  private(set) var nodes: [Inode: Node] = [
    root: Node(content: .directory([:]), permissions: 0o755, modified: 0)
  ]
  private var lastInode = root
  private var clock: Int64 = 0
  var locked: Set<Inode> = []

  // MARK: Finding

  /// The node a path names.
  func find(_ path: String, followingLinks: Bool = true) throws(Cause) -> Inode {
    try trail(path, followingLinks: followingLinks).last?.inode ?? Self.root
  }

  /// Every name on the canonical way from the root to what a path names.
  func trail(_ path: String, followingLinks: Bool = true) throws(Cause) -> [(name: Name, inode: Inode)] {
    guard !path.isEmpty else { throw .system(ENOENT) }
    var pending = Self.components(path).reversed() as [Name]
    var trail: [(name: Name, inode: Inode)] = []
    var links = 0
    while let name = pending.popLast() {
      let entries = try entries(of: trail.last?.inode ?? Self.root, permission: 0o100)
      if name == Array("..".utf8) {
        _ = trail.popLast()
        continue
      }
      guard name.count <= 255 else { throw .system(ENAMETOOLONG) }
      guard let inode = entries[name] else { throw .system(ENOENT) }
      if case .symbolicLink(let target) = try node(inode).content, followingLinks || !pending.isEmpty {
        links += 1
        guard links <= 40 else { throw .system(ELOOP) }
        if target.utf8.first == PathName.slash { trail = [] }
        pending += Self.components(target).reversed()
      } else {
        trail.append((name, inode))
      }
    }
    return trail
  }

  /// The directory that holds, or shall hold, the last name of a path.
  func place(_ path: String) throws(Cause) -> (directory: Inode, name: Name) {
    guard let name = Self.components(path).last, name != Array("..".utf8) else { throw .system(EINVAL) }
    guard name.count <= 255 else { throw .system(ENAMETOOLONG) }
    let directory = try find(PathName.parent(path))
    _ = try entries(of: directory, permission: 0o100)
    return (directory, name)
  }

  func node(_ inode: Inode) throws(Cause) -> Node {
    guard let node = nodes[inode] else { throw .system(ENOENT) }
    return node
  }

  func entries(of inode: Inode, permission: UInt16) throws(Cause) -> [Name: Inode] {
    let node = try node(inode)
    guard case .directory(let entries) = node.content else { throw .system(ENOTDIR) }
    guard node.permissions & permission == permission else { throw .system(EACCES) }
    return entries
  }

  private static func components(_ path: String) -> [Name] {
    path.utf8.split(separator: PathName.slash).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
  }

  // MARK: Changing

  /// Makes a node and gives it its first name.
  mutating func create(_ path: String, _ content: Content, permissions: UInt16) throws(Cause) {
    let place = try place(path)
    lastInode += 1
    try enter(lastInode, as: place.name, in: place.directory)
    clock += 1
    nodes[lastInode] = Node(content: content, permissions: permissions, modified: clock)
  }

  /// Enters a new name into a directory.
  mutating func enter(_ inode: Inode, as name: Name, in directory: Inode) throws(Cause) {
    guard try entries(of: directory, permission: 0)[name] == nil else { throw .system(EEXIST) }
    try setEntry(name, of: directory, to: inode)
  }

  /// Sets or, with `nil`, deletes a name in a directory; counting names is the caller's matter.
  mutating func setEntry(_ name: Name, of directory: Inode, to inode: Inode?) throws(Cause) {
    var entries = try entries(of: directory, permission: 0o300)
    entries[name] = inode
    nodes[directory]?.content = .directory(entries)
  }

  mutating func update(_ inode: Inode, _ change: (inout Node) -> Void) {
    guard var node = nodes[inode] else { return }
    change(&node)
    nodes[inode] = node
  }

  /// Replaces the contents of a file, keeping its number.
  mutating func overwrite(_ inode: Inode, with bytes: [UInt8]) {
    clock += 1
    let now = clock
    update(inode) { node in
      node.content = .file(bytes)
      node.modified = now
    }
  }

  /// Takes one name from a node and forgets it with its last.
  mutating func dropName(of inode: Inode) {
    update(inode) { $0.names -= 1 }
    if let node = nodes[inode], node.names <= 0 { nodes[inode] = nil }
  }
}
