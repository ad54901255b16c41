import KnowledgeBase
import Markdown
import SourceText

/// The parts of a scraped page, as lines of the text without white space at their ends; blank lines are kept as empty
/// ranges.
struct ScrapedPage {
  /// Subjects from the breadcrumb.
  var tags: [Range<Int>] = []
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
  /// Whether the page is Chinese: its labels are written in that language.
  var isChinese = false

  /// An answer.
  struct Answer {
    /// The label above it, when it has one.
    var label: Range<Int>?
    var lines: [Range<Int>] = []
  }

  /// Divides a text.
  ///
  /// - Complexity: O(bytes).
  init(_ file: SourceFile, vocabulary: Vocabulary, report: inout ImportReport) {
    let bytes = file.bytes
    var part = Part.header
    for index in file.lineStarts.indices {
      var line = TextBytes.trim(file.lineRange(index), in: bytes)
      if let found = Notice(at: line, in: bytes, vocabulary: vocabulary), title != nil {
        report.addRemoval(found.range, "the notice that a model wrote the text became `provenance: ai`")
        isGenerated = true
        generator = generator ?? found.generator
        line = TextBytes.trim(line.lowerBound..<found.range.lowerBound, in: bytes)
        if line.isEmpty { continue }
      }
      if let next = label(of: line, in: bytes, part: part, vocabulary: vocabulary) {
        part = next.part
        if part == .answer { answers.append(Answer(label: next.label)) }
        if part == .related { report.addRemoval(next.label, "the label above related questions") }
        if part == .references { referenceLabels.append(next.label) }
        if let rest = next.rest, !rest.isEmpty { append(rest, to: part) }
        continue
      }
      switch part {
      case .header: readHeader(line, in: bytes, vocabulary: vocabulary, report: &report)
      case .answer, .references, .related: append(line, to: part)
      }
    }
    if answers.isEmpty { answers = [Answer(lines: details)]; details = [] }
    answers.removeAll { answer in answer.label == nil && answer.lines.allSatisfy(\.isEmpty) }
    isChinese = title.map { bytes[$0].contains { $0 >= 0xE4 && $0 <= 0xE9 } } ?? false
    reportGaps(in: file, report: &report)
  }

  private enum Part { case header, answer, references, related }

  private mutating func append(_ line: Range<Int>, to part: Part) {
    switch part {
    case .header: details.append(line)
    case .answer: answers[answers.count - 1].lines.append(line)
    case .references: references.append(line)
    case .related: related.append(line)
    }
  }

  /// The part that a line begins; only the label of an answer may have text behind its colon.
  private func label(
    of line: Range<Int>, in bytes: [UInt8], part: Part, vocabulary: Vocabulary
  ) -> (part: Part, label: Range<Int>, rest: Range<Int>?)? {
    guard !line.isEmpty, title != nil else { return nil }
    if Label.isWhole(line, vocabulary.related, in: bytes) { return (.related, line, nil) }
    if Label.isWhole(line, vocabulary.references, in: bytes) { return (.references, line, nil) }
    if part != .related, Label.isWhole(line, vocabulary.answer, in: bytes) { return (.answer, line, nil) }
    if part == .header, let rest = Label.rest(of: line, behind: vocabulary.answer, in: bytes) {
      return (.answer, line.lowerBound..<rest.lowerBound, rest)
    }
    return nil
  }

  // MARK: Header

  private mutating func readHeader(
    _ line: Range<Int>, in bytes: [UInt8], vocabulary: Vocabulary, report: inout ImportReport
  ) {
    guard !line.isEmpty else { return details.append(line) }
    if title == nil {
      if tags.isEmpty, let steps = Breadcrumb.steps(of: line, home: vocabulary.home, in: bytes) {
        report.addRemoval(line, "the breadcrumb became tags")
        tags = steps.filter { step in !Label.isWhole(step, vocabulary.home, in: bytes) }
      } else if Label.isWhole(line, vocabulary.question, in: bytes) {
        report.addRemoval(line, "a label above the title")
      } else {
        take(
          title: Label.rest(of: line, behind: vocabulary.question, in: bytes) ?? line, of: line, in: bytes,
          &report)
      }
    } else if !readDate(line, in: bytes, vocabulary: vocabulary, report: &report) {
      details.append(line)
    }
  }

  private mutating func take(
    title text: Range<Int>, of line: Range<Int>, in bytes: [UInt8], _ report: inout ImportReport
  ) {
    var start = text.lowerBound
    if let marker = ScraperMarker(at: start, end: text.upperBound, in: bytes) {
      start = marker.range.upperBound
    }
    while start < text.upperBound, bytes[start] == 0x23 || TextBytes.isBlank(bytes[start]) { start += 1 }
    let name = start..<text.upperBound
    guard !name.isEmpty else { return details.append(line) }
    if start > line.lowerBound {
      report.addRemoval(line.lowerBound..<start, "a mark before the title")
    }
    title = name
    let last = tags.last.map { bytes[$0] }
    if last == bytes[name] { tags.removeLast() }
  }

  /// Reads a line that says when the page was written or changed.
  private mutating func readDate(
    _ line: Range<Int>, in bytes: [UInt8], vocabulary: Vocabulary, report: inout ImportReport
  ) -> Bool {
    let change = Label.rest(of: line, behind: vocabulary.updated, in: bytes, needsColon: false)
    let publication = Label.rest(of: line, behind: vocabulary.published, in: bytes, needsColon: false)
    guard let reading = WrittenDate.read(change ?? publication ?? line, in: bytes) else { return false }
    guard report.note(reading, of: line) else { return true }
    guard case .day(let day) = reading else { return true }
    if change != nil { updated = updated ?? day } else { date = date ?? day }
    return true
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
