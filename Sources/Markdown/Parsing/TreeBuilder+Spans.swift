import SourceText

extension TreeBuilder {
  /// Adds the node of a span the scan found.
  mutating func appendSpan(_ span: SpecialSpan) {
    switch span.kind {
    case .strikethrough(let flanking):
      return appendDelimiter(.strikethrough, span, flanking)
    case .mark(let flanking):
      return appendDelimiter(.mark, span, flanking)
    case .autolink(let prefix):
      return appendAutolink(span, prefix)
    case .attributes:
      return appendAttributes(span)
    case .footnoteReference:
      return appendFootnoteReference(span)
    case .comment:
      return
    case .plainText:
      return appendPlain(span.range)
    default:
      endText()
    }
    switch span.kind {
    case .inlineMath, .displayMath:
      tables.formulas.append(
        MathSpan(
          contentRange: SourceRange(span.content), isDisplay: span.kind == .displayMath,
          quoteDepth: span.quoteDepth, label: span.label.map { shown(Array(text.bytes[$0])) },
          isInTable: isInTable))
      append(.math, span.range, payload: tables.formulas.count - 1)
    case .wikiLink, .embed:
      let content = text.bytes[span.content]
      var link = WikiLink(
        parsing: isInTable ? WikiLink.withBars(content) : content, isEmbed: span.kind == .embed)
      link.target = shown(link.target)
      link.fragment = link.fragment.map(shown)
      link.text = shown(link.text)
      tables.wikiLinks.append(link)
      append(.wikiLink, span.range, payload: tables.wikiLinks.count - 1)
    case .citation:
      let items = CitationParser.items(in: span.content, of: text.bytes)
      tables.citations.append(Citation(items: text.hasReplacements ? items.map(shown) : items))
      append(.citation, span.range, payload: tables.citations.count - 1)
    case .equationReference:
      let key = shown(Array(text.bytes[span.content]))
      let item = CitationItem(target: .key(key), prefix: [], suffix: [], range: SourceRange(span.content))
      tables.citations.append(Citation(items: [item]))
      append(.citation, span.range, payload: tables.citations.count - 1)
    case .calculation:
      var calculation = Calculation(parsing: span.content, of: text.bytes)
      calculation.expression = shown(calculation.expression)
      calculation.value = shown(calculation.value)
      tables.calculations.append(calculation)
      append(.calculation, span.range, payload: tables.calculations.count - 1)
    case .taskMarker(let isChecked):
      guard open.count >= 2 else { return }
      let item = open[open.count - 2].node
      guard document.nodes[item].kind == .item else { return }
      document.nodes[item].kind = .taskItem
      document.nodes[item].detail = isChecked ? 1 : 0
    default:
      break
    }
  }

  /// A text of the file with U+FFFD for each byte that is not fit to be published.
  func shown(_ bytes: [UInt8]) -> [UInt8] {
    guard text.hasReplacements, bytes.contains(MaskByte.replaced) else { return bytes }
    return bytes.reduce(into: []) { $0 += $1 == MaskByte.replaced ? [0xEF, 0xBF, 0xBD] : [$1] }
  }

  private func shown(_ item: CitationItem) -> CitationItem {
    var item = item
    if case .key(let key) = item.target { item.target = .key(shown(key)) }
    item.anchor = item.anchor.map(shown)
    item.prefix = shown(item.prefix)
    item.suffix = shown(item.suffix)
    return item
  }

  /// Splits `[1]` and `【1】` off the text that was just added.
  mutating func splitNumericCitations() {
    guard let text = document.nodes.last, text.kind == .text, text.literal.isVerbatim else { return }
    let bytes = document.source.bytes
    let range = text.literal.range
    document.work.read(range.lowerBound, to: range.upperBound)
    guard var index = NumericMark.nextBracket(from: range.lowerBound, to: range.upperBound, in: bytes) else {
      return
    }
    var start = range.lowerBound
    // A bracket that a backslash escapes begins no citation.
    if index == start, start > 0, bytes[start] == 0x5B, bytes[start - 1] == 0x5C { index += 1 }
    var pieces: [(text: Range<Int>, mark: Range<Int>, number: Int)] = []
    while let bracket = NumericMark.nextBracket(from: index, to: range.upperBound, in: bytes) {
      index = bracket
      if let mark = NumericMark(at: index, end: range.upperBound, in: bytes) {
        pieces.append((start..<index, index..<mark.end, mark.number))
        index = mark.end
        start = index
      } else {
        index += 1
      }
    }
    guard !pieces.isEmpty else { return }
    document.nodes.removeLast()
    for piece in pieces {
      if !piece.text.isEmpty { append(.text, piece.text, literal: TextSlice(source: piece.text)) }
      let item = CitationItem(
        target: .number(piece.number), prefix: [], suffix: [], range: SourceRange(piece.mark))
      tables.citations.append(Citation(items: [item]))
      append(.citation, piece.mark, payload: tables.citations.count - 1)
    }
    let rest = start..<range.upperBound
    if !rest.isEmpty { append(.text, rest, literal: TextSlice(source: rest)) }
  }
}

/// `[12]` or `【12】`.
private struct NumericMark {
  let number: Int
  let end: Int

  /// The next `[` or `【`.
  static func nextBracket(from start: Int, to end: Int, in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end {
        let byte = bytes[index]
        if byte == 0x5B
          || (byte == 0xE3 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x90)
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }

  init?(at start: Int, end: Int, in bytes: [UInt8]) {
    var index = start
    let closing: [UInt8]
    if bytes[index] == 0x5B {
      closing = [0x5D]
      index += 1
    } else if bytes[index..<min(index + 3, end)].elementsEqual([0xE3, 0x80, 0x90]) {
      closing = [0xE3, 0x80, 0x91]
      index += 3
    } else {
      return nil
    }
    var number = 0
    let digits = index
    while index < end, index - digits < 4, ASCII.isDigit(bytes[index]) {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > digits, number > 0, bytes[index..<end].starts(with: closing) else { return nil }
    self.number = number
    self.end = index + closing.count
  }
}

extension WikiLink {
  /// Reads what stands between `[[` and `]]`.
  init(parsing content: ArraySlice<UInt8>, isEmbed: Bool) {
    let bar = content.firstIndex(of: 0x7C)
    var place = content[..<(bar ?? content.endIndex)]
    if bar != nil, place.last == 0x5C { place.removeLast() }
    let hash = place.firstIndex(of: 0x23)
    let whole = WikiLink.trim(place)
    self.target = WikiLink.trim(place[..<(hash ?? place.endIndex)])
    self.fragment = hash.map { WikiLink.trim(place[($0 + 1)...]) }
    let label = bar.map { WikiLink.trim(content[($0 + 1)...]) } ?? []
    self.hasOwnText = !label.isEmpty
    self.text = label.isEmpty ? whole : label
    self.isEmbed = isEmbed
  }

  /// What stands between brackets in a table's row, where `\|` is a bar.
  static func withBars(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard content.contains(0x5C) else { return content }
    var bytes: ArraySlice<UInt8> = []
    for byte in content {
      if byte == 0x7C, bytes.last == 0x5C { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }

  private static func trim(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return Array(text)
  }
}

extension Calculation {
  /// Reads what stands behind `{calc:`. Without a result, which is reported, the expression is shown.
  init(parsing content: Range<Int>, of bytes: [UInt8]) {
    let sign = bytes[content].indices.last { index in
      bytes[index] == 0x3D || bytes[index..<content.upperBound].starts(with: [0xE2, 0x89, 0x88])
    }
    let equals = sign ?? content.upperBound
    let behind = sign.map { bytes[$0] == 0x3D ? $0 + 1 : $0 + 3 } ?? content.lowerBound
    func trim(_ range: Range<Int>) -> Range<Int> {
      var start = range.lowerBound
      var end = range.upperBound
      while start < end, bytes[start] == 0x20 { start += 1 }
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      return start..<end
    }
    let value = trim(behind..<content.upperBound)
    self.expression = Array(bytes[trim(content.lowerBound..<equals)])
    self.value = Array(bytes[value])
    self.valueRange = SourceRange(value)
  }
}
