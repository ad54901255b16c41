#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file system of the machine.
///
/// Nothing here waits for the disk to have stored what was written (`fsync`): the promises of publishing hold
/// against the end of a process, not against the end of the power.
public struct DiskFileSystem: Sendable {
  /// The file system of the machine; it has no state of its own.
  public init() {}
}

// The protocol documents what the calls do.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DiskFileSystem: FileSystem {
  public func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    try perform(.read, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.readFile(path, limit: limit)
    }
  }

  public func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try perform(.list, path) { (path) throws(FileSystemError.Cause) in try SystemCalls.listDirectory(path) }
  }

  public func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus {
    try perform(.inspect, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.status(path, followingLinks: followingLinks)
    }
  }

  public func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    try perform(.write, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.createFile(path, bytes)
    }
  }

  public func createDirectory(_ path: String) throws(FileSystemError) {
    try perform(.createDirectory, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.check(mkdir(path, 0o755))
      try SystemCalls.check(chmod(path, 0o755))
    }
  }

  public func createSymbolicLink(_ path: String, to target: String) throws(FileSystemError) {
    try perform(.createLink, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.check(symlink(target, path))
    }
  }

  public func createHardLink(_ newPath: String, to path: String) throws(FileSystemError) {
    try perform(.createLink, newPath) { (newPath) throws(FileSystemError.Cause) in
      try SystemCalls.check(linkat(AT_FDCWD, path, AT_FDCWD, newPath, 0))
    }
  }

  public func setPermissions(_ path: String, _ permissions: UInt16) throws(FileSystemError) {
    try perform(.setPermissions, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.check(chmod(path, mode_t(permissions)))
    }
  }

  public func removeFile(_ path: String) throws(FileSystemError) {
    try perform(.remove, path) { (path) throws(FileSystemError.Cause) in try SystemCalls.check(unlink(path)) }
  }

  public func removeDirectory(_ path: String) throws(FileSystemError) {
    try perform(.remove, path) { (path) throws(FileSystemError.Cause) in try SystemCalls.check(rmdir(path)) }
  }

  public func rename(_ path: String, to newPath: String) throws(FileSystemError) {
    try perform(.rename, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.rename(path, to: newPath)
    }
  }

  public func exchange(_ first: String, _ second: String) throws(FileSystemError) {
    try perform(.exchange, first) { (first) throws(FileSystemError.Cause) in
      try SystemCalls.exchange(first, second)
    }
  }

  public func canonicalPath(_ path: String) throws(FileSystemError) -> String {
    try perform(.resolve, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.canonicalPath(path)
    }
  }

  public func lock(_ path: String, note: String) throws(FileSystemError) -> FileLock? {
    let descriptor = try perform(.lock, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.lockFile(path, note: note)
    }
    // Closing the only descriptor of the open file ends the lock.
    return descriptor.map { descriptor in FileLock { close(descriptor) } }
  }

  public func lockDirectory(_ path: String) throws(FileSystemError) -> FileLock? {
    let descriptor = try perform(.lock, path) { (path) throws(FileSystemError.Cause) in
      try SystemCalls.lockDirectory(path)
    }
    return descriptor.map { descriptor in FileLock { close(descriptor) } }
  }

  /// Runs system calls on a path and says in their error what was asked for.
  private func perform<Result>(
    _ operation: FileSystemError.Operation, _ path: String,
    _ body: (String) throws(FileSystemError.Cause) -> Result
  ) throws(FileSystemError) -> Result {
    do throws(FileSystemError.Cause) {
      // A C string would end at the NUL and name another file.
      if path.utf8.contains(0) { throw FileSystemError.Cause.system(ENOENT) }
      return try body(path)
    } catch {
      throw FileSystemError(operation, path, error)
    }
  }
}
