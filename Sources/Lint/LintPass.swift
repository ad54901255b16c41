package import KnowledgeBase
import Markdown
package import SourceText

/// What a careful editor would mend on one page: all rules that need no other page.
///
/// A fix is safe only where the text surely says the same afterwards. In quotations (block quotes, quoted text, the
/// excerpts of sources) every fix is a proposal.
package enum LintPass {
  private static let rules: [any Rule.Type] = [
    ModelCitations.self, ModelPhrases.self, ScraperMarkers.self, CutAddresses.self, RepeatedParagraphs.self,
    FlattenedLists.self, GluedHeadings.self, Addresses.self, Images.self, TextEquations.self,
    FormulaEquations.self, CommasAndStops.self, WideForms.self, SpacesBeforeMarks.self,
    DisplayInText.self, MissingProvenance.self,
  ]

  /// What the rules find on a page, in the order of their places.
  ///
  /// - Complexity: O(bytes + nodes), and O(findings × log findings).
  package static func diagnostics(of entry: Entry) -> [Diagnostic] {
    // The rules are about Markdown files.
    guard !entry.isFromBibliography else { return [] }
    let page = LintedPage(entry)
    var findings: [Finding] = []
    for rule in rules { rule.check(page, &findings) }
    let sorted = findings.enumerated().sorted {
      ($0.element.range?.lowerBound ?? -1, $0.offset) < ($1.element.range?.lowerBound ?? -1, $1.offset)
    }
    var diagnostics: [Diagnostic] = []
    var last: SourceLocation?
    for (_, finding) in sorted {
      let file = entry.document.source
      let location =
        finding.range.map { SourceLocation($0, in: file, after: last) } ?? SourceLocation(path: file.path)
      if finding.range != nil { last = location }
      diagnostics.append(
        Diagnostic(
          finding.id, at: location, finding.message, notes: [Note(finding.advice)],
          fix: finding.fix.map { proposingWhereYAMLReads($0, in: entry.document) }))
    }
    return proposingWithinQuotations(diagnostics, of: page.quotations)
  }

  /// The same diagnostics, of whatever rules, with every fix that changes a quotation as a proposal.
  ///
  /// - Complexity: O(bytes + nodes) of the page.
  package static func sparingQuotations(_ diagnostics: [Diagnostic], of entry: Entry) -> [Diagnostic] {
    guard diagnostics.contains(where: { $0.fix?.applicability == .safe }) else { return diagnostics }
    return proposingWithinQuotations(diagnostics, of: LintedPage(entry).quotations)
  }

  private static func proposingWithinQuotations(
    _ diagnostics: [Diagnostic], of quotations: Quotations
  ) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard let fix = diagnostic.fix, fix.applicability == .safe else { return diagnostic }
      let ranges = [fix.range] + fix.furtherRanges
      guard ranges.contains(where: { quotations.overlap($0.bytes) }) else { return diagnostic }
      var spared = diagnostic
      spared.fix?.applicability = .proposed
      return spared
    }
  }

  /// Within front matter a fix is a proposal when it brings marks that mean something to YAML.
  private static func proposingWhereYAMLReads(_ fix: FixIt, in document: Document) -> FixIt {
    let isMark = { (scalar: Unicode.Scalar) in
      #"\"'#:[]{}"#.unicodeScalars.contains(scalar) || scalar.value < 0x20
    }
    guard fix.range.start < document.frontMatter.range.end, !isWebAddress(fix.replacement),
      fix.replacement.isEmpty || fix.replacement.unicodeScalars.contains(where: isMark)
    else { return fix }
    var proposal = fix
    // Removing text may uncover such a mark.
    let first = document.source.bytes[fix.range.bytes.upperBound...].first ?? 0x0A
    let isHarmless = fix.replacement.isEmpty && (first >= 0x80 || first == 0x0A)
    if !isHarmless { proposal.applicability = .proposed }
    return proposal
  }

  private static func isWebAddress(_ text: String) -> Bool { WebAddress(Array(text.utf8)) != nil }
}
