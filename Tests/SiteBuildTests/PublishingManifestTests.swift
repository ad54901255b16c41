import Testing

@testable import SiteBuild

@Suite struct PublishingManifestTests {
  private func manifest(_ paths: [String]) -> OutputManifest {
    OutputManifest(paths.map { .init(path: $0, digest: ContentDigest(Array($0.utf8))) })
  }

  @Test func theFormatIsFixed() {
    let text = """
      quaestio-manifest 1 2
      00000000000000000000000000000000 a-b
      6c1b07bc7bbc4be347939ac4a93c437a a/稀疏 b

      """
    let fox = Array("The quick brown fox jumps over the lazy dog".utf8)
    let entries = [
      OutputManifest.Entry(path: "a/稀疏 b", digest: ContentDigest(fox)),
      OutputManifest.Entry(path: "a-b", digest: ContentDigest([])),
    ]
    #expect(String(decoding: OutputManifest(entries).serialized(), as: UTF8.self) == text)
  }

  @Test func readingGivesBackWhatWasWritten() throws {
    for paths in [[], ["index.html"], ["b", "a", "a/b", "问题/稀疏/index.html", "a b", "a\u{301}", "á"]] {
      let manifest = manifest(paths)
      #expect(try OutputManifest(parsing: manifest.serialized()) == manifest)
      #expect(manifest.entries.count == paths.count)
    }
  }

  @Test func theUnionHoldsBoth() {
    #expect(
      manifest(["a", "c"]).union(manifest(["b", "c"])).entries.map(\.path) == ["a", "b", "c"])
  }

  /// No single cut and no single changed byte of the structure goes unnoticed.
  @Test func everyCutIsNoticed() {
    let bytes = manifest(["a", "b/c", "d"]).serialized()
    for length in 0..<bytes.count {
      #expect(throws: OutputManifest.Damage.self) { try OutputManifest(parsing: Array(bytes[..<length])) }
    }
    #expect(throws: OutputManifest.Damage.self) { try OutputManifest(parsing: bytes + bytes) }
    let crlf = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(throws: OutputManifest.Damage.self) { try OutputManifest(parsing: crlf) }
  }

  @Test(
    arguments: [
      ("", 1, .header), ("quaestio-manifest 2 0\n", 1, .version), ("quaestio-manifest 1 -1\n", 1, .header),
      ("quaestio-manifest 1 1\n", 2, .count), ("manifest 1 0\n", 1, .header),
      ("quaestio-manifest 1 1\n0000000000000000000000000000000G a\n", 2, .entry),
      ("quaestio-manifest 1 1\n0000000000000000000000000000000A a\n", 2, .entry),
      ("quaestio-manifest 1 1\n00000000000000000000000000000000 ../a\n", 2, .entry),
      ("quaestio-manifest 1 1\n00000000000000000000000000000000 .git/config\n", 2, .entry),
      ("quaestio-manifest 1 1\n00000000000000000000000000000000 \n", 2, .entry),
      ("quaestio-manifest 1 1\n00000000000000000000000000000000-a\n", 2, .entry),
      (
        "quaestio-manifest 1 2\n00000000000000000000000000000000 b\n00000000000000000000000000000000 a\n", 3,
        .order
      ),
      (
        "quaestio-manifest 1 2\n00000000000000000000000000000000 a\n00000000000000000000000000000000 a\n", 3,
        .order
      ),
    ] as [(String, Int, OutputManifest.Damage.Problem)])
  func damageIsNamed(text: String, line: Int, problem: OutputManifest.Damage.Problem) {
    #expect(throws: OutputManifest.Damage(line: line, problem: problem)) {
      try OutputManifest(parsing: Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("assets/app.css", true), ("app.3f9a0c12.css", true), ("search/0123456789abcdef.bin", true),
    ("search/index.json", false), ("questions/deadbeef/index.html", false), ("feed.xml", false),
    ("a.3f9a0c1.css", false), ("a/deadbeef", false), ("assets", false),
  ])
  func filesNamedByTheirContentsAreKnown(path: String, isHashed: Bool) {
    #expect(OutputPath.isHashed(path) == isHashed)
  }

  @Test func foldersOfAPath() {
    #expect(OutputPath.folders(of: "a/稀/c") == ["a", "a/稀"])
    #expect(OutputPath.folders(of: "a").isEmpty)
  }
}

@Suite struct ContentDigestTests {
  /// SMHasher's verification: digests of [], [0], [0, 1], … under seeds 256, 255, …, digested again.
  @Test func theVerificationValueOfTheReferenceSuite() {
    var digests: [UInt8] = []
    for length in 0..<256 {
      let key = (0..<length).map { UInt8($0) }
      digests += ContentDigest(key, seed: UInt64(256 - length)).bytes
    }
    #expect(ContentDigest(digests).bytes.prefix(4) == [0x69, 0xBA, 0x84, 0x63])
  }

  @Test func hexadecimalIsReadBackStrictly() {
    let digest = ContentDigest(Array("稀疏".utf8))
    #expect(ContentDigest(hexadecimal: digest.hexadecimal.utf8) == digest)
    #expect(ContentDigest(hexadecimal: digest.hexadecimal.uppercased().utf8) == nil)
    #expect(ContentDigest(hexadecimal: digest.hexadecimal.dropLast().utf8) == nil)
  }
}
