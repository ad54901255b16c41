/// Adds up scores, in integers only, so that every machine and browser agrees.
///
/// score = Σ idf · impact, over the terms the document holds, times 1 + (Σ idf of these) / (Σ idf of all terms):
/// any term is enough, and a document that covers the whole question counts twice.
struct Scorer: ~Copyable {
  private static let excluded = UInt32.max

  private let idCount: UInt32
  /// Of each id Σ idf · impact and Σ idf of the terms its document holds.
  private var scores: [UInt32]
  private var covered: [UInt32]
  /// How many requirements it meets; `excluded` is never enough.
  private var met: [UInt32]
  /// How many terms of the current exclusion it holds.
  private var held: [UInt32]
  private var queryWeight: UInt32 = 0
  private var requirements: UInt32 = 0
  private var exclusionLength: UInt32 = 0
  private var isSelective = false
  private var lacksPostings = false

  init(idCount: UInt32) {
    self.idCount = idCount
    scores = [UInt32](repeating: 0, count: Int(idCount))
    covered = scores
    met = scores
    held = scores
  }

  /// Adds a query term: the lists of terms that stand for it, one for a known term. What only holds a term as a
  /// part, or a part of it, adds a sixteenth of what a term would, and does not cover the query.
  @inline(never)
  mutating func add(_ lists: [FoundTerm], isPart: Bool = false) {
    var weight = UInt32.max
    for list in lists {
      lacksPostings = lacksPostings || list.postings.isCapped
      let idf = inverseDocumentFrequency(idCount: idCount, logarithm: list.postings.logarithm)
      weight = min(weight, idf)
      for posting in list.postings.postings {
        let id = Int(posting & PostingList.idMask)
        let score = idf &* (posting >> PostingList.idBits)
        scores[id] &+= isPart ? max(1, score >> 4) : score
        if !isPart { covered[id] &+= idf }
      }
    }
    if !lists.isEmpty, !isPart { queryWeight &+= weight }
  }

  /// Only documents on one of these lists count, and on one of each further call's.
  @inline(never)
  mutating func require(_ lists: [FoundTerm]) {
    isSelective = true
    for list in lists {
      lacksPostings = lacksPostings || list.postings.isCapped
      for posting in list.postings.postings {
        let id = Int(posting & PostingList.idMask)
        if met[id] == requirements { met[id] += 1 }
      }
    }
    requirements += 1
  }

  /// Leaves out the documents that are on this list and on those before it, since the last that ended an exclusion.
  @inline(never)
  mutating func exclude(_ list: TermPostings, isLast: Bool) {
    isSelective = true
    for posting in list.postings {
      let id = Int(posting & PostingList.idMask)
      if held[id] == exclusionLength { held[id] += 1 }
    }
    exclusionLength += 1
    if !isLast { return }
    for id in scores.indices {
      if held[id] == exclusionLength { met[id] = Scorer.excluded }
      held[id] = 0
    }
    exclusionLength = 0
  }

  /// Whether the postings beyond the caps may bring more results: some are left out, and fewer than `limit` of those
  /// here count.
  func mayGainFromOverflow(limit: Int) -> Bool { isSelective && lacksPostings && count < limit }

  private func counts(_ id: Int) -> Bool { scores[id] > 0 && met[id] == requirements }

  /// How many of the documents that were found count.
  var count: Int {
    var count = 0
    for id in scores.indices where counts(id) { count += 1 }
    return count
  }

  /// How many of these documents were found and count.
  @inline(never)
  func count(among postings: [UInt32]) -> Int {
    var count = 0
    for posting in postings where counts(Int(posting & PostingList.idMask)) { count += 1 }
    return count
  }

  /// The best `limit` documents: by descending score, then by id.
  @inline(never)
  func best(_ limit: Int) -> TopList {
    var best = TopList(limit)
    for id in scores.indices where counts(id) {
      let part = UInt64(min(covered[id], queryWeight))
      let bonus = UInt64(scores[id]) &* part / UInt64(max(1, queryWeight))
      best.insert(id, rank: ~(scores[id] &+ UInt32(truncatingIfNeeded: bonus)))
    }
    return best
  }
}

/// log₂(N / n) in sixteenths, at least a quarter: how much a term says that n documents hold. N is taken from the
/// number of ids alone, of which it is 2^−1.5, so that it moves in steps.
///
/// - Parameter logarithm: log₂ n in sixteenths.
func inverseDocumentFrequency(idCount: UInt32, logarithm: UInt32) -> UInt32 {
  let all = SearchIndex.logarithm(idCount) - 24
  return all > logarithm + 4 ? all - logarithm : 4
}
