package import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to build a site, held by one process at a time: a locked file `<site>/.quaestio/lock`.
///
/// The system ends the lock with the process, however that ends; the file stays and means nothing by itself.
/// End the stretch of code that needs it with ``release()``: `defer { lock.release() }`.
package final class BuildLock: Sendable {
  /// Folder of what Quaestio keeps between builds, below the site.
  package static let stateFolder = ".quaestio"

  private let lock: FileLock

  private init(_ lock: FileLock) {
    self.lock = lock
  }

  /// Takes the lock without waiting.
  ///
  /// - Throws: `.locked` with the other's process number when another build is running, `.fileSystem` when the
  ///   lock cannot be made.
  package static func acquire(
    site: String, fileSystem files: any FileSystem
  ) throws(PublishError) -> BuildLock {
    let folder = PathName.join(site, stateFolder)
    let path = PathName.join(folder, "lock")
    let lock = try publishing { () throws(FileSystemError) in
      try files.makeDirectory(folder)
      return try files.lock(path, note: "process \(getpid())")
    }
    if let lock { return BuildLock(lock) }
    // A holder that has just begun may not have written its number yet.
    let holder = (try? files.read(path, limit: 256)) ?? []
    throw .locked(path: path, holder: String(decoding: holder, as: UTF8.self))
  }

  /// Lets the next build begin.
  package func release() {
    lock.release()
  }
}
