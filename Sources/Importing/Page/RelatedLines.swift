import KnowledgeBase
import SourceText

/// The lines behind the label of related questions, each taken apart: pages set a question, the beginning of its answer
/// and a date in blocks, in lines of their own, or all in one line.
struct RelatedLines {
  /// A line.
  struct Line {
    /// All of it; empty for a blank one.
    let whole: Range<Int>
    /// Without a mark at its beginning and the date at its end.
    var text: Range<Int>
    /// The answer that follows a question in the same line.
    var answer: Range<Int>?
    /// The date the line is or ends with, and where it stands, its label included.
    var date: (reading: WrittenDate.Reading, range: Range<Int>)?
    /// Whether `A:` stands before the text.
    var isMarkedAnswer = false
    /// Whether the line is the first of a block, where blocks are a question and its answer each.
    var beginsBlock = false

    /// Whether the line is nothing but a date.
    var isDate: Bool { date != nil && text.isEmpty }

    /// Takes a date in parentheses that stands before the answer in its line: `…? (2024-01-02) - No, …`.
    fileprivate mutating func takeDate(in bytes: [UInt8]) {
      guard date == nil, let answer else { return }
      for (opening, closing) in [("(", ")"), ("（", "）")] where bytes[answer].starts(with: opening.utf8) {
        guard let close = TextBytes.find(Array(closing.utf8), in: answer, of: bytes),
          let reading = WrittenDate.read(
            answer.lowerBound + opening.utf8.count..<close.lowerBound, in: bytes)
        else { return }
        date = (reading, answer.lowerBound..<close.upperBound)
        var start = close.upperBound
        while start < answer.upperBound, case let sign = TextBytes.scalar(at: start, in: bytes),
          " -–—:：|｜·•".unicodeScalars.contains(sign)
        {
          start += UTF8.width(sign)
        }
        self.answer = start..<answer.upperBound
      }
    }
  }

  private(set) var lines: [Line] = []
  /// Whether blank lines divide the questions.
  private(set) var areBlocks = false

  /// Takes lines apart; what belongs to the page around them is left out.
  ///
  /// - Complexity: O(bytes).
  init(_ lines: [Range<Int>], in bytes: [UInt8], vocabulary: Vocabulary, report: inout ImportReport) {
    for line in lines.flatMap({ RelatedLines.divided($0, in: bytes) }) {
      // Votes stand on lines of their own.
      let isNumber = !line.isEmpty && bytes[line].allSatisfy(TextBytes.isDigit)
      if isNumber || PageFurniture.isFurniture(line, vocabulary: vocabulary, in: bytes) {
        report.addRemoval(line, "a link of the page around the text")
        continue
      }
      if let dated = RelatedLines.datedCounts(line, vocabulary: vocabulary, in: bytes, &report) {
        self.lines.append(dated)
        continue
      }
      let whole = RelatedLines.withoutMore(line, vocabulary: vocabulary, in: bytes)
      if whole != line {
        report.addRemoval(whole.upperBound..<line.upperBound, "a link to the rest of an answer")
      }
      let text = RelatedLines.withoutMark(whole, in: bytes)
      self.lines.append(
        RelatedLines.link(text, of: whole, in: bytes, &report) ?? Line(whole: whole, text: text))
      self.lines[self.lines.count - 1].isMarkedAnswer = RelatedLines.answerMarks.contains {
        text != whole && bytes[whole].starts(with: $0.utf8)
      }
    }
    readDates(in: bytes, vocabulary: vocabulary, &report)
    divideAnswers(in: bytes)
    for index in self.lines.indices {
      guard let answer = self.lines[index].answer,
        PageFurniture.isFurniture(answer, vocabulary: vocabulary, in: bytes)
      else { continue }
      report.addRemoval(answer, "a count of the page behind a related question")
      self.lines[index].answer = nil
    }
    findBlocks(in: bytes)
  }

  /// `2 weeks ago · 3 answers`: a date beside what the page counts.
  private static func datedCounts(
    _ line: Range<Int>, vocabulary: Vocabulary, in bytes: [UInt8], _ report: inout ImportReport
  ) -> Line? {
    guard line.count <= 80 else { return nil }
    var pieces = WrittenNames.dividedAtGaps(line, in: bytes)
    if pieces.count == 1, let gap = bytes[line].firstIndex(of: 0x20) {
      // `2023-10-01 15人回答`.
      pieces = [line.lowerBound..<gap, TextBytes.trim(gap..<line.upperBound, in: bytes)]
    }
    guard pieces.count > 1 else { return nil }
    let dates = pieces.compactMap { piece in WrittenDate.read(piece, in: bytes).map { ($0, piece) } }
    let others = pieces.filter { WrittenDate.read($0, in: bytes) == nil }
    guard dates.count == 1, let (reading, range) = dates.first,
      others.allSatisfy({ PageFurniture.isFurniture($0, vocabulary: vocabulary, in: bytes) })
    else { return nil }
    for other in others { report.addRemoval(other, "a link of the page around the text") }
    return Line(whole: range, text: range.lowerBound..<range.lowerBound, date: (reading, range))
  }

  /// Several questions in one line, a bar between them.
  private static func divided(_ line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    let parts = WrittenNames.divided(line, at: "|｜", in: bytes)
    let areQuestions = parts.allSatisfy { part in
      let last = TextBytes.scalar(before: part.upperBound, from: part.lowerBound, in: bytes)
      return last == "?" || last == "？"
    }
    return parts.count > 1 && areQuestions ? parts : [line]
  }

  /// Reads lines that are dates, and dates at the ends of lines: behind a sentence, or at the end of every line.
  private mutating func readDates(
    in bytes: [UInt8], vocabulary: Vocabulary, _ report: inout ImportReport
  ) {
    for index in lines.indices where WrittenDate.isMonth(lines[index].text, in: bytes) {
      lines[index].date = (.relative, lines[index].text)
      lines[index].text = lines[index].text.upperBound..<lines[index].text.upperBound
    }
    let dates = lines.map { line in
      line.text.isEmpty
        ? nil : TrailingDate(line.text, published: vocabulary.published + vocabulary.updated, in: bytes)
    }
    let isEveryLineDated =
      dates.count { $0 != nil } > 1 && zip(lines, dates).allSatisfy { $0.whole.isEmpty || $1 != nil }
    for (index, date) in dates.enumerated() {
      guard let date, isEveryLineDated || date.text.isEmpty || date.isApart else { continue }
      guard lines[index].date == nil else { continue }
      lines[index].date = (date.reading, date.range)
      lines[index].text = RelatedLines.withoutMore(date.text, vocabulary: vocabulary, in: bytes)
      if lines[index].text != date.text {
        report.addRemoval(
          lines[index].text.upperBound..<date.text.upperBound, "a link to the rest of an answer")
      }
    }
  }

  /// Where the first line is a question with its answer, all such lines are.
  private mutating func divideAnswers(in bytes: [UInt8]) {
    guard let first = lines.first(where: { !$0.text.isEmpty }),
      RelatedLines.question(in: first.text, of: bytes) != nil
    else { return }
    for index in lines.indices {
      guard let end = RelatedLines.question(in: lines[index].text, of: bytes) else { continue }
      lines[index].answer = TextBytes.trim(end..<lines[index].text.upperBound, in: bytes)
      lines[index].text = lines[index].text.lowerBound..<end
      lines[index].takeDate(in: bytes)
    }
  }

  /// Blocks are questions with their answers when each begins like a title, one has more lines, and no further line of
  /// any asks.
  private mutating func findBlocks(in bytes: [UInt8]) {
    var starts: [Int] = []
    var isBehindBlank = true
    var holdsMore = false
    for (index, line) in lines.enumerated() {
      if line.whole.isEmpty {
        isBehindBlank = true
      } else if !line.isDate {
        if isBehindBlank {
          guard RelatedStubs.isTitle(line.text, in: bytes) else { return }
          starts.append(index)
        } else {
          guard line.answer == nil, !QuestionWords.ask(String(decoding: bytes[line.text], as: UTF8.self))
          else { return }
          holdsMore = true
        }
        isBehindBlank = false
      }
    }
    guard starts.count > 1, holdsMore else { return }
    areBlocks = true
    for start in starts { lines[start].beginsBlock = true }
  }

  /// Where the question ends with which a line begins, when more follows that does not ask.
  private static func question(in text: Range<Int>, of bytes: [UInt8]) -> Int? {
    var index = text.lowerBound
    while index < text.upperBound, index - text.lowerBound <= RelatedStubs.longestTitle {
      let scalar = TextBytes.scalar(at: index, in: bytes)
      index += UTF8.width(scalar)
      guard index < text.upperBound else { return nil }
      switch scalar {
      case "。", "！", "；": return nil
      case "？": break
      case "?": if !TextBytes.isBlank(bytes[index]), bytes[index] < 0x80 { continue }
      default: continue
      }
      let rest = TextBytes.trim(index..<text.upperBound, in: bytes)
      let last = TextBytes.scalar(before: rest.upperBound, from: rest.lowerBound, in: bytes)
      let holdsText = bytes[rest].contains { $0 >= 0x80 || TextBytes.isAlphanumeric($0) }
      return holdsText && last != "?" && last != "？" ? index : nil
    }
    return nil
  }

  /// A line without `更多`, `[more]` or `Read more` behind the dots or the sentence that it ends in.
  private static func withoutMore(
    _ line: Range<Int>, vocabulary: Vocabulary, in bytes: [UInt8]
  ) -> Range<Int> {
    guard line.count > 8 else { return line }
    var sign = line.upperBound
    while let last = TextBytes.scalar(before: sign, from: line.lowerBound, in: bytes),
      "▼▾▿⌄﹀ ".unicodeScalars.contains(last)
    {
      sign -= UTF8.width(last)
    }
    if sign < line.upperBound { return line.lowerBound..<sign }
    var end = line.upperBound
    while let last = TextBytes.scalar(before: end, from: line.lowerBound, in: bytes),
      "]）)】>›»→ ".unicodeScalars.contains(last)
    {
      end -= UTF8.width(last)
    }
    let tail = line.lowerBound..<end
    for word in vocabulary.more.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      let word = word.utf8.map(TextBytes.lowercased)
      guard tail.count > word.count, bytes[tail].suffix(word.count).map(TextBytes.lowercased) == word else {
        continue
      }
      var start = end - word.count
      while let before = TextBytes.scalar(before: start, from: line.lowerBound, in: bytes),
        "[（(【<‹« ".unicodeScalars.contains(before)
      {
        start -= UTF8.width(before)
      }
      let before = TextBytes.scalar(before: start, from: line.lowerBound, in: bytes)
      let isCut = before == "…" || bytes[line.lowerBound..<start].suffix(3).elementsEqual("...".utf8)
      let isWide = end < line.upperBound && start < end - word.count
      guard isCut || isWide && TextBytes.endsSentence(line.lowerBound..<start, in: bytes) else { continue }
      return line.lowerBound..<start
    }
    return line
  }

  private static func withoutMark(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    // Q1: and Q12.
    let digits =
      bytes[line].first == 0x51 ? bytes[line].dropFirst().prefix(while: TextBytes.isDigit).count : 0
    if 1...3 ~= digits, line.count > digits + 2 {
      let behind = line.lowerBound + 1 + digits
      let sign = TextBytes.scalar(at: behind, in: bytes)
      let rest = TextBytes.trim(min(behind + UTF8.width(sign), line.upperBound)..<line.upperBound, in: bytes)
      if ":：.、".unicodeScalars.contains(sign), !rest.isEmpty { return rest }
    }
    for mark in questionMarks + answerMarks where bytes[line].starts(with: mark.utf8) {
      let rest = TextBytes.trim(line.lowerBound + mark.utf8.count..<line.upperBound, in: bytes)
      if !rest.isEmpty { return rest }
    }
    if let marker = ScraperMarker(at: line.lowerBound, end: line.upperBound, in: bytes) {
      let rest = TextBytes.trim(marker.range.upperBound..<line.upperBound, in: bytes)
      return rest.isEmpty ? line : rest
    }
    let text = ListMark(at: line, in: bytes)?.text ?? line
    return ScrapedPage.withoutLinkNumber(text, in: bytes)
  }

  private static let questionMarks = ["Q:", "Q：", "问：", "问:", "問：", "問:"]
  private static let answerMarks = ["A:", "A：", "答：", "答:"]

  /// A line that is a link, with or without a date behind it.
  private static func link(
    _ text: Range<Int>, of whole: Range<Int>, in bytes: [UInt8], _ report: inout ImportReport
  ) -> Line? {
    guard let span = ProtectedSpan.find(in: text, of: bytes).first,
      case .link(let name, let address) = span.kind,
      span.range.lowerBound == text.lowerBound
    else { return nil }
    var rest = span.range.upperBound..<text.upperBound
    while !rest.isEmpty, case let first = TextBytes.scalar(at: rest.lowerBound, in: bytes),
      " -–—·|｜".unicodeScalars.contains(first)
    {
      rest = rest.lowerBound + UTF8.width(first)..<rest.upperBound
    }
    let date = rest.isEmpty ? nil : WrittenDate.read(rest, in: bytes)
    guard rest.isEmpty || date != nil else { return nil }
    report.addRemoval(address, "the address of a related question")
    return Line(whole: whole, text: name, date: date.map { ($0, rest) })
  }
}
