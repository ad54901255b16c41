import Synchronization

/// One line on standard error that shows how far a build is.
final class ProgressBar: Sendable {
  private static let width = 24

  private struct State {
    var stage = ""
    var percent = -1
  }

  private let state = Mutex(State())

  /// Draws the bar if it would look different; may be called from any thread, also out of order.
  func show(_ stage: String, done: Int, of total: Int) {
    guard total > 0 else { return }
    let percent = min(done, total) * 100 / total
    state.withLock { state in
      if stage != state.stage { state = State(stage: stage) }
      guard percent > state.percent else { return }
      state.percent = percent
      let filled = percent * ProgressBar.width / 100
      let done = String(repeating: "█", count: filled)
      let left = String(repeating: "░", count: ProgressBar.width - filled)
      StandardStream.error.tell("\r\u{1B}[K\(done)\(left) \(stage) \(percent) %")
    }
  }

  /// Takes the bar away.
  func clear() {
    state.withLock { state in
      if !state.stage.isEmpty { StandardStream.error.tell("\r\u{1B}[K") }
      state = State()
    }
  }
}
