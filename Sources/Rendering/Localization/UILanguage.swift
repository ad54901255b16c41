/// A language the theme speaks: its labels, dates, numbers, lists and notices.
package enum UILanguage: String, CaseIterable, Sendable {
  case zhHans = "zh-Hans"
  case zhHant = "zh-Hant"
  case en = "en"

  /// The BCP 47 tag for `lang` attributes.
  package var tag: [UInt8] { Array(rawValue.utf8) }

  /// Every label of the theme in this language.
  @inline(__always)
  package var strings: Strings { sharedStrings.value }

  /// The labels behind a reference: who asks for one of them does not copy all.
  private var sharedStrings: SharedStrings {
    switch self {
    case .zhHans: .simplifiedChinese
    case .zhHant: .traditionalChinese
    case .en: .english
    }
  }

  /// The theme's language for a page in the language `tag` (BCP 47), or `nil` when none fits.
  ///
  /// Chinese without a script subtag is Traditional in Taiwan, Hong Kong and Macao, else Simplified.
  package init?(closestTo tag: String) {
    // Nearly all pages name one of the languages just so.
    if let named = UILanguage(rawValue: tag) {
      self = named
      return
    }
    let subtags = tag.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    switch subtags.first {
    case "en":
      self = .en
    case "zh":
      if subtags.contains("hans") {
        self = .zhHans
      } else {
        let traditional = subtags.contains { ["hant", "tw", "hk", "mo"].contains($0) }
        self = traditional ? .zhHant : .zhHans
      }
    default:
      return nil
    }
  }
}

private final class SharedStrings: Sendable {
  let value: Strings

  private init(_ value: Strings) { self.value = value }

  static let simplifiedChinese = SharedStrings(.simplifiedChinese)
  static let traditionalChinese = SharedStrings(.traditionalChinese)
  static let english = SharedStrings(.english)
}
