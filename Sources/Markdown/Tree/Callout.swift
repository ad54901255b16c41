/// A callout: a block quote that begins with `[!type]`. Its first child is a `.calloutTitle` when the author gave one.
public struct Callout: Sendable {
  /// Whether the reader can fold it away.
  public enum Fold: UInt8, Sendable {
    /// It cannot be folded.
    case none
    /// It can, and is open at first (`[!type]+`).
    case open
    /// It can, and is closed at first (`[!type]-`).
    case closed
  }

  /// The type as written, in ASCII lower case, such as `note` or `faq`.
  public var type: [UInt8]
  /// What the type means; a note where it means nothing.
  public var kind: Kind { Kind(type) ?? .note }
  /// Whether the reader can fold it away.
  public var fold: Fold
}

extension Callout {
  /// What callouts are for: Obsidian's types, each with its synonyms.
  public enum Kind: String, Sendable, CaseIterable {
    case note, abstract, info, todo, tip, success, question, warning, failure, danger, bug, example, quote

    /// The kind a type stands for, in lower case.
    init?(_ type: some Sequence<UInt8>) {
      switch String(decoding: Array(type), as: UTF8.self) {
      case "summary", "tldr": self = .abstract
      case "hint", "important": self = .tip
      case "check", "done": self = .success
      case "help", "faq": self = .question
      case "caution", "attention": self = .warning
      case "fail", "missing": self = .failure
      case "error": self = .danger
      case "cite": self = .quote
      case let name: self.init(rawValue: name)
      }
    }
  }
}
