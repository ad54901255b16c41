/// The documents that hold a term: by descending impact, then ascending id. Encoded as bits:
///
///     gamma(number of groups)
///     per group, highest impact first:
///       impact: 4 bits in the first group, gamma(previous impact - impact) in the others
///       gamma(number of documents)
///       per document: rice(id - previous id - 1), the previous id of the first being -1
///
/// and zeros up to the next byte.
enum PostingList {
  /// The Rice parameter for a group: about log₂ of the mean gap.
  @inline(__always)
  static func parameter(idBits: Int, count: UInt32) -> Int {
    max(0, idBits - 32 + count.leadingZeroBitCount)
  }

  /// Appends postings to `output`. Each is `(15 - impact) << 28 | id` in its low 32 bits, ascending.
  static func encode(
    _ postings: ArraySlice<UInt64>, idBits: Int, with writer: inout BitWriter, into output: inout [UInt8]
  ) {
    var groups: UInt32 = 0
    var previous: UInt64 = 16
    for posting in postings where posting >> 28 & 15 != previous {
      previous = posting >> 28 & 15
      groups += 1
    }
    writer.writeGamma(groups)
    var start = postings.startIndex
    var lastImpact: UInt32 = 0
    while start < postings.endIndex {
      let level = postings[start] >> 28 & 15
      var end = start + 1
      while end < postings.endIndex, postings[end] >> 28 & 15 == level { end += 1 }
      let impact = 15 - UInt32(truncatingIfNeeded: level)
      if start == postings.startIndex {
        writer.write(impact, bits: 4)
      } else {
        writer.writeGamma(lastImpact - impact)
      }
      lastImpact = impact
      let count = UInt32(end - start)
      writer.writeGamma(count)
      let parameter = PostingList.parameter(idBits: idBits, count: count)
      var next: UInt32 = 0
      for posting in postings[start..<end] {
        let id = UInt32(truncatingIfNeeded: posting & 0xFFF_FFFF)
        writer.writeRice(id - next, parameter: parameter)
        next = id + 1
      }
      start = end
    }
    writer.finish(into: &output)
  }

  /// Reads one list from `bytes` at `offset`; gives each posting to `visit`, and the offset behind the list.
  static func decode(
    _ bytes: [UInt8], at offset: Int, idBits: Int, visit: (_ id: UInt32, _ impact: UInt32) -> Void
  ) throws(DamagedFile) -> Int {
    var reader = BitReader(bytes, from: offset)
    let groups = try reader.readGamma()
    guard groups <= 15 else { throw DamagedFile() }
    let limit = UInt32(1) << UInt32(idBits)
    var impact: UInt32 = 0
    for group in 0..<groups {
      if group == 0 {
        impact = try reader.read(bits: 4)
      } else {
        let step = try reader.readGamma()
        guard step < impact else { throw DamagedFile() }
        impact -= step
      }
      let count = try reader.readGamma()
      guard impact > 0, count <= limit else { throw DamagedFile() }
      let parameter = PostingList.parameter(idBits: idBits, count: count)
      var next: UInt32 = 0
      for _ in 0..<count {
        guard next < limit else { throw DamagedFile() }
        let id = try next + reader.readRice(parameter: parameter, limit: limit - next)
        visit(id, impact)
        next = id + 1
      }
    }
    return reader.nextByte
  }
}
