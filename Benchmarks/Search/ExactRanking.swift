#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import SearchIndex

/// BM25F without an index's economies: floating point, every posting, exact lengths and counts.
///
/// score = Σ idf · f / (f + K), K = k₁ · (1 − b + b · length / mean), idf = ln(1 + (N − n + ½) / (n + ½)), k₁ = 1.2,
/// b = 0.75, *f* the frequency with fields weighted as the index weights them (Robertson, Zaragoza and Taylor, CIKM
/// 2004). Its terms are those of the same analysis; there is no bonus for coverage or phrases.
struct ExactRanking {
  /// Which terms of a query count.
  enum QueryTerms: String, CaseIterable {
    /// Words, pairs of ideographs, and single ideographs where they stand alone: what the index's queries hold.
    case pairs = "exact"
    /// Single ideographs too.
    case pairsAndCharacters = "exact, with characters"
  }

  private struct Posting {
    var document: Int32
    var frequency: Float
  }

  private var numbers: [[UInt8]: Int] = [:]
  private var postings: [[Posting]] = []
  /// K of each document.
  private let saturations: [Double]

  init(_ documents: [AnalyzedDocument]) {
    let total = documents.reduce(0) { $0 + $1.length }
    let mean = max(1, Double(total) / Double(documents.count))
    // The frequency of one occurrence in a text of weight one.
    let probe = AnalyzedDocument(
      SearchDocument(
        path: [], title: [], summary: [], date: [], kind: [], language: [], tags: [],
        fields: [SearchField(kind: .answer, text: Array("熵".utf8))]))
    let unit = Double(probe.length)
    saturations = documents.map { 1.2 * unit * (0.25 + 0.75 * Double($0.length) / mean) }
    for (position, document) in documents.enumerated() {
      document.forEachTerm { term, frequency in
        let number = numbers[term] ?? postings.count
        if number == postings.count {
          numbers[term] = number
          postings.append([])
        }
        postings[number].append(Posting(document: Int32(position), frequency: Float(frequency)))
      }
    }
  }

  /// The positions of the best documents, best first; of equal scores the earlier document.
  func best(_ limit: Int, for query: [UInt8], by terms: QueryTerms) -> [Int] {
    var scores = [Double](repeating: 0, count: saturations.count)
    for number in terms.of(query).compactMap({ numbers[$0] }) {
      let list = postings[number]
      let count = Double(list.count)
      let idf = log(1 + (Double(saturations.count) - count + 0.5) / (count + 0.5))
      for posting in list {
        let frequency = Double(posting.frequency)
        scores[Int(posting.document)] += idf * frequency / (frequency + saturations[Int(posting.document)])
      }
    }
    let found = scores.indices.filter { scores[$0] > 0 }
    return Array(found.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit))
  }
}

extension ExactRanking.QueryTerms {
  /// The terms of a query, each once.
  fileprivate func of(_ query: [UInt8]) -> [[UInt8]] {
    let document = AnalyzedDocument(
      SearchDocument(
        path: [], title: [], summary: [], date: [], kind: [], language: [], tags: [],
        fields: [SearchField(kind: .answer, text: query)]))
    var terms: [[UInt8]] = []
    document.forEachTerm { term, _ in terms.append(term) }
    guard self == .pairs else { return terms }
    let paired = terms.map(Self.ideographs).filter { $0.count == 2 }.joined()
    return terms.filter { term in
      let own = Self.ideographs(of: term)
      return own.count != 1 || !paired.contains(own[0])
    }
  }

  /// The characters of a term that is made of ideographs, kana or hangul.
  private static func ideographs(of term: [UInt8]) -> [Unicode.Scalar] {
    let scalars = Array(String(decoding: term, as: UTF8.self).unicodeScalars)
    return scalars.allSatisfy { $0.value >= 0x2E80 || 0x1100...0x11FF ~= $0.value } ? scalars : []
  }
}
