/// Which way text runs.
enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction of a language's text: that of the script its tag names, else of the script it is mostly written in
  /// (CLDR, `likelySubtags`).
  ///
  /// - Parameter tag: a BCP 47 tag such as `ar`, `he-IL` or `az-Arab`.
  init(of tag: String) {
    let subtags = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = TextDirection.scripts.contains(script) ? .rightToLeft : .leftToRight
    } else {
      self = subtags.first.map(TextDirection.languages.contains) == true ? .rightToLeft : .leftToRight
    }
  }

  private static let scripts: Set<Substring> = [
    "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand", "samr", "aran",
  ]
  private static let languages: Set<Substring> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "rhg", "sd", "syr", "ug", "ur",
    "yi", "ji",
  ]
}
