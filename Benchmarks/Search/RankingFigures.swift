/// How well the first ten results answer each query of a set.
struct RankingFigures {
  /// What one query got.
  struct Outcome {
    /// The rank of the first relevant page, from 1; 0 where none is among the first ten.
    var rank: Int
    /// The relevant pages among the first ten, as a share of all, or of ten if there are more.
    var recall: Double
    var isEmpty: Bool

    init(_ results: [String], relevant: Set<String>) {
      let top = results.prefix(10)
      rank = (top.firstIndex { relevant.contains($0) } ?? -1) + 1
      recall = Double(top.count { relevant.contains($0) }) / Double(max(1, min(10, relevant.count)))
      isEmpty = results.isEmpty
    }

    var reciprocalRank: Double { rank == 0 ? 0 : 1 / Double(rank) }
  }

  /// A mean over queries, and the bounds between which 95 of 100 resamplings fall.
  struct Mean {
    let value: Double
    let low: Double
    let high: Double

    /// Resamples with a fixed seed, so that equal outcomes give equal bounds.
    init(_ values: [Double]) {
      value = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      guard !values.isEmpty else {
        (low, high) = (0, 0)
        return
      }
      var chance = SplitMix64(state: 5)
      let means = (0..<2000).map { _ in
        var sum = 0.0
        for _ in values.indices { sum += values[Int.random(in: values.indices, using: &chance)] }
        return sum / Double(values.count)
      }.sorted()
      low = means[50]
      high = means[1949]
    }
  }

  let count: Int
  /// Mean reciprocal rank of the first relevant page among ten results.
  let reciprocalRank: Mean
  let recall: Mean
  /// Queries with any relevant page among ten results.
  let found: Mean
  let empty: Int

  init(_ outcomes: [Outcome]) {
    count = outcomes.count
    reciprocalRank = Mean(outcomes.map(\.reciprocalRank))
    recall = Mean(outcomes.map(\.recall))
    found = Mean(outcomes.map { $0.rank > 0 ? 1 : 0 })
    empty = outcomes.count(where: \.isEmpty)
  }
}

/// Steele, Lea and Flood's generator (OOPSLA 2014): the same numbers everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
