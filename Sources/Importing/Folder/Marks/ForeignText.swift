import KnowledgeBase
import Markdown
import SourceText

/// The text of a note without the marks of the program it was written for.
///
/// Shortcodes and template tags are read before Markdown, as their programs do it. What has a counterpart is written
/// with our marks; what has none stays visible as code, and a message tells of it. Links that are looked up later are
/// written as addresses of the scheme `import:`.
struct ForeignText {
  let file: SourceFile
  let kind: FolderKind
  private(set) var output = EditedText()
  var report: ImportReport
  private(set) var position: Int
  /// Everything before it is in the output.
  private var copied: Int
  /// Where each mark that was looked for stands next, so that nothing is looked for twice.
  private var places: [String: NextPlace] = [:]
  /// The fence of the code block that is open.
  private var fence: (byte: UInt8, count: Int)?

  /// The first place of a mark at or behind an offset; `nil` where it does not come again.
  private struct NextPlace {
    var offset: Int
    var range: Range<Int>?
  }

  var bytes: [UInt8] { file.bytes }

  /// The scheme of links that are looked up later.
  static let scheme = "import:"

  init(_ file: SourceFile, from start: Int, kind: FolderKind, report: ImportReport) {
    self.file = file
    self.kind = kind
    self.report = report
    position = start
    copied = start
  }

  /// Reads the text to its end.
  ///
  /// - Complexity: O(bytes).
  mutating func run() {
    guard kind == .hugo || kind == .jekyll else {
      output.keep(copied..<bytes.count, of: bytes)
      return
    }
    while position < bytes.count {
      let line = position..<endOfLine(from: position)
      if !readFence(line) { readLine(line, isCode: fence != nil) }
      if position <= line.upperBound { position = min(line.upperBound + 1, bytes.count) }
      if line.isEmpty, line.upperBound == bytes.count { break }
    }
    output.keep(copied..<bytes.count, of: bytes)
  }

  /// Opens or closes a block of code at a line that is a fence.
  private mutating func readFence(_ line: Range<Int>) -> Bool {
    let text = TextBytes.trim(line, in: bytes)
    guard let first = text.first.map({ bytes[$0] }), first == 0x60 || first == 0x7E else { return false }
    let count = bytes[text].prefix { $0 == first }.count
    guard count >= 3 else { return false }
    if let open = fence {
      guard open.byte == first, count >= open.count, count == text.count else { return false }
      fence = nil
    } else {
      if first == 0x60, bytes[text.dropFirst(count)].contains(0x60) { return false }
      fence = (first, count)
    }
    return true
  }

  private mutating func readLine(_ line: Range<Int>, isCode: Bool) {
    if !isCode, kind == .jekyll, readKramdownLine(line) { return }
    if !isCode, kind == .hugo, readAttributeLine(line) { return }
    let spans = isCode ? [] : codeSpans(in: line)
    let isLineOfCode = isCode
    let text = TextBytes.trim(line, in: bytes)
    var next = 0
    position = line.lowerBound
    while position < line.upperBound {
      while next < spans.count, spans[next].upperBound <= position { next += 1 }
      let isCode = isLineOfCode || (next < spans.count && spans[next].contains(position))
      let start = position
      switch bytes[position] {
      case 0x7B:
        if kind == .hugo {
          readShortcode(isCode: isCode)
        } else {
          readLiquid(in: line, isCode: isCode)
          if position == start, !isCode { readInlineAttributes(in: line) }
        }
      case 0x5C where !isCode: readDoubleBackslash(in: line, text)
      case 0x24 where !isCode && kind == .jekyll: readInlineFormula(in: line, text)
      default: break
      }
      if position == start { position += 1 }
    }
  }

  private func codeSpans(in line: Range<Int>) -> [Range<Int>] {
    ProtectedSpan.find(in: line, of: bytes).flatMap { span -> [Range<Int>] in
      switch span.kind {
      case .code: [span.range]
      case .link(let text, _): codeSpans(in: text)
      default: []
      }
    }
  }

  // MARK: Replacing

  /// Writes a text in place of a stretch that begins at or behind the position, and goes on behind it.
  mutating func replace(_ range: Range<Int>, by text: some Collection<UInt8>) {
    output.keep(copied..<range.lowerBound, of: bytes)
    output.insert(text, at: range.lowerBound)
    copied = range.upperBound
    position = range.upperBound
  }

  mutating func replace(_ range: Range<Int>, by text: String) { replace(range, by: Array(text.utf8)) }

  /// Whether nothing behind an offset has been replaced.
  func canReplace(from offset: Int) -> Bool { offset >= copied }

  /// Goes on behind a stretch that stays.
  mutating func skip(to end: Int) { position = end }

  /// Keeps a mark that has no counterpart, visibly, as code.
  mutating func keepAsCode(_ range: Range<Int>, isCode: Bool, _ message: String) {
    report.add(.importUnsupported, range, message)
    guard !isCode else { return skip(to: range.upperBound) }
    let text = bytes[range]
    let mark = [UInt8](repeating: 0x60, count: ForeignText.longestRun(of: 0x60, in: text) + 1)
    let blank: [UInt8] = text.last == 0x60 || text.first == 0x60 ? [0x20] : []
    replace(range, by: mark + blank + text + blank + mark)
  }

  /// Whether what comes next stands where Markdown or HTML has an address.
  func isAddress(at offset: Int) -> Bool {
    let before = offset == copied ? output.bytes.suffix(2) : bytes[max(copied, offset - 2)..<offset]
    return before.elementsEqual("](".utf8) || before.last == 0x22 || before.last == 0x27
      || before.last == 0x3D
      || (before.count == 2 && before.first == 0x28 && before.last == 0x3C)
  }

  /// Writes a link to a note by what its program calls it; the address alone where one stands.
  mutating func writeLink(to target: [UInt8], in range: Range<Int>) {
    let hash = target.firstIndex(of: 0x23)
    let path = PercentEncoding.encodeReadably(target[..<(hash ?? target.count)])
    let fragment = hash.map { [0x23] + PercentEncoding.encodeReadably(target[($0 + 1)...]) } ?? []
    let address = Array(ForeignText.scheme.utf8) + path + fragment
    replace(range, by: isAddress(at: range.lowerBound) ? address : [0x3C] + address + [0x3E])
  }

  // MARK: Looking

  /// The end of the line that holds an offset, before its line feed.
  func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// Where a mark stands next, in the whole text or before the end of a line.
  ///
  /// - Complexity: O(bytes) for all calls with one mark together, for the offsets never decrease.
  mutating func find(_ mark: String, from start: Int, to end: Int? = nil) -> Range<Int>? {
    let found = nextPlace(of: mark, from: start)
    return found.flatMap { $0.upperBound <= end ?? bytes.count ? $0 : nil }
  }

  private mutating func nextPlace(of mark: String, from start: Int) -> Range<Int>? {
    guard start <= bytes.count else { return nil }
    if let known = places[mark], known.offset <= start {
      guard let range = known.range, range.lowerBound < start else { return known.range }
    }
    let range = TextBytes.find(Array(mark.utf8), in: start..<bytes.count, of: bytes)
    places[mark] = NextPlace(offset: start, range: range)
    return range
  }

  /// A stretch without line ends and blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] <= 0x20 { range = range.dropFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range = range.dropLast() }
    return range
  }

  /// A block of code in a language.
  func codeBlock(_ range: Range<Int>, language: String) -> [UInt8] {
    var code = bytes[range]
    if code.first == 0x0D { code = code.dropFirst() }
    if code.first == 0x0A { code = code.dropFirst() }
    while let last = code.last, last <= 0x20 { code = code.dropLast() }
    let count = max(3, ForeignText.longestRun(of: 0x60, in: code) + 1)
    let mark = String(repeating: "`", count: count)
    let start = position == 0 || bytes[position - 1] == 0x0A ? "" : "\n"
    return Array("\(start)\(mark)\(language)\n".utf8) + code + Array("\n\(mark)\n".utf8)
  }

  /// The length of the longest run of a byte.
  private static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var run = 0
    return text.reduce(into: 0) { longest, next in
      run = next == byte ? run + 1 : 0
      longest = max(longest, run)
    }
  }
}
