/// The language that a file's name ends in: `熵.en.md`, `entropy.zh-Hant.md`.
///
/// Only languages that wikis are written in are taken for such, and none whose tag is a common ending of names, so that
/// `torch.nn` stays a name.
struct FileLanguage {
  /// The name without the language.
  let stem: String
  /// A BCP 47 tag as written.
  let tag: String

  /// Reads a file's path without `.md`.
  init?(_ name: String) {
    guard name.utf8.contains(0x2E), let dot = name.lastIndex(of: ".") else { return nil }
    tag = String(name[name.index(after: dot)...])
    stem = String(name[..<dot])
    let language = tag.prefix { $0 != "-" }.lowercased()
    guard !stem.isEmpty, !stem.hasSuffix("/"), FileLanguage.languages.contains(language) else { return nil }
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false).dropFirst()
    guard subtags.allSatisfy({ 2...8 ~= $0.utf8.count && $0.utf8.allSatisfy(FileLanguage.isAlphanumeric) })
    else { return nil }
  }

  private static let languages: Set<String> = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "he", "hi",
    "hr",
    "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr",
    "sv",
    "ta", "th", "tr", "uk", "ur", "vi", "zh", "yue",
  ]

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}

/// A language tag, with the tags that readers take for the same language equal: `zh-CN` is `zh-Hans`.
struct LanguageTag: Hashable {
  private let text: String

  init(_ written: String) {
    let lower = written.lowercased().replacing("_", with: "-")
    text =
      switch lower {
      case "zh", "zh-cn", "zh-sg", "zh-my", "zh-hans-cn": "zh-hans"
      case "zh-tw", "zh-hk", "zh-mo", "zh-hant-tw", "zh-hant-hk": "zh-hant"
      case let tag where tag.hasPrefix("en-"): "en"
      default: lower
      }
  }
}
