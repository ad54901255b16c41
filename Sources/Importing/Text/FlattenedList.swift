/// A list whose items stand in one line.
enum FlattenedList {
  struct Item {
    let number: Int?
    let text: Range<Int>
  }

  /// Fewest items that make a list of a line with certainty.
  private static let fewest = 3

  /// Splits `Three things matter: 1. speed 2. memory 3. accuracy`, or `• a • b • c`.
  ///
  /// Numbers count up from 1 with the same sign; the first begins the line or stands behind a colon or a sentence.
  ///
  /// - Returns: What stands before the list, and its items; `nil` when this is no list with certainty.
  /// - Complexity: O(length).
  static func split(_ line: Range<Int>, in bytes: [UInt8]) -> (lead: Range<Int>, items: [Item])? {
    let places = numbers(in: line, of: bytes) ?? bullets(in: line, of: bytes)
    guard let places, let first = places.first else { return nil }
    let ends = places.dropFirst().map(\.mark.lowerBound) + [line.upperBound]
    let items = zip(places, ends).map { place, end in
      Item(number: place.number, text: TextBytes.trim(place.mark.upperBound..<end, in: bytes))
    }
    guard items.allSatisfy({ !$0.text.isEmpty }) else { return nil }
    return (TextBytes.trim(line.lowerBound..<first.mark.lowerBound, in: bytes), items)
  }

  private struct Place {
    let mark: Range<Int>
    let number: Int?
  }

  private static func numbers(in line: Range<Int>, of bytes: [UInt8]) -> [Place]? {
    var places: [Place] = []
    var sign: Unicode.Scalar?
    forEachProseByte(of: line, in: bytes) { index in
      guard TextBytes.isDigit(bytes[index]) || bytes[index] == 0xEF,
        let number = ListNumber(at: index, end: line.upperBound, in: bytes), number.value == places.count + 1,
        sign == nil || sign == number.sign, mayBegin(index, of: line, isFirst: places.isEmpty, in: bytes)
      else { return }
      sign = number.sign
      places.append(Place(mark: index..<number.end, number: number.value))
    }
    return places.count >= fewest ? places : nil
  }

  /// Whether a number may stand here: not inside a word, a number or parentheses.
  private static func mayBegin(_ index: Int, of line: Range<Int>, isFirst: Bool, in bytes: [UInt8]) -> Bool {
    guard index > line.lowerBound else { return true }
    let before = bytes[index - 1]
    guard !TextBytes.isAlphanumeric(before), !"($-_#.(".utf8.contains(before) else { return false }
    var end = index
    while end > line.lowerBound, TextBytes.isBlank(bytes[end - 1]) { end -= 1 }
    guard let last = TextBytes.scalar(before: end, from: line.lowerBound, in: bytes) else { return true }
    if last == "（" || last == "第" || last == "式" || last == "图" || last == "表" { return false }
    if isFirst { return ":：。！？；;".unicodeScalars.contains(last) || (last == "." && end < index) }
    return true
  }

  private static func bullets(in line: Range<Int>, of bytes: [UInt8]) -> [Place]? {
    for bullet in ["•", "●", "▪", "- "] {
      let mark = Array(bullet.utf8)
      guard bytes[line].starts(with: mark) else { continue }
      var places: [Place] = []
      forEachProseByte(of: line, in: bytes) { index in
        guard bytes[index] == mark[0], index + mark.count <= line.upperBound,
          bytes[index..<index + mark.count].elementsEqual(mark),
          mark[0] != 0x2D || index == line.lowerBound || bytes[index - 1] == 0x20
        else { return }
        places.append(Place(mark: index..<index + mark.count, number: nil))
      }
      return places.count >= fewest ? places : nil
    }
    return nil
  }

  private static func forEachProseByte(of line: Range<Int>, in bytes: [UInt8], _ body: (Int) -> Void) {
    var spans = ProtectedSpan.find(in: line, of: bytes)[...]
    var index = line.lowerBound
    while index < line.upperBound {
      while let span = spans.first, span.range.upperBound <= index { spans.removeFirst() }
      if let span = spans.first, span.range.contains(index) {
        index = span.range.upperBound
      } else {
        body(index)
        index += 1
      }
    }
  }
}
