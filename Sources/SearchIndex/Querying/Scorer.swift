/// A document that holds terms of the query.
struct Candidate: Sendable, Equatable {
  var id: UInt32
  var score: UInt32
}

/// Adds up scores, in integers only, so that every machine and browser agrees.
///
/// score = Σ idf · impact, over the terms the document holds, times 1 + (Σ idf of these) / (Σ idf of all terms):
/// any term is enough, and a document that covers the whole question counts twice.
struct Scorer {
  private let idBits: Int
  private var scores: [UInt32]
  private var covered: [UInt32]
  private var touched: [UInt32] = []
  private var queryWeight: UInt32 = 0

  init(idBits: Int) {
    self.idBits = idBits
    scores = [UInt32](repeating: 0, count: 1 << idBits)
    covered = [UInt32](repeating: 0, count: 1 << idBits)
  }

  /// Adds a query term: the lists of terms that stand for it, one for a known term.
  mutating func add(_ lists: [TermPostings]) {
    var weight = inverseDocumentFrequency(idBits: idBits, documents: 1)
    for list in lists {
      let idf = inverseDocumentFrequency(idBits: idBits, documents: UInt32(list.count))
      weight = min(weight, idf)
      for index in list.ids.indices {
        let id = Int(list.ids[index])
        if scores[id] == 0 { touched.append(list.ids[index]) }
        scores[id] &+= idf * UInt32(list.impacts[index])
        covered[id] &+= idf
      }
    }
    queryWeight += weight
  }

  /// The best `limit` documents: by descending score, then by id.
  func best(_ limit: Int) -> [Candidate] {
    var best: [Candidate] = []
    guard limit > 0 else { return best }
    for id in touched {
      let index = Int(id)
      let part = UInt64(min(covered[index], queryWeight))
      let bonus = UInt64(scores[index]) &* part / UInt64(max(1, queryWeight))
      let candidate = Candidate(id: id, score: scores[index] &+ UInt32(truncatingIfNeeded: bonus))
      if best.count == limit, let last = best.last, !precedes(candidate, last) { continue }
      best.append(candidate)
      best.sinkLast(by: precedes)
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  private func precedes(_ first: Candidate, _ second: Candidate) -> Bool {
    first.score != second.score ? first.score > second.score : first.id < second.id
  }
}

/// log₂(N / documents) in sixteenths, at least a quarter: how much a term says. N is taken from the number of ids
/// alone, 2^(idBits − 2.5), the middle of what it may be, so that it moves in steps of two.
func inverseDocumentFrequency(idBits: Int, documents: UInt32) -> UInt32 {
  let all = UInt32(idBits) * 16 - 40
  let some = logarithm(max(1, documents))
  return all > some + 4 ? all - some : 4
}

/// log₂ of `value` ≥ 1 in sixteenths, rounded down, by squaring the mantissa for each binary digit.
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
