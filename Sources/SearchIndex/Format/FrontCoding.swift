/// Terms in ascending order, each as what differs from the one before: a byte whose high half is the length of
/// the shared prefix (at most 15) and whose low half is the length of the rest (15: a byte with the length less
/// 15 follows), then the rest.
enum FrontCoding {
  static func append(_ term: [UInt8], after previous: [UInt8], to output: inout [UInt8]) {
    var shared = 0
    while shared < 15, shared < term.count, shared < previous.count, term[shared] == previous[shared] {
      shared += 1
    }
    let rest = term.count - shared
    output.append(UInt8(truncatingIfNeeded: shared << 4 | min(15, rest)))
    if rest >= 15 { output.append(UInt8(truncatingIfNeeded: rest - 15)) }
    output.append(contentsOf: term[shared...])
  }

  /// Makes `term`, the term before, the one that is encoded at `offset`; gives the offset behind it.
  static func read(_ bytes: [UInt8], at offset: Int, into term: inout [UInt8]) throws(DamagedFile) -> Int {
    guard offset < bytes.count else { throw DamagedFile() }
    var next = offset + 1
    let shared = Int(bytes[offset] >> 4)
    var rest = Int(bytes[offset] & 15)
    if rest == 15 {
      guard next < bytes.count else { throw DamagedFile() }
      rest += Int(bytes[next])
      next += 1
    }
    guard shared <= term.count, rest <= bytes.count - next else { throw DamagedFile() }
    term.removeLast(term.count - shared)
    term.append(contentsOf: bytes[next..<next + rest])
    return next + rest
  }
}
