import Markdown
import SourceText

/// The sources of a page as files of their own.
struct ReferenceFiles {
  private struct File {
    let key: String
    var items: [SourceItem]
  }

  private var files: [File] = []
  /// The keys by which the page's marks cite.
  private(set) var citations = CitationKeys()

  /// The keys in the order of the list.
  var keys: [String] { files.map(\.key) }

  /// Gives the sources keys; a source that is listed twice with one title and address is one.
  ///
  /// - Complexity: O(bytes).
  ///
  /// - Parameter unwrap: the address a redirector leads to.
  init(
    _ sources: SourceList, in bytes: [UInt8], names: inout FileNames,
    unwrap: (String) -> String? = { _ in nil }
  ) {
    guard !sources.isBare else {
      citations.isOwnList = true
      for (place, item) in sources.items.enumerated() { citations.add("\(place + 1)", number: item.number) }
      return
    }
    var known: [[UInt8]: Int] = [:]
    for item in sources.items {
      let identity = ReferenceFiles.identity(of: item, in: bytes)
      if let place = known[identity], item.title != nil || item.address != nil {
        files[place].items.append(item)
      } else {
        let name = ReferenceKey.text(of: item, in: bytes, unwrap: unwrap)
        known[identity] = files.count
        files.append(File(key: names.take(title: name.utf8, folder: "references"), items: [item]))
      }
      if let place = known[identity] { citations.add(files[place].key, number: item.number) }
    }
  }

  /// What two entries of one source have in common: all but number and excerpt.
  private static func identity(of item: SourceItem, in bytes: [UInt8]) -> [UInt8] {
    let texts = [item.title, item.address, item.site].map { range in range.map { Array(bytes[$0]) } ?? [] }
    let days = [item.date, item.accessed].map { $0?.isoBytes ?? [] }
    return Array((texts + days).joined(separator: [0]))
  }

  /// Writes the files.
  func write(with writer: inout InlineWriter, _ report: inout ImportReport) -> [ImportedFile] {
    files.map { file in
      var output = FrontMatterText()
      let first = file.items[0]
      if let title = first.title { output.add("title", writer.text(title, &report)) }
      if let address = first.address {
        let written = writer.address(address, &report)
        let hasScheme = written.prefix(9).contains(0x3A)
        output.add("url", hasScheme ? written : Array("https://".utf8) + written)
      }
      output.add(authors: first.authors.map { Array(writer.bytes[$0]) })
      if let site = first.site { output.add("site", Array(writer.bytes[site])) }
      output.add("date", first.date)
      output.add("accessed", first.accessed)
      var bytes = output.finished
      var excerpt = first.excerpt
      for item in file.items.dropFirst() {
        if let title = item.title {
          report.addRemoval(title, "this source is listed twice and became one file")
        }
        excerpt += [0..<0] + item.excerpt
      }
      let blocks = BlockReader.blocks(in: excerpt, of: writer.bytes, report: &report)
      if !blocks.isEmpty {
        bytes.append(0x0A)
        BlockWriter.write(blocks, with: &writer, to: &bytes, &report)
      }
      return ImportedFile(path: "references/\(file.key).md", bytes: WellFormed.text(bytes))
    }
  }

  /// Says which source became which file.
  func reportKeys(of sources: SourceList, label: Range<Int>?, _ report: inout ImportReport) {
    guard !sources.items.isEmpty else { return }
    if sources.isBare { return reportMoved(sources, &report) }
    let notes = sources.items.map { Note("[\($0.number)] is `\(citations.key(of: $0.number) ?? "")`") }
    let place = label ?? sources.items[0].title ?? 0..<0
    report.add(
      .importRemoved, place,
      "the numbers of the \(sources.items.count) sources are in no file; each source is a file that is cited by its key",
      notes: notes)
  }

  /// Items of the page's own list are numbered from 1 without gaps.
  private func reportMoved(_ sources: SourceList, _ report: inout ImportReport) {
    for (place, item) in sources.items.enumerated() where item.number != place + 1 {
      report.add(
        .importRepaired, item.title ?? 0..<0,
        "numbers are missing in the list of sources; source \(item.number) is number \(place + 1) now")
    }
  }
}
