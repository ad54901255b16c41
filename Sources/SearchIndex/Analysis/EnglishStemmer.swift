/// The stem of an English word, by a light stemmer: plurals after Harman ("How effective is suffixing?", JASIS
/// 42, 1991), then `-ed` and `-ing` after step 1b of Porter ("An algorithm for suffix stripping", Program 14,
/// 1980), with the final `e` given back where the spelling tells; plurals of Latin and Greek by a list. Most stems are
/// words, so they share the terms of words.
struct EnglishStem {
  /// With how many letters of the word the stem begins: fewer than it has.
  private(set) var length: Int
  /// The letters that follow them, the first one in the low eight bits; 0 for none.
  private(set) var letters: UInt32 = 0

  /// Whether a word may have a suffix, by its last two letters.
  @inline(__always)
  static func maySuffix(_ before: UInt8, _ last: UInt8) -> Bool {
    switch last {
    case 0x73: before != 0x73
    case 0x64: before == 0x65
    case 0x67: before == 0x6E
    // `maxima`, `radii`, `formulae`.
    case 0x61, 0x69: true
    case 0x65: before == 0x61
    default: false
    }
  }

  /// The stem of `word`, lower-case ASCII letters; nil where it is the word itself. Words of three letters and
  /// less stay. O(length), without allocation.
  init?(_ word: Span<UInt8>) {
    length = word.count
    guard length > 3 else { return nil }
    if mayBeClassical(word), let singular = classicalSingular(word) {
      (length, letters) = singular
      return
    }
    dropPlural(word)
    if letters == 0 { dropVerbal(word) }
    if length == word.count { return nil }
  }

  private func mayBeClassical(_ word: Span<UInt8>) -> Bool {
    let end = lastLetters(word, length)
    switch end & 0xFF {
    case 0x61, 0x65, 0x69: return true
    default: return end.ends("ces") || end.ends("ses") || end.ends("xes")
    }
  }

  private mutating func dropPlural(_ word: Span<UInt8>) {
    let end = lastLetters(word, length)
    // `status` is no plural, but `gpus` is.
    guard end.ends("s"), !end.ends("is"), !end.ends("us") || end.ends("pus") && length == 4 else { return }
    if end.ends("ies"), length > 4 {
      if !end.ends("eies"), !end.ends("aies") { cut(3, adding: 0x79) }
    } else if end.ends("sses") || end.ends("xes") || end.ends("shes")
      || end.ends("ches") && hasHardPlural(word)
    {
      cut(2)
    } else if !end.ends("aes"), !end.ends("ees"), !end.ends("oes") {
      cut(1)
    }
  }

  /// `-ches` behind a consonant or two vowels: `batches`, `approaches`, but not `caches`.
  private func hasHardPlural(_ word: Span<UInt8>) -> Bool {
    length > 5 && (!isVowel(word[length - 5]) || isVowel(word[length - 6]))
  }

  private mutating func dropVerbal(_ word: Span<UInt8>) {
    let end = lastLetters(word, length)
    if end.ends("ied") {
      if length > 4 { cut(3, adding: 0x79) } else { cut(1) }
      return
    }
    guard end.ends("ing") || end.ends("ed") && !end.ends("eed") else { return }
    let rest = length - (end.ends("ed") ? 2 : 3)
    guard rest >= 2, hasVowel(word, before: rest) else { return }
    length = rest
    let last = word[rest - 1]
    if last == word[rest - 2], !isVowel(last) {
      if isUndoubled(word, last) { cut(1) }
    } else if needsE(word, last) {
      letters = 0x65
    }
  }

  private mutating func cut(_ count: Int, adding letter: UInt32 = 0) {
    length -= count
    letters = letter
  }

  /// `mapp` is `map`, `modell` is `model`; but `add`, `pass`, `fill`, `install`, `buzz` stay.
  private func isUndoubled(_ word: Span<UInt8>, _ last: UInt8) -> Bool {
    switch last {
    case 0x73, 0x7A, 0x66: false
    case 0x6C: length > 5 && (word[length - 3] == 0x65 || word[length - 3] == 0x6F)
    default: length > 3
    }
  }

  /// Whether a word without its suffix has lost an `e`. The endings are those of which most words in an English
  /// word list have.
  private func needsE(_ word: Span<UInt8>, _ last: UInt8) -> Bool {
    let before = word[length - 2]
    switch last {
    case 0x61, 0x65, 0x69, 0x6F: return false
    case 0x75: return before != 0x6F
    case 0x63, 0x76, 0x7A: return true
    default: break
    }
    let end = lastLetters(word, length)
    let isSure =
      last == 0x73 && isVowel(before) || end.ends("reat") && length > 4 && word[length - 5] == 0x63
      || end.endsWithOne(of: "blcldlflglklpltlzllsnspsrsdglgrg", 2) || end.endsWithOne(of: "angengiatuat", 3)
    if isSure { return true }
    guard isVowel(before) || before == 0x79 else { return false }
    guard length > 2 else { return isVowel(before) }
    let isAfterQ = length > 3 && (end >> 16).ends("qu")
    if isVowel(word[length - 3]), !isAfterQ { return false }
    if end.endsWithOne(of: "atutidadudodarirurakikokinilimamumulapotosisasusagegugigypib", 2) { return true }
    // Porter's *o with measure 1: consonant, vowel, consonant and no vowel before.
    if 0x77...0x79 ~= last || last == 0x68 { return false }
    return !hasVowel(word, before: length - (isAfterQ ? 4 : 2))
  }
}

@inline(__always)
private func isVowel(_ letter: UInt8) -> Bool {
  0x10_4111 >> UInt32(letter & 31 &- 1) & 1 == 1
}

/// Whether one of the first letters is a vowel or `y`.
private func hasVowel(_ word: Span<UInt8>, before end: Int) -> Bool {
  for index in 0..<end where isVowel(word[index]) || word[index] == 0x79 { return true }
  return false
}

/// The last four letters, so that a look at a word's end is one comparison.
private func lastLetters(_ word: Span<UInt8>, _ length: Int) -> UInt32 {
  var letters: UInt32 = 0
  for index in max(0, length - 4)..<length { letters = letters << 8 | UInt32(word[index]) }
  return letters
}

extension UInt32 {
  /// Whether letters end with `suffix`, one to four of them.
  @inline(__always)
  fileprivate func ends(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { bytes in
      var wanted: UInt32 = 0
      var mask: UInt32 = 0
      for byte in bytes {
        wanted = wanted << 8 | UInt32(byte)
        mask = mask << 8 | 0xFF
      }
      return self & mask == wanted
    }
  }

  /// Whether letters end with one of the pieces of `length` letters of which `suffixes` is made.
  fileprivate func endsWithOne(of suffixes: StaticString, _ length: Int) -> Bool {
    suffixes.withUTF8Buffer { pieces in
      var letters: UInt32 = 0
      let mask = UInt32(1) << UInt32(8 * length) - 1
      for index in pieces.indices {
        letters = (letters << 8 | UInt32(pieces[index])) & mask
        if letters == self & mask, (index + 1) % length == 0 { return true }
      }
      return false
    }
  }
}
