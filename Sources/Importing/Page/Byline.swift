import Markdown

/// A line that says who wrote an answer or when, `张律师    某某事务所    2024-03-11 10:05`, and nothing else.
struct Byline {
  private(set) var author: Range<Int>?
  private(set) var reading: WrittenDate.Reading?
  /// Whether the answer was accepted.
  private(set) var isAccepted = false
  /// Whether a label such as `回答者：` stands before the name.
  private(set) var isLabelled = false

  /// Whether it names a person and a time.
  var isComplete: Bool { author != nil && reading != nil }

  init(author: Range<Int>) { self.author = author }

  /// Reads a line; `nil` when it may be text.
  ///
  /// - Complexity: O(words of the vocabulary + length), and nothing for lines of more than 120 bytes.
  init?(_ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary) {
    guard !line.isEmpty, line.count <= 120 else { return nil }
    var unread: [Range<Int>] = []
    let pieces = WrittenNames.dividedAtGaps(line, in: bytes).filter { !$0.isEmpty }
    for piece in pieces where !read(piece, in: bytes, vocabulary) { unread.append(piece) }
    if author == nil, let first = unread.first, reading == nil || first != pieces[0] { return nil }
    guard author != nil || reading != nil || isAccepted else { return nil }
    if author == nil, let name = unread.first {
      guard Byline.isName(name, in: bytes) else { return nil }
      author = name
      unread.removeFirst()
    }
    // What a person is stands beside the name, and is quoted in a message.
    guard unread.isEmpty || isComplete && unread.allSatisfy({ Byline.isName($0, in: bytes) }) else {
      return nil
    }
  }

  /// Whether a text is short and no statement.
  static func isName(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard 2...48 ~= text.count, !TextBytes.holdsStatement(text, in: bytes) else { return false }
    let name = String(decoding: bytes[text], as: UTF8.self)
    return name.last != "." && name.contains(where: \.isLetter) && name.split(separator: " ").count <= 4
      && !name.contains { ",，。；：:;!?！？=\"{}\\<>[]$".contains($0) }
  }

  private mutating func read(_ piece: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary) -> Bool {
    if author == nil, let names = WrittenNames.authors(in: piece, of: bytes, vocabulary), names.count == 1 {
      let name = withoutAcceptance(names[0], in: bytes)
      guard Byline.isName(name, in: bytes) else { return false }
      author = name
      isLabelled = true
      return true
    }
    if let date = Byline.date(piece, in: bytes, vocabulary) {
      reading = reading ?? date
      return true
    }
    if Label.isWhole(piece, ["Accepted", "Best answer", "已采纳", "已採納", "采纳", "最佳答案"], in: bytes) {
      isAccepted = true
      return true
    }
    if author == nil, readNameAndDate(piece, in: bytes, vocabulary) { return true }
    guard author != nil || reading != nil else { return false }
    // `👍 12`.
    let isSigns = !String(decoding: bytes[piece], as: UTF8.self).contains(where: \.isLetter)
    return isSigns || PageFurniture.isFurniture(piece, vocabulary: vocabulary, in: bytes)
  }

  private static func date(_ piece: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary)
    -> WrittenDate.Reading?
  {
    let labels = vocabulary.updated + vocabulary.published
    let text =
      Label.rest(of: piece, behind: labels, in: bytes, needsColon: false)
      ?? Label.before(vocabulary.changed + vocabulary.posted, endOf: piece, in: bytes) ?? piece
    return WrittenDate.read(text, in: bytes)
  }

  /// `李某某 2024-03-12 20:31`, `Chef Pete answered 11 years ago`: a name of at most three words before a date.
  private mutating func readNameAndDate(_ piece: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary)
    -> Bool
  {
    var gaps = piece.filter { bytes[$0] == 0x20 }.prefix(3)
    while let gap = gaps.popFirst() {
      let rest = TextBytes.trim(gap..<piece.upperBound, in: bytes)
      let name = piece.lowerBound..<gap
      guard let date = Byline.date(rest, in: bytes, vocabulary), Byline.isName(name, in: bytes) else {
        continue
      }
      (author, reading) = (Byline.withoutFloor(name, in: bytes), date)
      return true
    }
    return false
  }

  /// A name without the number of the post before it, `2楼 阿明`.
  private static func withoutFloor(_ name: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let digits = bytes[name].prefix(while: TextBytes.isDigit)
    guard !digits.isEmpty, ["楼", "樓"].contains(where: { bytes[digits.endIndex...].starts(with: $0.utf8) })
    else { return name }
    let rest = TextBytes.trim(digits.endIndex + 3..<name.upperBound, in: bytes)
    return rest.isEmpty ? name : rest
  }

  /// A name without `（已采纳）` behind it.
  private mutating func withoutAcceptance(_ name: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    for mark in ["（已采纳）", "(已采纳)", "（已採納）", "(accepted)", "（最佳答案）"] {
      let mark = Array(mark.utf8)
      guard name.count > mark.count, bytes[name].suffix(mark.count).map(TextBytes.lowercased) == mark else {
        continue
      }
      isAccepted = true
      return TextBytes.trim(name.lowerBound..<name.upperBound - mark.count, in: bytes)
    }
    return name
  }
}
