import KnowledgeBase
import SourceText

/// Reads the lines of one source: its title, then its site, address and dates in any order, then the excerpt.
struct SourceItemReader {
  let bytes: [UInt8]
  let vocabulary: Vocabulary

  /// Longest name of a site in bytes.
  private static let longestSite = 60

  /// Reads a source.
  ///
  /// - Parameter lines: the lines, the number taken off the first; not empty.
  /// - Complexity: O(bytes).
  func item(number: Int, _ lines: [Range<Int>], _ report: inout ImportReport) -> SourceItem {
    var item = SourceItem(number: number)
    var lines = lines[...]
    while let first = lines.first, first.isEmpty { lines.removeFirst() }
    if let first = lines.popFirst() { readTitle(first, into: &item, &report) }
    var isHead = true
    for index in lines.indices {
      let line = lines[index]
      if line.isEmpty {
        if !isHead { item.excerpt.append(line) }
      } else if readData(line, into: &item, &report) {
        continue
      } else if isHead, item.authors.isEmpty,
        let authors = WrittenNames.authors(in: line, of: bytes, vocabulary)
      {
        report.addRemoval(line, "the names of its authors stand in the front matter of the source")
        item.authors = authors
      } else if isHead, item.site == nil, let site = siteOfPath(line) {
        report.addRemoval(site.upperBound..<line.upperBound, "the path behind the name of a site")
        item.site = site
      } else if isHead, item.site == nil, isSite(line, before: lines[(index + 1)...]) {
        item.site = line
      } else if let rest = Label.rest(of: line, behind: vocabulary.excerpt, in: bytes) {
        report.addRemoval(line.lowerBound..<rest.lowerBound, "a label before an excerpt")
        isHead = false
        if !rest.isEmpty { item.excerpt.append(rest) }
      } else {
        isHead = false
        item.excerpt.append(line)
      }
    }
    return item
  }

  /// A title, perhaps with the address in the same line.
  private func readTitle(_ line: Range<Int>, into item: inout SourceItem, _ report: inout ImportReport) {
    var line = line
    if let marker = ScraperMarker(at: line.lowerBound, end: line.upperBound, in: bytes) {
      report.addRemoval(marker.range, "a scraper's marker")
      line = TextBytes.trim(marker.range.upperBound..<line.upperBound, in: bytes)
    }
    let spans = ProtectedSpan.find(in: line, of: bytes)
    if let link = spans.first, case .link(let text, let address) = link.kind {
      let before = line.lowerBound..<link.range.lowerBound
      item.title = text
      item.address = address
      addRest(before, to: &item)
      return addRest(link.range.upperBound..<line.upperBound, to: &item)
    }
    let address = spans.first { $0.isAddress }
    guard let address, !Address.isCut(address.range, of: line, in: bytes) else {
      item.title = line.isEmpty ? nil : line
      return
    }
    item.address = address.range
    var title = line.lowerBound..<address.range.lowerBound
    while let last = TextBytes.scalar(before: title.upperBound, from: title.lowerBound, in: bytes),
      " -–—|｜:：,，(（<".unicodeScalars.contains(last)
    {
      title = title.lowerBound..<title.upperBound - UTF8.width(last)
    }
    item.title = title.isEmpty ? nil : title
    addRest(address.range.upperBound..<line.upperBound, to: &item)
  }

  /// What stands around the address in the line of the title, without the signs between them.
  private func addRest(_ range: Range<Int>, to item: inout SourceItem) {
    var rest = TextBytes.trim(range, in: bytes)
    while !rest.isEmpty, case let first = TextBytes.scalar(at: rest.lowerBound, in: bytes),
      "-–—|｜:：,，·)）>".unicodeScalars.contains(first)
    {
      rest = TextBytes.trim(rest.lowerBound + UTF8.width(first)..<rest.upperBound, in: bytes)
    }
    let isText =
      !rest.isEmpty && String(decoding: bytes[rest], as: UTF8.self).contains { $0.isLetter || $0.isNumber }
    if isText { item.excerpt.append(rest) }
  }

  /// Reads a line that is an address, a date or a name with its label.
  private func readData(_ line: Range<Int>, into item: inout SourceItem, _ report: inout ImportReport) -> Bool
  {
    let labelled = Label.rest(of: line, behind: vocabulary.address, in: bytes)
    if item.address == nil, let address = wholeAddress(labelled ?? line) {
      if let labelled {
        report.addRemoval(line.lowerBound..<labelled.lowerBound, "a label before an address")
      }
      item.address = address
      return true
    }
    if item.address == nil, bytes[line].dropLast().contains(0x2F), UnnumberedSources.isDomain(line, in: bytes)
    {
      report.add(.importRepaired, line, "this address had no `https://` before it")
      item.address = line
      return true
    }
    if item.accessed == nil,
      let rest = Label.rest(of: line, behind: vocabulary.accessed, in: bytes, needsColon: false),
      let reading = WrittenDate.read(rest, in: bytes)
    {
      if report.note(reading, of: line), case .day(let day) = reading { item.accessed = day }
      return true
    }
    let published = Label.rest(of: line, behind: vocabulary.published, in: bytes, needsColon: false)
    if item.date == nil, let reading = WrittenDate.read(published ?? line, in: bytes) {
      if report.note(reading, of: line), case .day(let day) = reading { item.date = day }
      return true
    }
    if item.site == nil, let rest = Label.rest(of: line, behind: vocabulary.site, in: bytes), !rest.isEmpty,
      rest.count <= SourceItemReader.longestSite, wholeAddress(rest) == nil
    {
      report.addRemoval(line.lowerBound..<rest.lowerBound, "a label before the name of a site")
      item.site = rest
      return true
    }
    return readSiteAndDate(line, into: &item, &report)
  }

  /// `arXiv · 2024-07-15`.
  private func readSiteAndDate(
    _ line: Range<Int>, into item: inout SourceItem, _ report: inout ImportReport
  ) -> Bool {
    guard item.site == nil || item.authors.isEmpty, item.date == nil,
      line.count <= 2 * SourceItemReader.longestSite
    else {
      return false
    }
    for sign in [" · ", "·", " | ", "｜", " • "] {
      guard let found = TextBytes.find(Array(sign.utf8), in: line, of: bytes) else { continue }
      let date = TextBytes.trim(found.upperBound..<line.upperBound, in: bytes)
      let site = TextBytes.trim(line.lowerBound..<found.lowerBound, in: bytes)
      guard !site.isEmpty, let reading = WrittenDate.read(date, in: bytes) else { continue }
      if item.site == nil { item.site = site } else { item.authors = [site] }
      if report.note(reading, of: date), case .day(let day) = reading { item.date = day }
      return true
    }
    return false
  }

  /// A text that is an address and nothing else, scrapers' markers left out: one may stand within a word of it.
  private func wholeAddress(_ text: Range<Int>) -> Range<Int>? {
    guard let span = Address.span(at: text.lowerBound, of: text, in: bytes) else { return nil }
    if span.range == text { return text }
    let (whole, markers) = Address.cleaned(text, in: bytes)
    guard let last = markers.last, last.upperBound < text.upperBound,
      let joined = Address.span(at: 0, of: 0..<whole.count, in: whole), joined.range == 0..<whole.count
    else { return nil }
    return text
  }

  /// The site of `en.wikipedia.org › wiki › Perplexity`, as search engines show an address.
  private func siteOfPath(_ line: Range<Int>) -> Range<Int>? {
    guard let sign = TextBytes.find(Array(" ›".utf8), in: line, of: bytes) else { return nil }
    let site = line.lowerBound..<sign.lowerBound
    return !site.isEmpty && UnnumberedSources.isDomain(site, in: bytes) ? site : nil
  }

  /// Whether a short line behind the title names a site: it is a domain, or an address follows.
  private func isSite(_ line: Range<Int>, before rest: ArraySlice<Range<Int>>) -> Bool {
    guard line.count <= SourceItemReader.longestSite, !TextBytes.endsSentence(line, in: bytes),
      ListMark(at: line, in: bytes) == nil, SourceNumber(at: line, in: bytes)?.isBracketed != true
    else { return false }
    let isDomain =
      bytes[line].contains(0x2E)
      && bytes[line].allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x24 && $0 != 0x5B }
    guard !isDomain else { return true }
    guard let next = rest.first(where: { !$0.isEmpty }) else { return false }
    return wholeAddress(next) != nil || WrittenDate.read(next, in: bytes) != nil
  }
}

extension ProtectedSpan {
  /// Whether the span is an address.
  var isAddress: Bool { if case .address = kind { true } else { false } }
}
