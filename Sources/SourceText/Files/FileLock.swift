import Synchronization

/// A lock on a file, held until ``release()`` or until nobody refers to it.
///
/// Swift may forget a value right after its last use: whoever holds a lock over a stretch of code ends that
/// stretch with `release()`.
public final class FileLock: Sendable {
  private let unlock: Mutex<(@Sendable () -> Void)?>

  /// Makes a lock from what ends it, which is called once.
  init(unlock: @escaping @Sendable () -> Void) {
    self.unlock = Mutex(unlock)
  }

  /// Ends the lock; further calls do nothing.
  public func release() {
    let unlock = unlock.withLock { $0.take() }
    unlock?()
  }

  deinit { release() }
}
