/// A language the theme speaks: its labels, dates, numbers, lists and notices.
package enum UILanguage: String, CaseIterable, Sendable {
  case zhHans = "zh-Hans"
  case zhHant = "zh-Hant"
  case en = "en"

  /// The BCP 47 tag for `lang` attributes.
  package var tag: [UInt8] { Array(rawValue.utf8) }

  /// Every label of the theme in this language.
  package var strings: Strings {
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
