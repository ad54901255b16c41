import SourceText
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct PublishingTests {
  static let cases = PublishingPlace.allCases.flatMap { place in Publisher.Mode.allCases.map { (place, $0) } }

  static let old = [
    "index.html": "home", "questions/稀疏/index.html": "old answer", "questions/gone/index.html": "x",
    "assets/a.1234abcd.css": "a", "file": "was a file", "folder/deep/page": "was a folder", "same": "s",
  ]
  static let new = [
    "index.html": "home 2", "questions/稀疏/index.html": "new answer", "assets/b.5678abcd.css": "b",
    "file/page": "is a folder", "folder": "is a file", "same": "s", "empty": "",
  ]

  @Test(arguments: cases)
  func everyWayEndsInTheSameTree(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      #expect(try site.publish(Self.old, mode).way == .created)
      #expect(try site.published() == Self.old)
      let report = try site.publish(Self.new, mode)
      #expect(report.way == (mode == .inPlace ? .inPlace : .exchanged))
      #expect(report.written == 6 && report.unchanged == 1 && report.removed == 4)
      #expect(report.writtenBytes == 6 + 10 + 1 + 11 + 9)
      #expect(try site.published() == Self.new)
      let folders = try site.tree("public").filter { $0.value == "/" }.keys.sorted()
      #expect(folders == ["assets", "file", "questions", "questions/稀疏"])
      let manifest = try OutputManifest(parsing: site.files.read(site.output + "/.quaestio-manifest"))
      #expect(Set(manifest.entries.map(\.path)) == Set(Self.new.keys))
      #expect(try site.leftovers().isEmpty)
      #expect(report.leftover == nil && report.exchangeFailure == nil)
    }
  }

  @Test(arguments: cases)
  func unchangedFilesKeepIdentityAndTime(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(Self.old, mode)
      let before = try site.files.status(site.output + "/same")
      let changedBefore = try site.files.status(site.output + "/index.html")
      try site.publish(Self.new, mode)
      #expect(try site.files.status(site.output + "/same") == before)
      #expect(try site.files.status(site.output + "/index.html").identity != changedBefore.identity)
    }
  }

  @Test(arguments: cases)
  func publishingTheSameStateTouchesNothing(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(Self.old, mode)
      let before = try site.files.status(site.output + "/.quaestio-manifest")
      let folder = try site.files.status(site.output).identity
      let report = try site.publish(Self.old, mode)
      #expect(report.way == .untouched && report.written == 0 && report.unchanged == Self.old.count)
      #expect(try site.files.status(site.output + "/.quaestio-manifest") == before)
      #expect(try site.files.status(site.output).identity == folder)
      #expect(try site.leftovers().isEmpty)
    }
  }

  @Test(arguments: cases)
  func aSecondNameOfAPublishedFileNeverChanges(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(Self.old, mode)
      try site.files.createHardLink(site.root + "/witness", to: site.output + "/index.html")
      try site.publish(Self.new, mode)
      #expect(try site.files.read(site.root + "/witness") == Array("home".utf8))
    }
  }

  @Test(arguments: cases)
  func foreignEditsOfOurFilesAreUndone(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(Self.old, mode)
      try site.files.writeAtomically(site.output + "/same", Array("t".utf8))
      try site.files.setPermissions(site.output + "/index.html", 0o600)
      try site.files.removeFile(site.output + "/file")
      let report = try site.publish(Self.old, mode)
      #expect(report.written == 3)
      #expect(try site.published() == Self.old)
      #expect(try site.files.status(site.output + "/index.html").permissions == 0o644)
    }
  }

  @Test(arguments: cases)
  func namesOfTheHostSurvive(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      let host = [
        ".git/HEAD": "ref", ".git/objects/ab/cdef": "blob", "CNAME": "example.org",
        ".well-known/security.txt": "contact",
      ]
      for (path, text) in host { try site.put("public/" + path, text) }
      try site.files.createDirectory(site.output + "/.git/refs")
      try site.files.setPermissions(site.output + "/.git/objects", 0o700)
      let identity = try site.files.status(site.output + "/.git/HEAD").identity
      let ours = ["index.html": "home", ".well-known/ours": "o"]
      for state in [ours, ["index.html": "home 2"]] {
        try site.publish(state, mode)
        #expect(try site.published() == host.merging(state) { _, new in new })
        #expect(site.files.exists(site.output + "/.git/refs"))
        #expect(try site.files.status(site.output + "/.git/objects").permissions == 0o700)
        #expect(try site.files.status(site.output + "/.git/HEAD").identity == identity)
        #expect(try site.leftovers().isEmpty)
      }
    }
  }

  @Test(arguments: cases)
  func anAbandonedOrForgottenStageLeavesNoTrace(place: PublishingPlace, mode: Publisher.Mode) throws {
    try place.withSite { site in
      try site.publish(Self.old, mode)
      let before = try site.tree("")
      let staging = try site.begin(mode)
      try staging.write(OutputFile(path: "index.html", bytes: [1]))
      staging.abandon()
      staging.abandon()
      #expect(throws: PublishError.finished) { try staging.commit() }
      #expect(throws: PublishError.finished) { try staging.write(OutputFile(path: "x", bytes: [])) }
      #expect(try site.tree("") == before)
      do { try site.begin(mode).write(OutputFile(path: "index.html", bytes: [1])) }
      #expect(try site.tree("") == before)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func pathsThatCannotBeAreRefused(place: PublishingPlace) throws {
    try place.withSite { site in
      let staging = try site.begin()
      defer { staging.abandon() }
      func write(_ path: String) throws { try staging.write(OutputFile(path: path, bytes: [])) }
      let long = String(repeating: "长", count: 86)
      let bad: [(String, OutputPath.Problem)] = [
        ("", .emptyComponent), ("/etc/passwd", .absolute), ("a//b", .emptyComponent), ("a/", .emptyComponent),
        ("../a", .dotComponent), ("a/../../b", .dotComponent), ("./a", .dotComponent), ("a\nb", .character),
        ("a\0b", .character), ("a\\b", .character), (".git/config", .reserved), (long, .longComponent),
        (".quaestio-manifest", .reserved),
      ]
      for (path, problem) in bad {
        #expect(throws: PublishError.invalidPath(path, problem)) { try write(path) }
      }
      try write(String(long.dropLast()))
      try write("a/b/c")
      #expect(throws: PublishError.duplicatePath("a/b/c")) { try write("a/b/c") }
      #expect(throws: PublishError.fileAndFolder("a/b")) { try write("a/b") }
      #expect(throws: PublishError.fileAndFolder("a/b/c")) { try write("a/b/c/d") }
      #expect(PublishError.duplicatePath("a").kind == .content)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func pagesComeFromManyThreads(place: PublishingPlace) async throws {
    let site = try makeLastingSite(place)
    defer { try? site.files.removeTree(PathName.parent(site.root)) }
    let staging = try site.begin()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for page in 0..<50 {
            let path = "questions/\(page)/\(worker)/index.html"
            try staging.write(OutputFile(path: path, bytes: Array("\(worker) \(page)".utf8)))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try staging.commit().written == 400)
    let published = try site.published()
    #expect(published.count == 400)
    #expect(published["questions/49/7/index.html"] == "7 49")
  }

  private func makeLastingSite(_ place: PublishingPlace) throws -> PublishingSite {
    let files: any FileSystem = place == .disk ? DiskFileSystem() : InMemoryFileSystem()
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    let root = "/tmp/quaestio-test-\(unique)/site"
    try files.makeDirectory(root + "/content")
    return PublishingSite(files: files, root: root)
  }

  @Test func modesOfFilesDoNotDependOnTheUmask() throws {
    try PublishingPlace.disk.withSite { site in
      let before = umask(0o077)
      defer { umask(before) }
      try site.publish(["a/b": "x"])
      #expect(try site.files.status(site.output).permissions == 0o755)
      #expect(try site.files.status(site.output + "/a").permissions == 0o755)
      #expect(try site.files.status(site.output + "/a/b").permissions == 0o644)
      #expect(try site.files.status(site.output + "/.quaestio-manifest").permissions == 0o644)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func aLinkedOutputFolderIsPublishedWhereItLeads(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.files.makeDirectory(site.root + "/../www/site")
      try site.files.createSymbolicLink(site.output, to: "../www/site")
      try site.publish(Self.old)
      try site.publish(Self.new)
      #expect(try site.files.status(site.output, followingLinks: false).kind == .symbolicLink)
      #expect(try site.published() == Self.new)
    }
  }
}
