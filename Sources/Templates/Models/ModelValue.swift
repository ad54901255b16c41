/// The value of one field, UTF-8 throughout.
public enum ModelValue: Hashable, Sendable {
  /// Nothing: writes nothing, and its section is skipped.
  case empty
  /// Plain text, unescaped.
  case text([UInt8])
  /// Finished markup.
  case html([UInt8])
  /// An address, percent-encoded where it must be but not escaped for HTML.
  case url([UInt8])
  /// Yes or no.
  case flag(Bool)
  /// Any number of records.
  case list([ModelRecord])
  /// One record.
  case record(ModelRecord)
}

/// The values of one page, or of one item of a list, in the order of its schema's fields.
public struct ModelRecord: Hashable, Sendable {
  /// One value a field; values that are missing at the end count as empty.
  public var values: [ModelValue]

  /// Keeps values in the schema's field order.
  public init(values: [ModelValue]) {
    self.values = values
  }
}
