import SourceText

extension ImportReport {
  /// Most candidates that are named.
  private static let mostCandidates = 5

  /// Says that a name fits several notes, and where each of them is now.
  ///
  /// - Parameter consequence: what was done, a clause.
  mutating func addAmbiguous(
    _ name: String, _ candidates: [FolderNote], _ range: Range<Int>, _ consequence: String
  ) {
    let places = candidates.map { "\($0.place.origin) is \($0.target.dropLast(".md".count)) here" }
    addAmbiguous("`\(name)` can be \(candidates.count) notes", places, range, consequence)
  }

  /// Says that a name fits several pages.
  ///
  /// - Parameters:
  ///   - finding: the name and how many pages it fits, a clause.
  ///   - consequence: what was done, a clause.
  mutating func addAmbiguous(
    _ finding: String, _ places: [String], _ range: Range<Int>, _ consequence: String
  ) {
    var notes = places.prefix(ImportReport.mostCandidates).map { Note($0) }
    if places.count > notes.count { notes.append(Note("and \(places.count - notes.count) more")) }
    add(.importAmbiguous, range, "\(finding); \(consequence)", notes: notes)
  }
}
