/// A piece of a template's text: a stretch of literal text within one line, or a tag.
struct TemplateToken {
  var kind: Kind
  /// The bytes of the text, or of the tag with its delimiters.
  var range: Range<Int>
  /// What the tag names; empty for text, comments and delimiter changes.
  var name = TagName()

  enum Kind {
    case text
    case variable
    case unescaped
    case section
    case inverted
    case close
    case partial
    case parent
    case block
    case comment
    case delimiters

    /// Whether the tag vanishes with its line when nothing else stands there.
    var mayStandAlone: Bool {
      switch self {
      case .text, .variable, .unescaped: false
      case .section, .inverted, .close, .partial, .parent, .block, .comment, .delimiters: true
      }
    }
  }
}

/// The name in a tag and where it stands.
struct TagName {
  var text = ""
  var range = 0..<0
}
