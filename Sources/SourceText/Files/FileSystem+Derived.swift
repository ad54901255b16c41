#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileSystem {
  /// Reads a regular file whole, whatever its size.
  ///
  /// - Throws: As ``read(_:limit:)``.
  public func read(_ path: String) throws(FileSystemError) -> [UInt8] {
    try read(path, limit: .max)
  }

  /// Kind, size and identity of what a path names, following links.
  public func status(_ path: String) throws(FileSystemError) -> FileStatus {
    try status(path, followingLinks: true)
  }

  /// The status of what a path names, a link standing for itself; `nil` if there is nothing.
  public func statusIfPresent(_ path: String) throws(FileSystemError) -> FileStatus? {
    do {
      return try status(path, followingLinks: false)
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
  }

  /// Whether a path names something that can be seen; a broken link does not.
  public func exists(_ path: String) -> Bool {
    (try? status(path, followingLinks: true)) != nil
  }

  /// Creates a directory and those above it, as far as they are missing.
  ///
  /// - Throws: `ENOTDIR` where a file stands in the way.
  public func makeDirectory(_ path: String) throws(FileSystemError) {
    var missing: [String] = []
    var current = path
    while true {
      do throws(FileSystemError) {
        let kind = try status(current).kind
        guard kind == .directory else { throw FileSystemError(.createDirectory, path, .system(ENOTDIR)) }
        break
      } catch {
        let parent = PathName.parent(current)
        guard error.code == ENOENT, parent != current else { throw error }
        missing.append(current)
        current = parent
      }
    }
    for folder in missing.reversed() {
      do {
        try createDirectory(folder)
      } catch {
        // Another thread or process may have been faster.
        guard error.code == EEXIST, (try? status(folder).kind) == .directory else { throw error }
      }
    }
  }

  /// Creates or replaces a file so that every reader sees the old contents or the new, never a part.
  ///
  /// A process killed half way may leave a file `.quaestio-tmp-…` beside it, never a damaged `path`.
  public func writeAtomically(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = PathName.join(PathName.parent(path), ".quaestio-tmp-" + unique)
    try write(temporary, bytes)
    do {
      try rename(temporary, to: path)
    } catch {
      try? removeFile(temporary)
      throw FileSystemError(.write, path, error.cause)
    }
  }

  /// Removes a file, a link or a whole directory; nothing happens if there is none. Links are not followed.
  ///
  /// - Parameter last: A name directly in `path` that is removed after everything else, so that what remains of
  ///   an interrupted removal can be recognised by it.
  public func removeTree(_ path: String, last: String? = nil) throws(FileSystemError) {
    guard let root = try statusIfPresent(path) else { return }
    guard root.kind == .directory else { return try removeFile(path) }
    var folders = [path]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      for entry in try list(folder) where next > 1 || entry.name != last {
        let child = PathName.join(folder, entry.name)
        if entry.kind == .directory { folders.append(child) } else { try removeFile(child) }
      }
    }
    // A folder always stands before those it holds.
    for folder in folders.dropFirst().reversed() { try removeDirectory(folder) }
    if let last { try removeTree(PathName.join(path, last)) }
    try removeDirectory(path)
  }
}
