/// Which way a language is written, for `dir` attributes beside `lang`.
enum WritingDirection {
  /// Whether the lines of a language run from right to left, by its script or, without one, its usual script.
  ///
  /// The lists are those of Unicode CLDR, "Script Metadata" and "Likely Subtags".
  ///
  /// - Parameter tag: a BCP 47 tag in UTF-8; empty for none.
  /// - Complexity: O(length).
  static func isRightToLeft(_ tag: [UInt8]) -> Bool {
    guard !tag.isEmpty else { return false }
    let written = String(decoding: tag, as: UTF8.self).lowercased()
    let subtags = written.split { $0 == "-" || $0 == "_" }.map(String.init)
    // A script has four letters; a variant of four characters begins with a digit.
    if let script = subtags.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return scripts.contains(script)
    }
    return languages.contains(subtags.first ?? "")
  }

  private static let scripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]
  private static let languages: Set<String> = [
    "ar", "arc", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn",
    "nqo", "ota", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
}
