import Markdown

/// The words of ours that stand within what authors write.
struct DocumentPhrases: Sendable {
  /// Name of a task's checkbox.
  let task: [UInt8]
  /// Name of the list of footnotes.
  let footnotes: [UInt8]
  private let footnote: Pattern
  private let backLink: Pattern
  private let callouts: [String: String]

  /// Collects the phrases of a language.
  ///
  /// - Parameters:
  ///   - footnote: name of the mark of a footnote, with `{n}` for its number.
  ///   - backLink: name of the link from a footnote back to its mark, with `{n}` as well.
  ///   - callouts: titles of callouts that have none of their own, by every type Obsidian knows.
  init(task: String, footnotes: String, footnote: String, backLink: String, callouts: [String: String]) {
    self.task = Array(task.utf8)
    self.footnotes = Array(footnotes.utf8)
    self.footnote = Pattern(footnote)
    self.backLink = Pattern(backLink)
    self.callouts = callouts
  }

  /// `脚注 2`, `Footnote 2`.
  func footnote(_ number: Int) -> [UInt8] { footnote.filled(["{n}": Array(String(number).utf8)]) }

  /// `回到脚注 2 的标记处`, `Back to the mark of footnote 2-3` for its third mark; `occurrence` counts from 0.
  func backLink(to number: Int, _ occurrence: Int) -> [UInt8] {
    backLink.filled(["{n}": Array((occurrence == 0 ? "\(number)" : "\(number)-\(occurrence + 1)").utf8)])
  }

  /// The title of a callout to which its author gave none; that of an unknown type is a note's.
  func title(of callout: Callout) -> [UInt8] {
    let title = callouts[String(decoding: callout.type, as: UTF8.self)] ?? callouts[callout.kind.rawValue]
    return title.map { Array($0.utf8) } ?? callout.type
  }
}

extension UILanguage {
  /// The words of ours that stand within what authors write; cheaper than all `strings`.
  var documentPhrases: DocumentPhrases {
    switch self {
    case .zhHans: Strings.simplifiedChinese.document
    case .zhHant: Strings.traditionalChinese.document
    case .en: Strings.english.document
    }
  }
}
