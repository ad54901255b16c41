/// Distinct terms in the order of their first occurrence, with the sums of their weights.
///
/// Most of the time of reading a formula's terms would go into their memory, so it is taken once, for all there may be, and a
/// term is written, hashed and compared eight bytes at a time.
struct TermTable {
  /// The room for a term, its length and its weight, and for what is written behind it.
  private static let room = 64
  private static let slotCount = 512

  /// How many terms there may be; further ones are dropped.
  let limit: Int
  private(set) var count = 0
  /// Of each term its length, its weight, and its bytes with their mark; then room for another one.
  private var bytes: [UInt8]
  /// Where the last term ends.
  private var end = 0
  /// Where each begins, at its length.
  private var starts: [UInt16]
  /// The number of a term plus 1; 0 is free.
  private var slots: [UInt8]

  /// Makes a table.
  ///
  /// - Parameter limit: At most 255.
  init(limit: Int) {
    self.limit = min(limit, 255)
    bytes = Array(repeating: 0, count: (self.limit + 1) * TermTable.room)
    starts = Array(repeating: 0, count: self.limit + 1)
    slots = Array(repeating: 0, count: TermTable.slotCount)
  }

  /// Removes all terms, and keeps the memory.
  mutating func removeAll() {
    count = 0
    end = 0
    var slots = slots.mutableSpan
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// Counts the term of a symbol.
  mutating func add(_ symbol: SymbolName, _ weight: UInt8) { add(symbol, 0, .none, weight) }

  /// Counts the term of a symbol, a sign unless it is 0, and a second symbol.
  @inline(never)
  mutating func add(_ first: SymbolName, _ sign: UInt8, _ second: SymbolName, _ weight: UInt8) {
    let length = write(first, sign, second)
    let (slot, start) = find(length)
    if let start {
      let (sum, overflows) = bytes[start + 1].addingReportingOverflow(weight)
      bytes[start + 1] = overflows ? .max : sum
      return
    }
    guard count < limit else { return }
    bytes[end] = UInt8(truncatingIfNeeded: length)
    bytes[end + 1] = weight
    starts[count] = UInt16(truncatingIfNeeded: end)
    count += 1
    slots[slot] = UInt8(truncatingIfNeeded: count)
    end += 2 + length
  }

  /// Writes a term behind the others; gives its length.
  @inline(__always)
  private mutating func write(_ first: SymbolName, _ sign: UInt8, _ second: SymbolName) -> Int {
    let start = end &+ 2
    var memory = bytes.mutableSpan
    var output = memory.mutableBytes
    output.storeBytes(of: FormulaTerm.mark, toByteOffset: start, as: UInt8.self)
    first.write(to: &output, at: start &+ 1)
    if sign == 0 { return 1 &+ first.count }
    output.storeBytes(of: sign, toByteOffset: start &+ 1 &+ first.count, as: UInt8.self)
    second.write(to: &output, at: start &+ 2 &+ first.count)
    return 2 &+ first.count &+ second.count
  }

  /// The slot of the term behind the others, and where it begins if it is one of them.
  @inline(__always)
  private func find(_ length: Int) -> (slot: Int, start: Int?) {
    let text = bytes.span.bytes
    let slots = slots.span
    let new = end &+ 2
    let unused = UInt64(truncatingIfNeeded: 8 &* (~(length &- 1) & 7))
    var hash = UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset &+ 8 < length {
      hash = TermTable.mixed(hash ^ eightBytes(text, new &+ offset))
      offset &+= 8
    }
    hash = TermTable.mixed(hash ^ eightBytes(text, new &+ offset) &<< unused)
    var slot = Int(truncatingIfNeeded: hash &>> 55)
    while slots[slot] != 0 {
      let start = Int(starts[Int(slots[slot]) &- 1])
      var isSame = bytes[start] == UInt8(truncatingIfNeeded: length)
      var place = 0
      while isSame, place <= offset {
        let difference = eightBytes(text, start &+ 2 &+ place) ^ eightBytes(text, new &+ place)
        isSame = difference &<< (place == offset ? unused : 0) == 0
        place &+= 8
      }
      if isSame { return (slot, start) }
      slot = (slot &+ 1) & (TermTable.slotCount &- 1)
    }
    return (slot, nil)
  }

  /// Multiplied by 2⁶⁴ / φ, the high half folded in.
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }

  /// Calls `body` with the terms, one behind the other: of each its length, its weight, and its bytes with their mark.
  func withTerms(_ body: (Span<UInt8>) -> Void) { body(bytes.span.extracting(first: end)) }

  /// The terms, with their mark.
  var terms: [FormulaTerm] {
    var result: [FormulaTerm] = []
    result.reserveCapacity(count)
    for start in starts.prefix(count) {
      let first = Int(start) + 2
      let term = Array(bytes[first..<first + Int(bytes[Int(start)])])
      result.append(FormulaTerm(bytes: term, weight: bytes[Int(start) + 1]))
    }
    return result
  }
}

/// The bytes from `index` to `index + 7`, the first one lowest.
@inline(__always)
private func eightBytes(_ bytes: RawSpan, _ index: Int) -> UInt64 {
  UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
}
