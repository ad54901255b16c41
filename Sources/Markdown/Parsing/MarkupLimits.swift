/// How much of what is costly a file may hold; what is over a limit is shown as plain text, with a diagnostic.
///
/// The limits of a paragraph bound the time of libcmark 0.30, which is quadratic in brackets and in the length of a
/// paragraph.
public struct MarkupLimits: Sendable, Equatable {
  /// How deep lists and quotes may be nested.
  public var blockDepth = 100
  /// Bytes in one paragraph, heading or row of a table.
  public var paragraphBytes = 64 * 1024
  /// Opening brackets in one paragraph, heading or row of a table.
  public var paragraphBrackets = 2_000
  /// Columns of a table.
  public var tableColumns = 500

  /// The defaults.
  public init() {}
}
