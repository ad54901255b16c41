extension GrammarLexer {
  mutating func numberPiece(_ cursor: inout Cursor) -> TokenClass? {
    if ByteSet("+-").contains(cursor.byte) { cursor.advance() }
    let isHexadecimal =
      cursor.byte == UInt8(ascii: "0") && ASCII.lowercased(cursor.peek(1)) == UInt8(ascii: "x")
    let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
    var hasPoint = false
    while true {
      cursor.skip(while: .wordPart)
      let next = cursor.peek(1)
      if cursor.byte == ASCII.period, !hasPoint, continuesPastPoint(next, isHexadecimal) {
        hasPoint = true
      } else if ByteSet("+-").contains(cursor.byte), ASCII.lowercased(cursor.peek(-1)) == exponent {
        guard ByteSet.digits.contains(next) else { break }
      } else {
        guard grammar.numbers.separators.contains(cursor.byte), ByteSet.hexadecimalDigits.contains(next)
        else {
          break
        }
      }
      cursor.advance()
    }
    context = .operatorSign
    return .number
  }

  private func continuesPastPoint(_ next: UInt8, _ isHexadecimal: Bool) -> Bool {
    if ByteSet.digits.contains(next) || isHexadecimal && ByteSet.hexadecimalDigits.contains(next) {
      return true
    }
    return grammar.numbers.allowsTrailingPoint && next != ASCII.period
  }
}
