import Markdown
import SourceText

/// The imported page as a question file.
struct QuestionPage {
  let page: ScrapedPage
  /// The title, inline Markdown.
  let title: [UInt8]
  let references: ReferenceFiles
  let sources: SourceList
  /// The paths, without ending, of the site's own questions that are near this one.
  let related: [String]

  /// Writes the file.
  ///
  /// - Complexity: O(bytes).
  func write(with writer: inout InlineWriter, _ report: inout ImportReport) -> [UInt8] {
    var output = frontMatter(writer.bytes)
    write(page.details, with: &writer, to: &output, &report)
    for answer in page.answers {
      writeHeading(
        answer.label, .answer, attributes: attributes(of: answer, writer.bytes), in: writer.bytes,
        to: &output,
        &report)
      write(answer.lines, with: &writer, to: &output, &report)
    }
    if sources.isBare {
      writeHeading(page.referenceLabels.first, .references, in: writer.bytes, to: &output, &report)
      output.append(0x0A)
      var plain = InlineWriter(writer.bytes) { _ in nil }
      for (place, item) in sources.items.enumerated() {
        guard let title = item.title else { continue }
        output += Array("\(place + 1). ".utf8)
        plain.write(title, beginsBlock: true, to: &output, &report)
        output.append(0x0A)
      }
    }
    return WellFormed.text(output)
  }

  private func frontMatter(_ bytes: [UInt8]) -> [UInt8] {
    var output = FrontMatterText()
    output.add("title", title)
    output.add("date", page.date)
    output.add("updated", page.updated)
    output.add(authors: page.authors.map { Array(bytes[$0]) })
    output.add("tags", list: page.tags.map { Array(bytes[$0]) })
    if page.isGenerated { output.addWord("provenance", "ai") }
    if let generator = page.generator { output.add("generator", Array(generator.utf8)) }
    output.add("references", list: references.keys.map { Array($0.utf8) })
    output.add("related", list: related.map { Array($0.utf8) })
    return output.finished
  }

  private func write(
    _ lines: [Range<Int>], with writer: inout InlineWriter, to output: inout [UInt8],
    _ report: inout ImportReport
  ) {
    let blocks = BlockReader.blocks(in: lines, of: writer.bytes, report: &report)
    guard !blocks.isEmpty else { return }
    output.append(0x0A)
    BlockWriter.write(blocks, with: &writer, to: &output, &report)
  }

  /// The page's own word where it is one of ours, else ours in the page's language.
  private func writeHeading(
    _ label: Range<Int>?, _ kind: SectionNames.Kind, attributes: [UInt8] = [], in bytes: [UInt8],
    to output: inout [UInt8], _ report: inout ImportReport
  ) {
    let ours =
      switch kind {
      case .answer: page.isChinese ? "回答" : "Answer"
      case .references: page.isChinese ? "参考资料" : "References"
      }
    var name = ours
    if let label {
      let written = Label.bare(String(decoding: bytes[label], as: UTF8.self))
      if SectionNames().kind(of: Array(written.utf8)[...]) == kind {
        name = written
      }
      if name != written || bytes[label].contains(where: TextBytes.isDigit) {
        report.addRemoval(label, "this label became the heading `\(name)`")
      }
    }
    output += Array("\n## \(name)".utf8) + attributes + [0x0A]
  }

  /// ` {author="张三" date=2024-03-11 accepted}`, or nothing.
  private func attributes(of answer: ScrapedPage.Answer, _ bytes: [UInt8]) -> [UInt8] {
    var parts: [[UInt8]] = []
    if let author = answer.author { parts.append(Array("author=\"".utf8) + bytes[author] + [0x22]) }
    if let date = answer.date { parts.append(Array("date=".utf8) + date.isoBytes) }
    if answer.isAccepted { parts.append(Array("accepted".utf8)) }
    guard !parts.isEmpty else { return [] }
    return Array(" {".utf8) + parts.joined(separator: [0x20]) + [0x7D]
  }
}
