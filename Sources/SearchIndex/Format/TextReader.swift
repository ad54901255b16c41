/// Reads numbers (LEB128), texts, each a number of bytes and the bytes, and lines. Never reads outside its bytes: what
/// is not there reads as zeros and empty texts, and `isDamaged` says so from then on.
struct TextReader {
  private let bytes: [UInt8]
  /// Where the next byte stands.
  private(set) var index: Int
  /// Whether the bytes are not what the format says.
  private(set) var isDamaged = false

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    index = min(offset, bytes.count)
  }

  /// Whether there is nothing more to read, or nothing that makes sense.
  var isAtEnd: Bool { index == bytes.count }

  /// A number of at most 28 bits.
  @inline(never)
  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while shift < 28, index < bytes.count {
      let byte = Int(bytes[index])
      index += 1
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    fail()
    return 0
  }

  /// Leaves the rest unread, which makes no sense.
  mutating func fail() {
    isDamaged = true
    index = bytes.count
  }

  /// A number of bytes or things; never more than there are bytes left.
  mutating func length() -> Int {
    let value = number()
    if value <= bytes.count - index { return value }
    fail()
    return 0
  }

  @inline(never)
  mutating func text() -> [UInt8] {
    let length = length()
    index += length
    return bytes.part(range(index - length, index))
  }

  /// What stands before the next line feed.
  @inline(never)
  mutating func line() -> [UInt8] {
    let start = index
    while index < bytes.count {
      index += 1
      if bytes[index - 1] == 0x0A { return bytes.part(range(start, index - 1)) }
    }
    fail()
    return []
  }
}
