/// The only door to the disk.
///
/// Everything that reads or writes files takes a `FileSystem`, so that tests run on ``InMemoryFileSystem`` what
/// users run on ``DiskFileSystem``. Paths are `/`-separated, absolute or relative to the working directory (in
/// memory: to the root). Every call follows symbolic links on the way to the last component; what happens to a
/// link that *is* the last component is stated per call. All calls may be made from many threads at once.
///
/// The requirements are the single steps of an operating system; what is made of several steps (walking a tree,
/// replacing a file) is an extension, hence the same for every implementation.
public protocol FileSystem: Sendable {
  /// Reads a regular file whole, following links.
  ///
  /// Never waits: a FIFO, socket or device is refused without being read.
  /// - Parameter limit: Largest acceptable size in bytes.
  /// - Throws: `.notRegular` for anything but a regular file, `.tooLarge` beyond the limit, or the system's
  ///   reason.
  /// - Complexity: O(bytes), into one allocation.
  func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8]

  /// Lists a directory without `.` and `..`, sorted by the bytes of the names.
  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry]

  /// Kind, size and identity of what a path names.
  ///
  /// - Parameter followingLinks: Whether a link as last component stands for its target or for itself.
  func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus

  /// Creates a file with permissions 0644, whatever the umask; fails with `EEXIST` if the name is taken.
  ///
  /// A write that fails half way leaves no file behind.
  func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError)

  /// Creates one directory with permissions 0755, whatever the umask; its parent must exist.
  func createDirectory(_ path: String) throws(FileSystemError)

  /// Creates a symbolic link that holds `target` as it is given.
  func createSymbolicLink(_ path: String, to target: String) throws(FileSystemError)

  /// Gives an existing file a second name; a link as last component of `path` is itself named, not its target.
  func createHardLink(_ newPath: String, to path: String) throws(FileSystemError)

  /// Sets the twelve permission bits, following links.
  func setPermissions(_ path: String, _ permissions: UInt16) throws(FileSystemError)

  /// Removes a name that is not a directory; of a link, the link itself.
  func removeFile(_ path: String) throws(FileSystemError)

  /// Removes an empty directory.
  func removeDirectory(_ path: String) throws(FileSystemError)

  /// Renames atomically; a file, or an empty directory in place of a directory, at the new path is replaced.
  func rename(_ path: String, to newPath: String) throws(FileSystemError)

  /// Exchanges what two paths name, atomically; no instant shows one of them missing.
  ///
  /// - Throws: `ENOSYS`, `EINVAL`, `EBUSY` or `EXDEV` where the system cannot do it.
  func exchange(_ first: String, _ second: String) throws(FileSystemError)

  /// The absolute path of an existing file without links, `.` and `..`.
  func canonicalPath(_ path: String) throws(FileSystemError) -> String

  /// Takes an exclusive lock on a file, created when missing, and replaces its contents by `note`.
  ///
  /// The system itself releases the lock when the process ends in any way.
  /// - Returns: `nil`, at once, when somebody else holds it; the file then holds the other's note.
  func lock(_ path: String, note: String) throws(FileSystemError) -> FileLock?

  /// Takes an exclusive lock on a directory; it stays with the directory when that is renamed or exchanged.
  ///
  /// - Returns: `nil`, at once, when somebody else holds it.
  func lockDirectory(_ path: String) throws(FileSystemError) -> FileLock?
}
