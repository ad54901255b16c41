import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One contract, two implementations: every case runs on a disk and in memory.
@Suite struct FileSystemContractTests {
  @Test(arguments: FileSystemTwin.allCases)
  func whatIsWrittenIsRead(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      let samples: [[UInt8]] = [[], [0], Array(0...255), [UInt8](repeating: 7, count: 200_000)]
      for (index, bytes) in samples.enumerated() {
        let path = "\(folder)/文件 \(index)"
        try files.write(path, bytes)
        #expect(try files.read(path) == bytes)
        #expect(try files.read(path, limit: bytes.count) == bytes)
        let status = try files.status(path)
        #expect(status.kind == .file && status.size == bytes.count && status.permissions == 0o644)
      }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func writingNeverReplaces(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.write("\(folder)/a", [1])
      let error = #expect(throws: FileSystemError.self) { try files.write("\(folder)/a", [2]) }
      #expect(error?.code == EEXIST)
      #expect(error?.description == "cannot write \(folder)/a: File exists")
      #expect(try files.read("\(folder)/a") == [1])
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func readingRefusesWhatIsNoFileOrTooLarge(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.write("\(folder)/large", [1, 2, 3])
      try twin.createFIFO("\(folder)/fifo", in: files)
      func cause(_ path: String, limit: Int = .max) -> FileSystemError.Cause? {
        #expect(throws: FileSystemError.self) { try files.read(path, limit: limit) }?.cause
      }
      #expect(cause("\(folder)/large", limit: 2) == .tooLarge(size: 3, limit: 2))
      #expect(cause("\(folder)/fifo") == .notRegular(.other))
      #expect(cause(folder) == .notRegular(.directory))
      #expect(cause("\(folder)/missing") == .system(ENOENT))
      #expect(cause("\(folder)/large/x") == .system(ENOTDIR))
      #expect(cause("\(folder)/large\0x") == .system(ENOENT))
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func listingIsSortedByBytesAndNamesLinksAsLinks(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      for name in ["b", "a", "Z", "é", "e\u{301}", "é.md"] { try files.write("\(folder)/\(name)", []) }
      try files.createDirectory("\(folder)/d")
      try files.createSymbolicLink("\(folder)/link", to: "d")
      try twin.createFIFO("\(folder)/fifo", in: files)
      let entries = try files.list(folder)
      // Composed and decomposed é are two names on a disk, though equal as strings.
      let names = ["Z", "a", "b", "d", "e\u{301}", "fifo", "link", "é", "é.md"]
      #expect(entries.map { Array($0.name.utf8) } == names.map { Array($0.utf8) })
      #expect(
        entries.map(\.kind) == [.file, .file, .file, .directory, .file, .other, .symbolicLink, .file, .file])
      #expect(throws: FileSystemError(.list, "\(folder)/a", .system(ENOTDIR))) {
        try files.list("\(folder)/a")
      }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func statusTellsIdentitiesAndFollowsLinksOnDemand(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.write("\(folder)/a", [1])
      try files.createHardLink("\(folder)/b", to: "\(folder)/a")
      try files.createSymbolicLink("\(folder)/c", to: "a")
      try files.createSymbolicLink("\(folder)/broken", to: "nowhere")
      try files.createSymbolicLink("\(folder)/loop", to: "loop")
      let original = try files.status("\(folder)/a")
      #expect(try files.status("\(folder)/b") == original)
      #expect(try files.status("\(folder)/c") == original)
      #expect(try files.status("\(folder)/c", followingLinks: false).kind == .symbolicLink)
      #expect(try files.statusIfPresent("\(folder)/broken")?.kind == .symbolicLink)
      #expect(try files.statusIfPresent("\(folder)/missing") == nil)
      #expect(try files.statusIfPresent("\(folder)/a/missing") == nil)
      #expect(files.exists("\(folder)/c") && !files.exists("\(folder)/broken"))
      #expect(throws: FileSystemError(.inspect, "\(folder)/loop", .system(ELOOP))) {
        try files.status("\(folder)/loop")
      }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func foldersAreMadeWithTheirParents(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.makeDirectory("\(folder)/a/b/c")
      try files.makeDirectory("\(folder)/a/b/c")
      try files.makeDirectory("\(folder)/a/b/d/")
      #expect(try files.list("\(folder)/a/b").map(\.name) == ["c", "d"])
      #expect(try files.status("\(folder)/a").permissions == 0o755)
      try files.write("\(folder)/file", [])
      #expect(throws: FileSystemError.self) { try files.makeDirectory("\(folder)/file") }
      #expect(throws: FileSystemError.self) { try files.makeDirectory("\(folder)/file/x") }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func atomicWritingReplacesAndLeavesNothingElse(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.writeAtomically("\(folder)/a", [1])
      let before = try files.status("\(folder)/a").identity
      try files.writeAtomically("\(folder)/a", [2])
      #expect(try files.read("\(folder)/a") == [2])
      #expect(try files.status("\(folder)/a").identity != before)
      try files.createDirectory("\(folder)/d")
      #expect(throws: FileSystemError.self) { try files.writeAtomically("\(folder)/d", [3]) }
      #expect(try files.list(folder).map(\.name) == ["a", "d"])
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func renamingKeepsTheRulesOfPOSIX(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      func code(_ from: String, _ to: String) -> Int32? {
        let error = #expect(throws: FileSystemError.self) {
          try files.rename("\(folder)/\(from)", to: "\(folder)/\(to)")
        }
        return error?.code
      }
      try files.makeDirectory("\(folder)/full/inner")
      try files.createDirectory("\(folder)/empty")
      try files.write("\(folder)/a", [1])
      try files.write("\(folder)/b", [2])
      try files.createHardLink("\(folder)/a2", to: "\(folder)/a")
      #expect(code("a", "empty") == EISDIR)
      #expect(code("full", "a") == ENOTDIR)
      #expect(code("empty", "full") == ENOTEMPTY)
      #expect(code("full", "full/inner/x") == EINVAL)
      #expect(code("missing", "a") == ENOENT)
      try files.rename("\(folder)/a", to: "\(folder)/a2")
      #expect(files.exists("\(folder)/a"), "two names of one file stay")
      try files.rename("\(folder)/a", to: "\(folder)/b")
      #expect(try files.read("\(folder)/b") == [1])
      try files.rename("\(folder)/full", to: "\(folder)/empty")
      #expect(try files.list(folder).map(\.name) == ["a2", "b", "empty"])
      #expect(try files.list("\(folder)/empty").map(\.name) == ["inner"])
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func removingTakesTreesButNeverFollowsLinks(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.makeDirectory("\(folder)/outside")
      try files.write("\(folder)/outside/kept", [])
      try files.makeDirectory("\(folder)/tree/a/b")
      try files.write("\(folder)/tree/a/b/c", [])
      try files.write("\(folder)/tree/mark", [])
      try files.createSymbolicLink("\(folder)/tree/a/link", to: "../../outside")
      #expect(throws: FileSystemError(.remove, "\(folder)/tree", .system(ENOTEMPTY))) {
        try files.removeDirectory("\(folder)/tree")
      }
      #expect(throws: FileSystemError.self) { try files.removeFile("\(folder)/tree") }
      try files.removeTree("\(folder)/tree", last: "mark")
      try files.removeTree("\(folder)/tree")
      #expect(try files.list(folder).map(\.name) == ["outside"])
      #expect(files.exists("\(folder)/outside/kept"))
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func exchangingSwapsWholeFolders(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.makeDirectory("\(folder)/old")
      try files.makeDirectory("\(folder)/new")
      try files.write("\(folder)/old/o", [])
      try files.write("\(folder)/new/n", [])
      do throws(FileSystemError) {
        try files.exchange("\(folder)/old", "\(folder)/new")
      } catch {
        // A system without such a call says so; publishing then goes another way.
        return #expect(error.code == ENOSYS || error.code == EINVAL)
      }
      #expect(try files.list("\(folder)/old").map(\.name) == ["n"])
      #expect(try files.list("\(folder)/new").map(\.name) == ["o"])
      #expect(throws: FileSystemError.self) { try files.exchange("\(folder)/old", "\(folder)/missing") }
      #expect(throws: FileSystemError.self) { try files.exchange("\(folder)/old", "\(folder)/old/n") }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func canonicalPathsHoldNoLinks(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.makeDirectory("\(folder)/a/b")
      try files.createSymbolicLink("\(folder)/l", to: "a/../a/b")
      try files.createSymbolicLink("\(folder)/absolute", to: "\(folder)/l")
      #expect(try files.canonicalPath("\(folder)/absolute/./../b") == "\(folder)/a/b")
      #expect(try files.canonicalPath("/") == "/")
      #expect(throws: FileSystemError(.resolve, "\(folder)/none", .system(ENOENT))) {
        try files.canonicalPath("\(folder)/none")
      }
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func aLockHasOneHolder(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      let path = "\(folder)/lock"
      let first = try #require(try files.lock(path, note: "the first holder"))
      #expect(try files.lock(path, note: "second") == nil)
      #expect(try files.read(path) == Array("the first holder".utf8))
      first.release()
      let third = try #require(try files.lock(path, note: "third"))
      first.release()
      #expect(try files.lock(path, note: "fourth") == nil, "releasing twice must not free another's lock")
      #expect(try files.read(path) == Array("third".utf8))
      third.release()
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func aLockedFolderTakesItsLockAlong(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.createDirectory("\(folder)/a")
      let lock = try #require(try files.lockDirectory("\(folder)/a"))
      try files.rename("\(folder)/a", to: "\(folder)/b")
      try files.createDirectory("\(folder)/a")
      #expect(try files.lockDirectory("\(folder)/b") == nil)
      #expect(try files.lockDirectory("\(folder)/a") != nil)
      lock.release()
      #expect(try files.lockDirectory("\(folder)/b") != nil)
      #expect(throws: FileSystemError.self) { try files.lockDirectory("\(folder)/none") }
    }
  }

  @Test(arguments: FileSystemTwin.allCases.filter(\.obeysPermissions))
  func permissionsAreObeyed(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.write("\(folder)/a", [])
      try files.setPermissions("\(folder)/a", 0)
      #expect(throws: FileSystemError(.read, "\(folder)/a", .system(EACCES))) {
        try files.read("\(folder)/a")
      }
      try files.makeDirectory("\(folder)/d/e")
      try files.setPermissions("\(folder)/d", 0o500)
      #expect(throws: FileSystemError.self) { try files.write("\(folder)/d/x", []) }
      #expect(throws: FileSystemError.self) { try files.removeDirectory("\(folder)/d/e") }
      try files.setPermissions("\(folder)/d", 0o300)
      #expect(throws: FileSystemError.self) { try files.list("\(folder)/d") }
      try files.setPermissions("\(folder)/d", 0o600)
      #expect(throws: FileSystemError.self) { try files.status("\(folder)/d/e") }
      try files.setPermissions("\(folder)/d", 0o700)
    }
  }
}
