import SourceText
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a reader finds, and what the next build finds, when a build stops at any step.
@Suite struct PublishingCrashTests {
  static let host = [".git/HEAD": "ref", "CNAME": "example.org"]

  /// A site in memory with an old state.
  private func siteWithOldState(_ mode: Publisher.Mode) throws -> PublishingSite {
    let memory = InMemoryFileSystem()
    try memory.makeDirectory("/srv/site/content")
    let site = PublishingSite(files: memory, root: "/srv/site")
    try site.publish(PublishingTests.old, mode)
    for (path, text) in Self.host { try site.put("public/" + path, text) }
    return site
  }

  /// Stops a build before each of its changing steps in turn, and looks at what it leaves.
  ///
  /// - Parameter unavailable: Operations that this system does not know at all.
  private func stopEverywhere(
    mode: Publisher.Mode, unavailable: FileSystemError.Operation? = nil,
    _ look: (PublishingSite, Int) throws -> Void
  ) throws -> Int {
    var stop = 0
    while true {
      let site = try siteWithOldState(mode)
      var dying = site
      let limit = stop
      // After the stop nothing works any more, as no code of a killed process runs.
      let faulty = FaultyFileSystem(site.files) { operation, _, index in
        index >= limit ? EIO : operation == unavailable ? ENOSYS : nil
      }
      dying.files = faulty
      let report = try? dying.publish(PublishingTests.new, mode)
      try look(site, stop)
      #expect(try site.publish(PublishingTests.new, mode).leftover == nil)
      #expect(
        try site.published() == PublishingTests.new.merging(Self.host) { new, _ in new }, "after stop \(stop)"
      )
      #expect(try site.leftovers().isEmpty, "after stop \(stop)")
      if report != nil, faulty.changeCount < stop { return stop }
      stop += 1
    }
  }

  @Test(arguments: [Publisher.Mode.auto, .exchange])
  func anExchangeShowsTheOldStateOrTheNew(mode: Publisher.Mode) throws {
    let old = PublishingTests.old.merging(Self.host) { old, _ in old }
    let new = PublishingTests.new.merging(Self.host) { new, _ in new }
    var seen: Set<Bool> = []
    let steps = try stopEverywhere(mode: mode) { site, stop in
      let published = try site.published()
      #expect(published == old || published == new, "after stop \(stop)")
      seen.insert(published == new)
    }
    #expect(seen == [false, true])
    #expect(steps > 30)
  }

  @Test(arguments: [Publisher.Mode.auto, .inPlace])
  func inPlaceEveryFileIsWholeAndKnownAsOurs(mode: Publisher.Mode) throws {
    let steps = try stopEverywhere(mode: mode, unavailable: .exchange) { site, stop in
      let published = try site.published().filter { !$0.key.hasPrefix(".quaestio-stage-") }
      let manifest = try OutputManifest(parsing: site.files.read(site.output + "/.quaestio-manifest"))
      let owned = Set(manifest.entries.map(\.path))
      for (path, text) in published {
        if let hosts = Self.host[path] {
          #expect(text == hosts)
        } else {
          #expect(owned.contains(path), "\(path) after stop \(stop)")
          #expect(PublishingTests.old[path] == text || PublishingTests.new[path] == text, "\(path)")
        }
      }
      #expect(published.keys.filter { Self.host[$0] != nil }.count == Self.host.count)
      // New pages name new assets; so the assets are there first.
      if published["index.html"] == "home 2" { #expect(published["assets/b.5678abcd.css"] == "b") }
      // Old pages name old assets; so those go last.
      if published["index.html"] == "home" { #expect(published["assets/a.1234abcd.css"] == "a") }
    }
    #expect(steps > 30)
  }

  @Test func aFirstBuildAppearsAsAWhole() throws {
    for mode in Publisher.Mode.allCases {
      for stop in 0..<50 {
        let memory = InMemoryFileSystem()
        try memory.makeDirectory("/srv/site/content")
        let site = PublishingSite(files: memory, root: "/srv/site")
        var dying = site
        dying.files = FaultyFileSystem(memory) { _, _, index in index >= stop ? EIO : nil }
        _ = try? dying.publish(PublishingTests.new, mode)
        if memory.exists(site.output) { #expect(try site.published() == PublishingTests.new) }
        try site.publish(PublishingTests.new, mode)
        #expect(try site.leftovers().isEmpty)
      }
    }
  }

  @Test(arguments: Publisher.Mode.allCases)
  func aFullDiskLeavesTheOldStateAndNoStage(mode: Publisher.Mode) throws {
    let reference = try siteWithOldState(mode)
    for full in 0..<60 {
      let site = try siteWithOldState(mode)
      var poor = site
      // What needs no room (renaming, removing) still works on a full disk.
      poor.files = FaultyFileSystem(site.files) { operation, _, index in
        index >= full && [.write, .createDirectory, .createLink].contains(operation) ? ENOSPC : nil
      }
      do {
        try poor.publish(PublishingTests.new, mode)
      } catch let error as PublishError {
        guard case .fileSystem(let cause) = error else {
          Issue.record("unexpected \(error)")
          return
        }
        #expect(cause.code == ENOSPC && error.kind == .machine)
        #expect(try site.tree("public") == reference.tree("public"), "full at \(full)")
      }
      #expect(try site.leftovers().isEmpty, "full at \(full)")
    }
  }

  @Test(arguments: [EINVAL, EXDEV, ENOSYS, EPERM, EBUSY])
  func withoutExchangeFilesAreReplacedOneByOne(code: Int32) throws {
    var site = try siteWithOldState(.auto)
    let memory = site.files
    site.files = FaultyFileSystem(memory) { operation, _, _ in operation == .exchange ? code : nil }
    let failure = #expect(throws: PublishError.self) { try site.publish(PublishingTests.new, .exchange) }
    guard case .exchangeImpossible(site.output, let cause) = failure else {
      Issue.record("unexpected \(String(describing: failure))")
      return
    }
    #expect(cause.code == code)
    #expect(try site.leftovers().isEmpty)
    let report = try site.publish(PublishingTests.new, .auto)
    #expect(report.way == .inPlace && report.exchangeFailure?.code == code)
    #expect(try site.published() == PublishingTests.new.merging(Self.host) { new, _ in new })
    #expect(try site.leftovers().isEmpty)
  }

  /// A mount of the same disk: nothing can be linked or renamed across it.
  @Test func acrossAMountFilesAreCopiedFirst() throws {
    var site = try siteWithOldState(.auto)
    let memory = site.files
    let output = site.output
    site.files = FaultyFileSystem(memory) { operation, path, _ in
      let isOutside = !PathName.contains(output, path)
      return isOutside && [.exchange, .createLink].contains(operation)
        ? EXDEV
        : isOutside && operation == .rename && !path.contains("quaestio-tmp") ? EXDEV : nil
    }
    #expect(try site.publish(PublishingTests.new).way == .inPlace)
    #expect(try site.published() == PublishingTests.new.merging(Self.host) { new, _ in new })
    #expect(try site.leftovers().isEmpty)
  }

  /// The folder that holds the output belongs to somebody else.
  @Test func withoutRightsOnTheParentTheStageLiesInside() throws {
    var site = try siteWithOldState(.auto)
    let memory = site.files
    let root = site.root
    site.files = FaultyFileSystem(memory) { operation, path, _ in
      operation == .createDirectory && PathName.parent(path) == root ? EACCES : nil
    }
    #expect(throws: PublishError.self) { try site.publish(PublishingTests.new, .exchange) }
    #expect(try site.publish(PublishingTests.new).way == .inPlace)
    #expect(try site.published() == PublishingTests.new.merging(Self.host) { new, _ in new })
    #expect(try site.leftovers().isEmpty)
  }

  @Test func whatOnlyLooksLikeAStageIsLeftAlone() throws {
    let site = try siteWithOldState(.auto)
    try site.put(".public.quaestio-stage-notes/diary.md")
    try site.put(".other.quaestio-stage-1/.quaestio-manifest")
    let living = try site.begin()
    try site.publish(PublishingTests.new)
    #expect(site.files.exists(site.root + "/.public.quaestio-stage-notes/diary.md"))
    #expect(site.files.exists(site.root + "/.other.quaestio-stage-1"))
    #expect(site.files.exists(living.stage.path), "a locked stage is somebody's")
    living.abandon()
  }
}
