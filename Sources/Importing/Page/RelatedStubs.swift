import KnowledgeBase
import Markdown
import SourceText

/// The related questions of a page, each to become a draft.
struct RelatedStubs {
  private struct Stub {
    var title: Range<Int>
    var date: CalendarDate?
    var lines: [Range<Int>] = []
    /// Where the lines end that stand below the title.
    var end: Int
    var hasText: Bool { date != nil || lines.contains { !$0.isEmpty } }
  }

  private var stubs: [Stub] = []

  /// Divides the lines behind the label.
  ///
  /// A line is a title when it is short and ends no sentence, or is a question, and the question before it has its text
  /// already. Where no line but titles stands, every line is one.
  ///
  /// - Parameter title: the page's own title; a page is not related to itself.
  /// - Complexity: O(bytes).
  init(_ lines: [Range<Int>], excluding title: Range<Int>, in bytes: [UInt8], report: inout ImportReport) {
    let texts = lines.map { RelatedStubs.withoutMark($0, in: bytes) }
    let holdsTitlesOnly = zip(lines, texts).allSatisfy { line, text in
      line.isEmpty || RelatedStubs.isTitle(text, in: bytes)
    }
    for (index, text) in texts.enumerated() {
      guard !lines[index].isEmpty else {
        if let last = stubs.indices.last, !stubs[last].lines.isEmpty {
          stubs[last].lines.append(lines[index])
        }
        continue
      }
      if let reading = WrittenDate.read(lines[index], in: bytes), let last = stubs.indices.last {
        if report.note(reading, of: lines[index]), case .day(let day) = reading {
          stubs[last].date = stubs[last].date ?? day
        }
        stubs[last].end = lines[index].upperBound
        continue
      }
      let isTitle =
        RelatedStubs.isTitle(text, in: bytes)
        && (stubs.isEmpty || holdsTitlesOnly || stubs.last?.hasText == true
          || RelatedStubs.isQuestion(text, in: bytes))
      if isTitle || stubs.isEmpty {
        if text != lines[index] {
          report.addRemoval(lines[index].lowerBound..<text.lowerBound, "a mark before a related question")
        }
        stubs.append(Stub(title: text, end: text.upperBound))
      } else {
        stubs[stubs.count - 1].lines.append(lines[index])
        stubs[stubs.count - 1].end = lines[index].upperBound
      }
    }
    removeRepeated(title, in: bytes, &report)
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
  private static let longestTitle = 180

  private static func isTitle(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard !text.isEmpty, text.count <= longestTitle, !TextBytes.holdsSentenceEnd(text, in: bytes),
      WrittenDate.read(text, in: bytes) == nil
    else { return false }
    return isQuestion(text, in: bytes) || !TextBytes.endsSentence(text, in: bytes)
  }

  private static func isQuestion(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard text.count <= longestTitle, !TextBytes.holdsSentenceEnd(text, in: bytes) else { return false }
    let last = TextBytes.scalar(before: text.upperBound, from: text.lowerBound, in: bytes)
    return last == "?" || last == "？"
  }

  private static func withoutMark(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    if let marker = ScraperMarker(at: line.lowerBound, end: line.upperBound, in: bytes) {
      let rest = TextBytes.trim(marker.range.upperBound..<line.upperBound, in: bytes)
      return rest.isEmpty ? line : rest
    }
    return ListMark(at: line, in: bytes)?.text ?? line
  }
}
