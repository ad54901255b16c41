/// How a word stands to the text.
enum WordForm {
  /// As it was written, but folded: a whole word or a whole identifier.
  case exact
  /// The English stem of the word or part before, where it is another word.
  case stem
  /// A part of an identifier, or the identifier without its hyphens.
  case part
}

/// Receives the tokens of a text in order, each with the range of bytes it was made of. Implementations are
/// structs; every call is specialised.
///
/// Exact words, stems and parts share one space of terms, without marks: `trained` is sent as `trained` (exact)
/// and `train` (stem), and a query for `training` looks for `training` and `train`. An index that counts a stem
/// as less than an exact word then finds all three forms and ranks the one that was asked for first, whichever
/// it is; and a word's two terms stand side by side, mostly in one file. (Stems with a mark in front would need
/// a third term of each query, in a file far from the others.)
protocol TokenSink {
  /// A character of an ideograph run; `previous` is the character before it in the same run, 0 at its start.
  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>)
  /// The run that ended held `length` characters; `last` is its last one.
  mutating func endIdeographRun(length: Int, last: UInt32)
  /// A word in UTF-8, folded, 1...`Tokenizer.wordLimit` bytes. A stem has the range of its word or part, what is
  /// sent of an identifier without its connectors that of the whole.
  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>)
  /// Takes the word that begins with the letter or digit at `index` of `text`, and has nothing of a text before it, if
  /// it knows a shorter way to the same; gives where the word ends, or nil.
  mutating func takeWord(of text: Span<UInt8>, at index: Int, _ characters: CharacterTable) -> Int?
  /// Takes the unified ideographs from `start` on, or some of them, likewise; gives where they end and the last one.
  mutating func takeIdeographs(
    of text: Span<UInt8>, from start: Int, after previous: UInt32, _ characters: CharacterTable
  ) -> (end: Int, last: UInt32)?
}

extension TokenSink {
  @inline(__always)
  mutating func takeWord(of text: Span<UInt8>, at index: Int, _ characters: CharacterTable) -> Int? { nil }

  @inline(__always)
  mutating func takeIdeographs(
    of text: Span<UInt8>, from start: Int, after previous: UInt32, _ characters: CharacterTable
  ) -> (end: Int, last: UInt32)? { nil }
}

extension [UInt8] {
  /// A copy of the bytes of a token.
  init(_ bytes: Span<UInt8>) {
    self = []
    reserveCapacity(bytes.count)
    for index in bytes.indices { append(bytes[index]) }
  }
}
