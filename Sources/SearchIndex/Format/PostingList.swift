/// The documents that hold a term: by descending impact, then ascending id. Encoded as bits:
///
///     gamma(n), n ≤ cap, or gamma(cap + 1) and gamma(log₂ of the true number in halves, less that of the cap, plus 1): the best `cap` of them
///     per group of equal impact, highest first, until there are n:
///       impact: gamma(1 + zigzag(impact - 9)) in the first group, gamma(previous impact - impact) in the others
///       gamma(number of documents), unless only one is left
///       per document: rice(id - previous id - 1), the previous id of the first being -1
enum PostingList {
  /// Bits of an id in a decoded posting; the others are the impact.
  static let idBits: UInt32 = 28
  static let idMask: UInt32 = 0xFFF_FFFF

  /// Impacts are 1 to this.
  private static let mostImpact: UInt32 = 15
  /// More lists begin with this impact than with any other.
  private static let usualImpact: UInt32 = 9

  /// The most postings of a term in a file of terms. The others are in an overflow file, for queries with filters.
  static let cap = 192

  /// How many postings of a term stand in its file of terms: all of a filter, which must not lose a page; few of an
  /// ideograph by itself, which only queries of one character look for.
  static func cap(of term: [UInt32]) -> Int {
    if term.first == UInt32(filterMark) { return .max }
    return term.count == 1 && term[0] >= 0x2E80 ? 64 : cap
  }

  /// One less than log₂ of the cap in halves, rounded down.
  private static func base(_ cap: Int) -> UInt32 {
    logarithm(UInt32(truncatingIfNeeded: cap)) >> 3 - 1
  }

  /// The Rice parameter for a group: about log₂ of the mean gap.
  @inline(__always)
  static func parameter(idCount: UInt32, count: UInt32) -> Int {
    max(0, count.leadingZeroBitCount - idCount.leadingZeroBitCount - 1)
  }

  /// Writes postings, at most `cap` of them. Each is `(15 - impact) << 28 | id` in its low 32 bits, by which they ascend.
  /// O(postings).
  static func write(_ postings: Span<UInt64>, cap: Int, idCount: UInt32, to bits: inout BitWriter) {
    if postings.count == 1 {
      // Most lists.
      let posting = UInt32(truncatingIfNeeded: postings[0])
      bits.writeGamma(1)
      writeFirstImpact(15 - posting >> 28, to: &bits)
      bits.writeRice(
        posting & 0xFFF_FFFF, parameter: parameter(idCount: idCount, count: 1), limit: idCount)
      return
    }
    if postings.count > cap {
      bits.writeGamma(UInt32(cap + 1))
      bits.writeGamma(logarithm(UInt32(postings.count)) >> 3 - base(cap))
    } else {
      bits.writeGamma(UInt32(postings.count))
    }
    let last = min(postings.count, cap)
    var start = 0
    var lastImpact: UInt32 = 0
    while start < last {
      let level = UInt32(truncatingIfNeeded: postings[start]) >> 28
      var end = start + 1
      while end < last, UInt32(truncatingIfNeeded: postings[end]) >> 28 == level { end += 1 }
      let impact = 15 - level
      if start == 0 {
        writeFirstImpact(impact, to: &bits)
      } else {
        bits.writeGamma(lastImpact - impact)
      }
      lastImpact = impact
      let count = UInt32(end - start)
      if last - start > 1 { bits.writeGamma(count) }
      let parameter = PostingList.parameter(idCount: idCount, count: count)
      var next = level << 28
      for place in start..<end {
        let posting = UInt32(truncatingIfNeeded: postings[place])
        let limit = level << 28 &+ idCount &- next
        bits.writeRice(posting &- next, parameter: parameter, limit: limit)
        next = posting &+ 1
      }
      start = end
    }
  }

  /// The usual impact is one bit.
  private static func writeFirstImpact(_ impact: UInt32, to bits: inout BitWriter) {
    bits.writeGamma(impact < usualImpact ? 2 * (usualImpact - impact) : 2 * (impact - usualImpact) + 1)
  }

  /// Reads one list; passes over it and gives its size alone where the postings are not wanted. Of a damaged one,
  /// as `bits` then says, a part.
  @inline(never)
  static func read(_ bits: inout BitReader, cap: Int, idCount: UInt32, keepsPostings: Bool) -> TermPostings {
    var list = TermPostings()
    var left = bits.readGamma()
    if left > cap {
      list.isCapped = true
      left = UInt32(cap)
      let halves = bits.readGamma()
      if halves >= 64 { bits.isDamaged = true }
      list.logarithm = (halves &+ base(cap)) << 3 + 4
    } else {
      list.logarithm = logarithm(left)
    }
    var impact: UInt32 = 0
    while left > 0, !bits.isDamaged {
      let step = bits.readGamma()
      impact = impact == 0 ? usualImpact &+ zigzag(step &- 1) : impact &- min(step, impact)
      let count = left > 1 ? bits.readGamma() : 1
      if impact &- 1 >= mostImpact || count > left || left > idCount { bits.isDamaged = true }
      left &-= count
      let parameter = PostingList.parameter(idCount: idCount, count: count)
      var unread = count
      var next: UInt32 = 0
      while unread > 0, !bits.isDamaged {
        next += bits.readRice(parameter: parameter, limit: idCount - next)
        if keepsPostings { list.postings.append(impact << PostingList.idBits | next) }
        next += 1
        unread -= 1
      }
    }
    return list
  }
}

/// The documents that hold a term, in the order of the list.
struct TermPostings: Sendable {
  /// Impact << `PostingList.idBits` | id.
  var postings: [UInt32] = []
  /// log₂ of the number of documents that hold the term, in sixteenths.
  var logarithm: UInt32 = 0
  /// Whether there are more, in an overflow file.
  var isCapped = false

  /// Whether nothing is known of the term: one that is has postings.
  var isEmpty: Bool { postings.isEmpty }
}

/// log₂ of `value` ≥ 1 in sixteenths, rounded down, by squaring the mantissa for each binary digit.
@inline(never)
func logarithm(_ value: UInt32) -> UInt32 {
  let whole = UInt32(31 - value.leadingZeroBitCount)
  var mantissa = UInt64(value) << UInt64(31 - whole)
  var result = whole
  for _ in 0..<4 {
    mantissa = (mantissa &* mantissa) >> 31
    result <<= 1
    if mantissa >= 1 << 32 {
      mantissa >>= 1
      result |= 1
    }
  }
  return result
}
