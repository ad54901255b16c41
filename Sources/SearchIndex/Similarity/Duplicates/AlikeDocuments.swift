/// Pairs of documents of a set that say the same under the same or another title.
///
/// Candidates are pairs whose titles share a rare term and pairs whose texts have a band of their sketches in common;
/// each is judged by title and by text. Of many documents that are all alike each is compared with some of its
/// neighbours only, which is enough to put all of them into one group. The answers are a function of the documents and
/// their order.
public struct AlikeDocuments: Sendable {
  /// Two documents that are alike.
  public struct Pair: Sendable, Equatable {
    /// Their places, the lower one first.
    public var first: Int
    /// The place of the other.
    public var second: Int
    /// How sure it is that they are one, in thousandths.
    public var score: Int
    /// How alike the titles are, in thousandths.
    public var titles: Int
    /// How alike the texts are, in thousandths; an estimate, within some hundredths, where the titles decide alone.
    public var texts: Int
  }

  /// The score from which two documents count as one. Chosen on the tuning part of the labelled pairs that
  /// `Benchmarks/README.md` describes.
  public static let threshold = 600

  /// Titles that are less alike make no candidates.
  private static let leastTitles = 250
  /// Texts whose sketches are less alike make none.
  private static let leastTexts = 500

  /// In the order of their places.
  public let pairs: [Pair]

  /// Finds the pairs with a score of at least `threshold`. O(n log n + terms), and O(terms of two documents) for each of
  /// at most some 100 candidates a document.
  ///
  /// - Parameter count: so many of the documents count; all by default.
  public init(
    _ documents: [AnalyzedDocument], first count: Int? = nil, threshold: Int = AlikeDocuments.threshold
  ) {
    // A span, since a copy of a document counts the references to all its parts.
    let documents = documents.span.extracting(first: count ?? documents.count)
    var candidates: [UInt64] = []
    let titles = TitleIndex(documents)
    titles.appendPairs(least: AlikeDocuments.leastTitles, to: &candidates)
    let sketches = TermSketches(documents)
    sketches.appendPairs(least: AlikeDocuments.leastTexts, to: &candidates)
    candidates.sort()
    var pairs: [Pair] = []
    var texts = AnswerComparison()
    var last: UInt64?
    for candidate in candidates where candidate != last {
      last = candidate
      let (first, second) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      let title = titles.resemblance(first, second)
      let sketched = sketches.resemblance(first, second)
      // Texts that are the same under titles that name two things: the sketches hold the titles too.
      let margin = title.isTold ? 150 : 0
      let most = sketched.map { min(1000, $0.value + $0.error + margin) } ?? 1000
      if AlikeDocuments.score(titles: title.likeness, texts: most, isTold: title.isTold) < threshold {
        continue
      }
      // Where the titles decide alone, an estimate will do.
      let isDecided =
        AlikeDocuments.score(titles: title.likeness, texts: 0, isTold: title.isTold) >= threshold
      let text =
        (isDecided ? sketched?.value : nil) ?? texts.resemblance(first, second, in: documents)
      let score = AlikeDocuments.score(titles: title.likeness, texts: text, isTold: title.isTold)
      guard score >= threshold else { continue }
      pairs.append(Pair(first: first, second: second, score: score, titles: title.likeness, texts: text))
    }
    self.pairs = pairs
  }

  /// One minus the product of what titles, texts and both together leave open:
  /// `1 − (1 − t⁴) · (1 − a³) · (1 − min(1, 4 · t · a))`, in thousandths. Titles that name two things leave half open
  /// unless the texts are the same.
  static func score(titles: Int, texts: Int, isTold: Bool) -> Int {
    if isTold { return texts >= 970 ? texts : texts / 2 }
    let square = titles * titles / 1000
    let openTitles = 1000 - square * square / 1000
    let openTexts = 1000 - texts * texts / 1000 * texts / 1000
    let openBoth = 1000 - min(1000, 4 * titles * texts / 1000)
    return 1000 - openTitles * openTexts / 1000 * openBoth / 1000
  }
}
