import KnowledgeBase
import Markdown
import SourceText

/// The parts of a scraped page, as lines of the text without white space at their ends; blank lines are kept as empty
/// ranges.
struct ScrapedPage {
  /// Subjects from the breadcrumb and the line of tags.
  var tags: [Range<Int>] = []
  /// Who wrote the page.
  var authors: [Range<Int>] = []
  /// The breadcrumb above the title.
  var breadcrumb: Range<Int>?
  var title: Range<Int>?
  var date: CalendarDate?
  var updated: CalendarDate?
  /// Text between the title and the first answer.
  var details: [Range<Int>] = []
  var answers: [Answer] = []
  /// The labels of lists of sources.
  var referenceLabels: [Range<Int>] = []
  /// The lists of sources, one behind the other.
  var references: [Range<Int>] = []
  var related: [Range<Int>] = []
  /// Whether a notice says that a model wrote the text.
  var isGenerated = false
  /// The product the notice names.
  var generator: String?
  /// Whether `Q:` stood before the title.
  var isAsked = false
  /// Whether a line such as `3 Answers` stands above the answers, and no other label does.
  var countsAnswers = false
  /// The place of a name whose label stands on the line above.
  var labelledName: Int?
  /// Whether the page is Chinese: its labels are written in that language.
  var isChinese = false

  /// An answer.
  struct Answer {
    /// The label above it, when it has one.
    var label: Range<Int>?
    var lines: [Range<Int>] = []
    /// Who wrote it, where there are several answers.
    var author: Range<Int>?
    var date: CalendarDate?
    var isAccepted = false
  }

  /// Divides a text.
  ///
  /// - Complexity: O(bytes).
  init(_ file: SourceFile, vocabulary: Vocabulary, report: inout ImportReport) {
    let bytes = file.bytes
    var part = Part.header
    countsAnswers = ScrapedPage.countsAnswers(in: file, vocabulary)
    let top = PageTop(file, vocabulary: vocabulary) { ScrapedPage.isLabel($0, in: bytes, vocabulary) }
    for index in file.lineStarts.indices {
      var line = TextBytes.trim(file.lineRange(index), in: bytes)
      if let role = top.roles[index] {
        readTop(line, role, in: bytes, vocabulary, &report)
        continue
      }
      if let found = Notice(at: line, in: bytes, vocabulary: vocabulary), title != nil {
        report.addRemoval(found.range, "the notice that a model wrote the text became `provenance: ai`")
        isGenerated = true
        generator = generator ?? found.generator
        line = TextBytes.trim(line.lowerBound..<found.range.lowerBound, in: bytes)
        if line.isEmpty { removeNoticeLabel(from: part, in: bytes, vocabulary, &report) }
        if Label.isWhole(line, vocabulary.noticeLabels, in: bytes) {
          report.addRemoval(line, "the label before the notice")
          continue
        }
        if line.isEmpty { continue }
      }
      if title == nil, ScrapedPage.isLabel(line, in: bytes, vocabulary) { break }
      if readUnderline(line, of: file, at: index, &report)
        || readAuthorLabel(line, of: file, at: index, vocabulary, &report)
      {
        continue
      }
      if let next = label(of: line, in: bytes, part: part, vocabulary: vocabulary)
        ?? furtherQuestions(line, part: part, before: index, of: file, vocabulary: vocabulary)
      {
        part = next.part
        if part == .answer {
          answers.append(Answer(label: next.label))
          readProgram(next.label, in: bytes, &report)
        }
        if part == .related { report.addRemoval(next.label, "the label above related questions") }
        if part == .references { referenceLabels.append(next.label) }
        if let rest = next.rest, !rest.isEmpty { append(rest, to: part, in: bytes) }
        continue
      }
      switch part {
      case .header:
        let next = title == nil && !line.isEmpty ? ScrapedPage.line(behind: index, of: file) : nil
        readHeader(line, before: next, in: bytes, vocabulary: vocabulary, report: &report)
      case .related where readTags(line, in: bytes, vocabulary, &report): continue
      case .answer, .references, .related: append(line, to: part, in: bytes)
      }
    }
    reportBreadcrumb(&report)
    divideAnswers(in: bytes, vocabulary)
    removeFurniture(in: bytes, vocabulary, &report)
    if answers.isEmpty { answers = [Answer(lines: details)]; details = [] }
    removeEmptyAnswers(&report)
    readBylines(in: bytes, vocabulary, &report)
    isChinese = title.map { bytes[$0].contains { $0 >= 0xE4 && $0 <= 0xE9 } } ?? false
    authors = authors.map { ScrapedPage.withoutLinkNumber($0, in: bytes) }
    tags = tags.map { ScrapedPage.withoutLinkNumber($0, in: bytes) }
    reportGaps(in: file, report: &report)
  }

  enum Part { case header, answer, references, related }

  private mutating func append(_ line: Range<Int>, to part: Part, in bytes: [UInt8]) {
    switch part {
    case .header: details.append(line)
    case .answer: answers[answers.count - 1].lines.append(line)
    case .references: references += SourceList.divided(line, in: bytes)
    case .related: related.append(line)
    }
  }

  /// Takes out answers without a text: what stands between labels such as `Answers (2)` and `Answer 1`.
  private mutating func removeEmptyAnswers(_ report: inout ImportReport) {
    let holdsText = answers.contains { !$0.lines.allSatisfy(\.isEmpty) }
    answers.removeAll { answer in
      guard answer.lines.allSatisfy(\.isEmpty) else { return false }
      guard let label = answer.label else { return true }
      if holdsText { report.addRemoval(label, "a label with no answer of its own behind it") }
      return holdsText
    }
  }

  /// Takes the links off the ends of answers and lists of sources that belong to the page around them.
  private mutating func removeFurniture(
    in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) {
    func trim(_ lines: inout [Range<Int>], keepsOne: Bool) {
      guard var last = lines.lastIndex(where: { !$0.isEmpty }) else { return }
      let first = keepsOne ? lines.firstIndex { !$0.isEmpty } ?? last : -1
      while last > first,
        lines[last].isEmpty
          || PageFurniture.isFurniture(lines[last], vocabulary: vocabulary, in: bytes)
      {
        if !lines[last].isEmpty { report.addRemoval(lines[last], "a link of the page around the text") }
        last -= 1
      }
      lines.removeSubrange((last + 1)...)
    }
    for index in answers.indices { trim(&answers[index].lines, keepsOne: true) }
    trim(&references, keepsOne: false)
    for index in references.indices where Label.isWhole(references[index], vocabulary.none, in: bytes) {
      report.addRemoval(references[index], "the list is empty")
      references[index] = references[index].upperBound..<references[index].upperBound
    }
    related.removeAll { line in
      guard Label.isWhole(line, vocabulary.none, in: bytes) else { return false }
      report.addRemoval(line, "the list is empty")
      return true
    }
  }

  /// The next line that is not blank.
  static func line(behind index: Int, of file: SourceFile) -> Range<Int>? {
    for next in (index + 1)..<max(index + 1, file.lineStarts.count) {
      let line = TextBytes.trim(file.lineRange(next), in: file.bytes)
      if !line.isEmpty { return line }
    }
    return nil
  }

  /// A label such as `免责声明：` on the line above a notice goes with it.
  private mutating func removeNoticeLabel(
    from part: Part, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) {
    func removeLast(_ lines: inout [Range<Int>]) {
      guard let place = lines.lastIndex(where: { !$0.isEmpty }),
        Label.isWhole(lines[place], vocabulary.noticeLabels, in: bytes)
      else { return }
      report.addRemoval(lines[place], "the label before the notice")
      lines.removeSubrange(place...)
    }
    switch part {
    case .header: removeLast(&details)
    case .answer: removeLast(&answers[answers.count - 1].lines)
    case .references: removeLast(&references)
    case .related: removeLast(&related)
    }
  }

  private func reportGaps(in file: SourceFile, report: inout ImportReport) {
    guard let title else { return }
    if answers.allSatisfy({ $0.lines.allSatisfy(\.isEmpty) }) {
      report.add(.importIncomplete, title, "no answer was found behind the title \(file.quoted(title))")
    }
  }
}

extension ImportReport {
  /// Says how a date was read.
  ///
  /// - Returns: whether it names a day.
  mutating func note(_ reading: WrittenDate.Reading, of line: Range<Int>) -> Bool {
    switch reading {
    case .day(let day):
      if !isText(line, day.isoBytes) {
        addRemoval(line, "read as the date \(String(decoding: day.isoBytes, as: UTF8.self))")
      }
      return true
    case .relative:
      addRemoval(line, "nobody knows which day this means, so no date was written; add `date:` if you do")
      return false
    }
  }
}
