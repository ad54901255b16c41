import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file system that lives in memory, with the rules of POSIX: links, identities, permissions, locks.
///
/// It starts as an empty root directory. It checks the owner's permission bits as a disk does for everyone but
/// root, and time is a counter that every change of contents moves on. Each call is one step under one lock, so
/// `rename` and `exchange` are as atomic as on a disk.
public final class InMemoryFileSystem: Sendable {
  private let tree = Mutex(InMemoryTree())

  /// An empty root directory.
  public init() {}

  /// An empty root directory with files in it; the folders on their way are created.
  public convenience init(_ files: [String: String]) throws(FileSystemError) {
    self.init()
    for (path, text) in files {
      try makeDirectory(PathName.parent(path))
      try write(path, Array(text.utf8))
    }
  }

  /// Creates a FIFO: something that is neither a file nor a directory.
  public func createFIFO(_ path: String) throws(FileSystemError) {
    try perform(.write, path) { (tree) throws(FileSystemError.Cause) in
      try tree.create(path, .other, permissions: 0o644)
    }
  }

  /// Takes one step in the tree and says in its error what was asked for.
  private func perform<Result: Sendable>(
    _ operation: FileSystemError.Operation, _ path: String,
    _ step: (inout InMemoryTree) throws(FileSystemError.Cause) -> Result
  ) throws(FileSystemError) -> Result {
    do {
      return try tree.withLock { (tree) throws(FileSystemError.Cause) in try step(&tree) }
    } catch {
      throw FileSystemError(operation, path, error)
    }
  }
}

// The protocol documents what the calls do.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension InMemoryFileSystem: FileSystem {
  public func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    try perform(.read, path) { (tree) throws(FileSystemError.Cause) in
      let node = try tree.node(tree.find(path))
      switch node.content {
      case .file(let bytes):
        guard node.permissions & 0o400 != 0 else { throw .system(EACCES) }
        guard bytes.count <= limit else { throw .tooLarge(size: bytes.count, limit: limit) }
        return bytes
      case .directory: throw .notRegular(.directory)
      case .symbolicLink, .other: throw .notRegular(.other)
      }
    }
  }

  public func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    let entries = try perform(.list, path) { (tree) throws(FileSystemError.Cause) in
      var entries: [DirectoryEntry] = []
      for (name, inode) in try tree.entries(of: tree.find(path), permission: 0o400) {
        entries.append(DirectoryEntry(nameBytes: name, kind: try tree.node(inode).content.kind))
      }
      return entries
    }
    return entries.sorted { PathName.precedes($0.name, $1.name) }
  }

  public func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus {
    try perform(.inspect, path) { (tree) throws(FileSystemError.Cause) in
      let inode = try tree.find(path, followingLinks: followingLinks)
      let node = try tree.node(inode)
      return FileStatus(
        kind: node.content.kind, size: node.content.size, modified: node.modified,
        permissions: node.permissions, identity: FileIdentity(device: 0, inode: inode))
    }
  }

  public func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    try perform(.write, path) { (tree) throws(FileSystemError.Cause) in
      try tree.create(path, .file(bytes), permissions: 0o644)
    }
  }

  public func createDirectory(_ path: String) throws(FileSystemError) {
    try perform(.createDirectory, path) { (tree) throws(FileSystemError.Cause) in
      try tree.create(path, .directory([:]), permissions: 0o755)
    }
  }

  public func createSymbolicLink(_ path: String, to target: String) throws(FileSystemError) {
    try perform(.createLink, path) { (tree) throws(FileSystemError.Cause) in
      try tree.create(path, .symbolicLink(target), permissions: 0o777)
    }
  }

  public func createHardLink(_ newPath: String, to path: String) throws(FileSystemError) {
    try perform(.createLink, newPath) { (tree) throws(FileSystemError.Cause) in
      try tree.hardLink(newPath, to: path)
    }
  }

  public func setPermissions(_ path: String, _ permissions: UInt16) throws(FileSystemError) {
    try perform(.setPermissions, path) { (tree) throws(FileSystemError.Cause) in
      tree.update(try tree.find(path)) { $0.permissions = permissions & 0o7777 }
    }
  }

  public func removeFile(_ path: String) throws(FileSystemError) {
    try perform(.remove, path) { (tree) throws(FileSystemError.Cause) in
      try tree.remove(path, isDirectory: false)
    }
  }

  public func removeDirectory(_ path: String) throws(FileSystemError) {
    try perform(.remove, path) { (tree) throws(FileSystemError.Cause) in
      try tree.remove(path, isDirectory: true)
    }
  }

  public func rename(_ path: String, to newPath: String) throws(FileSystemError) {
    try perform(.rename, path) { (tree) throws(FileSystemError.Cause) in try tree.rename(path, to: newPath) }
  }

  public func exchange(_ first: String, _ second: String) throws(FileSystemError) {
    try perform(.exchange, first) { (tree) throws(FileSystemError.Cause) in try tree.exchange(first, second) }
  }

  public func canonicalPath(_ path: String) throws(FileSystemError) -> String {
    try perform(.resolve, path) { (tree) throws(FileSystemError.Cause) in
      var canonical = ""
      for step in try tree.trail(path) {
        guard let name = String(validating: step.name, as: UTF8.self) else { throw .system(EILSEQ) }
        canonical += "/" + name
      }
      return canonical.isEmpty ? "/" : canonical
    }
  }

  public func lock(_ path: String, note: String) throws(FileSystemError) -> FileLock? {
    let inode = try perform(.lock, path) { (tree) throws(FileSystemError.Cause) -> UInt64? in
      if (try? tree.find(path, followingLinks: false)) == nil {
        try tree.create(path, .file([]), permissions: 0o644)
      }
      let inode = try tree.find(path, followingLinks: false)
      guard case .file = try tree.node(inode).content else { throw .system(EISDIR) }
      guard tree.locked.insert(inode).inserted else { return nil }
      tree.overwrite(inode, with: Array(note.utf8))
      return inode
    }
    return inode.map(makeLock)
  }

  public func lockDirectory(_ path: String) throws(FileSystemError) -> FileLock? {
    let inode = try perform(.lock, path) { (tree) throws(FileSystemError.Cause) -> UInt64? in
      let inode = try tree.find(path, followingLinks: false)
      _ = try tree.entries(of: inode, permission: 0o400)
      return tree.locked.insert(inode).inserted ? inode : nil
    }
    return inode.map(makeLock)
  }

  private func makeLock(_ inode: UInt64) -> FileLock {
    FileLock { self.tree.withLock { _ = $0.locked.remove(inode) } }
  }
}

extension InMemoryTree.Content {
  var kind: FileKind {
    switch self {
    case .file: .file
    case .directory: .directory
    case .symbolicLink: .symbolicLink
    case .other: .other
    }
  }

  var size: Int {
    switch self {
    case .file(let bytes): bytes.count
    case .symbolicLink(let target): target.utf8.count
    case .directory, .other: 0
    }
  }
}
