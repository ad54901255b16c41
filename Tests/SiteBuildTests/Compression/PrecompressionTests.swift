import SourceText
import Testing

@testable import SiteBuild

/// Compressed files beside the published ones. That they hold the same is proved where other programs read them, in
/// Tests/Browser.
@Suite struct PrecompressionTests {
  private static let long = String(repeating: "熵是平均信息量。", count: 400)

  private static let wiki: [String: [UInt8]] = [
    "quaestio.yml": Array("base_url: https://wiki.example/\nprecompress: true\n".utf8),
    "content/questions/a.md": Array("# A\n\n\(long)\n".utf8),
    "content/questions/b.md": Array("# B\n\nText.\n".utf8),
    "content/static/small.txt": Array(repeating: 0x61, count: 1_023),
    "content/static/enough.txt": Array(repeating: 0x61, count: 1_024),
    "content/static/photo.jpg": Array(repeating: 0x61, count: 4_096),
    // What cannot be made smaller.
    "content/static/noise.txt": noise,
  ]

  private static let noise: [UInt8] = {
    var random = SplitMix(state: 1)
    return (0..<4_096).map { _ in UInt8(truncatingIfNeeded: random.next()) }
  }()

  private func site(_ body: (PublishingSite) throws -> Void) throws {
    try PublishingPlace.disk.withSite { site in
      try site.install(Self.wiki)
      try body(site)
    }
  }

  private func companions(_ published: [String: [UInt8]]) -> Set<String> {
    Set(published.keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") })
  }

  @Test func textsThatAreLongEnoughGetCompressedFiles() throws {
    try site { site in
      _ = try site.build()
      let published = try site.publishedBytes()
      let made = companions(published)
      for ending in [".gz", ".br"] {
        let long = ["index.html", "404.html", "questions/a/index.html", "questions/a/index.md", "enough.txt"]
        for path in long { #expect(made.contains(path + ending), "\(path)") }
        let others = ["small.txt", "photo.jpg", "noise.txt", "robots.txt", ".quaestio-manifest"]
        for path in others { #expect(!made.contains(path + ending), "\(path)") }
      }
      let originals = Set(made.map { String($0.dropLast(3)) })
      #expect(originals.contains { $0.hasSuffix(".wasm") } && originals.contains { $0.hasSuffix(".css") })
      #expect(!originals.contains { $0.hasSuffix(".woff2") || $0.hasSuffix(".qix") })
      for path in made {
        #expect(published[path]?.count ?? .max < published[String(path.dropLast(3))]?.count ?? 0, "\(path)")
      }
      // No time, no name, and a system that is none.
      #expect(published["index.html.gz"]?.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
      let manifest = try OutputManifest(parsing: site.files.read(site.output + "/.quaestio-manifest"))
      #expect(Set(manifest.entries.map(\.path)) == Set(published.keys))
    }
  }

  @Test func jobsDoNotChangeThem() throws {
    var first: [String: [UInt8]]?
    for jobs in [1, 3] {
      try site { site in
        _ = try site.build { $0.jobs = jobs }
        let published = try site.publishedBytes()
        if let first { #expect(published == first) } else { first = published }
      }
    }
  }

  @Test func whatDidNotChangeIsKeptAndNothingIsOldAfterAChange() throws {
    try site { site in
      _ = try site.build()
      let before = try site.publishedState()
      let second = try site.build()
      #expect(second.filesWritten == 0)
      #expect(try site.publishedState() == before)
      try site.install("content/questions/b.md", Array("# B\n\nAnother text.\n".utf8))
      _ = try site.build()
      let changed = try site.publishedBytes()
      #expect(changed["questions/b/index.html.gz"] != before["questions/b/index.html.gz"]?.bytes)
      #expect(changed["questions/a/index.md.br"] == before["questions/a/index.md.br"]?.bytes)
      _ = try site.build { $0.isClean = true }
      #expect(try site.publishedBytes() == changed)
    }
  }

  @Test func aDamagedOneIsMadeAgain() throws {
    try site { site in
      _ = try site.build()
      let expected = try site.publishedBytes()
      let path = site.output + "/index.html.gz"
      try site.files.removeFile(path)
      try site.files.write(path, Array("damage".utf8))
      _ = try site.build()
      #expect(try site.publishedBytes() == expected)
    }
  }

  @Test func theyGoWithTheirOriginalsAndWithTheOption() throws {
    try site { site in
      _ = try site.build()
      try site.files.removeFile(site.root + "/content/questions/b.md")
      _ = try site.build()
      let fewer = companions(try site.publishedBytes())
      #expect(fewer.contains("questions/a/index.html.br") && !fewer.contains("questions/b/index.html.br"))
      _ = try site.build { $0.precompresses = false }
      #expect(companions(try site.publishedBytes()) == [])
      _ = try site.build { $0.precompresses = true }
      #expect(companions(try site.publishedBytes()) == fewer)
    }
  }

  @Test func theSitesOwnCompressedFileIsLeftAsItIs() throws {
    try site { site in
      try site.install("content/static/enough.txt.gz", Array("mine".utf8))
      #expect(try site.build().isPublished)
      let published = try site.publishedBytes()
      #expect(published["enough.txt.gz"] == Array("mine".utf8))
      #expect(published["enough.txt.br"] != nil)
    }
  }
}
