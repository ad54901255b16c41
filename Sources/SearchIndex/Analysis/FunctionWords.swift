/// Whether a term of a query says how a question is asked, not what about: English words, Chinese question words
/// and particles. They are indexed like others; a query that holds anything else goes without them.
///
/// The lists are short and fixed. Chinese terms are bigrams, also across the words of a question (`么是` of
/// `什么是`); those that frequent words of any kind make stay, because leaving them out costs answers.
@inline(never)
func isFunctionTerm(_ term: [UInt8]) -> Bool {
  guard let first = term.first, term.count <= 6 else { return false }
  // As a whole number, so that a look at the list compares registers. A space ends each term of a list.
  let list = first < 0x80 ? englishFunctionWords : chineseFunctionTerms
  let wanted = packed(term)
  return list.withUTF8Buffer { bytes in
    var key: UInt64 = 0
    for byte in bytes {
      if byte != 0x20 {
        key = key << 8 | UInt64(byte)
        continue
      }
      if key == wanted { return true }
      key = 0
    }
    return false
  }
}

/// The same terms by the keys that documents have them by: a hash table, for looks at one term after the other.
struct FunctionTermKeys: Sendable {
  static let all = FunctionTermKeys()

  /// More than twice as many as there are terms; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1 << 8)

  private init() {
    for list in [englishFunctionWords, chineseFunctionTerms] {
      list.withUTF8Buffer { bytes in
        for term in bytes.split(separator: 0x20) { add(FunctionTermKeys.key(of: Array(term))) }
      }
    }
  }

  /// That of ideographs is `c << 16 | d`, of a single one `c << 16`.
  private static func key(of term: [UInt8]) -> UInt64 {
    if term[0] < 0x80 { return wordKey(term.span) }
    let characters = scalars(of: term)
    return UInt64(characters[0] << 16 | (characters.count > 1 ? characters[1] : 0))
  }

  private mutating func add(_ key: UInt64) {
    slots[place(of: key)] = key
  }

  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: mixed(key) &>> 56)
    while slots[place] != 0, slots[place] != key { place = (place &+ 1) & (slots.count &- 1) }
    return place
  }

  /// Whether a key is that of a function term. O(1).
  func contains(_ key: UInt64) -> Bool { slots[place(of: key)] != 0 }
}

private func packed(_ term: [UInt8]) -> UInt64 {
  var key: UInt64 = 0
  for byte in term { key = key << 8 | UInt64(byte) }
  return key
}

private let englishFunctionWords: StaticString = """
  a an and are as at be by can could did do does for from had has have how i if in is it its me my of on or our \
  should so than that the their them then there these they this those to was we were what when where which who \
  whom whose why will with would you your\u{20}
  """

private let chineseFunctionTerms: StaticString = """
  的 了 是 吗 呢 吧 啊 什么 么是 怎么 么样 怎样 如何 为何 为什 哪些 哪个 哪里 哪种 是否 请问\u{20}
  """
