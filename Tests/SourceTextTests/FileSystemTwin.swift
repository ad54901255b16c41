import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two implementations that must keep the same rules.
enum FileSystemTwin: String, CaseIterable, CustomTestStringConvertible {
  case disk, memory

  var testDescription: String { rawValue }

  /// Whether permission bits are obeyed: no disk refuses root anything.
  var obeysPermissions: Bool { self == .memory || geteuid() != 0 }

  /// Runs a test in a fresh, empty folder that is gone afterwards.
  func withFolder(_ body: (any FileSystem, String) throws -> Void) throws {
    switch self {
    case .memory:
      let memory = InMemoryFileSystem()
      try memory.makeDirectory("/tmp/work")
      try body(memory, "/tmp/work")
    case .disk:
      let disk = DiskFileSystem()
      let unique = String(UInt64.random(in: .min ... .max), radix: 36)
      let folder = try disk.canonicalPath("/tmp") + "/quaestio-test-" + unique
      try disk.createDirectory(folder)
      defer { try? disk.removeTree(folder) }
      try body(disk, folder)
    }
  }

  func createFIFO(_ path: String, in files: any FileSystem) throws {
    if let memory = files as? InMemoryFileSystem {
      try memory.createFIFO(path)
    } else {
      try #require(mkfifo(path, 0o600) == 0)
    }
  }
}
