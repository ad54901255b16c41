import Testing

@testable import ExternalLinks

@Suite struct LinkCacheTests {
  private static let day = 24 * 60 * 60
  private static let now = 1_700_000_000

  private static func url(_ text: String) throws -> WebURL { try #require(WebURL(Array(text.utf8))) }

  private static let verdicts: [LinkVerdict] = [
    .good, .gone(status: 404), .gone(status: 410),
    .moved(to: "https://b.example/新".replacing("新", with: "%E6%96%B0")),
    .unreachable(host: "a.example", .noSuchHost), .unreachable(host: "a.example", .refused),
    .unreachable(host: "a.example", .timeout), .unreachable(host: "a.example", .insecure),
    .unreachable(host: "a.example", .brokenOff), .unreachable(host: "b.example", .serverError(502)),
    .unjudged,
  ]

  @Test(arguments: verdicts)
  func whatIsRememberedIsReadBackWhileItHolds(verdict: LinkVerdict) throws {
    let url = try Self.url("https://a.example/\"x\"?y")
    var cache = LinkCache()
    cache.remember(verdict, of: url, at: Self.now)
    let read = LinkCache(reading: cache.bytes(at: Self.now))
    #expect(read.verdict(of: url, at: Self.now) == verdict)
    let end = Self.now + (verdict == .good ? 7 : 1) * Self.day
    #expect(read.verdict(of: url, at: end - 1) == verdict)
    #expect(read.verdict(of: url, at: end) == nil)
    #expect(read.bytes(at: end) == [])
    // A clock that was wrong is not believed for years.
    #expect(read.verdict(of: url, at: Self.now - 1) == nil)
  }

  @Test func theFileDoesNotDependOnTheOrderOfAnswers() throws {
    let urls = try (0..<20).map { try Self.url("https://a.example/\($0)") }
    var (first, second) = (LinkCache(), LinkCache())
    for url in urls { first.remember(.good, of: url, at: Self.now) }
    for url in urls.reversed() { second.remember(.good, of: url, at: Self.now) }
    #expect(first.bytes(at: Self.now) == second.bytes(at: Self.now))
  }

  @Test func aDamagedLineCostsOneAddress() throws {
    let urls = try (0..<3).map { try Self.url("https://a.example/\($0)") }
    var cache = LinkCache()
    for url in urls { cache.remember(.good, of: url, at: Self.now) }
    let bytes = cache.bytes(at: Self.now)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] = 0xFF
      let read = LinkCache(reading: damaged)
      #expect(urls.count { read.verdict(of: $0, at: Self.now) == .good } >= (bytes[place] == 0x0A ? 1 : 2))
    }
    for length in bytes.indices { _ = LinkCache(reading: Array(bytes[..<length])) }
  }

  @Test(arguments: [
    "", "\n\n", "nonsense", "{}", "[]", "{\"address\":1}",
    "{\"address\":\"https://a.example/\",\"checked\":\"x\"}",
    "{\"address\":\"https://a.example/\",\"checked\":1700000000,\"verdict\":\"wonderful\"}",
    "{\"address\":\"https://a.example/\",\"checked\":1700000000,\"verdict\":\"moved\",\"to\":\"javascript:1\"}",
    "{\"address\":\"https://a.example/\",\"checked\":99999999999999999999,\"verdict\":\"good\"}",
  ])
  func whatSaysNothingIsLeftOut(text: String) throws {
    #expect(LinkCache(reading: Array(text.utf8)).bytes(at: Self.now) == [])
  }
}
