/// Why a stretch of YAML was not taken, and at which byte of the file.
struct YAMLFailure: Error, Hashable {
  var reason: Reason
  /// Offset in the file.
  var offset: Int

  enum Reason: Hashable {
    /// Not YAML, in the parser's words.
    case syntax(String)
    /// A key stands twice in one map.
    case duplicateKey(String)
    /// `&name`, `*name` or `!tag`: not taken in front matter or configuration.
    case anchor, alias, tag
    /// A key that is a list or a map.
    case complexKey
    /// Nested too deeply.
    case depth
    /// A control character.
    case controlCharacter(UInt32)
  }
}

/// What is refused before it can cost anything.
enum YAMLLimits {
  /// Bytes of front matter, or of `quaestio.yml`.
  static let bytes = 64 * 1024
  /// Nesting of lists and maps.
  static let depth = 32
}
