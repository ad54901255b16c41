@testable import SearchIndex

/// Records tokens as text: exact words as they are, parts in parentheses, stems behind a tilde, ideographs alone
/// and in pairs, the end of a run as its length.
private struct Recorder: TokenSink {
  var tokens: [String] = []

  mutating func ideograph(_ scalar: UInt32, after previous: UInt32, range: Range<Int>) {
    if previous != 0 { tokens.append(character(previous) + character(scalar)) }
    tokens.append(character(scalar))
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    tokens.append("|\(length)")
  }

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    let word = String(decoding: Array(bytes), as: UTF8.self)
    switch form {
    case .exact: tokens.append(word)
    case .stem: tokens.append("~\(word)")
    case .part: tokens.append("(\(word))")
    }
  }

  private func character(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String($0) } ?? "?"
  }
}

/// The tokens of a text, marked by what they are.
func tokens(_ bytes: [UInt8], _ characters: CharacterTable = .bundled) -> [String] {
  var recorder = Recorder()
  var tokenizer = Tokenizer(characters)
  tokenizer.tokenize(bytes.span, into: &recorder)
  return recorder.tokens
}

func tokens(_ text: String) -> [String] {
  tokens(utf8(text))
}

/// The terms of a text, whatever their form.
func terms(_ text: String) -> Set<String> {
  Set(tokens(text).map { String($0.drop { $0 == "~" || $0 == "(" }.prefix { $0 != ")" }) })
}

/// What one code point becomes: code points, a space for what separates; none where it vanishes.
func folded(_ scalar: UInt32) -> [UInt32] {
  let (kind, value) = CharacterTable.bundled.lookUp(scalar)
  switch kind {
  case .separator: return [0x20]
  case .ignored: return []
  case .letter, .ideograph, .traditional, .uncertain, .mapped: return [value]
  case .number: return [0x20] + "\(value)".unicodeScalars.map(\.value) + [0x20]
  case .string:
    var scalars: [UInt32] = []
    var reader = TextReader(CharacterTable.bundled.strings, at: Int(value))
    for byte in reader.text() {
      scalars.append([0x41: 0x3BC, 0x42: 0x3C9, 0x43: 0x5D0][byte] ?? UInt32(byte))
    }
    return scalars
  }
}
