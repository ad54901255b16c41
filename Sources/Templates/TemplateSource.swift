public import SourceText

/// A template file before it is compiled.
public struct TemplateSource: Sendable {
  /// The file's name below `templates/`, such as `question.html`; other templates may leave out `.html`.
  public let name: String
  /// Its text, for positions in diagnostics.
  public let file: SourceFile

  /// Whether the default theme has no file of this name, so that it counts only where another one includes it.
  public let isAdditional: Bool

  /// Names a file's text.
  public init(name: String, file: SourceFile, isAdditional: Bool = false) {
    self.name = name
    self.file = file
    self.isAdditional = isAdditional
  }
}
