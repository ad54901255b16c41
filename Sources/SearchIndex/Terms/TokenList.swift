/// A token of a query or of a text that is held against one.
struct Token {
  /// How a word stands to the text; nil: it is an ideograph.
  var form: WordForm?
  /// Whether it is an ideograph that follows another one in the same run.
  var continuesRun = false
  /// Where in the text it stands.
  var range: Range<Int>
  /// Where in the list's bytes.
  fileprivate var bytes: Range<Int>
}

/// The tokens of a text.
///
/// Everything but the builder reads tokens from here: a sink of its own would be another copy of the tokenizer in the
/// browser's engine.
struct TokenList: TokenSink {
  private(set) var tokens: [Token] = []
  /// All tokens in UTF-8, one behind the other.
  private var bytes: [UInt8] = []

  @inline(never)
  init(_ text: [UInt8], _ characters: CharacterTable) {
    var tokenizer = Tokenizer(characters)
    tokenizer.tokenize(text.span, into: &self)
  }

  /// A token in UTF-8; with the one before in front, where it is wanted.
  @inline(never)
  func bytes(_ place: Int, withPrevious: Bool = false) -> [UInt8] {
    let start = tokens[withPrevious ? place - 1 : place].bytes.lowerBound
    return bytes.part(range(start, tokens[place].bytes.upperBound))
  }

  @inline(never)
  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    let start = bytes.count
    appendUTF8(scalar, to: &bytes)
    append(nil, continuesRun: previous != 0, range, from: start)
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {}

  mutating func word(_ word: Span<UInt8>, form: WordForm, range: Range<Int>) {
    let start = bytes.count
    for index in word.indices { bytes.append(word[index]) }
    append(form, continuesRun: false, range, from: start)
  }

  private mutating func append(_ form: WordForm?, continuesRun: Bool, _ place: Range<Int>, from start: Int) {
    tokens.append(
      Token(form: form, continuesRun: continuesRun, range: place, bytes: range(start, bytes.count)))
  }
}
