import SourceText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileWalkTests {
  @Test(arguments: FileSystemTwin.allCases)
  func filesComeSortedByTheBytesOfTheirPaths(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      let paths = ["B.md", "a-b.md", "a.md", "a/b.md", "a/b/c.md", "a0.md", "问题/稀疏.md"]
      for path in paths.reversed() {
        try files.makeDirectory(PathName.parent("\(folder)/\(path)"))
        try files.write("\(folder)/\(path)", [])
      }
      let walk = try files.walk(folder)
      #expect(walk.files == paths)
      #expect(walk.skipped.isEmpty)
      #expect(try files.walk(folder) { path, _ in path != "a" }.files == paths.filter { !$0.hasPrefix("a/") })
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func linksLeadNeitherOutNorInCircles(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      let site = "\(folder)/site"
      try files.makeDirectory("\(site)/content/sub")
      try files.makeDirectory("\(site)-elsewhere")
      try files.write("\(site)/note.md", [])
      try files.write("\(site)/content/a.md", [])
      try files.write("\(site)-elsewhere/secret.md", [])
      try files.createSymbolicLink("\(site)/content/in.md", to: "a.md")
      try files.createSymbolicLink("\(site)/content/near.md", to: "../note.md")
      try files.createSymbolicLink("\(site)/content/out.md", to: "../../site-elsewhere/secret.md")
      try files.createSymbolicLink("\(site)/content/broken.md", to: "none.md")
      try files.createSymbolicLink("\(site)/content/self.md", to: "self.md")
      try files.createSymbolicLink("\(site)/content/sub/up", to: "..")
      try twin.createFIFO("\(site)/content/fifo.md", in: files)
      let secret = "\(site)-elsewhere/secret.md"
      let walk = try files.walk("\(site)/content", boundary: site)
      #expect(walk.files == ["a.md", "in.md", "near.md"])
      #expect(walk.skipped.map(\.path) == ["broken.md", "fifo.md", "out.md", "self.md", "sub/up"])
      #expect(
        walk.skipped.map(\.reason)
          == [.brokenLink, .special, .linkOutside(target: secret), .brokenLink, .linkToDirectory])
      #expect(try files.walk("\(site)/content").files == ["a.md", "in.md"])
    }
  }

  @Test(arguments: FileSystemTwin.allCases.filter(\.obeysPermissions))
  func folderThatCannotBeListedIsReported(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      try files.makeDirectory("\(folder)/closed")
      try files.write("\(folder)/open.md", [])
      try files.setPermissions("\(folder)/closed", 0)
      let walk = try files.walk(folder)
      try files.setPermissions("\(folder)/closed", 0o755)
      #expect(walk.files == ["open.md"])
      let error = FileSystemError(.list, "\(folder)/closed", .system(EACCES))
      #expect(walk.skipped.map(\.reason) == [.unreadable(error)])
      #expect(error.reason == "Permission denied")
    }
  }

  @Test(arguments: FileSystemTwin.allCases)
  func aMissingFolderIsAnError(twin: FileSystemTwin) throws {
    try twin.withFolder { files, folder in
      let error = #expect(throws: FileSystemError.self) { try files.walk("\(folder)/none") }
      #expect(error?.isNotFound == true)
    }
  }

  #if canImport(Glibc)
    @Test func nameThatIsNotUTF8IsReported() throws {
      try FileSystemTwin.disk.withFolder { files, folder in
        let bytes = Array("\(folder)/".utf8) + [0xB0, 0xA1, UInt8(ascii: ".")] + Array("md".utf8) + [0]
        let descriptor = bytes.withUnsafeBufferPointer { buffer in
          buffer.withMemoryRebound(to: CChar.self) { name in
            name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
          }
        }
        try #require(descriptor >= 0)
        close(descriptor)
        defer {
          bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { name in
              if let name = name.baseAddress { unlink(name) }
            }
          }
        }
        let walk = try files.walk(folder)
        #expect(walk.files.isEmpty)
        #expect(walk.skipped.map(\.reason) == [.nameNotUTF8])
        #expect(walk.skipped.map(\.path) == ["\u{FFFD}\u{FFFD}.md"])
      }
    }
  #endif
}

@Suite struct PathNameTests {
  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/", "a", "b"), ("a//b", "a", "b"),
    ("/", "/", ""), ("//a", "/", "a"), ("问/题.md", "问", "题.md"), ("../x", "..", "x"),
  ])
  func parentAndLastComponent(path: String, parent: String, last: String) {
    #expect(PathName.parent(path) == parent)
    #expect(PathName.lastComponent(path) == last)
  }

  @Test func joining() {
    #expect(PathName.join("a", "b") == "a/b")
    #expect(PathName.join("a/", "b") == "a/b")
    #expect(PathName.join("", "b") == "b")
    #expect(PathName.join("a", "/b") == "/b")
    #expect(PathName.join("a", "") == "a")
  }

  @Test func containmentEndsAtASlash() {
    #expect(PathName.contains("/a", "/a"))
    #expect(PathName.contains("/a", "/a/b"))
    #expect(PathName.contains("/", "/a"))
    #expect(!PathName.contains("/a", "/ab"))
    #expect(!PathName.contains("/a/b", "/a"))
  }
}
