import Testing

@testable import ExternalLinks

@Suite struct LinkScheduleTests {
  private func verdict(_ network: PretendedNetwork, of url: String = "https://a.example/") throws
    -> LinkVerdict?
  {
    try network.check([url]).verdicts[0]
  }

  // MARK: Politeness

  @Test func aHostHasOneRequestAtATimeAndAPauseBehindIt() throws {
    let urls = (0..<60).map { "https://host\($0 % 7).example/\($0)" }
    let events = try PretendedNetwork([:]).check(urls).events
    #expect(events.count == 60)
    for (_, all) in Dictionary(grouping: events, by: \.host) {
      for (earlier, later) in zip(all, all.dropFirst()) { #expect(later.begin >= earlier.end + .seconds(1)) }
    }
  }

  @Test func noMoreHostsAreAskedAtOnceThanAllowed() throws {
    let urls = (0..<100).map { "https://host\($0).example/" }
    for hosts in [1, 3, 8] {
      var network = PretendedNetwork([:])
      network.limits.hosts = hosts
      let events = try network.check(urls).events
      let most = events.map { event in events.count { $0.begin <= event.begin && event.begin < $0.end } }
        .max()
      #expect(most == hosts)
    }
  }

  @Test func aHostThatWaitsKeepsNoOtherWaiting() throws {
    let urls = (0..<5).map { "https://slow.example/\($0)" } + ["https://other.example/"]
    let events = try PretendedNetwork([:]).check(urls).events
    #expect(try #require(events.first { $0.host == "other.example" }).begin == .zero)
  }

  @Test func aServerThatAsksForPatienceGetsIt() throws {
    let network = PretendedNetwork { url, _, count in
      url.hasSuffix("/1") && count == 0
        ? .response(status: 429, retryAfter: .seconds(20)) : .response(status: 200)
    }
    let (verdicts, events) = try network.check(["https://a.example/1", "https://a.example/2"])
    #expect(verdicts == [.good, .good])
    #expect(events.map(\.url) == ["https://a.example/1", "https://a.example/2", "https://a.example/1"])
    #expect(events[1].begin >= events[0].end + .seconds(20))
  }

  @Test(arguments: [429, 503])
  func patienceHasAnEnd(status: Int) throws {
    let always = PretendedNetwork { _, _, _ in .response(status: status) }
    let (verdicts, events) = try always.check(["https://a.example/"])
    #expect(verdicts == [.unjudged])
    #expect(events.count == 2)
    let long = PretendedNetwork { _, _, _ in .response(status: status, retryAfter: .seconds(3600)) }
    #expect(try long.check(["https://a.example/"]).events.count == 1)
  }

  // MARK: What answers mean

  @Test(arguments: [200, 204, 206, 299, 304])
  func anAnswerIsGood(status: Int) throws {
    let (verdicts, events) = try PretendedNetwork { _, _, _ in .response(status: status) }
      .check(["https://a.example/"])
    #expect(verdicts == [.good])
    #expect(events.map(\.method) == [.head])
  }

  @Test(arguments: [404, 410])
  func aPageIsGoneWhenAGetSaysSo(status: Int) throws {
    let gone = PretendedNetwork { _, _, _ in .response(status: status) }
    let (verdicts, events) = try gone.check(["https://a.example/"])
    #expect(verdicts == [.gone(status: status)])
    #expect(events.map(\.method) == [.head, .get])
    let shy = PretendedNetwork { _, method, _ in .response(status: method == .head ? status : 200) }
    #expect(try verdict(shy) == .good)
  }

  @Test(arguments: [400, 401, 403, 405, 406, 418, 451])
  func aRefusalSaysNothingOfThePage(status: Int) throws {
    #expect(try verdict(PretendedNetwork { _, _, _ in .response(status: status) }) == .unjudged)
    let shy = PretendedNetwork { _, method, _ in .response(status: method == .head ? status : 206) }
    #expect(try verdict(shy) == .good)
  }

  @Test(arguments: [500, 501, 502, 504, 520])
  func aServersErrorIsItsOwn(status: Int) throws {
    #expect(
      try verdict(PretendedNetwork { _, _, _ in .response(status: status) })
        == .unreachable(host: "a.example", .serverError(status)))
  }

  // MARK: Redirects

  @Test(arguments: [(301, true), (308, true), (302, false), (303, false), (307, false)])
  func aPageHasMovedWhenTheServerSaysForGood(status: Int, isPermanent: Bool) throws {
    let network = PretendedNetwork([
      "https://a.example/": .response(status: status, location: Array("/b".utf8))
    ])
    #expect(try verdict(network) == (isPermanent ? .moved(to: "https://a.example/b") : .good))
  }

  @Test func onlyThePermanentBeginningOfAWayCounts() throws {
    func step(_ status: Int, _ next: String) -> LinkAnswer {
      .response(status: status, location: Array(next.utf8))
    }
    let network = PretendedNetwork([
      "https://a.example/": step(301, "https://b.example/"), "https://b.example/": step(308, "/c"),
      "https://b.example/c": step(302, "/login"), "https://b.example/login": step(301, "/signin"),
      "https://c.example/": step(302, "/d"), "https://c.example/d": step(301, "/e"),
      "https://d.example/": step(301, "/none"), "https://d.example/none": .response(status: 404),
    ])
    let verdicts = try network.check(["https://a.example/", "https://c.example/", "https://d.example/"])
      .verdicts
    #expect(verdicts == [.moved(to: "https://b.example/c"), .good, .gone(status: 404)])
  }

  @Test func aCircleOfRedirectsEnds() throws {
    let network = PretendedNetwork(["https://a.example/": .response(status: 301, location: Array("/".utf8))])
    let (verdicts, events) = try network.check(["https://a.example/"])
    #expect(verdicts == [.unjudged])
    #expect(events.count == 11)
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b", nil])
  func aRedirectOutOfTheWebIsNotFollowed(location: String?) throws {
    let network = PretendedNetwork { _, _, _ in
      .response(status: 301, location: location.map { Array($0.utf8) })
    }
    let (verdicts, events) = try network.check(["https://a.example/"])
    #expect(verdicts == [.unjudged])
    #expect(events.count == 1)
  }

  // MARK: Failures

  @Test(arguments: [LinkFault.noSuchHost, .refused, .timeout, .insecure, .brokenOff])
  func aHostIsUnreachableWhenTwoTriesFail(fault: LinkFault) throws {
    let once = PretendedNetwork { _, _, count in count == 0 ? .failure(fault) : .response(status: 200) }
    #expect(try verdict(once) == .good)
    let always = PretendedNetwork { _, _, _ in .failure(fault) }
    let (verdicts, events) = try always.check((0..<50).map { "https://a.example/\($0)" })
    #expect(Set(verdicts) == [.unreachable(host: "a.example", fault)])
    #expect(events.count == 2)
  }

  @Test func onePageThatFailsDoesNotCondemnItsHost() throws {
    let network = PretendedNetwork { url, _, _ in
      url.hasSuffix("/2") ? .failure(.timeout) : .response(status: 200)
    }
    let verdicts = try network.check((0..<5).map { "https://a.example/\($0)" }).verdicts
    #expect(verdicts.map { $0 == .good } == [true, true, false, true, true])
  }

  @Test func aForbiddenHostIsNotAskedAgain() throws {
    let network = PretendedNetwork { _, _, _ in .forbidden }
    let (verdicts, events) = try network.check((0..<5).map { "https://a.example/\($0)" })
    #expect(Set(verdicts) == [.unjudged])
    #expect(events.count == 1)
  }

  @Test func everyAddressGetsAVerdictWhateverServersDo() throws {
    for seed in UInt64(0)..<50 {
      let network = PretendedNetwork { url, method, count in
        var hash = seed
        for byte in url.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(count) ^ (method == .get ? 1 << 40 : 0)) &* 0x9E37_79B9_7F4A_7C15
        let target = Array("https://host\(hash % 5).example/\(hash >> 8 % 9)".utf8)
        return switch hash >> 32 % 8 {
        case 0: .failure(.timeout)
        case 1: .response(status: 301, location: target)
        case 2: .response(status: 302, location: target)
        case 3: .response(status: 404)
        case 4: .response(status: 429)
        case 5: .response(status: 500)
        default: .response(status: 200)
        }
      }
      let verdicts = try network.check((0..<30).map { "https://host\($0 % 5).example/\($0)" }).verdicts
      #expect(verdicts.allSatisfy { $0 != nil }, "seed \(seed)")
    }
  }
}
