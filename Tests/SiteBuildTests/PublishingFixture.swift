import SourceText
import Synchronization
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the cases of publishing run.
enum PublishingPlace: String, CaseIterable, CustomTestStringConvertible {
  case disk, memory

  var testDescription: String { rawValue }

  /// Runs a test in a fresh site that is gone afterwards.
  func withSite(_ body: (PublishingSite) throws -> Void) throws {
    switch self {
    case .memory:
      let memory = InMemoryFileSystem()
      try memory.makeDirectory("/srv/site/content")
      try body(PublishingSite(files: memory, root: "/srv/site"))
    case .disk:
      let disk = DiskFileSystem()
      let unique = String(UInt64.random(in: .min ... .max), radix: 36)
      let folder = try disk.canonicalPath("/tmp") + "/quaestio-test-" + unique
      try disk.makeDirectory(folder + "/site/content")
      defer { try? disk.removeTree(folder) }
      try body(PublishingSite(files: disk, root: folder + "/site"))
    }
  }
}

/// A site whose output folder is `public`.
struct PublishingSite {
  var files: any FileSystem
  let root: String

  var output: String { root + "/public" }
  var protection: OutputGuard { OutputGuard(site: root) }

  func begin(_ mode: Publisher.Mode = .auto) throws -> Staging {
    try Publisher(fileSystem: files).begin(output: output, protecting: protection, mode: mode)
  }

  /// Publishes a whole state: paths and texts.
  @discardableResult
  func publish(_ state: [String: String], _ mode: Publisher.Mode = .auto) throws -> PublishReport {
    let staging = try begin(mode)
    for (path, text) in state.sorted(by: { $0.key < $1.key }) {
      try staging.write(OutputFile(path: path, bytes: Array(text.utf8)))
    }
    return try staging.commit()
  }

  /// Writes a file that no build made.
  func put(_ path: String, _ text: String = "foreign") throws {
    let path = root + "/" + path
    try files.makeDirectory(PathName.parent(path))
    try files.write(path, Array(text.utf8))
  }

  /// Every name below a folder: the text of files, `/` for folders, `@` for anything else.
  func tree(_ folder: String) throws -> [String: String] {
    var tree: [String: String] = [:]
    var pending = [""]
    while let current = pending.popLast() {
      for entry in try files.list(PathName.join(root + "/" + folder, current)) {
        let path = PathName.join(current, entry.name)
        switch entry.kind {
        case .file:
          let bytes = try files.read(PathName.join(root + "/" + folder, path))
          tree[path] = String(decoding: bytes, as: UTF8.self)
        case .directory:
          tree[path] = "/"
          pending.append(path)
        case .symbolicLink, .other: tree[path] = "@"
        }
      }
    }
    return tree
  }

  /// The published files without the manifest and without folders.
  func published() throws -> [String: String] {
    try tree("public").filter { $0.value != "/" && $0.key != OutputManifest.fileName }
  }

  /// Names in the site's folder that publishing left behind.
  func leftovers() throws -> [String] {
    let beside = try files.list(root).map(\.name)
    let inside = files.exists(output) ? try files.list(output).map(\.name) : []
    return (beside + inside).filter { $0.contains("quaestio-") && $0 != OutputManifest.fileName }
  }
}

/// A file system that fails, or stops for ever, where a test wants it to.
final class FaultyFileSystem: FileSystem {
  private let base: any FileSystem
  private let fault: @Sendable (FileSystemError.Operation, String, Int) -> Int32?
  private let changes = Mutex(0)

  /// - Parameter fault: Asked before each step that changes something, with the operation, the path and how many
  ///   such steps came before; answers with an error number.
  init(
    _ base: any FileSystem, fault: @escaping @Sendable (FileSystemError.Operation, String, Int) -> Int32?
  ) {
    self.base = base
    self.fault = fault
  }

  /// Steps that changed, or tried to change, something.
  var changeCount: Int { changes.withLock { $0 } }

  private func step(_ operation: FileSystemError.Operation, _ path: String) throws(FileSystemError) {
    let index = changes.withLock { count in
      defer { count += 1 }
      return count
    }
    if let code = fault(operation, path, index) { throw FileSystemError(operation, path, .system(code)) }
  }

  func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    try base.read(path, limit: limit)
  }
  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] { try base.list(path) }
  func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus {
    try base.status(path, followingLinks: followingLinks)
  }
  func canonicalPath(_ path: String) throws(FileSystemError) -> String { try base.canonicalPath(path) }
  func write(_ path: String, _ bytes: [UInt8]) throws(FileSystemError) {
    try step(.write, path)
    try base.write(path, bytes)
  }
  func createDirectory(_ path: String) throws(FileSystemError) {
    try step(.createDirectory, path)
    try base.createDirectory(path)
  }
  func createSymbolicLink(_ path: String, to target: String) throws(FileSystemError) {
    try step(.createLink, path)
    try base.createSymbolicLink(path, to: target)
  }
  func createHardLink(_ newPath: String, to path: String) throws(FileSystemError) {
    try step(.createLink, newPath)
    try base.createHardLink(newPath, to: path)
  }
  func setPermissions(_ path: String, _ permissions: UInt16) throws(FileSystemError) {
    try step(.setPermissions, path)
    try base.setPermissions(path, permissions)
  }
  func removeFile(_ path: String) throws(FileSystemError) {
    try step(.remove, path)
    try base.removeFile(path)
  }
  func removeDirectory(_ path: String) throws(FileSystemError) {
    try step(.remove, path)
    try base.removeDirectory(path)
  }
  func rename(_ path: String, to newPath: String) throws(FileSystemError) {
    try step(.rename, path)
    try base.rename(path, to: newPath)
  }
  func exchange(_ first: String, _ second: String) throws(FileSystemError) {
    try step(.exchange, first)
    try base.exchange(first, second)
  }
  func lock(_ path: String, note: String) throws(FileSystemError) -> FileLock? {
    try step(.lock, path)
    return try base.lock(path, note: note)
  }
  func lockDirectory(_ path: String) throws(FileSystemError) -> FileLock? { try base.lockDirectory(path) }
}
