import Lint
import SourceText

/// Writes a line of scraped text as Markdown that means the same: what would be markup by accident is escaped,
/// formulas, code and paired `**` stay, addresses become links, and marks of sources citations.
struct InlineWriter {
  let bytes: [UInt8]
  /// The keys that marks such as `[1]` cite; empty where marks are just text.
  var citations = CitationKeys()
  /// Whether an address may become a link; in titles it stays text.
  var linksAddresses = true
  private let unwrap: (String) -> String?
  /// Numbers of sources that are cited and not in the list.
  private var unknown: Set<Int> = []

  init(_ bytes: [UInt8], unwrap: @escaping (String) -> String?) {
    self.bytes = bytes
    self.unwrap = unwrap
  }

  /// A title or another text of one line that is no block.
  mutating func text(_ range: Range<Int>, _ report: inout ImportReport) -> [UInt8] {
    let links = linksAddresses
    linksAddresses = false
    defer { linksAddresses = links }
    var output: [UInt8] = []
    write(range, beginsBlock: false, to: &output, &report)
    return output
  }

  /// Appends a line.
  ///
  /// - Parameter beginsBlock: whether the line stands where Markdown would read block marks.
  /// - Complexity: O(length).
  mutating func write(
    _ line: Range<Int>, beginsBlock: Bool, to output: inout [UInt8], _ report: inout ImportReport
  ) {
    let spans = ProtectedSpan.find(in: line, of: bytes)
    var next = spans[...]
    let strong = StrongMarks(line, spans: spans, in: bytes)
    var index = line.lowerBound
    reportOpenFormula(in: line, outside: spans, &report)
    if beginsBlock { index = writeBlockMark(line, to: &output) }
    let start = output.count
    while index < line.upperBound {
      while let span = next.first, span.range.upperBound <= index { next.removeFirst() }
      if let span = next.first, span.range.lowerBound == index {
        write(span, of: line, to: &output, &report)
        index = span.range.upperBound
      } else if let end = writeCitation(at: index, of: line, to: &output, &report) {
        index = end
      } else if let end = ModelCitations.end(
        ofMarkAt: index..<line.upperBound, in: bytes, from: line.lowerBound)
      {
        report.addRemoval(index..<end, "a chat program's citation mark, which leads nowhere")
        // The space before a mark goes with it where nothing but an end follows.
        let isWordBehind =
          end < line.upperBound && (0xE4...0xE9 ~= bytes[end] || TextBytes.isAlphanumeric(bytes[end]))
        while !isWordBehind, output.count > start, output.last == 0x20 { output.removeLast() }
        index = end
      } else if InlineWriter.isInvisibleOperator(at: index, of: line, in: bytes) {
        report.add(
          .importRepaired, index..<index + 3, "an invisible sign that came with a formula was left out")
        index += 3
      } else if strong.contains(index) {
        output += [0x2A, 0x2A]
        index += 2
      } else {
        writeByte(at: index, of: line, to: &output)
        index += 1
      }
    }
  }

  /// Says that a dollar sign with TeX behind it has no partner.
  private func reportOpenFormula(
    in line: Range<Int>, outside spans: [ProtectedSpan], _ report: inout ImportReport
  ) {
    let start = spans.last?.range.upperBound ?? line.lowerBound
    guard let dollar = bytes[start..<line.upperBound].firstIndex(of: 0x24) else { return }
    let rest = bytes[dollar..<line.upperBound]
    guard zip(rest, rest.dropFirst()).contains(where: { $0 == 0x5C && TextBytes.isLetter($1) }) else {
      return
    }
    report.add(.importDamaged, dollar..<line.upperBound, "a formula seems to begin here, and nothing ends it")
  }

  /// U+2061 to U+2064, which browsers copy from between a function's name and what it is applied to.
  private static func isInvisibleOperator(at index: Int, of line: Range<Int>, in bytes: [UInt8]) -> Bool {
    index + 3 <= line.upperBound && bytes[index] == 0xE2 && bytes[index + 1] == 0x81
      && 0xA1...0xA4 ~= bytes[index + 2]
  }

  // MARK: Spans

  private mutating func write(
    _ span: ProtectedSpan, of line: Range<Int>, to output: inout [UInt8], _ report: inout ImportReport
  ) {
    switch span.kind {
    case .formula, .code: output += bytes[span.range].filter { !TextBytes.isControl($0) }
    case .spacedFormula(let content):
      report.add(
        .importRepaired, span.range, "white space inside the dollar signs kept this formula from being one")
      output += [0x24] + bytes[content].filter { !TextBytes.isControl($0) } + [0x24]
    case .copiedFormula(let tex):
      report.addRepair(
        span.range, "this formula was copied as it is shown and as TeX at once; only its TeX was kept")
      let mark: [UInt8] = span.range == line && linksAddresses ? [0x24, 0x24] : [0x24]
      output += mark + bytes[tex].filter { !TextBytes.isControl($0) } + mark
    case .address: writeAddress(span.range, of: line, to: &output, &report)
    case .link(let text, let address): writeLink(text, address, of: span.range, to: &output, &report)
    }
  }

  /// A link stays one; in a title it is its text, and one around a source's number is a citation.
  private mutating func writeLink(
    _ text: Range<Int>, _ target: Range<Int>, of link: Range<Int>, to output: inout [UInt8],
    _ report: inout ImportReport
  ) {
    let address = self.address(target, &report)
    if let number = Int(String(decoding: bytes[text], as: UTF8.self)), let key = citations.key(of: number) {
      report.addRemoval(target, "the address of a mark that became a citation")
      output += citations.citation(of: [key])
      return
    }
    if linksAddresses { output.append(0x5B) }
    write(text, beginsBlock: false, to: &output, &report)
    guard linksAddresses else { return report.addRemoval(target, "the address of a link in a title") }
    output += [0x5D, 0x28, 0x3C] + address + [0x3E, 0x29]
  }

  private func writeAddress(
    _ range: Range<Int>, of line: Range<Int>, to output: inout [UInt8], _ report: inout ImportReport
  ) {
    let isCut = Address.isCut(range, of: line, in: bytes)
    let address = self.address(range, &report)
    if isCut {
      report.add(
        .importDamaged, range, "this address was cut for display and leads nowhere; look it up on the page")
    }
    guard linksAddresses, !isCut else {
      for byte in address {
        // `https:` without `//` behind it is never taken for a link.
        if byte == 0x3A || needsEscapeAnywhere(byte) || byte == 0x5F { output.append(0x5C) }
        output.append(byte)
      }
      return
    }
    output += [0x3C] + address + [0x3E]
  }

  /// An address without scrapers' markers and redirectors.
  func address(_ range: Range<Int>, _ report: inout ImportReport) -> [UInt8] {
    let (text, markers) = Address.cleaned(range, in: bytes)
    for marker in markers {
      report.addRemoval(marker, "a scraper's marker cut an address in two; look whether it is whole")
    }
    guard let target = unwrap(String(decoding: text, as: UTF8.self)) else { return text }
    report.addRemoval(range, "a redirector's address was replaced by \(target), to which it leads")
    return Array(target.utf8)
  }

  // MARK: Citations

  /// Writes the marks that begin at an offset as one citation; one that names no source stays text.
  private mutating func writeCitation(
    at index: Int, of line: Range<Int>, to output: inout [UInt8], _ report: inout ImportReport
  ) -> Int? {
    guard !citations.isEmpty, let first = SourceMark(at: index, of: line, in: bytes) else { return nil }
    guard var keys = self.keys(of: first) else {
      reportUnknown(first, &report)
      return nil
    }
    var dropsText = first.dropsText
    var end = first.range.upperBound
    while let next = SourceMark(at: end, of: line, in: bytes, isBehindMark: true),
      let more = self.keys(of: next)
    {
      keys += more
      dropsText = dropsText || next.dropsText
      end = next.range.upperBound
    }
    if dropsText { report.addRemoval(index..<end, "a language model's mark became a citation") }
    output += citations.citation(of: keys)
    if end < line.upperBound, bytes[end] == 0x28 { output.append(0x20) }
    return end
  }

  /// The keys of a mark's sources, or `nil` when it names one that is not in the list.
  private func keys(of mark: SourceMark) -> [String]? {
    let keys = mark.numbers.compactMap { citations.key(of: $0) }
    return keys.count == mark.numbers.count ? keys : nil
  }

  /// Says once of every number that there is no such source.
  private mutating func reportUnknown(_ mark: SourceMark, _ report: inout ImportReport) {
    for number in mark.numbers where citations.key(of: number) == nil && unknown.insert(number).inserted {
      report.add(
        .importDamaged, mark.range,
        "the text cites source \(number), which the list of sources does not have")
    }
  }

  // MARK: Bytes

  /// Escapes what would begin a block, and gives back where the rest of the line begins.
  private func writeBlockMark(_ line: Range<Int>, to output: inout [UInt8]) -> Int {
    guard let first = bytes[line].first else { return line.lowerBound }
    switch first {
    case 0x23, 0x3E, 0x7C, 0x2D, 0x2B, 0x3D, 0x3A:
      output += [0x5C, first]
      return line.lowerBound + 1
    case 0x30...0x39:
      let digits = bytes[line].prefix(while: TextBytes.isDigit)
      let sign = line.lowerBound + digits.count
      guard sign < line.upperBound, bytes[sign] == 0x2E || bytes[sign] == 0x29 else { return line.lowerBound }
      guard sign + 1 == line.upperBound || TextBytes.isBlank(bytes[sign + 1]) else { return line.lowerBound }
      output += digits + [0x5C, bytes[sign]]
      return sign + 1
    default: return line.lowerBound
    }
  }

  private func writeByte(at index: Int, of line: Range<Int>, to output: inout [UInt8]) {
    let byte = bytes[index]
    guard !TextBytes.isControl(byte) else { return }
    let next = index + 1 < line.upperBound ? bytes[index + 1] : 0x20
    let before = index > line.lowerBound ? bytes[index - 1] : 0x20
    let isEscaped =
      switch byte {
      case 0x5F: !(TextBytes.isAlphanumeric(before) && TextBytes.isAlphanumeric(next))
      case 0x7E, 0x3D, 0x25: next == byte || before == byte
      case 0x26: next == 0x23 || TextBytes.isLetter(next)
      case 0x3C: TextBytes.isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
      case 0x5E: !TextBytes.isAlphanumeric(before)
      case 0x5C: TextBytes.isPunctuation(next) || index + 1 == line.upperBound
      default: needsEscapeAnywhere(byte)
      }
    if isEscaped { output.append(0x5C) }
    output.append(byte)
  }

  private func needsEscapeAnywhere(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x60 || byte == 0x5B || byte == 0x24 || byte == 0x7B
  }
}
