/// How polite a link check is.
package struct LinkLimits: Sendable {
  /// Hosts that are asked at once, by one connection each.
  package var hosts = 8
  /// Between an answer of a host and the next request to it.
  package var pause = Duration.seconds(1)
  /// Redirects that are followed.
  package var redirects = 10
  /// The longest time that is waited because a server asks for it; asked for longer, its page is not judged.
  package var longestWait = Duration.seconds(60)
  /// What is waited when a server asks for patience and does not say how long.
  package var usualWait = Duration.seconds(10)
  /// Failures of a host in a row after which it is not asked again.
  package var failures = 2

  package init() {}
}

/// Which request of a link check comes next, and what the answers mean: values alone, no clock and no network.
///
/// A host has one request at a time and a pause behind it. A page counts as gone only when a `GET` says so, and a
/// host as unreachable only when a second try failed, too.
package struct LinkSchedule: Sendable {
  /// What to do now.
  package enum Step: Sendable, Hashable {
    case send(LinkRequest)
    /// Nothing before a time.
    case wait(until: Duration)
    /// Nothing before the next answer.
    case idle
    case done
  }

  private struct Host {
    /// Requests to come, behind those made.
    var queue: [LinkRequest] = []
    var next = 0
    var isBusy = false
    var freeAt = Duration.zero
    /// Failures in a row.
    var failures = 0
    var hasWork: Bool { next < queue.count }
  }

  private let limits: LinkLimits
  private var hosts: [Host] = []
  private var places: [String: Int] = [:]
  /// Hosts with requests to come, in the order in which they got them.
  private var waiting: [Int] = []
  private var busy = 0
  /// What was found out, by the number of the address.
  package private(set) var verdicts: [LinkVerdict?]
  /// How many addresses have a verdict.
  package private(set) var judged = 0

  /// Plans the check of some addresses.
  package init(_ urls: [WebURL], limits: LinkLimits = LinkLimits()) {
    self.limits = limits
    verdicts = Array(repeating: nil, count: urls.count)
    for (index, url) in urls.enumerated() { enqueue(LinkRequest(address: index, url: url)) }
  }

  /// What to do at a time; a request handed out must be answered by ``receive(_:to:at:)``.
  ///
  /// - Complexity: O(hosts with requests to come).
  package mutating func next(at now: Duration) -> Step {
    guard busy < limits.hosts else { return .idle }
    var earliest: Duration?
    for (place, host) in waiting.enumerated() where !hosts[host].isBusy {
      guard hosts[host].freeAt <= now else {
        earliest = min(earliest ?? hosts[host].freeAt, hosts[host].freeAt)
        continue
      }
      let request = hosts[host].queue[hosts[host].next]
      hosts[host].next += 1
      hosts[host].isBusy = true
      busy += 1
      if !hosts[host].hasWork { waiting.remove(at: place) }
      return .send(request)
    }
    if let earliest { return .wait(until: earliest) }
    return busy > 0 ? .idle : .done
  }

  /// Takes the answer to a request.
  package mutating func receive(_ answer: LinkAnswer, to request: LinkRequest, at now: Duration) {
    let host = place(of: request.url.host)
    hosts[host].isBusy = false
    hosts[host].freeAt = now + limits.pause
    busy -= 1
    switch answer {
    case .forbidden:
      settle(request, .unjudged)
      giveUp(host, .unjudged)
    case .failure(let fault):
      hosts[host].failures += 1
      let verdict = LinkVerdict.unreachable(host: request.url.host, fault)
      if hosts[host].failures >= limits.failures {
        settle(request, verdict)
        giveUp(host, verdict)
      } else {
        again(request, otherwise: verdict)
      }
    case .response(let status, let location, let retryAfter):
      hosts[host].failures = 0
      judge(request, status, location, retryAfter, host: host, now)
    }
  }

  // MARK: Answers

  private mutating func judge(
    _ request: LinkRequest, _ status: Int, _ location: [UInt8]?, _ retryAfter: Duration?, host: Int,
    _ now: Duration
  ) {
    switch status {
    case 200..<300, 304: settle(request, request.movedTo.map { .moved(to: $0.text) } ?? .good)
    case 301, 302, 303, 307, 308: follow(request, isPermanent: status == 301 || status == 308, to: location)
    case 429, 503:
      let wait = retryAfter ?? limits.usualWait
      guard wait <= limits.longestWait else { return settle(request, .unjudged) }
      hosts[host].freeAt = max(hosts[host].freeAt, now + wait)
      again(request, otherwise: .unjudged)
    case 400... where request.method == .head:
      var request = request
      request.method = .get
      enqueue(request)
    case 404, 410: settle(request, .gone(status: status))
    case 500...: settle(request, .unreachable(host: request.url.host, .serverError(status)))
    default: settle(request, .unjudged)
    }
  }

  private mutating func follow(_ request: LinkRequest, isPermanent: Bool, to location: [UInt8]?) {
    guard request.hops < limits.redirects, let location, let target = request.url.resolving(location) else {
      return settle(request, .unjudged)
    }
    var next = request
    next.url = target
    next.method = .head
    next.hops += 1
    next.isPermanent = request.isPermanent && isPermanent
    if next.isPermanent { next.movedTo = target }
    next.isRepeated = false
    enqueue(next)
  }

  /// Asks once more, behind the host's other requests.
  private mutating func again(_ request: LinkRequest, otherwise verdict: LinkVerdict) {
    guard !request.isRepeated else { return settle(request, verdict) }
    var request = request
    request.isRepeated = true
    enqueue(request)
  }

  /// Asks a host no more; what was to be asked gets a verdict.
  private mutating func giveUp(_ host: Int, _ verdict: LinkVerdict) {
    for request in hosts[host].queue[hosts[host].next...] { settle(request, verdict) }
    hosts[host].next = hosts[host].queue.count
    waiting.removeAll { $0 == host }
  }

  private mutating func settle(_ request: LinkRequest, _ verdict: LinkVerdict) {
    if verdicts[request.address] == nil { judged += 1 }
    verdicts[request.address] = verdict
  }

  // MARK: Hosts

  private mutating func enqueue(_ request: LinkRequest) {
    let host = place(of: request.url.host)
    if !hosts[host].hasWork { waiting.append(host) }
    hosts[host].queue.append(request)
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = hosts.count
    hosts.append(Host())
    return hosts.count - 1
  }
}
