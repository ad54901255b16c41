import KnowledgeBase
import Markdown
import SourceText

/// The related questions of a page, each to become a draft.
struct RelatedStubs {
  private struct Stub {
    var title: Range<Int>
    var date: CalendarDate?
    var dateRange: Range<Int>?
    var lines: [Range<Int>] = []
    /// Where the lines end that stand below the title.
    var end: Int
    /// Whether a date ends its line, be it one that nobody knows.
    var isDated = false
    var hasText: Bool { date != nil || isDated || lines.contains { !$0.isEmpty } }
  }

  private var stubs: [Stub] = []

  /// Divides the lines behind the label.
  ///
  /// Where blank lines divide questions with their answers, the first line of a block is a title. Elsewhere a line is one
  /// when it is short and ends no sentence, or is a question, and the question before it has its text already. Where no
  /// line but titles stands, every line is one.
  ///
  /// - Parameter title: the page's own title; a page is not related to itself.
  /// - Complexity: O(bytes).
  init(
    _ lines: [Range<Int>], excluding title: Range<Int>, in bytes: [UInt8], vocabulary: Vocabulary,
    report: inout ImportReport
  ) {
    let related = RelatedLines(lines, in: bytes, vocabulary: vocabulary, report: &report)
    let holdsTitlesOnly = related.lines.allSatisfy { line in
      line.whole.isEmpty
        || line.date == nil && line.answer == nil && RelatedStubs.isTitle(line.text, in: bytes)
    }
    for line in related.lines {
      guard !line.whole.isEmpty else {
        if let last = stubs.indices.last, !stubs[last].lines.isEmpty { stubs[last].lines.append(line.whole) }
        continue
      }
      if line.isDate, stubs.isEmpty {
        report.addRemoval(line.whole, "a date before the first related question")
        continue
      }
      if !line.isDate {
        let isTitle =
          related.areBlocks
          ? line.beginsBlock
          : RelatedStubs.isTitle(line.text, in: bytes)
            && (holdsTitlesOnly || stubs.last?.hasText == true || line.answer != nil
              || RelatedStubs.isQuestion(line.text, in: bytes))
        add(line, isTitle: isTitle || stubs.isEmpty, &report)
      }
      readDate(of: line, &report)
    }
    removeRepeated(title, in: bytes, &report)
  }

  private mutating func readDate(of line: RelatedLines.Line, _ report: inout ImportReport) {
    guard let date = line.date, let last = stubs.indices.last else { return }
    stubs[last].end = line.whole.upperBound
    // A relative date on a line of its own may stand between the title and the text.
    stubs[last].isDated = stubs[last].isDated || !line.isDate
    if line.isDate, line.text.lowerBound > line.whole.lowerBound {
      report.addRemoval(line.whole.lowerBound..<line.text.lowerBound, "a mark before a date")
    }
    guard stubs[last].date == nil else {
      return report.addRemoval(date.range, "a further date of a related question")
    }
    if report.note(date.reading, of: date.range), case .day(let day) = date.reading {
      (stubs[last].date, stubs[last].dateRange) = (day, date.range)
    }
  }

  private mutating func add(_ line: RelatedLines.Line, isTitle: Bool, _ report: inout ImportReport) {
    guard isTitle else {
      // With its mark: it may be an item of a list.
      let end = (line.answer ?? line.text).upperBound
      let start = line.isMarkedAnswer ? line.text.lowerBound : line.whole.lowerBound
      if line.isMarkedAnswer { report.addRemoval(line.whole.lowerBound..<start, "a mark before an answer") }
      stubs[stubs.count - 1].lines.append(start..<end)
      stubs[stubs.count - 1].end = end
      return
    }
    if line.text.lowerBound > line.whole.lowerBound {
      report.addRemoval(line.whole.lowerBound..<line.text.lowerBound, "a mark before a related question")
    }
    var stub = Stub(title: line.text, end: (line.answer ?? line.text).upperBound)
    if let answer = line.answer { stub.lines.append(answer) }
    stubs.append(stub)
  }

  /// Questions that stand in the list twice become one; the page's own goes.
  private mutating func removeRepeated(_ title: Range<Int>, in bytes: [UInt8], _ report: inout ImportReport) {
    var seen: [ArraySlice<UInt8>: Int] = [:]
    var kept: [Stub] = []
    for stub in stubs {
      let name = bytes[stub.title]
      if let first = seen[name] {
        report.addRemoval(stub.title, "this related question is listed twice")
        let old = Set(kept[first].lines.map { bytes[$0] })
        kept[first].lines += stub.lines.filter { !$0.isEmpty && !old.contains(bytes[$0]) }
        if let range = stub.dateRange, kept[first].date != nil, kept[first].date != stub.date {
          report.addRemoval(range, "a further date of a related question")
        }
        kept[first].date = kept[first].date ?? stub.date
      } else if name == bytes[title], !stub.hasText {
        report.addRemoval(stub.title, "the page lists its own question as related")
      } else {
        seen[name] = kept.count
        kept.append(stub)
      }
    }
    stubs = kept
  }

  /// Whether the page has no related questions.
  var isEmpty: Bool { stubs.isEmpty }

  /// Takes out the questions that the site has, and returns their paths without ending, each once.
  mutating func takeExisting(
    in known: KnownQuestions, of bytes: [UInt8], _ report: inout ImportReport
  ) -> [String] {
    var paths: [String] = []
    stubs.removeAll { stub in
      let found = known.find(title: bytes[stub.title])
      guard let path = found.first else { return false }
      guard found.count == 1 else {
        report.addAmbiguous(
          "this related question can be \(found.count) questions of the site", found, stub.title,
          "it became a draft of its own")
        return false
      }
      if !paths.contains(path) { paths.append(path) }
      report.addRemoval(
        stub.title.lowerBound..<stub.end,
        "the site has this related question, which `related:` names as `\(path)`")
      for line in stub.lines where line.lowerBound >= stub.end {
        report.addRemoval(line, "the site has its own answer to this related question")
      }
      return true
    }
    return paths
  }

  /// Makes the drafts.
  func files(
    names: inout FileNames, with writer: inout InlineWriter, _ report: inout ImportReport
  ) -> [ImportedFile] {
    stubs.map { stub in
      let name = names.take(title: writer.bytes[stub.title], folder: "questions")
      var output = FrontMatterText()
      output.add("title", writer.text(stub.title, &report))
      output.add("date", stub.date)
      output.addWord("draft", "true")
      var bytes = output.finished
      let blocks = BlockReader.blocks(in: stub.lines, of: writer.bytes, report: &report)
      if !blocks.isEmpty {
        let isChinese = writer.bytes[stub.title].contains { $0 >= 0xE4 && $0 <= 0xE9 }
        bytes += Array("\n## \(isChinese ? "回答" : "Answer")\n\n".utf8)
        BlockWriter.write(blocks, with: &writer, to: &bytes, &report)
      }
      return ImportedFile(path: "questions/\(name).md", bytes: WellFormed.text(bytes))
    }
  }

  // MARK: Lines

  /// Longest title in bytes.
  static let longestTitle = 180

  static func isTitle(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard !text.isEmpty, text.count <= longestTitle, WrittenDate.read(text, in: bytes) == nil else {
      return false
    }
    return isQuestion(text, in: bytes)
      || !TextBytes.endsSentence(text, in: bytes) && !TextBytes.holdsSentenceEnd(text, in: bytes)
  }

  /// A question, or several: nothing but question marks ends sentences in it.
  private static func isQuestion(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard text.count <= longestTitle, !TextBytes.holdsStatement(text, in: bytes) else { return false }
    let last = TextBytes.scalar(before: text.upperBound, from: text.lowerBound, in: bytes)
    return last == "?" || last == "？"
  }
}
