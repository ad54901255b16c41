import Testing

@testable import ExternalLinks

/// Servers that answer by a function, on a clock that moves by itself: a whole check without a network or a pause.
struct PretendedNetwork {
  struct Event {
    var url: String
    var method: LinkRequest.Method
    var begin: Duration
    var end: Duration
    var host: String
  }

  /// How long an answer takes.
  var latency = Duration.milliseconds(300)
  var limits = LinkLimits()
  /// The answer to a request; `count` says how often this address was asked before.
  var answer: (_ url: String, _ method: LinkRequest.Method, _ count: Int) -> LinkAnswer

  init(_ answer: @escaping (_ url: String, _ method: LinkRequest.Method, _ count: Int) -> LinkAnswer) {
    self.answer = answer
  }

  /// Servers that answer every request of an address alike; all other addresses with 200.
  init(_ answers: [String: LinkAnswer]) {
    self.init { url, _, _ in answers[url] ?? .response(status: 200) }
  }

  /// Checks addresses, and tells every request made.
  func check(_ texts: [String]) throws -> (verdicts: [LinkVerdict?], events: [Event]) {
    let urls = try texts.map { try #require(WebURL(Array($0.utf8))) }
    var schedule = LinkSchedule(urls, limits: limits)
    var now = Duration.zero
    var flying: [(request: LinkRequest, end: Duration)] = []
    var events: [Event] = []
    var asked: [String: Int] = [:]
    for _ in 0..<100_000 {
      let step = schedule.next(at: now)
      switch step {
      case .done:
        #expect(flying.isEmpty)
        return (schedule.verdicts, events)
      case .send(let request):
        events.append(
          Event(
            url: request.url.text, method: request.method, begin: now, end: now + latency,
            host: request.url.host))
        flying.append((request, now + latency))
      case .wait, .idle:
        let first = flying.indices.min { flying[$0].end < flying[$1].end }
        if case .wait(let time) = step, first.map({ flying[$0].end > time }) ?? true {
          #expect(time > now)
          now = time
        } else if let first {
          let (request, end) = flying.remove(at: first)
          now = end
          let count = asked[request.url.text, default: 0]
          asked[request.url.text] = count + 1
          schedule.receive(answer(request.url.text, request.method, count), to: request, at: now)
        } else {
          Issue.record("the check waits for nothing")
          return (schedule.verdicts, events)
        }
      }
    }
    Issue.record("the check does not end")
    return (schedule.verdicts, events)
  }
}
