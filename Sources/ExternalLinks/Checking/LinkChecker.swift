import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Carries out a schedule: a thread for each host that may be asked at once.
package final class LinkChecker: Sendable {
  private let transport: any LinkTransport
  private let schedule: Mutex<LinkSchedule>
  private let threads: Int
  private let total: Int
  private let start = ContinuousClock.now
  private let progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// How long a thread sleeps at most before it looks again whether there is something to do.
  private static let nap = Duration.milliseconds(20)

  /// Prepares the check of some addresses.
  ///
  /// - Parameter progress: told from any thread how many addresses have a verdict.
  package init(
    _ urls: [WebURL], by transport: any LinkTransport, limits: LinkLimits = LinkLimits(),
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) {
    self.transport = transport
    self.progress = progress
    schedule = Mutex(LinkSchedule(urls, limits: limits))
    threads = min(limits.hosts, urls.count)
    total = urls.count
  }

  /// What is found out about each address, in their order. Waits for the answers of all.
  package func verdicts() -> [LinkVerdict] {
    let group = DispatchGroup()
    for number in 0..<threads {
      // A queue of its own is a thread of its own, however few cores there are.
      DispatchQueue(label: "quaestio.links.\(number)").async(group: group) { self.work() }
    }
    group.wait()
    return schedule.withLock { $0.verdicts.map { $0 ?? .unjudged } }
  }

  private func work() {
    while true {
      let now = ContinuousClock.now - start
      switch schedule.withLock({ $0.next(at: now) }) {
      case .done: return
      case .idle: LinkChecker.sleep(LinkChecker.nap)
      case .wait(let time): LinkChecker.sleep(min(time - now, LinkChecker.nap))
      case .send(let request):
        let answer = transport.answer(to: request)
        let judged = schedule.withLock { schedule in
          schedule.receive(answer, to: request, at: ContinuousClock.now - start)
          return schedule.judged
        }
        progress?(judged, total)
      }
    }
  }

  private static func sleep(_ duration: Duration) {
    let parts = duration.components
    var time = timespec(tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }
}
