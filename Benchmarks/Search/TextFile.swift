#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files as bytes.
enum TextFile {
  /// Calls `body` with each line that is not empty. Keeps one line in memory.
  static func forEachLine(
    of path: String, _ body: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    guard let file = fopen(path, "rb") else { throw Failure(message: "\(path) cannot be read") }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while true {
      let count = getline(&line, &capacity, file)
      guard count > 0, let start = line else { return }
      let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
      let content = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
      if !content.isEmpty { try body(content) }
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard let file = fopen(path, "wb") else { throw Failure(message: "\(path) cannot be written") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw Failure(message: "\(path) cannot be written")
    }
  }

  /// Makes the folder at `path` if it is not there; its parent must be.
  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw Failure(message: "\(path) cannot be made")
    }
  }
}
