/// BM25F (Robertson, Zaragoza and Taylor, CIKM 2004: weighted fields are added up before saturation), reduced to
/// a whole number from 1 to 15, in integers.
///
/// impact = round(15 · f / (f + K)), K = k₁ · ((1 − b) + b · length / mean), k₁ = 1.2, b = 0.75.
/// The mean length enters as a power of two only, so that an edit does not move the impacts of other documents.
struct ImpactScale {
  /// log₂ of the mean weighted length, rounded.
  let meanLengthBits: UInt64

  init(_ documents: [AnalyzedDocument]) {
    var total: UInt64 = 0
    for document in documents { total += UInt64(document.weightedLength) }
    let mean = max(1, total / UInt64(max(1, documents.count)))
    let floor = UInt64(63 - mean.leadingZeroBitCount)
    // √2 times the lower power is the middle of two neighbours; 181/128 is √2 to four digits.
    meanLengthBits = mean * 128 > (181 << floor) ? floor + 1 : floor
  }

  /// Writes the impact of each weighted frequency from 0 to 255, in a document of this weighted length, to a table of 256.
  func write(weightedLength: UInt32, to table: inout [UInt8]) {
    // In 256ths, and in halves of an occurrence as the field weights are: K = 2 · 1.2 · (0.25 + 0.75 · l/m).
    let saturation = 154 + (UInt64(weightedLength) * 461) >> meanLengthBits
    var frequency = 0
    for impact in UInt8(1)..<15 {
      // The next impact begins where (31 · 256 f + K) / (2 · (256 f + K)) reaches it.
      let odd = UInt64(2 * impact + 1)
      let (quotient, rest) = (odd * saturation).quotientAndRemainder(dividingBy: 256 * (30 - odd))
      let end = min(256, Int(quotient) + (rest > 0 ? 1 : 0))
      while frequency < end {
        table[frequency] = impact
        frequency += 1
      }
    }
    while frequency < 256 {
      table[frequency] = 15
      frequency += 1
    }
  }
}
