#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension InMemoryTree {
  mutating func hardLink(_ newPath: String, to path: String) throws(Cause) {
    let inode = try find(path, followingLinks: false)
    if case .directory = try node(inode).content { throw .system(EPERM) }
    let place = try place(newPath)
    try enter(inode, as: place.name, in: place.directory)
    update(inode) { $0.names += 1 }
  }

  /// Removes a name; `isDirectory` says which of the two kinds the caller means.
  mutating func remove(_ path: String, isDirectory: Bool) throws(Cause) {
    let place = try place(path)
    let inode = try find(path, followingLinks: false)
    if case .directory(let entries) = try node(inode).content {
      guard isDirectory else { throw .system(EISDIR) }
      guard entries.isEmpty else { throw .system(ENOTEMPTY) }
    } else if isDirectory {
      throw .system(ENOTDIR)
    }
    try setEntry(place.name, of: place.directory, to: nil)
    dropName(of: inode)
  }

  mutating func rename(_ path: String, to newPath: String) throws(Cause) {
    let inode = try find(path, followingLinks: false)
    let old = try place(path)
    let new = try place(newPath)
    try refuseMove(of: inode, into: newPath)
    if let replaced = try entries(of: new.directory, permission: 0o100)[new.name] {
      // POSIX: two names of one file are left as they are.
      if replaced == inode { return }
      try checkReplacement(of: replaced, by: inode)
      try setEntry(new.name, of: new.directory, to: inode)
      dropName(of: replaced)
    } else {
      try setEntry(new.name, of: new.directory, to: inode)
    }
    try setEntry(old.name, of: old.directory, to: nil)
  }

  mutating func exchange(_ first: String, _ second: String) throws(Cause) {
    let inodes = (try find(first, followingLinks: false), try find(second, followingLinks: false))
    let places = (try place(first), try place(second))
    try refuseMove(of: inodes.0, into: second)
    try refuseMove(of: inodes.1, into: first)
    try setEntry(places.0.name, of: places.0.directory, to: inodes.1)
    try setEntry(places.1.name, of: places.1.directory, to: inodes.0)
  }

  /// A directory cannot become part of itself.
  private func refuseMove(of inode: Inode, into path: String) throws(Cause) {
    let isInside = try trail(PathName.parent(path)).contains { $0.inode == inode }
    if isInside || inode == Self.root { throw .system(EINVAL) }
  }

  private func checkReplacement(of replaced: Inode, by inode: Inode) throws(Cause) {
    switch (try node(replaced).content, try node(inode).content) {
    case (.directory(let entries), .directory): if !entries.isEmpty { throw .system(ENOTEMPTY) }
    case (.directory, _): throw .system(EISDIR)
    case (_, .directory): throw .system(ENOTDIR)
    default: break
    }
  }
}
