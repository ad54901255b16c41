import KnowledgeBase
package import SourceText

/// Turns the plain text of a scraped question page into files of ours.
///
/// A page holds, in any order behind its title: an answer, a notice that a model wrote it, a list of sources with
/// excerpts, and related questions with the beginnings of their answers. It becomes a question file, a reference file
/// for every source and a draft for every related question that the site does not have. Nothing is lost: what is not in a file is quoted in a
/// diagnostic.
package struct PageImporter: Sendable {
  private let vocabulary: Vocabulary
  private let unwrap: @Sendable (String) -> String?
  private let occupied: Set<String>
  private let known: @Sendable () -> KnownQuestions

  /// Prepares to import.
  ///
  /// - Parameters:
  ///   - vocabulary: the words by which the parts of a page are known.
  ///   - occupied: paths relative to `content/` that exist already; new files are never given one of them.
  ///   - known: the questions of the site, asked for when a page has related questions: those the site has are named
  ///     under `related:` and become no drafts.
  ///   - unwrap: the address a redirector leads to, or `nil` when an address is no redirector's.
  package init(
    vocabulary: Vocabulary = .standard, occupied: Set<String> = [],
    known: @escaping @Sendable () -> KnownQuestions = { KnownQuestions() },
    unwrap: @escaping @Sendable (String) -> String? = { address in
      Redirector.target(of: Array(address.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
  ) {
    self.vocabulary = vocabulary
    self.occupied = occupied
    self.known = known
    self.unwrap = unwrap
  }

  /// Imports one page.
  ///
  /// - Parameter file: the text; any bytes are taken.
  /// - Complexity: O(bytes).
  package func importPage(_ file: SourceFile) -> ImportedSite {
    var report = ImportReport(file)
    report.examineEncoding()
    report.examineMarkup()
    let page = ScrapedPage(file, vocabulary: vocabulary, report: &report)
    guard let titleLine = page.title else {
      report.add(.importIncomplete, 0..<0, "the text holds no title, so that nothing was imported")
      return ImportedSite(diagnostics: report.sorted)
    }
    var names = FileNames(occupied: occupied)
    var writer = InlineWriter(file.bytes, unwrap: unwrap)
    let title = writer.text(titleLine, &report)
    let question = names.take(title: file.bytes[titleLine], folder: "questions")
    let sources = SourceList(page.references, in: file.bytes, vocabulary: vocabulary, report: &report)
    let references = ReferenceFiles(sources, in: file.bytes, names: &names, unwrap: unwrap)
    writer.citations = references.citations
    var related = RelatedStubs(
      page.related, excluding: titleLine, in: file.bytes, vocabulary: vocabulary, report: &report)
    let existing = related.isEmpty ? [] : related.takeExisting(in: known(), of: file.bytes, &report)
    let questionPage = QuestionPage(
      page: page, title: title, references: references, sources: sources, related: existing)
    var files = [
      ImportedFile(path: "questions/\(question).md", bytes: questionPage.write(with: &writer, &report))
    ]
    writer.citations = CitationKeys()
    files += references.write(with: &writer, &report)
    references.reportKeys(of: sources, label: page.referenceLabels.first, &report)
    for label in page.referenceLabels.dropFirst(sources.isBare ? 1 : 0) {
      report.addRemoval(label, "the label above the list of sources")
    }
    files += related.files(names: &names, with: &writer, &report)
    DamagedText.mend(&files, of: file, &report)
    return ImportedSite(files: files, diagnostics: report.sorted)
  }
}
