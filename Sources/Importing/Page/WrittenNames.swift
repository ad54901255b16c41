/// Names of people and subjects in one line.
enum WrittenNames {
  /// Bytes of the longest name.
  static let longest = 60

  /// The names behind a label such as `作者：` or `Authors:`; `nil` for a line that is none of names.
  ///
  /// - Complexity: O(words of the vocabulary + length).
  static func authors(in line: Range<Int>, of bytes: [UInt8], _ vocabulary: Vocabulary) -> [Range<Int>]? {
    guard let rest = Label.rest(of: line, behind: vocabulary.author, in: bytes),
      !TextBytes.holdsStatement(rest, in: bytes)
    else { return nil }
    var names = divided(rest, at: "、；;&", in: bytes).flatMap { dividedAtAnd($0, in: bytes) }
    let parts = names.flatMap { divided($0, at: "，,", in: bytes) }
    // `Shannon, C. E.` is one name: commas divide whole names.
    let areWhole = parts.allSatisfy { part in
      bytes[part].contains { $0 >= 0xE3 } || bytes[part].contains(0x20) && !bytes[part].contains(0x2E)
    }
    if areWhole { names = parts }
    return !names.isEmpty && names.allSatisfy { $0.count <= longest } ? names : nil
  }

  /// The parts of a text between given signs, without white space at their ends, none empty.
  static func divided(_ text: Range<Int>, at signs: String, in bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = text.lowerBound
    var index = start
    while index < text.upperBound {
      let scalar = TextBytes.scalar(at: index, in: bytes)
      let next = min(index + UTF8.width(scalar), text.upperBound)
      if signs.unicodeScalars.contains(scalar) {
        parts.append(TextBytes.trim(start..<index, in: bytes))
        start = next
      }
      index = next
    }
    parts.append(TextBytes.trim(start..<text.upperBound, in: bytes))
    return parts.filter { !$0.isEmpty }
  }

  /// The parts of a line between bars, dots, tabs and wide gaps.
  static func dividedAtGaps(_ line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    divided(line, at: "|｜·•\t\u{3000}", in: bytes).flatMap { part in
      var pieces: [Range<Int>] = []
      var rest = part
      while let gap = TextBytes.find([0x20, 0x20], in: rest, of: bytes) {
        pieces.append(rest.lowerBound..<gap.lowerBound)
        rest = TextBytes.trim(gap.upperBound..<rest.upperBound, in: bytes)
      }
      return pieces + [rest]
    }
  }

  private static func dividedAtAnd(_ text: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    guard let and = TextBytes.find(Array(" and ".utf8), in: text, of: bytes) else { return [text] }
    let sides = [text.lowerBound..<and.lowerBound, and.upperBound..<text.upperBound]
    return sides.map { TextBytes.trim($0, in: bytes) }.filter { !$0.isEmpty }
  }
}
