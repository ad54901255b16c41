/// A token of a query or of a text that is held against one.
enum Token {
  /// An ideograph, and the one before it in the same run, or 0.
  case ideograph(UInt32, after: UInt32)
  /// The end of a run of so many ideographs.
  case endOfRun(length: Int)
  /// A word, its stem or a part of it, in UTF-8.
  case word([UInt8], WordForm)
}

/// The tokens of a text, each with its place there.
///
/// Everything but the builder reads tokens from here: a sink of its own would be another copy of the tokenizer in the
/// browser's engine.
struct TokenList: TokenSink {
  private(set) var tokens: [(token: Token, range: Range<Int>)] = []

  init(_ text: [UInt8], traditional: TraditionalTable?) {
    var tokenizer = Tokenizer(traditional: traditional)
    tokenizer.tokenize(text.span, into: &self)
  }

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    tokens.append((.ideograph(scalar, after: previous), range))
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    guard let place = tokens.last?.range else { return }
    tokens.append((.endOfRun(length: length), place))
  }

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    tokens.append((.word(Array(bytes), form), range))
  }
}
