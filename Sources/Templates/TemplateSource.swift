public import SourceText

/// A template file before it is compiled.
public struct TemplateSource: Sendable {
  /// The file's name below `templates/`, such as `question.html`; other templates may leave out `.html`.
  public let name: String
  /// Its text, for positions in diagnostics.
  public let file: SourceFile

  /// Names a file's text.
  public init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }
}
