import Markdown

/// How an answer came to be, for machines: the same names in both feeds.
struct ProvenanceData {
  /// The namespace of our elements in Atom, a name by RFC 4151 that leads nowhere.
  static let namespace = "tag:quaestio.example,2026:provenance"
  /// The IPTC's vocabulary of how media came to be.
  static let vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/"

  /// Name and value of what is known, in this order: `kind`, `generator`, `model`, `date`, `reviewer`, `reviewed`.
  let members: [(name: String, value: String)]
  /// The term of the IPTC's vocabulary for text that a language model made or had a part in.
  let digitalSourceType: String?

  /// What an author claims; `nil` when nothing is claimed.
  init?(_ claim: ProvenanceClaim) {
    guard let kind = claim.kind else { return nil }
    func day(_ date: CalendarDate?) -> String? { date.map { String(decoding: $0.isoBytes, as: UTF8.self) } }
    // An answer by people may stand on a page whose other answers a program wrote.
    let program = kind == .human ? nil : claim
    let all: [(String, String?)] = [
      ("kind", kind.rawValue), ("generator", program?.generator?.value), ("model", program?.model?.value),
      ("date", day(claim.date)), ("reviewer", claim.reviewer?.value), ("reviewed", day(claim.reviewed)),
    ]
    members = all.compactMap { name, value in value.map { (name, $0) } }
    digitalSourceType =
      switch kind {
      case .ai: "trainedAlgorithmicMedia"
      case .mixed: "compositeWithTrainedAlgorithmicMedia"
      case .human: nil
      }
  }
}

extension FeedItem {
  /// What is claimed of each answer, in the order they are shown; numbered from 1 as they are.
  var provenance: [(answer: Int, data: ProvenanceData)] {
    claims.enumerated().compactMap { index, claim in ProvenanceData(claim).map { (index + 1, $0) } }
  }
}
