/// The head of an HTTP answer as `curl --include` prints it: status and header fields (RFC 9112).
struct ResponseHead {
  let status: Int
  private(set) var location: [UInt8]?
  /// `Retry-After` in seconds; a date there is not read.
  private(set) var retryAfter: Duration?

  /// Reads the first head that is no interim answer (1xx); `nil` when it is not there whole, or ill-formed.
  ///
  /// - Complexity: O(bytes).
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while true {
      guard let lines = ResponseHead.nextHead(&rest), let first = lines.first,
        let status = ResponseHead.status(first)
      else { return nil }
      if 100..<200 ~= status { continue }
      self.status = status
      for line in lines.dropFirst() { read(line) }
      return
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
    case "location": location = Array(value)
    case "retry-after":
      let digits = value.prefix { 0x30...0x39 ~= $0 }
      // Nine digits are thirty years.
      if !digits.isEmpty, digits.count < 10, let seconds = Int(String(decoding: digits, as: UTF8.self)) {
        retryAfter = .seconds(seconds)
      }
    default: break
    }
  }

  /// The lines up to the next empty one.
  private static func nextHead(_ rest: inout ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var lines: [ArraySlice<UInt8>] = []
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[..<end]
      rest = rest[(end + 1)...]
      while let last = line.last, last == 0x0D || last == 0x20 { line.removeLast() }
      if line.isEmpty { return lines }
      lines.append(line)
    }
    return nil
  }

  /// The number in `HTTP/1.1 404 Not Found`.
  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2, words[0].starts(with: "HTTP/".utf8), words[1].count == 3 else { return nil }
    return Int(String(decoding: words[1], as: UTF8.self))
  }
}
