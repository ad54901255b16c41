import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the standard streams lead to.
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Whether a person watches the stream.
  static func isInteractive(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether colours may be used: on a terminal, unless `NO_COLOR` is set (no-color.org).
  static func isColored(_ stream: Stream) -> Bool {
    guard isInteractive(stream) else { return false }
    return getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }
}

/// One line on standard error that shows how far a build is.
final class ProgressBar: Sendable {
  let isShown: Bool
  private let lastShown = Mutex("")

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Draws the bar anew where it would look different.
  func show(_ stage: String, _ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let filled = done * 24 / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let line = "\(stage) \(bar) \(done * 100 / total) %"
    lastShown.withLock { last in
      guard line != last else { return }
      last = line
      var standardError = StandardError()
      print("\r\u{1B}[K\(line)", terminator: "", to: &standardError)
    }
  }

  /// Takes the bar away.
  func clear() {
    guard isShown else { return }
    var standardError = StandardError()
    print("\r\u{1B}[K", terminator: "", to: &standardError)
  }
}
