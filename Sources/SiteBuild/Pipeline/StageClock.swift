#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The stages of a build, in the order of the data's way.
package enum BuildStage: String, CaseIterable, Sendable {
  /// Configuration, lock, what is published already, and the files there are.
  case discover
  /// Reading the Markdown files.
  case parse
  /// Identity, links and citations.
  case link
  /// The search index.
  case index
  /// The questions near each other.
  case relate
  /// Templates, pages, assets and feeds.
  case render
  /// Judging the faults and putting the new state into its place.
  case publish
}

/// Measures the stages of a build. Every instant belongs to one stage, so the stages add up to the whole.
struct StageClock {
  private var stage: BuildStage
  private var cpu = StageClock.seconds(CLOCK_PROCESS_CPUTIME_ID)
  private var wall = StageClock.seconds(CLOCK_MONOTONIC)
  private var spent: [BuildStage: StageTime] = [:]

  /// Starts with a stage.
  init(_ stage: BuildStage) { self.stage = stage }

  /// Ends the stage that runs and starts another one, maybe for a second time.
  mutating func enter(_ next: BuildStage) {
    let (cpuNow, wallNow) = (
      StageClock.seconds(CLOCK_PROCESS_CPUTIME_ID), StageClock.seconds(CLOCK_MONOTONIC)
    )
    var time = spent[stage] ?? StageTime(name: stage.rawValue)
    time.cpuSeconds += cpuNow - cpu
    time.wallSeconds += wallNow - wall
    time.peakMemoryBytes = StageClock.peakMemoryBytes
    spent[stage] = time
    (stage, cpu, wall) = (next, cpuNow, wallNow)
  }

  /// Ends the stage that runs, and tells what every stage has cost, in the order of the data's way.
  mutating func stages() -> [StageTime] {
    enter(stage)
    return BuildStage.allCases.compactMap { spent[$0] }
  }

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
