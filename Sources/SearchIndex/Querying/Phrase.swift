/// Words and ideographs that must follow one another in a page, whatever stands between them that is neither.
struct Phrase {
  /// A digest of each.
  private var tokens: [UInt64] = []

  init(_ text: [UInt8], _ characters: CharacterTable) {
    let list = TokenList(text, characters)
    for (place, token) in list.tokens.enumerated() where token.form == nil || token.form == .exact {
      tokens.append(digest64(list.bytes(place)))
    }
  }

  var isEmpty: Bool { tokens.isEmpty }

  /// Whether `self` occurs in a text.
  func occurs(in text: Phrase) -> Bool {
    var start = 0
    while start + tokens.count <= text.tokens.count {
      var matched = 0
      while matched < tokens.count, text.tokens[start + matched] == tokens[matched] { matched += 1 }
      if matched == tokens.count { return true }
      start += 1
    }
    return false
  }
}
