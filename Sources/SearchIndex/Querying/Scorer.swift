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
  /// How many requirements a document meets; `excluded` is never enough.
  private var met: [UInt8]
  private var touched: [UInt32] = []
  private var queryWeight: UInt32 = 0
  private var requirements: UInt8 = 0
  private var isSelective = false
  private var lacksPostings = false

  private static let excluded: UInt8 = 255

  init(idBits: Int) {
    self.idBits = idBits
    scores = [UInt32](repeating: 0, count: 1 << idBits)
    covered = scores
    met = [UInt8](repeating: 0, count: 1 << idBits)
  }

  /// Adds a query term: the lists of terms that stand for it, one for a known term.
  mutating func add(_ lists: [TermPostings]) {
    var weight = UInt32.max
    for list in lists {
      lacksPostings = lacksPostings || list.isCapped
      let idf = inverseDocumentFrequency(idBits: idBits, logarithm: list.logarithm)
      weight = min(weight, idf)
      for index in list.ids.indices {
        let id = Int(list.ids[index])
        if scores[id] == 0 { touched.append(list.ids[index]) }
        scores[id] &+= idf * UInt32(list.impacts[index])
        covered[id] &+= idf
      }
    }
    if !lists.isEmpty { queryWeight += weight }
  }

  /// Only documents on one of these lists count, and on one of each further call's.
  mutating func require(_ lists: [TermPostings]) {
    if requirements == Scorer.excluded - 1 { return }
    isSelective = true
    for list in lists {
      lacksPostings = lacksPostings || list.isCapped
      for id in list.ids where met[Int(id)] == requirements { met[Int(id)] += 1 }
    }
    requirements += 1
  }

  /// Leaves out the documents that are on all of these lists.
  mutating func exclude(_ lists: [TermPostings]) {
    isSelective = true
    var held = [UInt8](repeating: 0, count: met.count)
    for list in lists {
      for id in list.ids { held[Int(id)] += 1 }
    }
    for id in lists.first?.ids ?? [] where Int(held[Int(id)]) == lists.count {
      met[Int(id)] = Scorer.excluded
    }
  }

  /// Whether the postings beyond the caps may bring more results: some are left out, and fewer than `limit` of those
  /// here count.
  func mayGainFromOverflow(limit: Int) -> Bool { isSelective && lacksPostings && count < limit }

  private func counts(_ id: UInt32) -> Bool { met[Int(id)] == requirements }

  /// How many of the documents that were found count.
  var count: Int {
    var count = 0
    for id in touched where counts(id) { count += 1 }
    return count
  }

  /// How many of these documents were found and count.
  func count(among ids: [UInt32]) -> Int {
    var count = 0
    for id in ids where scores[Int(id)] > 0 && counts(id) { count += 1 }
    return count
  }

  /// The best `limit` documents: by descending score, then by id.
  func best(_ limit: Int) -> [Candidate] {
    var best: [Candidate] = []
    guard limit > 0 else { return best }
    for id in touched where counts(id) {
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

/// log₂(N / n) in sixteenths, at least a quarter: how much a term says that n documents hold. N is taken from the
/// number of ids alone, 2^(idBits − 1.5), the middle of what it may be, so that it moves in steps of two.
///
/// - Parameter logarithm: log₂ n in sixteenths.
func inverseDocumentFrequency(idBits: Int, logarithm: UInt32) -> UInt32 {
  let all = UInt32(idBits) * 16 - 24
  return all > logarithm + 4 ? all - logarithm : 4
}
