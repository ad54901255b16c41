/// A page model declares its fields once; schema, documentation and values all come from it.
///
/// ```swift
/// struct TagLink: PageModel {
///   var name: [UInt8]
///   var url: [UInt8]
///   static let modelName = "TagLink"
///   static let fields: [FieldBinding<TagLink>] = [
///     .text("name", "The tag as its author wrote it.") { $0.name },
///     .url("url", "The tag's page, relative to this one.") { $0.url },
///   ]
/// }
/// ```
/// Declare `fields` as a stored `static let`: it is read for every record.
public protocol PageModel: Sendable {
  /// The model's name in documentation and diagnostics.
  static var modelName: String { get }
  /// The fields in the order of their values.
  static var fields: [FieldBinding<Self>] { get }
}

extension PageModel {
  /// The declaration that templates are compiled against.
  ///
  /// A model that holds itself (a tree) is unrolled ``ModelSchema/selfNestingLimit`` levels deep; below that
  /// it has no fields, and templates write nothing of what lies deeper.
  ///
  /// - Complexity: O(fields of this and all models in it); build it once a program, not once a page.
  public static var schema: ModelSchema { schema(inside: []) }

  /// The values of this page.
  ///
  /// - Complexity: O(fields), and the records of its lists.
  @inlinable
  public var record: ModelRecord {
    let fields = Self.fields
    var record = ModelRecord(values: [])
    record.values.reserveCapacity(fields.count)
    for index in fields.indices { record.values.append(fields[index].value(self, record)) }
    return record
  }

  /// The schema at a place below the models `enclosing`.
  @usableFromInline
  static func schema(inside enclosing: [ObjectIdentifier]) -> ModelSchema {
    let own = ObjectIdentifier(Self.self)
    guard enclosing.count(where: { $0 == own }) < ModelSchema.selfNestingLimit else {
      return ModelSchema(name: modelName, fields: [])
    }
    let path = enclosing + [own]
    return ModelSchema(
      name: modelName,
      fields: fields.map { ModelField(name: $0.name, type: $0.type(path), summary: $0.summary) })
  }
}

extension ModelSchema {
  /// How many levels of itself a recursive model shows to templates (six: as deep as headings go).
  public static var selfNestingLimit: Int { 6 }
}

/// A field's declaration together with the way to its value.
public struct FieldBinding<Model>: Sendable {
  fileprivate let name: String
  fileprivate let summary: String
  fileprivate let type: @Sendable (_ enclosing: [ObjectIdentifier]) -> FieldType
  /// The value, from the model and the values of the fields before this one.
  @usableFromInline let value: @Sendable (Model, _ before: ModelRecord) -> ModelValue

  @usableFromInline
  init(
    _ name: String, _ summary: String, type: @escaping @Sendable ([ObjectIdentifier]) -> FieldType,
    value: @escaping @Sendable (Model, ModelRecord) -> ModelValue
  ) {
    self.name = name
    self.summary = summary
    self.type = type
    self.value = value
  }

  /// Plain text in UTF-8; empty renders nothing.
  @inlinable
  public static func text(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> [UInt8]
  ) -> Self {
    Self(name, summary, type: { _ in .text }, value: { model, _ in .text(get(model)) })
  }

  /// Finished markup, written byte for byte: whoever fills it vouches for it.
  @inlinable
  public static func html(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> [UInt8]
  ) -> Self {
    Self(name, summary, type: { _ in .html }, value: { model, _ in .html(get(model)) })
  }

  /// An address that may stand in `href` and `src`: whoever fills it has judged its scheme.
  @inlinable
  public static func url(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> [UInt8]
  ) -> Self {
    Self(name, summary, type: { _ in .url }, value: { model, _ in .url(get(model)) })
  }

  /// Yes or no, for sections.
  @inlinable
  public static func flag(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> Bool
  ) -> Self {
    Self(name, summary, type: { _ in .flag }, value: { model, _ in .flag(get(model)) })
  }

  /// Whether finished markup of the fields before this one holds `text`, at any depth.
  ///
  /// - Complexity: O(bytes of that markup).
  public static func flag(_ name: String, _ summary: String, whereMarkupHolds text: StaticString) -> Self {
    Self(name, summary, type: { _ in .flag }, value: { _, before in .flag(before.markupHolds(text)) })
  }

  /// A list whose section repeats its body for each item.
  @inlinable
  public static func list<Item: PageModel>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> [Item]
  ) -> Self {
    Self(
      name, summary, type: { .list(Item.schema(inside: $0)) },
      value: { model, _ in .list(get(model).map { $0.record }) })
  }

  /// A record of its own, or nothing.
  @inlinable
  public static func record<Item: PageModel>(
    _ name: String, _ summary: String, _ get: @escaping @Sendable (Model) -> Item?
  ) -> Self {
    Self(
      name, summary, type: { .record(Item.schema(inside: $0)) },
      value: { model, _ in get(model).map { .record($0.record) } ?? .empty })
  }

  /// A record of `Item` that was built once and stands on many pages, such as the site's own data.
  @inlinable
  public static func shared<Item: PageModel>(
    _ name: String, _ summary: String, as item: Item.Type,
    _ get: @escaping @Sendable (Model) -> ModelRecord
  ) -> Self {
    Self(
      name, summary, type: { .record(Item.schema(inside: $0)) },
      value: { model, _ in .record(get(model)) })
  }
}
