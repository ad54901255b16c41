public import SourceText

/// A value of front matter or of `quaestio.yml`, with its place in the file.
///
/// Scalars are text: whether `no` is a word or a flag is decided by whoever reads the key.
public struct MetadataValue: Hashable, Sendable {
  /// What the value is.
  public var content: Content
  /// The bytes that write the value, quotes and brackets included; empty and behind the colon or dash when nothing
  /// is written. Of a value over several lines at least the first line's part is covered.
  public var range: SourceRange

  /// Makes a value.
  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The four things a value can be.
  public enum Content: Hashable, Sendable {
    /// Nothing, `~` or `null`.
    case null
    /// Text, and how it was written.
    case scalar(String, Style)
    /// Values in order.
    case list([MetadataValue])
    /// Keys with values, in order, no key twice.
    case map([MetadataEntry])
  }

  /// How a scalar was written.
  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted
    /// A literal (`|`) or folded (`>`) block.
    case block
    /// Not YAML: the raw text behind a key whose value could not be read. It has been reported.
    case unread
  }

  /// Text of a scalar; `nil` for all else.
  public var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// A plain scalar's content: YAML's written forms of nothing become `null`.
  static func plainContent(_ text: String) -> Content {
    switch text {
    case "", "~", "null": .null
    default: .scalar(text, .plain)
    }
  }
}

/// A key with its value.
public struct MetadataEntry: Hashable, Sendable {
  /// The key as written, unquoted.
  public var key: String
  /// The bytes that write the key.
  public var keyRange: SourceRange
  /// The value.
  public var value: MetadataValue

  /// Makes an entry.
  public init(key: String, keyRange: SourceRange, value: MetadataValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// A value that was read from a file, with the bytes that write it there.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public var value: Value
  /// Its bytes in the file, quotes included; empty for a value that does not stand in the file itself but comes
  /// from `defaults:`.
  public var range: SourceRange

  /// Makes a value with its place.
  public init(_ value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Sourced where Value == String {
  /// Where the text's bytes stand unchanged in the file, so that an offset in the text is an offset there; `nil`
  /// when quoting, folding or a default keeps them apart.
  ///
  /// - Complexity: O(length of the text).
  public func verbatimRange(in file: SourceFile) -> SourceRange? {
    let whole = range.bytes.clamped(to: 0..<file.bytes.count)
    for bytes in [whole, whole.dropFirst().dropLast()] where bytes.count == value.utf8.count {
      if !bytes.isEmpty, file.bytes[bytes].elementsEqual(value.utf8) { return SourceRange(bytes) }
    }
    return nil
  }
}
