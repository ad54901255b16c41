import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The calls to the C library that take more than one line each.
enum SystemCalls {
  typealias Cause = FileSystemError.Cause

  /// Turns the C library's -1 into the reason.
  static func check(_ result: Int32) throws(Cause) {
    if result != 0 { throw .system(errno) }
  }

  static func readFile(_ path: String, limit: Int) throws(Cause) -> [UInt8] {
    // Opening a FIFO without O_NONBLOCK would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    // Sockets cannot be opened at all; they say so by ENXIO.
    if descriptor < 0 { throw errno == ENXIO ? .notRegular(.other) : .system(errno) }
    defer { close(descriptor) }
    var info = stat()
    try check(fstat(descriptor, &info))
    let found = kind(mode: info.st_mode)
    guard found == .file else { throw .notRegular(found) }
    guard info.st_size <= limit else { throw .tooLarge(size: Int(info.st_size), limit: limit) }
    // One byte more than expected: a first read that does not fill it has seen the end of the file.
    var bytes = try readChunk(descriptor, capacity: Int(info.st_size) + 1)
    var isAtEnd = bytes.count <= Int(info.st_size)
    while !isAtEnd {
      let more = try readChunk(descriptor, capacity: 1 << 16)
      bytes += more
      isAtEnd = more.isEmpty
      guard bytes.count <= limit else { throw .tooLarge(size: bytes.count, limit: limit) }
    }
    return bytes
  }

  /// Reads until the capacity or the end of the file is reached.
  private static func readChunk(_ descriptor: Int32, capacity: Int) throws(Cause) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, capacity - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw .system(failure) }
    return bytes
  }

  static func createFile(_ path: String, _ bytes: [UInt8]) throws(Cause) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .system(errno) }
    var failure = writeAll(descriptor, bytes)
    if failure == 0, fchmod(descriptor, 0o644) != 0 { failure = errno }
    // Network file systems and quotas report a failed write only now.
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    guard failure == 0 else {
      unlink(path)
      throw .system(failure)
    }
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let base = buffer.baseAddress {
        let wrote = write(descriptor, base + offset, buffer.count - offset)
        if wrote < 0, errno == EINTR { continue }
        if wrote < 0 { return errno }
        offset += wrote
      }
      return 0
    }
  }

  static func status(_ path: String, followingLinks: Bool) throws(Cause) -> FileStatus {
    var info = stat()
    try check(followingLinks ? stat(path, &info) : lstat(path, &info))
    #if canImport(Glibc)
      let modified = info.st_mtim
    #else
      let modified = info.st_mtimespec
    #endif
    return FileStatus(
      kind: kind(mode: info.st_mode), size: Int(info.st_size),
      modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
      permissions: UInt16(truncatingIfNeeded: info.st_mode & 0o7777),
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(info.st_ino)))
  }

  static func rename(_ path: String, to newPath: String) throws(Cause) {
    #if canImport(Glibc)
      try check(Glibc.rename(path, newPath))
    #else
      try check(Darwin.rename(path, newPath))
    #endif
  }

  static func exchange(_ first: String, _ second: String) throws(Cause) {
    let code = quaestio_exchange(first, second)
    if code != 0 { throw .system(code) }
  }

  static func canonicalPath(_ path: String) throws(Cause) -> String {
    guard let resolved = realpath(path, nil) else { throw .system(errno) }
    defer { free(resolved) }
    guard let canonical = String(validatingCString: resolved) else { throw .system(EILSEQ) }
    return canonical
  }

  /// Opens and locks a file; `nil` when somebody else holds the lock.
  static func lockFile(_ path: String, note: String) throws(Cause) -> Int32? {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    guard let descriptor = try lock(open(path, flags, 0o644)) else { return nil }
    var failure = ftruncate(descriptor, 0) == 0 ? 0 : errno
    if failure == 0 { failure = writeAll(descriptor, Array(note.utf8)) }
    if failure == 0 { return descriptor }
    close(descriptor)
    throw .system(failure)
  }

  /// Opens and locks a directory; `nil` when somebody else holds the lock.
  static func lockDirectory(_ path: String) throws(Cause) -> Int32? {
    try lock(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW))
  }

  /// Locks what was just opened, or closes it again.
  private static func lock(_ descriptor: Int32) throws(Cause) -> Int32? {
    if descriptor < 0 { throw .system(errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    let failure = errno
    close(descriptor)
    if failure == EWOULDBLOCK { return nil }
    throw .system(failure)
  }

  /// What the type bits of a mode stand for.
  static func kind(mode: mode_t) -> FileKind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    case S_IFLNK: .symbolicLink
    default: .other
    }
  }
}
