#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is told on standard output.
enum Report {
  /// Prints a line at once, because the next may take its time.
  static func tell(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Ends the process with a message.
  static func fail(_ message: String) -> Never {
    let line = Array("MathBenchmark: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// A number with two digits behind its point.
  static func fixed(_ number: Double) -> String {
    let hundredths = Int((max(number, 0) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
