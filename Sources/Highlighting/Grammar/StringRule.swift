/// One kind of quoted text; a class, so that lexers share it instead of copying its tables.
final class StringRule: Sendable {
  /// What a string may hold that stands for something else.
  enum Escapes: Sendable {
    case none
    /// `\n`, `\u{41}`.
    case backslash
    /// A backslash keeps the next character from closing the string, and both stay text: Python's raw strings.
    case rawBackslash
    /// The closing delimiter twice stands for itself: SQL.
    case doubledDelimiter
  }

  /// How code stands inside the string.
  enum Interpolation: Sendable {
    case none
    /// `\(x)`, with as many `#` after the backslash as the string has: Swift.
    case backslashParenthesis
    /// `${x}`: JavaScript.
    case dollarBrace
    /// `${x}` and `$x`: Kotlin.
    case dollarBraceOrName
    /// `{x}`, where a doubled brace stands for itself: Python, C#.
    case brace
  }

  let open: Delimiter
  let close: Delimiter
  /// Words in lower case of which one must stand right before the opening delimiter (`r`, `f`); none: no word may.
  let prefixes: WordTable<Bool>?
  let tokenClass: TokenClass?
  /// The class instead if the grammar's sign of a key follows the string.
  let keyClass: TokenClass?
  let escapes: Escapes
  let interpolation: Interpolation
  let isMultiline: Bool
  /// Whether `#` signs may widen both delimiters: raw strings of Swift and Rust.
  let takesNumberSigns: Bool
  /// Whether the text stands in `delimiter( … )delimiter` between the quotes: raw strings of C++.
  let takesDelimiter: Bool
  /// Bytes at which plain text of the string may end.
  let stops: ByteSet
  /// All other bytes.
  let plain: ByteSet

  init(
    _ open: String, to close: String? = nil, prefixes: String? = nil, as tokenClass: TokenClass? = .string,
    keyClass: TokenClass? = nil, escapes: Escapes = .backslash, interpolation: Interpolation = .none,
    isMultiline: Bool = false, takesNumberSigns: Bool = false, takesDelimiter: Bool = false
  ) {
    self.open = Delimiter(open)
    self.close = Delimiter(takesDelimiter ? ")" : close ?? open)
    self.prefixes = prefixes.map { WordTable([($0, true)], foldsCase: true) }
    self.tokenClass = tokenClass
    self.keyClass = keyClass
    self.escapes = escapes
    self.interpolation = interpolation
    self.isMultiline = isMultiline
    self.takesNumberSigns = takesNumberSigns
    self.takesDelimiter = takesDelimiter
    var stops = ByteSet(only: self.close[0])
    if !isMultiline { stops.insert(ASCII.newline) }
    switch escapes {
    case .backslash, .rawBackslash: stops.insert(ASCII.backslash)
    case .none, .doubledDelimiter: break
    }
    switch interpolation {
    case .none: break
    case .backslashParenthesis: stops.insert(ASCII.backslash)
    case .dollarBrace, .dollarBraceOrName: stops.insert(ASCII.dollar)
    case .brace: stops = stops.union(ByteSet("{}"))
    }
    self.stops = stops
    plain = stops.inverted
  }

  /// A character in single quotes, as in C.
  static let character = StringRule("'")
  /// Text in double quotes that ends with its line.
  static let quoted = StringRule("\"")
}
