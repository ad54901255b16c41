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
      } else if Label.isWhole(line, ["Q", "问", "問"], in: bytes), next != nil {
        isAsked = true
        report.addRemoval(line, "a label above the title")
      } else if Label.isWhole(line, vocabulary.question, in: bytes) {
        report.addRemoval(line, "a label above the title")
      } else {
        // A breadcrumb may stand above it.
        isAsked = isAsked || Label.rest(of: line, behind: ["Q", "问", "問"], in: bytes) != nil
        take(
          title: Label.rest(of: line, behind: vocabulary.question + vocabulary.title, in: bytes) ?? line,
          of: line, in: bytes,
          &report)
      }
    } else if readBreadcrumb(line, in: bytes, vocabulary, &report) {
      return
    } else {
      // Data may stand in a quotation: `> 更新时间：2024年5月1日`.
      let isQuoted = bytes[line].starts(with: [0x3E, 0x20])
      let data = isQuoted ? TextBytes.trim(line.lowerBound + 1..<line.upperBound, in: bytes) : line
      if !readData(data, in: bytes, vocabulary, &report),
        !readSeveralData(data, in: bytes, vocabulary, &report)
      {
        details.append(line)
      }
    }
  }

  /// Reads a breadcrumb below the title: it begins at home or names the title.
  private mutating func readBreadcrumb(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard let title, tags.isEmpty, breadcrumb == nil,
      let steps = Breadcrumb.steps(of: line, home: vocabulary.home, before: title, in: bytes),
      let first = steps.first, let last = steps.last
    else { return false }
    let named = [first, last].filter { bytes[title].starts(with: bytes[$0]) }
    let isHome = Label.isWhole(first, vocabulary.home, in: bytes)
    let isArrowed = ["›", "»"].contains { TextBytes.find(Array($0.utf8), in: line, of: bytes) != nil }
    guard isHome || !named.isEmpty || isArrowed else { return false }
    report.addRemoval(line, "the breadcrumb became tags")
    tags = steps.filter { !Label.isWhole($0, vocabulary.home, in: bytes) && !named.contains($0) }
    return true
  }

  /// Reads a line that is a date, names of authors or subjects, or belongs to the page around the text.
  private mutating func readData(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    if readDate(line, in: bytes, vocabulary: vocabulary, report: &report)
      || readAuthors(line, in: bytes, vocabulary, &report) || readTags(line, in: bytes, vocabulary, &report)
      || readByline(line, in: bytes, vocabulary, &report)
    {
      return true
    }
    guard PageFurniture.isFurniture(line, vocabulary: vocabulary, in: bytes) else { return false }
    report.addRemoval(line, "a link of the page around the text")
    return true
  }

  /// Reads `发布于：2024/11/03  浏览 1,204` or `By Jane Doe | May 6, 2024`: every piece is one of these.
  private mutating func readSeveralData(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard line.count <= 2 * ScrapedPage.longestData else { return false }
    let pieces = WrittenNames.dividedAtGaps(line, in: bytes)
    guard pieces.count > 1 else { return false }
    var page = self
    var pageReport = report
    var unread: [Range<Int>] = []
    for piece in pieces where !page.readData(piece, in: bytes, vocabulary, &pageReport) {
      unread.append(piece)
    }
    // A name alone is the author beside a date.
    if let name = unread.first, unread.count == 1, name == pieces[0], page.authors.isEmpty,
      page.date != date || page.updated != updated, ScrapedPage.isName(name, in: bytes)
    {
      pageReport.addRemoval(name, "the name of the author stands in the front matter")
      page.authors = [name]
      unread = []
    }
    guard unread.isEmpty else { return false }
    self = page
    report = pageReport
    return true
  }

  /// Two to four words with capitals, or a Chinese name.
  static func isName(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    let words = bytes[text].split(separator: 0x20)
    if words.count == 1 { return 6...12 ~= text.count && bytes[text].allSatisfy { $0 >= 0x80 } }
    return words.count <= 4 && words.allSatisfy { $0.first.map { $0 >= 0xC3 || $0 &- 0x41 < 26 } == true }
  }

  /// Bytes of the longest line of dates and names.
  private static let longestData = 120

  /// Reads `Asked Jan 5, 2025 by Jane`, `by Jane Doe on March 3rd, 2024` and `by Jane Doe`.
  private mutating func readByline(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard line.count <= ScrapedPage.longestData else { return false }
    let by = Array("by ".utf8)
    let isFirst = bytes[line].prefix(by.count).map(TextBytes.lowercased) == by
    let found = isFirst ? line.lowerBound..<line.lowerBound : TextBytes.find([0x20] + by, in: line, of: bytes)
    guard authors.isEmpty, let found else { return false }
    let isLabelled = Label.isWhole(line.lowerBound..<found.lowerBound, vocabulary.published, in: bytes)
    if isLabelled, found.lowerBound > line.lowerBound {
      guard readByline(found.lowerBound + 1..<line.upperBound, in: bytes, vocabulary, &report) else {
        return false
      }
      report.addRemoval(line.lowerBound..<found.lowerBound, "a label before a name and a date")
      return true
    }
    let date = line.lowerBound..<found.lowerBound
    var name = (isFirst ? line.lowerBound + by.count : found.upperBound)..<line.upperBound
    if isFirst {
      for sign in [" on ", ", ", " · ", " | "] {
        guard let end = TextBytes.find(Array(sign.utf8), in: name, of: bytes) else { continue }
        let day = end.upperBound..<name.upperBound
        guard readDate(day, in: bytes, vocabulary: vocabulary, report: &report) else { continue }
        name = name.lowerBound..<end.lowerBound
        break
      }
    }
    let words = bytes[name].split(separator: 0x20)
    let isName =
      1...4 ~= words.count && !TextBytes.holdsStatement(name, in: bytes)
      && (!isFirst || words.allSatisfy { $0.first.map { $0 >= 0x80 || $0 &- 0x41 < 26 } == true })
    guard isName, isFirst || readDate(date, in: bytes, vocabulary: vocabulary, report: &report) else {
      return false
    }
    report.addRemoval(line, "the name of the author stands in the front matter")
    authors = [name]
    return true
  }

  /// Reads a line above the title.
  mutating func readTop(
    _ line: Range<Int>, _ role: PageTop.Role, in bytes: [UInt8], _ vocabulary: Vocabulary,
    _ report: inout ImportReport
  ) {
    switch role {
    case .furniture: report.addRemoval(line, "a link of the page around the text")
    case .step where ScrapedPage.isNumberedLink(line, in: bytes):
      report.addRemoval(line, "a link of the page around the text")
    case .step where Label.isWhole(line, vocabulary.question, in: bytes):
      report.addRemoval(line, "a label above the title")
    case .step where Label.isWhole(line, vocabulary.home, in: bytes):
      report.addRemoval(line, "the first step of the breadcrumb names no subject")
    case .step:
      report.addRemoval(line, "a step of the breadcrumb above the title became a tag")
      let signs = bytes[line].prefix { $0 == 0x3E || TextBytes.isBlank($0) }
      tags.append(signs.endIndex..<line.upperBound)
    case .breadcrumb:
      let steps = Breadcrumb.steps(of: line, home: vocabulary.home, isAboveTitle: true, in: bytes) ?? []
      if breadcrumb == nil {
        breadcrumb = line
      } else {
        report.addRemoval(line, "a further breadcrumb became tags")
      }
      tags += steps.filter { step in !Label.isWhole(step, vocabulary.home, in: bytes) }
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
  mutating func readTags(
    _ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    guard let rest = Label.rest(of: line, behind: vocabulary.tags, in: bytes) else { return false }
    var names = WrittenNames.divided(rest, at: "、，,；;|｜#", in: bytes)
    // Chinese subjects hold no spaces.
    if names.count == 1, bytes[rest].contains(where: { $0 >= 0xE3 }) {
      names = WrittenNames.divided(rest, at: " ", in: bytes)
    }
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
