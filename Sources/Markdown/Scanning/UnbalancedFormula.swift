/// What was meant as a formula between dollar signs and is text, because its braces do not balance.
struct UnbalancedFormula {
  /// The offset of the brace that has no partner.
  var brace: Int
  var isOpening: Bool
  /// The offset of the second dollar sign.
  var close: Int

  /// Reads up to the next dollar sign that is not escaped.
  ///
  /// A price, a variable of a shell or a sentence between two dollar signs is none: there must be a command, or a
  /// superscript or subscript in braces, with neither words behind a blank nor Chinese text before it, and the
  /// delimiters must stand as pandoc's rule wants them.
  ///
  /// - Complexity: O(distance to the next dollar sign).
  init?(openedAt open: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) {
    var index = open + 1
    var openBraces: [Int] = []
    var stray: Int?
    var isFormula = false
    var mayBeFormula = true
    // How many letters stand directly behind the last blank.
    var letters: Int?
    defer { work.read(open, to: index) }
    while index < end, bytes[index] != 0x24 {
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
      switch byte {
      case 0x60: return nil
      case 0x5C:
        isFormula = isFormula || mayBeFormula && ASCII.isLetter(next)
        index += 1
      case 0x5E, 0x5F: isFormula = isFormula || mayBeFormula && next == 0x7B
      case 0x7B: openBraces.append(index)
      case 0x7D: if openBraces.popLast() == nil { stray = stray ?? index }
      case 0x80...: mayBeFormula = false
      default: break
      }
      letters = byte <= 0x20 ? 0 : ASCII.isLetter(byte) ? letters.map { $0 + 1 } : nil
      if letters == 2 { mayBeFormula = false }
      index += 1
    }
    guard isFormula, index < end, let brace = stray ?? openBraces.last,
      !ASCII.isSpace(bytes[open + 1]), !ASCII.isSpace(bytes[index - 1]),
      // Code such as `$a_{$b}` goes on where a formula would end.
      bytes[index - 1] != 0x7B, index + 1 == end || !ASCII.isDigit(bytes[index + 1])
    else { return nil }
    self.brace = brace
    isOpening = stray == nil
    close = index
  }
}
