import Fuzzing

@testable import SearchIndex

/// What holds of the tokens of every text.
enum TokenSoundness {
  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are what `TokenChecker` says, and that an engine without the table of characters reads the same where it
  /// does not ask for the table.
  static func check(_ text: [UInt8]) {
    var checker = TokenChecker(text)
    var tokenizer = Tokenizer(.bundled)
    tokenizer.tokenize(text.span, into: &checker)
    require(checker.isAtEndOfRun, "a run does not end")
    guard isAssigned(text), !CharacterTable.mayChange(text) else { return }
    let (whole, builtIn) = (TokenList(text, .bundled), TokenList(text, .builtIn))
    require(whole.tokens.count == builtIn.tokens.count, "the tables disagree")
    for place in whole.tokens.indices {
      let (one, other) = (whole.tokens[place], builtIn.tokens[place])
      require(
        one.form == other.form && one.range == other.range && one.continuesRun == other.continuesRun
          && whole.bytes(place) == builtIn.bytes(place), "the tables disagree in token \(place)")
    }
  }

  /// Whether a text is well-formed, as those that readers type, and has no code point that Unicode has not given away.
  private static func isAssigned(_ text: [UInt8]) -> Bool {
    guard let text = String(validating: text, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .unassigned }
  }
}

/// Checks tokens as they come: they lie in the text, in the order of their ends; words are well-formed, not empty and
/// within the limit; ideographs are characters, and runs are as long as they say.
private struct TokenChecker: TokenSink {
  private let text: [UInt8]
  private var end = 0
  private var run = 0
  private var previous: UInt32 = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  var isAtEndOfRun: Bool { run == 0 }

  mutating func ideograph(_ scalar: UInt32, after before: UInt32, range: Range<Int>) {
    check(range)
    require(Unicode.Scalar(scalar) != nil && before == previous, "\(scalar) after \(before)")
    run += 1
    previous = scalar
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    require(length == run && last == previous, "a run of \(run) is said to have \(length)")
    run = 0
    previous = 0
  }

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    check(range)
    let word = [UInt8](bytes)
    require(1...Tokenizer.wordLimit ~= word.count, "\(word) is no word")
    require(String(validating: word, as: UTF8.self) != nil, "\(word) is ill-formed")
    require(run == 0, "a word in a run")
    guard form == .exact else { return }
    require(range.upperBound >= end, "\(range) before \(end)")
    end = range.upperBound
  }

  private func check(_ range: Range<Int>) {
    require(
      range.lowerBound >= 0 && range.upperBound <= text.count && range.lowerBound < range.upperBound,
      "\(range)")
  }
}
