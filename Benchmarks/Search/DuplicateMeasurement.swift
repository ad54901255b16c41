import SearchIndex

/// How many of the pages that ask the same are found, and how many of those found ask the same.
///
/// A page's duplicates are the other wordings and variants of its question. Each is counted with the original; two
/// variants of one question found together are neither counted nor a mistake.
struct DuplicateMeasurement {
  /// Figures of one kind of variant, or of all.
  struct Row {
    var name: String
    /// Pairs that should be found, and those of them that were.
    var expected = 0
    var found = 0
  }

  let pages: Int
  /// Pairs of two questions of one topic, which should not be found.
  private(set) var hardNegatives = 0
  private(set) var rows: [Row] = []
  /// How many pairs of different questions were found.
  private(set) var mistakes = 0
  /// Every pair that was found or should have been: the outcome, the score, how alike titles and texts are, and the
  /// titles, parted by tabs.
  private(set) var lines: [String] = []

  var expected: Int { rows.reduce(0) { $0 + $1.expected } }
  var found: Int { rows.reduce(0) { $0 + $1.found } }
  var recall: Double { Double(found) / Double(max(1, expected)) }
  var precision: Double { Double(found) / Double(max(1, found + mistakes)) }

  /// - Parameter part: `tuning` or `heldout`; nil: all pages.
  init(of path: String, part: String?, threshold: Int) throws(Failure) {
    var labels: [Label] = []
    var documents: [AnalyzedDocument] = []
    try JSONRecord.forEach(of: path) { record throws(Failure) in
      let own = String(decoding: try record.string("part"), as: UTF8.self)
      guard part == nil || own == part else { return }
      labels.append(try Label(record))
      documents.append(AnalyzedDocument(try TestPage(record).document))
    }
    pages = labels.count
    let pairs = AlikeDocuments(documents, threshold: threshold).pairs
    var found: [Int: AlikeDocuments.Pair] = [:]
    for pair in pairs { found[pair.first * labels.count + pair.second] = pair }
    for first in labels.indices {
      for second in labels.indices.dropFirst(first + 1) {
        let (one, other) = (labels[first], labels[second])
        let pair = found[first * labels.count + second]
        let figures = "\(pair?.score ?? 0)\t\(pair?.titles ?? 0)\t\(pair?.texts ?? 0)"
        let line = "\(figures)\t\(one.variant): \(one.title)\t\(other.variant): \(other.title)"
        let isSame = one.question == other.question && one.variant != "quoted" && other.variant != "quoted"
        if isSame {
          guard one.variant == "original" else { continue }
          count(other.variant, found: pair != nil)
          lines.append((pair == nil ? "missed\t" : "found\t") + line)
        } else {
          if one.topic == other.topic { hardNegatives += 1 }
          guard pair != nil else { continue }
          mistakes += 1
          lines.append("mistake\t" + line)
        }
      }
    }
  }

  private mutating func count(_ variant: String, found: Bool) {
    let place = rows.firstIndex { $0.name == variant } ?? rows.count
    if place == rows.count { rows.append(Row(name: variant)) }
    rows[place].expected += 1
    rows[place].found += found ? 1 : 0
  }

  /// What a page is.
  private struct Label {
    var topic: String
    var question: String
    var variant: String
    var title: String

    init(_ record: JSONRecord) throws(Failure) {
      topic = String(decoding: try record.string("topic"), as: UTF8.self)
      question = topic + "/" + String(decoding: try record.string("question"), as: UTF8.self)
      variant = String(decoding: try record.string("variant"), as: UTF8.self)
      title = String(decoding: try record.string("title"), as: UTF8.self)
    }
  }
}
