import KnowledgeBase
import Markdown
import SourceText

/// What stands above the answer: breadcrumb, title, dates, author and subjects.
extension ScrapedPage {
  /// Reads a line of the header.
  ///
  /// - Parameter next: the next line that is not blank, while there is no title.
  mutating func readHeader(
    _ line: Range<Int>, before next: Range<Int>?, in bytes: [UInt8], vocabulary: Vocabulary,
    report: inout ImportReport
  ) {
    guard !line.isEmpty else { return details.append(line) }
    if title == nil {
      if breadcrumb == nil,
        let steps = Breadcrumb.steps(of: line, home: vocabulary.home, before: next, in: bytes)
      {
        breadcrumb = line
        tags = steps.filter { step in !Label.isWhole(step, vocabulary.home, in: bytes) }
      } else if Label.isWhole(line, vocabulary.question, in: bytes) {
        report.addRemoval(line, "a label above the title")
      } else {
        take(
          title: Label.rest(of: line, behind: vocabulary.question, in: bytes) ?? line, of: line, in: bytes,
          &report)
      }
    } else if !readDate(line, in: bytes, vocabulary: vocabulary, report: &report),
      !readAuthors(line, in: bytes, vocabulary, &report), !readTags(line, in: bytes, vocabulary, &report)
    {
      details.append(line)
    }
  }

  /// Says what became of the breadcrumb, once the title is known.
  func reportBreadcrumb(_ report: inout ImportReport) {
    guard let breadcrumb else { return }
    report.addRemoval(
      breadcrumb,
      tags.isEmpty ? "the breadcrumb names no subject beside the title" : "the breadcrumb became tags")
  }

  /// Reads `作者：张三`.
  mutating func readAuthors(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard authors.isEmpty, let found = WrittenNames.authors(in: line, of: bytes, vocabulary) else {
      return false
    }
    report.addRemoval(line, "the names of authors stand in the front matter")
    authors = found
    return true
  }

  /// Reads `标签：信息论、熵`.
  private mutating func readTags(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard let rest = Label.rest(of: line, behind: vocabulary.tags, in: bytes) else { return false }
    let names = WrittenNames.divided(rest, at: "、，,；;|｜#", in: bytes)
    guard !names.isEmpty, names.allSatisfy({ $0.count <= WrittenNames.longest }) else { return false }
    report.addRemoval(line, "the subjects became tags")
    let known = Set(tags.map { bytes[$0] })
    tags += names.filter { !known.contains(bytes[$0]) }
    return true
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
    let change =
      Label.rest(of: line, behind: vocabulary.updated, in: bytes, needsColon: false)
      ?? Label.before(vocabulary.changed, endOf: line, in: bytes)
    let publication =
      Label.rest(of: line, behind: vocabulary.published, in: bytes, needsColon: false)
      ?? Label.before(vocabulary.posted, endOf: line, in: bytes)
    guard let reading = WrittenDate.read(change ?? publication ?? line, in: bytes) else { return false }
    guard report.note(reading, of: line) else { return true }
    guard case .day(let day) = reading else { return true }
    if change != nil { updated = updated ?? day } else { date = date ?? day }
    return true
  }
}
