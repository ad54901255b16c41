/// What the readers of a language call it.
enum LanguageName {
  /// The name of a language, or its tag where none is known here.
  ///
  /// - Parameter tag: a BCP 47 tag.
  static func name(of tag: String) -> String {
    if let language = UILanguage(closestTo: tag) {
      switch language {
      case .zhHans: return "简体中文"
      case .zhHant: return "繁體中文"
      case .en: return "English"
      }
    }
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return names[primary] ?? tag
  }

  private static let names = [
    "ar": "العربية", "bg": "Български", "bn": "বাংলা", "ca": "Català", "cs": "Čeština", "da": "Dansk",
    "de": "Deutsch", "el": "Ελληνικά", "es": "Español", "et": "Eesti", "fa": "فارسی", "fi": "Suomi",
    "fr": "Français", "he": "עברית", "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "id": "Bahasa Indonesia",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "lt": "Lietuvių", "lv": "Latviešu", "ms": "Bahasa Melayu",
    "nb": "Norsk bokmål", "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ro": "Română",
    "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "sr": "Српски", "sv": "Svenska", "ta": "தமிழ்",
    "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "yue": "粵語",
  ]
}
