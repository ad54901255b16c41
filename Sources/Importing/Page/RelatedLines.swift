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
    /// Whether the line is the first of a block, where blocks are a question and its answer each.
    var beginsBlock = false

    /// Whether the line is nothing but a date.
    var isDate: Bool { date != nil && text.isEmpty }
  }

  private(set) var lines: [Line] = []
  /// Whether blank lines divide the questions.
  private(set) var areBlocks = false

  /// Takes lines apart; what belongs to the page around them is left out.
  ///
  /// - Complexity: O(bytes).
  init(_ lines: [Range<Int>], in bytes: [UInt8], vocabulary: Vocabulary, report: inout ImportReport) {
    for line in lines {
      if PageFurniture.isFurniture(line, vocabulary: vocabulary, in: bytes) {
        report.addRemoval(line, "a link of the page around the text")
        continue
      }
      self.lines.append(Line(whole: line, text: RelatedLines.withoutMark(line, in: bytes)))
    }
    readDates(in: bytes, vocabulary: vocabulary)
    divideAnswers(in: bytes)
    findBlocks(in: bytes)
  }

  /// Reads lines that are dates, and dates at the ends of lines: behind a sentence, or at the end of every line.
  private mutating func readDates(in bytes: [UInt8], vocabulary: Vocabulary) {
    let dates = lines.map { line in
      line.text.isEmpty
        ? nil : TrailingDate(line.text, published: vocabulary.published + vocabulary.updated, in: bytes)
    }
    let isEveryLineDated =
      dates.count { $0 != nil } > 1 && zip(lines, dates).allSatisfy { $0.whole.isEmpty || $1 != nil }
    for (index, date) in dates.enumerated() {
      guard let date, isEveryLineDated || date.text.isEmpty || date.isApart else { continue }
      lines[index].date = (date.reading, date.range)
      lines[index].text = date.text
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

  private static func withoutMark(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    if let marker = ScraperMarker(at: line.lowerBound, end: line.upperBound, in: bytes) {
      let rest = TextBytes.trim(marker.range.upperBound..<line.upperBound, in: bytes)
      return rest.isEmpty ? line : rest
    }
    return ListMark(at: line, in: bytes)?.text ?? line
  }
}
