import Markdown
import SourceText

/// Names that something has, prepared to be compared with many that nothing has.
final class CandidateList {
  /// What a name stands for: of several names for one thing only one is offered.
  enum Target: Hashable {
    case page(EntryID)
    /// A question of a page of short ones, by the id of its heading.
    case section(EntryID, [UInt8])
    case asset(String)
    /// A place on a page, as links write it.
    case place(String)
    case name(String)
  }

  struct Candidate {
    var name: String
    var target: Target
  }

  let candidates: [Candidate]
  /// The candidates by what remains of their names without case and punctuation.
  private let byKey: [[UInt8]: [Int]]
  /// The names as they are compared, one behind the other, where each ends, and which characters it has.
  private var scalars: [UInt32] = []
  private var ends: [Int] = []
  private var signatures: [UInt64] = []

  /// Prepares names for comparison.
  ///
  /// - Complexity: O(length of all names).
  init(candidates: [Candidate]) {
    self.candidates = candidates
    var byKey: [[UInt8]: [Int]] = [:]
    byKey.reserveCapacity(candidates.count)
    ends.reserveCapacity(candidates.count)
    signatures.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated() {
      let key = NameKey.make(candidate.name)
      if !key.isEmpty { byKey[key, default: []].append(index) }
      let folded = Suggestion.folded(candidate.name)
      scalars += folded
      ends.append(scalars.count)
      signatures.append(CandidateList.signature(of: folded))
    }
    self.byKey = byKey
  }

  /// The candidates that differ from a name only in case, width, spaces and punctuation, in their order, but first those
  /// that differ only in case.
  ///
  /// - Complexity: O(length of the name and of these candidates).
  func same(as name: String) -> [Int] {
    guard let all = byKey[NameKey.make(name)] else { return [] }
    let folded = Suggestion.folded(name)
    let isNearer = all.map { Suggestion.folded(candidates[$0].name) == folded }
    return zip(all, isNearer).filter(\.1).map(\.0) + zip(all, isNearer).filter { !$0.1 }.map(\.0)
  }

  /// The candidates within a few edits of a name (``Suggestion``), nearest first.
  ///
  /// - Complexity: O(candidates), and for each that has nearly the same characters O(length of the name).
  func near(_ name: String) -> [Int] {
    let wanted = Suggestion.folded(name)
    guard !wanted.isEmpty, wanted.count <= Suggestion.longestName else { return [] }
    let bound = Suggestion.bound(forLength: wanted.count)
    let signature = CandidateList.signature(of: wanted)
    var found: [[Int]] = Array(repeating: [], count: bound + 1)
    var start = 0
    for index in candidates.indices {
      let end = ends[index]
      defer { start = end }
      // An edit changes at most two of the bits, and the length by one.
      guard abs(end - start - wanted.count) <= bound,
        (signatures[index] ^ signature).nonzeroBitCount <= 2 * bound
      else { continue }
      guard let distance = Suggestion.distance(wanted, Array(scalars[start..<end]), bound: bound) else {
        continue
      }
      found[distance].append(index)
    }
    return Array(found.joined())
  }

  /// The candidates that hold a name or are held by it, as a title does a word of it, those of nearly its length first:
  /// 熵的单位是什么 for 熵的单位.
  ///
  /// - Complexity: O(candidates), and for each that has the same characters O(length of both names).
  func overlapping(_ name: String) -> [Int] {
    let wanted = Suggestion.folded(name)
    guard CandidateList.isTelling(wanted), wanted.count <= Suggestion.longestName else { return [] }
    let signature = CandidateList.signature(of: wanted)
    var found: [(index: Int, difference: Int)] = []
    var start = 0
    for index in candidates.indices {
      let end = ends[index]
      defer { start = end }
      let (short, long) = (min(end - start, wanted.count), max(end - start, wanted.count))
      let shared = signatures[index] & signature
      guard short * CandidateList.mostTimesLonger >= long, shared == signature || shared == signatures[index]
      else { continue }
      let candidate = Array(scalars[start..<end])
      guard CandidateList.isTelling(candidate),
        candidate.contains(wanted) || wanted.contains(candidate)
      else { continue }
      found.append((index, long - short))
    }
    return found.enumerated().sorted {
      ($0.element.difference, $0.offset) < ($1.element.difference, $1.offset)
    }.map(\.element.index)
  }

  private static let mostTimesLonger = 4

  /// Whether a name is long enough to mean something as a part of another.
  private static func isTelling(_ scalars: [UInt32]) -> Bool {
    scalars.count >= (scalars.contains { $0 >= 0x2E80 } ? 2 : 5)
  }

  /// A bit for each character that occurs, by its remainder.
  private static func signature(of scalars: [UInt32]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64(($1 ^ $1 >> 6) & 63) }
  }

  // MARK: Names

  /// Names that stand for themselves.
  static func named(_ names: [String]) -> [Candidate] { names.map { Candidate(name: $0, target: .name($0)) } }

  /// The places of a page: its headings by their text, and all that has an id.
  ///
  /// - Parameter asWritten: whether headings are offered by their text where that leads to them.
  static func places(of entry: Entry, asWritten: Bool) -> [Candidate] {
    var candidates: [Candidate] = []
    var headings: [[UInt8]: String] = [:]
    for heading in entry.document.headings where headings[heading.id] == nil {
      let text = String(decoding: heading.plainText, as: UTF8.self)
      let leadsThere = asWritten && isWritable(text) && entry.anchor(named: heading.plainText) == heading.id
      let name = leadsThere ? text : String(decoding: heading.id, as: UTF8.self)
      headings[heading.id] = name
      candidates.append(Candidate(name: text, target: .place(name)))
    }
    for anchor in entry.anchors.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let id = String(decoding: anchor, as: UTF8.self)
      candidates.append(Candidate(name: id, target: .place(headings[anchor] ?? id)))
    }
    return candidates
  }

  /// Whether a name can stand in a wiki link.
  static func isWritable(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x23 && $0 != 0x5B && $0 != 0x5D && $0 != 0x7C }
  }
}
