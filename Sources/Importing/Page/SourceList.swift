import Markdown
import SourceText

/// The list of sources of a page.
struct SourceList {
  private(set) var items: [SourceItem] = []

  /// Whether the list holds titles only, so that it can stay a list on the question's page.
  var isBare: Bool {
    !items.isEmpty
      && items.allSatisfy { item in
        item.address == nil && item.excerpt.allSatisfy(\.isEmpty) && item.site == nil && item.date == nil
          && item.accessed == nil && item.authors.isEmpty && item.title != nil
      }
  }

  /// Reads the lines behind the label.
  ///
  /// - Complexity: O(bytes).
  init(_ lines: [Range<Int>], in bytes: [UInt8], vocabulary: Vocabulary, report: inout ImportReport) {
    let starts = SourceList.starts(in: lines, of: bytes)
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].line : lines.count
      var content = Array(lines[start.line..<end])
      content[0] = start.text
      let reader = SourceItemReader(bytes: bytes, vocabulary: vocabulary)
      items.append(reader.item(number: start.number ?? place + 1, content, &report))
    }
  }

  /// The sources of a line that holds several, each behind its number in brackets, from 1 on.
  static func divided(_ line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    guard let first = SourceNumber(at: line, in: bytes), first.isBracketed, first.value == 1 else {
      return [line]
    }
    var starts = [line.lowerBound]
    for index in line.dropFirst()
    where bytes[index - 1] == 0x20 && (bytes[index] == 0x5B || bytes[index] >= 0xE3) {
      guard let number = SourceNumber(at: index..<line.upperBound, in: bytes), number.style == first.style,
        number.value == starts.count + 1
      else { continue }
      starts.append(index)
    }
    return zip(starts, starts.dropFirst() + [line.upperBound]).map { TextBytes.trim($0..<$1, in: bytes) }
  }

  private struct Start {
    let line: Int
    let number: Int?
    let text: Range<Int>
  }

  /// Where items begin: at numbers that count up in one style, best behind blank lines; without numbers, behind blank
  /// lines.
  private static func starts(in lines: [Range<Int>], of bytes: [UInt8]) -> [Start] {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }) else { return [] }
    guard let style = SourceNumber(at: lines[first], in: bytes) else {
      return plainNumbers(in: lines, of: bytes) ?? bullets(in: lines, of: bytes)
        ?? UnnumberedSources.starts(in: lines, of: bytes).map {
          Start(line: $0, number: nil, text: lines[$0])
        }
    }
    func numbered(needsBlank: Bool) -> [Start] {
      var starts: [Start] = []
      for index in first..<lines.count where index == first || !needsBlank || lines[index - 1].isEmpty {
        guard let mark = SourceNumber(at: lines[index], in: bytes), mark.style == style.style,
          starts.isEmpty || follows(mark.value, starts.last?.number)
            || mark.isBracketed && mark.value == starts.last?.number
        else { continue }
        starts.append(Start(line: index, number: mark.value, text: mark.text))
      }
      return starts
    }
    let separated = numbered(needsBlank: true)
    let all = numbered(needsBlank: false)
    return separated.count > 1 && separated.count * 2 >= all.count ? separated : all
  }

  /// Items of which each begins with a bullet.
  private static func bullets(in lines: [Range<Int>], of bytes: [UInt8]) -> [Start]? {
    var starts: [Start] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if let mark = ListMark(at: line, in: bytes), mark.number == nil {
        starts.append(Start(line: index, number: nil, text: mark.text))
      } else if starts.isEmpty {
        return nil
      }
    }
    return starts
  }

  /// Items that begin with nothing but a number and a space, two and more, from 1 without a gap.
  private static func plainNumbers(in lines: [Range<Int>], of bytes: [UInt8]) -> [Start]? {
    var starts: [Start] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let digits = bytes[line].prefix(while: TextBytes.isDigit)
      let behind = line.lowerBound + digits.count
      guard 1...3 ~= digits.count, behind < line.upperBound, TextBytes.isBlank(bytes[behind]),
        Int(String(decoding: digits, as: UTF8.self)) == starts.count + 1
      else {
        if starts.isEmpty { return nil }
        continue
      }
      starts.append(
        Start(
          line: index, number: starts.count + 1, text: TextBytes.trim(behind..<line.upperBound, in: bytes)))
    }
    return starts.count > 1 ? starts : nil
  }

  /// Whether a number may come next; a few may be missing.
  private static func follows(_ number: Int, _ last: Int?) -> Bool {
    guard let last else { return true }
    return number > last && number <= last + 3
  }
}

/// One source of a list, as places in the text.
struct SourceItem {
  /// The number the page gives it.
  let number: Int
  var title: Range<Int>?
  var site: Range<Int>?
  var authors: [Range<Int>] = []
  var address: Range<Int>?
  var date: CalendarDate?
  var accessed: CalendarDate?
  var excerpt: [Range<Int>] = []
}

/// The number before a source: `1.`, `1、`, `[1]`, `【1】`, `①`.
struct SourceNumber {
  let value: Int
  /// The sign that makes it a number of a list; all items of a list have the same.
  let style: String
  /// Whether brackets stand around the number, which no text begins with by chance.
  var isBracketed: Bool { style == "[" || style == "【" || style == "［" }
  /// What stands behind the number.
  let text: Range<Int>

  init?(at line: Range<Int>, in bytes: [UInt8]) {
    guard let lead = bytes[line].first else { return nil }
    if let (value, end) = SourceNumber.parenthesised(line, in: bytes) {
      self.init(value.number, value.style, behind: end, of: line, in: bytes)
    } else if lead == 0x5B || bytes[line].starts(with: "【".utf8) {
      guard let mark = SourceMark(at: line.lowerBound, of: line, in: bytes), mark.numbers.count == 1 else {
        return nil
      }
      self.init(mark.numbers[0], lead == 0x5B ? "[" : "【", behind: mark.range.upperBound, of: line, in: bytes)
    } else if case let first = TextBytes.scalar(at: line.lowerBound, in: bytes),
      "\u{2460}"..."\u{2473}" ~= first
    {
      self.init(Int(first.value) - 0x245F, "①", behind: line.lowerBound + 3, of: line, in: bytes)
    } else if let number = ListNumber(at: line.lowerBound, end: line.upperBound, in: bytes) {
      self.init(number.value, String(number.sign), behind: number.end, of: line, in: bytes)
    } else {
      let digits = bytes[line].prefix(while: TextBytes.isDigit)
      let behind = line.lowerBound + digits.count
      guard 1...3 ~= digits.count, let value = Int(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      guard behind < line.upperBound, bytes[behind] == 0x2E,
        behind + 1 < line.upperBound, !TextBytes.isDigit(bytes[behind + 1])
      else { return nil }
      self.init(value, ".", behind: behind + 1, of: line, in: bytes)
    }
  }

  /// `(1)`, `（1）` and `［1］`.
  private static func parenthesised(
    _ line: Range<Int>, in bytes: [UInt8]
  ) -> (value: (number: Int, style: String), end: Int)? {
    for (opening, closing) in [("(", ")"), ("（", "）"), ("［", "］")]
    where bytes[line].starts(with: opening.utf8) {
      let start = line.lowerBound + opening.utf8.count
      let digits = bytes[start..<line.upperBound].prefix(while: TextBytes.isDigit)
      guard 1...3 ~= digits.count, bytes[(start + digits.count)..<line.upperBound].starts(with: closing.utf8),
        let number = Int(String(decoding: digits, as: UTF8.self)), number > 0
      else { return nil }
      return ((number, opening), start + digits.count + closing.utf8.count)
    }
    return nil
  }

  private init(_ value: Int, _ style: String, behind: Int, of line: Range<Int>, in bytes: [UInt8]) {
    self.value = value
    self.style = style
    text = TextBytes.trim(behind..<line.upperBound, in: bytes)
  }
}
