/// Which parts of a text report stand out, as ANSI escapes or not at all.
struct TextStyle {
  var usesColor: Bool

  enum Part {
    case severity(Diagnostic.Severity)
    case message
    case gutter
  }

  func apply(_ part: Part, to text: String) -> String {
    guard usesColor, !text.isEmpty else { return text }
    let code =
      switch part {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;36"
      case .message: "1"
      case .gutter: "1;34"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
