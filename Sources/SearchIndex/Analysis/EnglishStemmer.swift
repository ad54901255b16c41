/// A light stemmer for English: plurals after Harman ("How effective is suffixing?", JASIS 42, 1991), then `-ed`
/// and `-ing` after step 1b of Porter ("An algorithm for suffix stripping", Program 14, 1980), with the final `e`
/// given back where the spelling tells. Most stems are words, so they share the terms of words.
enum EnglishStemmer {
  /// Whether a word may have a suffix, by its last two letters.
  @inline(__always)
  static func maySuffix(_ before: UInt8, _ last: UInt8) -> Bool {
    switch last {
    case 0x73: before != 0x73
    case 0x64: before == 0x65
    case 0x67: before == 0x6E
    default: false
    }
  }

  /// Writes the stem of `word`, lower-case ASCII letters, to `stem`; false where it is the word itself. Words of
  /// three letters and less stay. O(1), without allocation once `stem` has room.
  static func stem(_ word: ArraySlice<UInt8>, into stem: inout [UInt8]) -> Bool {
    guard word.count > 3, maySuffix(word[word.endIndex - 2], word[word.endIndex - 1]) else { return false }
    stem.removeAll(keepingCapacity: true)
    stem.append(contentsOf: word)
    dropPlural(&stem)
    let end = Ending(stem)
    if end.is("ing") {
      dropVerbal(3, &stem)
    } else if end.is("ied") {
      if stem.count > 4 { stem.replaceEnd(3, with: 0x79) } else { stem.removeLast() }
    } else if end.is("ed"), !end.is("eed") {
      dropVerbal(2, &stem)
    }
    return stem.count != word.count
  }

  private static func dropPlural(_ word: inout [UInt8]) {
    let end = Ending(word)
    // `status` is no plural, but `gpus` is.
    guard end.is("s"), !end.is("is"), !end.is("us") || end.is("pus") && word.count == 4 else { return }
    if end.is("ies"), word.count > 4 {
      if !end.is("eies"), !end.is("aies") { word.replaceEnd(3, with: 0x79) }
    } else if end.is("sses") || end.is("xes") || end.is("shes") || end.is("ches") && hasHardPlural(word) {
      word.removeLast(2)
    } else if !end.is("aes"), !end.is("ees"), !end.is("oes") {
      word.removeLast()
    }
  }

  /// `-ches` behind a consonant or two vowels: `batches`, `approaches`, but not `caches`.
  private static func hasHardPlural(_ word: [UInt8]) -> Bool {
    guard word.count > 5 else { return false }
    return !isVowel(word[word.count - 5]) || isVowel(word[word.count - 6])
  }

  /// Takes away a suffix of `length` letters, if what is left has a vowel and two letters.
  private static func dropVerbal(_ length: Int, _ word: inout [UInt8]) {
    let rest = word.count - length
    guard rest >= 2, word[..<rest].contains(where: { isVowel($0) || $0 == 0x79 }) else { return }
    word.removeLast(length)
    let last = word[rest - 1]
    let before = word[rest - 2]
    if last == before, !isVowel(last) {
      if isUndoubled(word, last) { word.removeLast() }
    } else if needsE(word, last, before) {
      word.append(0x65)
    }
  }

  /// `mapp` is `map`, `modell` is `model`; but `add`, `pass`, `fill`, `install`, `buzz` stay.
  private static func isUndoubled(_ word: [UInt8], _ last: UInt8) -> Bool {
    switch last {
    case 0x73, 0x7A, 0x66: return false
    case 0x6C: return word.count > 5 && (word[word.count - 3] == 0x65 || word[word.count - 3] == 0x6F)
    default: return word.count > 3
    }
  }

  /// Whether a word without its suffix has lost an `e`. The endings are those of which most words in an English
  /// word list have.
  private static func needsE(_ word: [UInt8], _ last: UInt8, _ before: UInt8) -> Bool {
    switch last {
    case 0x61, 0x65, 0x69, 0x6F: return false
    case 0x75: return before != 0x6F
    case 0x63, 0x76, 0x7A: return true
    default: break
    }
    let isSure =
      last == 0x73 && isVowel(before) || word.hasOneEnd(of: "creat", 5) || word.hasOneEnd(of: clusters, 2)
      || word.hasOneEnd(of: triples, 3)
    if isSure { return true }
    guard isVowel(before) || before == 0x79 else { return false }
    guard word.count > 2 else { return isVowel(before) }
    let first = word[word.count - 3]
    let isAfterQ = first == 0x75 && word.count > 3 && word[word.count - 4] == 0x71
    if isVowel(first), !isAfterQ { return false }
    if word.hasOneEnd(of: vowelEndings, 2) { return true }
    // Porter's *o with measure 1: consonant, vowel, consonant and no vowel before.
    if (0x77...0x79).contains(last) || last == 0x68 { return false }
    for index in 0..<word.count - (isAfterQ ? 4 : 2) where isVowel(word[index]) || word[index] == 0x79 {
      return false
    }
    return true
  }

  private static let clusters: StaticString = "blcldlflglklpltlzllsnspsrsdglgrg"
  private static let triples: StaticString = "angengiatuat"
  private static let vowelEndings: StaticString =
    "atutidadudodarirurakikokinilimamumulapotosisasusagegugigypib"

  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether these bytes end with one of the pieces of `length` letters of which `ends` is made.
  fileprivate func hasOneEnd(of ends: StaticString, _ length: Int) -> Bool {
    guard count >= length else { return false }
    return ends.withUTF8Buffer { pieces in
      var start = 0
      while start < pieces.count {
        var place = 0
        while place < length, pieces[start + place] == self[count - length + place] { place += 1 }
        if place == length { return true }
        start += length
      }
      return false
    }
  }

  fileprivate mutating func replaceEnd(_ length: Int, with letter: UInt8) {
    removeLast(length)
    append(letter)
  }
}

/// The last four letters of a word, so that a look at its end is one comparison.
private struct Ending {
  private var letters: UInt32 = 0

  init(_ word: [UInt8]) {
    for letter in word.suffix(4) { letters = letters << 8 | UInt32(letter) }
  }

  /// Whether the word ends with `suffix`, one to four letters.
  func `is`(_ suffix: StaticString) -> Bool {
    var wanted: UInt32 = 0
    var mask: UInt32 = 0
    suffix.withUTF8Buffer { bytes in
      for byte in bytes {
        wanted = wanted << 8 | UInt32(byte)
        mask = mask << 8 | 0xFF
      }
    }
    return letters & mask == wanted
  }
}
