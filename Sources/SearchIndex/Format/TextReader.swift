/// Reads bytes, numbers (LEB128) and texts, each a number of bytes and the bytes. Never reads outside its bytes.
struct TextReader {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    index = min(offset, bytes.count)
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func byte() throws(DamagedFile) -> UInt8 {
    guard index < bytes.count else { throw DamagedFile() }
    index += 1
    return bytes[index - 1]
  }

  /// A number of at most 28 bits.
  mutating func number() throws(DamagedFile) -> Int {
    var value = 0
    for shift in [0, 7, 14, 21] {
      let byte = Int(try byte())
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
    }
    throw DamagedFile()
  }

  /// A number of things; never more than there are bytes left.
  mutating func length() throws(DamagedFile) -> Int {
    let value = try number()
    guard value <= bytes.count - index else { throw DamagedFile() }
    return value
  }

  /// Appends so many texts to others.
  @inline(never)
  mutating func texts(_ count: Int, into texts: inout [[UInt8]]) throws(DamagedFile) {
    for _ in 0..<count { texts.append(try text()) }
  }

  /// One of several texts, by its number.
  @inline(never)
  mutating func choice(of texts: [[UInt8]]) throws(DamagedFile) -> [UInt8] {
    let place = try number()
    guard place < texts.count else { throw DamagedFile() }
    return texts[place]
  }

  @inline(never)
  mutating func text() throws(DamagedFile) -> [UInt8] {
    let end = try length() + index
    defer { index = end }
    return Array(bytes[index..<end])
  }
}
