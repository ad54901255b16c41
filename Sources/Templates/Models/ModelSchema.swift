/// The declaration of a page model: what a template may name, and what it gets.
///
/// A schema is a finite value, so a template's names are resolved once, when it is compiled.
public struct ModelSchema: Hashable, Sendable {
  /// The model's name as documentation and diagnostics give it, such as `QuestionPage`.
  public let name: String
  /// The fields; a ``ModelRecord`` holds its values in this order.
  public let fields: [ModelField]

  /// Declares a model.
  public init(name: String, fields: [ModelField]) {
    self.name = name
    self.fields = fields
  }

  /// The place of a field in a record, or `nil` when no field has this name.
  ///
  /// - Complexity: O(fields).
  package func slot(of name: some StringProtocol) -> Int? {
    fields.firstIndex { $0.name == name }
  }
}

/// One field of a page model.
public struct ModelField: Hashable, Sendable {
  /// The name templates use: snake_case, without dots.
  public let name: String
  /// What it holds.
  public let type: FieldType
  /// One sentence for authors of themes.
  public let summary: String

  /// Declares a field.
  public init(name: String, type: FieldType, summary: String) {
    self.name = name
    self.type = type
    self.summary = summary
  }
}

/// What a field holds; decides how `{{x}}` is written and where it may stand.
public indirect enum FieldType: Hashable, Sendable {
  /// Plain text: `{{x}}` writes it with `&`, `<`, `>`, `"` and `'` escaped.
  case text
  /// Finished markup: only `{{{x}}}` writes it, byte for byte, and never inside an attribute.
  case html
  /// An address whose scheme was judged before: `{{x}}` writes it escaped, also in `href` and `src`.
  case url
  /// Yes or no: for sections only.
  case flag
  /// Any number of records: a section repeats its body for each.
  case list(ModelSchema)
  /// A record or nothing: a section writes its body once when there is one; `{{x.y}}` reads its fields.
  case record(ModelSchema)
}
