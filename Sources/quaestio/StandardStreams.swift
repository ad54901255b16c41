#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stream the process writes to; nothing is held back in a buffer.
struct StandardStream: Sendable {
  /// What was asked for.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// What people should know besides.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  fileprivate let descriptor: Int32

  /// Writes bytes; fails when the disk is full or nobody can take them.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        throw CommandFailure("cannot write the output: \(String(cString: strerror(errno)))", exitCode: 3)
      }
    }
  }

  /// Writes text.
  func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8))
  }

  /// Tells a person something; when that fails there is nobody left to tell it to.
  func tell(_ text: String) {
    try? write(text)
  }

  /// Whether a person watches the stream.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Whether colours may be used: on a terminal that knows them, unless `NO_COLOR` is set (no-color.org).
  var showsColor: Bool {
    guard isTerminal, !isDumb else { return false }
    return getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }

  /// Whether a line can be drawn over again.
  var showsProgress: Bool { isTerminal && !isDumb }

  private var isDumb: Bool { getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? false }
}

/// What the process reads.
enum StandardInput {
  /// Whether a person would have to type it.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The bytes that are there by now, waiting for the first; none at the end.
  static func read() throws(CommandFailure) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { systemRead(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 { return Array(chunk[..<count]) }
      guard errno == EINTR else {
        throw CommandFailure("cannot read standard input: \(String(cString: strerror(errno)))", exitCode: 3)
      }
    }
  }

  /// All bytes up to the end.
  static func readAll() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read()
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }
}

#if canImport(Glibc)
  private let systemWrite = Glibc.write
  private let systemRead = Glibc.read
#else
  private let systemWrite = Darwin.write
  private let systemRead = Darwin.read
#endif
