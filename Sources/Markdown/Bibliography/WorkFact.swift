/// What only some works have, as a BibTeX entry says it: pages show it in their own words.
package enum WorkFact: Hashable, Sendable {
  /// The work earned this degree.
  case thesis(Degree)
  /// Those who put the book together that the work is a part of.
  case editors([String], hasMore: Bool)
  /// Those who are named as authors put the work together.
  case isEdited
  /// A row of books, perhaps with the work's number in it.
  case series(String)
  /// The volume of a work of several.
  case volume(String)
  /// The edition as written: `3`, `3rd`, `Third`, `修订版`.
  case edition(String)

  /// What theses are written for.
  package enum Degree: Hashable, Sendable {
    case bachelor, master, doctor
  }

  /// The number of an edition that is written as one, in digits, in English or in Chinese: 3 of `3`, `3rd ed.`,
  /// `Third`, `第三版`.
  package static func editionNumber(of written: String) -> Int? {
    var words = written.lowercased().split { $0 == " " || $0 == "." || $0 == "~" }.map(String.init)
    if let last = words.last, ["edition", "edn", "ed"].contains(last) { words.removeLast() }
    guard words.count == 1, var word = words.first else { return nil }
    if word.hasPrefix("第") { word.removeFirst() }
    if word.hasSuffix("版") { word.removeLast() }
    if let index = englishOrdinals.firstIndex(of: word) ?? hanNumerals.firstIndex(of: word) {
      return index + 1
    }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { word.removeLast(2) }
    guard let number = Int(word), 1...999 ~= number else { return nil }
    return number
  }

  private static let englishOrdinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]
  private static let hanNumerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
}
