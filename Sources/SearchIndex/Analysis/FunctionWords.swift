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

/// The Chinese ones as keys of the index: `c << 16 | d`, of a single character `c << 16`.
let ideographFunctionTerms: [UInt32] = chineseFunctionTerms.withUTF8Buffer { bytes in
  bytes.split(separator: 0x20).map { term in
    let characters = scalars(of: Array(term))
    return characters[0] << 16 | (characters.count > 1 ? characters[1] : 0)
  }
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
