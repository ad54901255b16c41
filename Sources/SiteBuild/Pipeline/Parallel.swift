import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does the same work on many items at once. Workers take chunks of neighbouring items from one cursor; results are
/// put together by their numbers, so they do not depend on how many workers there are.
struct Parallel: Sendable {
  /// Number of workers.
  let jobs: Int

  /// As many workers as asked for, else as many as there are cores.
  init(jobs: Int?) {
    self.jobs = max(1, jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The results of a function for every number below a count, in order.
  ///
  /// - Parameter progress: told from any thread how many items are done.
  func map<Result: Sendable>(
    _ count: Int, progress: (@Sendable (Int) -> Void)? = nil, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, progress: progress, scratch: {}, { number, _ in body(number) })
  }

  /// The same for a function that needs memory to work in, which each worker has for itself.
  func map<Result: Sendable, Scratch>(
    _ count: Int, progress: (@Sendable (Int) -> Void)? = nil, scratch: @Sendable () -> Scratch,
    _ body: @Sendable (Int, inout Scratch) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    let chunk = max(1, min(64, count / (jobs * 8)))
    let cursor = Atomic(0)
    let done = Atomic(0)
    let parts = Mutex<[(start: Int, results: [Result])]>([])
    run {
      var scratch = scratch()
      while true {
        let start = cursor.add(chunk, ordering: .relaxed).oldValue
        guard start < count else { return }
        let end = min(start + chunk, count)
        let results = (start..<end).map { body($0, &scratch) }
        parts.withLock { $0.append((start, results)) }
        progress?(done.add(end - start, ordering: .relaxed).newValue)
      }
    }
    let ordered = parts.withLock { $0.sorted { $0.start < $1.start } }
    var all: [Result] = []
    all.reserveCapacity(count)
    for part in ordered { all += part.results }
    return all
  }

  private func run(_ worker: @Sendable () -> Void) {
    if jobs == 1 { return worker() }
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in worker() }
  }
}
