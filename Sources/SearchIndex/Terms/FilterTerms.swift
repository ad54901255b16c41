/// The first byte of terms that stand for what pages can be selected by.
let filterMark: UInt8 = 1
/// The first byte of terms that stand for formulas.
let formulaMark: UInt8 = 2

/// What pages can be selected by.
public enum FilterKey: UInt8, Sendable {
  /// What the page is.
  case kind = 0x6B
  /// Its language.
  case language = 0x6C
  /// Who wrote its answer.
  case provenance = 0x70
  /// One of its tags.
  case tag = 0x74

  /// The key as a query and the answer write it.
  var name: StaticString {
    switch self {
    case .kind: "kind"
    case .language: "language"
    case .provenance: "provenance"
    case .tag: "tag"
    }
  }
}

/// Each value is a term: U+0001, the key's letter, the value folded, U+001F and the
/// value as it is shown.
extension FilterKey {
  /// The term of a value, UTF-8, cut to what a term may hold.
  func term(of value: [UInt8], _ characters: CharacterTable) -> [UInt8] {
    var term = prefix(of: value, characters)
    FilterKey.append(value, to: &term)
    return term
  }

  /// What the terms begin with that stand for a value.
  func prefix(of value: [UInt8], _ characters: CharacterTable) -> [UInt8] {
    var term = [filterMark, rawValue]
    var folded: [UInt8] = []
    let list = TokenList(value, characters)
    for (place, token) in list.tokens.enumerated() where token.form == nil || token.form == .exact {
      if token.form != nil, !folded.isEmpty { folded.append(0x20) }
      folded.append(all: list.bytes(place))
    }
    FilterKey.append(folded.isEmpty ? value : folded, to: &term)
    term.append(0x1F)
    return term
  }

  /// Appends at most 100 bytes, whole characters.
  private static func append(_ text: [UInt8], to term: inout [UInt8]) {
    var length = min(text.count, 100)
    while length < text.count, length > 0, text[length] & 0xC0 == 0x80 { length -= 1 }
    term.append(part: range(0, length), of: text)
  }
}
