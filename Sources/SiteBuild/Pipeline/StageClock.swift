#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Measures the stages of a build.
struct StageClock {
  private(set) var stages: [StageTime] = []
  private let start = StageClock.seconds(CLOCK_MONOTONIC)

  /// Runs a stage and keeps what it cost.
  mutating func measure<Result, Failure: Error>(
    _ name: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let cpu = StageClock.seconds(CLOCK_PROCESS_CPUTIME_ID)
    let wall = StageClock.seconds(CLOCK_MONOTONIC)
    let result = try body()
    stages.append(
      StageTime(
        name: name, cpuSeconds: StageClock.seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu,
        wallSeconds: StageClock.seconds(CLOCK_MONOTONIC) - wall))
    return result
  }

  /// Seconds since the clock was made.
  var wallSeconds: Double { StageClock.seconds(CLOCK_MONOTONIC) - start }

  /// The most memory the process ever held, in bytes.
  static var peakMemoryBytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
