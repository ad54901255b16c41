/// Words and ideographs that must follow one another in a page, whatever stands between them that is neither.
struct Phrase: Sendable {
  /// Ideographs as code points, words as digests.
  let tokens: [UInt64]

  init(_ text: [UInt8], traditional: TraditionalTable?) {
    var tokens: [UInt64] = []
    for (token, _) in TokenList(text, traditional: traditional).tokens {
      switch token {
      case .ideograph(let scalar, _): tokens.append(UInt64(scalar))
      case .word(let bytes, .exact): tokens.append(digest64(bytes) | 1 << 63)
      default: break
      }
    }
    self.tokens = tokens
  }

  /// Whether `self` occurs in a text.
  func occurs(in text: Phrase) -> Bool {
    let last = text.tokens.count - tokens.count
    if last < 0 { return false }
    for start in 0...last where text.tokens[start..<start + tokens.count].elementsEqual(tokens) {
      return true
    }
    return false
  }
}
