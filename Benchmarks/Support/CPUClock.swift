#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The CPU time this process has used.
package enum CPUClock {
  /// Seconds since the process began, user and system.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The seconds a piece of work takes.
  package static func measure(_ work: () -> Void) -> Double {
    let start = seconds
    work()
    return seconds - start
  }
}

extension [Double] {
  /// The value in the middle; 0 for none.
  package var median: Double {
    isEmpty ? 0 : sorted()[count / 2]
  }
}
