import SourceText
import Synchronization
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is published is a function of what authors wrote and of the configuration, and of nothing else.
@Suite struct SitePropertyTests {
  private static let sites = ["bilingual", "awkward", "base-path", "relations", "bibliography"].map(
    FixtureSite.init)

  @Test(arguments: sites, PublishingPlace.allCases)
  func outputDoesNotDependOnJobsOrderTimesOrTheUmask(fixture: FixtureSite, place: PublishingPlace) throws {
    let sources = try fixture.sources()
    let expected = try published(sources, on: .memory, jobs: 1)
    #expect(expected.count > 10)
    for jobs in [2, 7] { #expect(try published(sources, on: place, jobs: jobs) == expected) }
    for round in 0..<3 {
      let old = umask([0o000, 0o022, 0o077][round])
      defer { umask(old) }
      var order = Array(sources.keys)
      order.shuffle()
      #expect(try published(sources, in: order, aged: round * 100_000_000, on: place, jobs: 2) == expected)
    }
  }

  /// Builds a site whose files are written in an order, with times of change that go back from file to file.
  private func published(
    _ sources: [String: [UInt8]], in order: [String]? = nil, aged seconds: Int = 0, on place: PublishingPlace,
    jobs: Int
  ) throws -> [String: Output] {
    var result: [String: Output] = [:]
    try place.withSite { site in
      for (number, path) in (order ?? sources.keys.sorted()).enumerated() {
        try site.install(path, try #require(sources[path]))
        if place == .disk { try setTime(site.root + "/" + path, 1_700_000_000 - seconds * (number + 1)) }
      }
      #expect(try site.build { $0.jobs = jobs }.isPublished)
      for path in try site.files.walk(site.output).files {
        let place = PathName.join(site.output, path)
        result[path] = Output(
          bytes: try site.files.read(place), permissions: try site.files.status(place).permissions)
      }
    }
    return result
  }

  private struct Output: Hashable {
    var bytes: [UInt8]
    var permissions: UInt16
  }

  private func setTime(_ path: String, _ seconds: Int) throws {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    try #require([time, time].withUnsafeBufferPointer { utimensat(AT_FDCWD, path, $0.baseAddress, 0) } == 0)
  }

  @Test(arguments: sites, PublishingPlace.allCases)
  func aSecondBuildTouchesNothing(fixture: FixtureSite, place: PublishingPlace) throws {
    try place.withSite { site in
      try site.install(fixture.sources())
      let first = try site.build()
      let before = try site.publishedState()
      #expect(first.filesWritten == before.count - 1)
      let second = try site.build()
      #expect(second.filesWritten == 0)
      #expect(second.bytesWritten == 0)
      #expect(second.filesRemoved == 0)
      #expect(second.filesUnchanged == first.filesWritten)
      #expect(try site.publishedState() == before)
    }
  }

  /// What a build leaves behind does not depend on what was published before it.
  @Test(arguments: sites, PublishingPlace.allCases)
  func aBuildAfterEditsIsABuildFromNothing(fixture: FixtureSite, place: PublishingPlace) throws {
    let sources = try fixture.sources()
    for removed in sources.keys.sorted()
    where removed.hasPrefix("content/questions/") && removed.hasSuffix(".md") {
      var rest = sources
      rest[removed] = nil
      try place.withSite { site in
        try site.install(sources)
        _ = try site.build()
        try site.files.removeFile(PathName.join(site.root, removed))
        let report = try site.build { $0.keepsGoing = true }
        #expect(report.isPublished)
        #expect(report.filesRemoved > 0)
        let edited = try site.publishedBytes()
        try place.withSite { fresh in
          try fresh.install(rest)
          _ = try fresh.build { $0.keepsGoing = true }
          #expect(try fresh.publishedBytes() == edited, "without \(removed)")
        }
      }
    }
  }

  // MARK: What a build tells and keeps

  @Test func theStagesAddUpToTheBuild() throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(FixtureSite("bilingual").sources())
      let report = try site.build()
      #expect(report.stages.map(\.name) == BuildStage.allCases.map(\.rawValue))
      #expect(report.stages.allSatisfy { $0.cpuSeconds >= 0 && $0.wallSeconds >= 0 })
      #expect(abs(report.stages.reduce(0) { $0 + $1.wallSeconds } - report.wallSeconds) < 1e-9)
      #expect(report.wallSeconds > 0)
      #expect(report.peakMemoryBytes > 0)
    }
  }

  @Test func progressRunsToTheEndOfEveryStage() throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(FixtureSite("bilingual").sources())
      let heard = Heard()
      let report = try site.build { $0.progress = { heard.add($0) } }
      let all = heard.all
      #expect(Set(all.map(\.stage)) == Set(report.stages.map(\.name)))
      #expect(all.allSatisfy { (0...$0.total).contains($0.done) })
      for stage in report.stages.map(\.name) {
        let told = all.filter { $0.stage == stage }
        #expect(Set(told.map(\.total)).count == 1, "\(stage)")
        #expect(told.contains { $0.done == $0.total }, "\(stage)")
      }
      #expect(all.filter { $0.stage == "render" }.map(\.total).max() == report.pages)
    }
  }

  private final class Heard: Sendable {
    private let told = Mutex<[BuildProgress]>([])
    func add(_ progress: BuildProgress) { told.withLock { $0.append(progress) } }
    var all: [BuildProgress] { told.withLock { $0 } }
  }

  @Test(arguments: PublishingPlace.allCases)
  func gitSeesNothingOfWhatABuildRemembers(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.install("content/questions/a.md", Array("# A\n".utf8))
      _ = try site.build()
      let path = site.root + "/.quaestio/.gitignore"
      #expect(try site.files.read(path) == Array("*\n".utf8))
      try site.files.writeAtomically(path, Array("*\n!kept\n".utf8))
      _ = try site.build()
      #expect(try site.files.read(path) == Array("*\n!kept\n".utf8), "an author's own lines stay")
    }
  }
}
