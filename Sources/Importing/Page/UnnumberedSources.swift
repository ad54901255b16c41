import SourceText

/// Where the sources of a list begin that are not numbered.
///
/// Blank lines part them, unless every line stands alone. Within what blank lines leave together, addresses, sites and
/// dates tell the sources apart, for each source has the same lines; without them, a title begins one behind an excerpt.
enum UnnumberedSources {
  /// What a line of a source is.
  private enum Kind { case address, addressed, site, date, title, text }

  /// Bytes of the longest title.
  private static let longestTitle = 180
  /// Bytes of the longest name of a site.
  private static let longestSite = 60

  /// The numbers of the lines that begin a source.
  ///
  /// - Complexity: O(bytes).
  static func starts(in lines: [Range<Int>], of bytes: [UInt8]) -> [Int] {
    let text = lines.indices.filter { !lines[$0].isEmpty }
    let kinds = Dictionary(uniqueKeysWithValues: text.map { ($0, kind(of: lines[$0], in: bytes)) })
    let isParted = zip(text, text.dropFirst()).contains { $1 == $0 + 1 }
    guard isParted else { return starts(text, kinds, isSpaced: true) }
    var blocks: [[Int]] = []
    for index in text {
      if let last = blocks.last?.last, last == index - 1 {
        blocks[blocks.count - 1].append(index)
      } else {
        blocks.append([index])
      }
    }
    // Where blank lines part several blocks, a title alone among lines of text begins no second source of its block.
    return blocks.flatMap { block in starts(block, kinds, isSpaced: false, isOneOf: blocks.count) }
  }

  private static func starts(
    _ lines: [Int], _ kinds: [Int: Kind], isSpaced: Bool, isOneOf blocks: Int = 1
  ) -> [Int] {
    guard let first = lines.first else { return [] }
    let kinds = lines.map { kinds[$0] ?? .text }
    for anchor in [Kind.address, .addressed, .site] {
      let places = kinds.indices.filter { kinds[$0] == anchor }
      let isBare = !kinds.contains(.address) && !kinds.contains(.site)
      guard let head = places.first, places.count > 1 || (anchor == .addressed && head > 0 && isBare) else {
        continue
      }
      // Entries of a bibliography, of which some end in an address.
      if anchor == .addressed, isBare, !kinds.contains(.text), !kinds.contains(.date) { return lines }
      let starts = anchored(places, head: anchor == .addressed ? 0 : head, kinds)
      return ([0] + starts.filter { $0 > 0 }).map { lines[$0] }
    }
    guard blocks == 1, !kinds.contains(.address) else { return [first] }
    let dates = kinds.indices.filter { kinds[$0] == .date }
    if dates.count > 1, dates.last == kinds.count - 1 {
      return ([0] + dates.dropLast().map { $0 + 1 }).map { lines[$0] }
    }
    guard kinds.allSatisfy({ $0 == .title || $0 == .text }) else { return isSpaced ? lines : [first] }
    // Titles alone, or entries of a bibliography: each line is a source.
    if kinds[0] == .text || !kinds.contains(.text) { return lines }
    return zip(lines, kinds.indices).filter { _, index in
      index == 0 || kinds[index] == .title && kinds[index - 1] == .text
    }.map(\.0)
  }

  /// As many lines as stand before the first anchor stand before each.
  private static func anchored(_ places: [Int], head: Int, _ kinds: [Kind]) -> [Int] {
    var starts: [Int] = []
    for (place, anchor) in places.enumerated() {
      let before = place > 0 ? places[place - 1] : -1
      starts.append(max(anchor - head, before + 1))
    }
    return starts
  }

  private static func kind(of line: Range<Int>, in bytes: [UInt8]) -> Kind {
    if WrittenDate.read(line, in: bytes) != nil { return .date }
    let spans = ProtectedSpan.find(in: line, of: bytes)
    if let first = spans.first, case .link = first.kind, first.range.lowerBound == line.lowerBound {
      return .addressed
    }
    let address = spans.first { $0.isAddress }?.range
    if let address {
      if address.lowerBound == line.lowerBound { return address == line ? .address : .addressed }
      let label = line.lowerBound..<address.lowerBound
      let last = TextBytes.scalar(
        before: TextBytes.trim(label, in: bytes).upperBound, from: label.lowerBound, in: bytes)
      let isLabel = label.count <= 20 && (last == ":" || last == "：")
      if isLabel { return .address }
      let endsLine = bytes[address.upperBound..<line.upperBound].allSatisfy {
        ".,;) \t".utf8.contains($0) || $0 >= 0x80
      }
      return endsLine && line.count - address.count <= longestTitle ? .addressed : .text
    }
    if let sign = TextBytes.find(Array(" ›".utf8), in: line, of: bytes), sign.lowerBound > line.lowerBound,
      isDomain(line.lowerBound..<sign.lowerBound, in: bytes)
    {
      return .site
    }
    if isDomain(line, in: bytes) { return bytes[line].dropLast().contains(0x2F) ? .address : .site }
    let isEntry = line.count <= longestTitle && isBibliographic(line, in: bytes)
    let isTitle =
      line.count <= longestTitle && !TextBytes.endsSentence(line, in: bytes)
      && !TextBytes.holdsSentenceEnd(line, in: bytes)
    let first = TextBytes.scalar(at: line.lowerBound, in: bytes)
    return (isTitle && first != "“" && first != "\"" && first != "「") || isEntry || asks(line, in: bytes)
      ? .title : .text
  }

  private static func asks(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = TextBytes.scalar(before: line.upperBound, from: line.lowerBound, in: bytes)
    return line.count <= longestTitle && (last == "?" || last == "？")
      && !TextBytes.holdsStatement(line, in: bytes)
  }

  /// `arxiv.org`, `www.example.com/a/b`: letters, a full stop, no space.
  static func isDomain(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let host = bytes[line].prefix { $0 != 0x2F }
    guard host.count <= longestSite, host.contains(0x2E), host.last.map(TextBytes.isLetter) == true else {
      return false
    }
    return bytes[line].allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x24 && $0 != 0x5B }
      && host.allSatisfy { TextBytes.isAlphanumeric($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// A year in parentheses or at the end, or the sign of a kind of work, as `[J]`.
  private static func isBibliographic(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes[line], as: UTF8.self)
    let signs = ["[J]", "[M]", "[C]", "[D]", "[R]", "[S]", "[EB/OL]", "arXiv:", "doi:", "DOI:", "ISBN"]
    if signs.contains(where: { text.contains($0) }) { return true }
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if digits.count == 4, digits.hasPrefix("19") || digits.hasPrefix("20"), ")）年.。,，".contains(character)
        {
          return true
        }
        digits = ""
      }
    }
    return false
  }
}
