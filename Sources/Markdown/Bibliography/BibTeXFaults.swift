import SourceText

/// Collects what is wrong in a BibTeX file: at most `BibTeXLimits.faults`, because a file that is no BibTeX at all would
/// otherwise be reported line by line.
struct BibTeXFaults {
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether no more is told.
  private(set) var isFull = false

  init(_ file: SourceFile) {
    self.file = file
  }

  /// Adds a fault.
  ///
  /// - Parameters:
  ///   - advice: what to do, a sentence.
  ///   - other: the place of the other one of a pair.
  mutating func report(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, advice: String? = nil,
    other: SourceRange? = nil, fix: FixIt? = nil
  ) {
    guard !isFull else { return }
    let location = SourceLocation(range, in: file, after: diagnostics.last?.location)
    guard diagnostics.count < BibTeXLimits.faults else {
      isFull = true
      diagnostics.append(
        Diagnostic(
          .bibtexLimit, at: location, "What else is wrong in this file is not told.",
          notes: [Note("Mend what is told, and check again.")]))
      return
    }
    var notes = other.map { [Note("The other stands here.", at: SourceLocation($0, in: file))] } ?? []
    if let advice { notes.append(Note(advice)) }
    diagnostics.append(Diagnostic(id, at: location, message, notes: notes, fix: fix))
  }
}
