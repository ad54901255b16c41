/// A language as tables, for all those built from words, numbers, strings and comments.
struct Grammar: Sendable {
  /// What a name with a capital letter first (and a small one later) is.
  enum CapitalizedNames: Sendable {
    case plain
    case types
    /// Types, but functions where they are called: Go exports by the capital.
    case typesUnlessCalled
  }

  /// How a numeral may be written, beyond digits, letters, `_`, a decimal point and an exponent.
  struct Numbers: Sendable {
    /// Whether the point may come last (`1.`).
    var allowsTrailingPoint = false
    /// A byte that may stand between two digits: `'` of C++, `-` and `:` in dates of TOML.
    var separators = ByteSet()
    /// Whether a sign belongs to the numeral: JSON.
    var takesSign = false
  }

  /// What to try at a byte.
  enum ByteKind: UInt8, Sendable {
    case plain, whiteSpace, wordStart, digit, point, operatorSign, openBracket, closeBracket
    /// The first byte of a comment, a string, a sigil or a signed number.
    case special
  }

  let words: WordTable<Word>
  let lineComments: [Delimiter]
  let blockComment: BlockComment?
  let strings: [StringRule]
  let sigils: [Sigil]
  let numbers: Numbers
  let wordPart: ByteSet
  /// Operator bytes that begin nothing else.
  let plainOperators: ByteSet
  let operators: ByteSet
  let capitalizedNames: CapitalizedNames
  /// Whether `name(` is a call.
  let marksCalls: Bool
  /// Whether `name!(` calls a macro: Rust.
  let hasMacros: Bool
  /// Whether `/` begins a regular expression where an operand is due: JavaScript.
  let hasRegularExpressions: Bool
  /// What stands after a key: `:` in JSON, `=` in TOML.
  let keySeparator: UInt8?
  let takesNumberSigns: Bool
  private let kinds: [ByteKind]

  init(
    words: [WordGroup], foldsCase: Bool = false, lineComments: [Delimiter] = [],
    blockComment: BlockComment? = nil, strings: [StringRule], sigils: [Sigil] = [],
    numbers: Numbers = Numbers(), extraWordStart: String = "", extraWordPart: String = "",
    operators: String = "+-*/%=<>!&|^~?", capitalizedNames: CapitalizedNames = .plain,
    marksCalls: Bool = true,
    hasMacros: Bool = false, hasRegularExpressions: Bool = false, keySeparator: UInt8? = nil
  ) {
    self.words = WordTable(words.map { ($0.words, $0.word) }, foldsCase: foldsCase)
    self.lineComments = lineComments
    self.blockComment = blockComment
    self.strings = strings
    self.sigils = sigils
    self.numbers = numbers
    self.operators = ByteSet(operators)
    self.capitalizedNames = capitalizedNames
    self.marksCalls = marksCalls
    self.hasMacros = hasMacros
    self.hasRegularExpressions = hasRegularExpressions
    self.keySeparator = keySeparator
    let wordStart = ByteSet.wordStart.union(ByteSet(extraWordStart))
    wordPart = wordStart.union(.digits).union(ByteSet(extraWordPart))
    takesNumberSigns = strings.contains { $0.takesNumberSigns }

    var special = ByteSet()
    for comment in lineComments { special.insert(comment[0]) }
    if let blockComment { special.insert(blockComment.open[0]) }
    for rule in strings where rule.prefixes == nil { special.insert(rule.open[0]) }
    for sigil in sigils { special.insert(sigil.byte) }
    if takesNumberSigns { special.insert(ASCII.numberSign) }
    if hasRegularExpressions { special.insert(ASCII.slash) }
    if numbers.takesSign { special = special.union(ByteSet("+-")) }
    plainOperators = self.operators.subtracting(special)

    let sets: [(ByteSet, ByteKind)] = [
      (special, .special), (.whiteSpace, .whiteSpace), (wordStart, .wordStart), (.digits, .digit),
      (ByteSet("."), .point), (ByteSet("([{"), .openBracket), (ByteSet(")]}"), .closeBracket),
      (self.operators, .operatorSign),
    ]
    kinds = (UInt8.min...UInt8.max).map { byte in sets.first { $0.0.contains(byte) }?.1 ?? .plain }
  }

  @inline(__always)
  func kind(of byte: UInt8) -> ByteKind { kinds[Int(byte)] }
}
