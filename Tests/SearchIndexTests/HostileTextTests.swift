import Testing

@testable import SearchIndex

@Suite("Any bytes as text")
struct HostileTextTests {
  private func check(_ bytes: [UInt8]) {
    var sink = SoundnessSink(text: bytes)
    var tokenizer = Tokenizer(.bundled)
    tokenizer.tokenize(bytes.span, into: &sink)
    if sink.run > 0 { Issue.record("\(bytes): a run does not end") }
  }

  @Test("every text of one and of two bytes")
  func short() {
    for first in UInt8.min...UInt8.max {
      check([first])
      for second in UInt8.min...UInt8.max { check([first, second]) }
    }
  }

  @Test("every character, alone and between letters and digits")
  func characters() {
    for scalar in (UInt32(0x80)..<0x2_0000).compactMap(Unicode.Scalar.init) {
      let character = utf8(String(scalar))
      check(character)
      check(utf8("ab") + character + utf8("12"))
    }
  }

  @Test("every two pieces", arguments: hostilePieces.indices)
  func pairs(first: Int) {
    for second in hostilePieces { check(hostilePieces[first] + second) }
  }

  @Test("random bytes and mixtures", arguments: 0..<20)
  func random(seed: Int) {
    var generator = SplitMix(state: UInt64(4000 + seed))
    for _ in 0..<50 {
      check((0..<80).map { _ in UInt8.random(in: 0...255, using: &generator) })
      check(generator.hostileText(pieces: 30))
    }
  }
}

/// Checks what holds of the tokens of every text: they lie in it, in the order of their ends; words are
/// well-formed, not empty and within the limit; ideographs are characters, and runs are as long as they say.
private struct SoundnessSink: TokenSink {
  let text: [UInt8]
  private var end = 0
  private(set) var run = 0
  private var previous: UInt32 = 0

  init(text: [UInt8]) {
    self.text = text
  }

  private func check(_ isSound: Bool, _ what: @autoclosure () -> String) {
    if !isSound { Issue.record("\(text): \(what())") }
  }

  private func check(_ range: Range<Int>) {
    check(range.lowerBound >= 0 && range.upperBound <= text.count && !range.isEmpty, "\(range)")
  }

  mutating func ideograph(_ scalar: UInt32, after before: UInt32, range: Range<Int>) {
    check(range)
    check(Unicode.Scalar(scalar) != nil && before == previous, "\(scalar) after \(before)")
    run += 1
    previous = scalar
  }

  mutating func endIdeographRun(length: Int, last: UInt32) {
    check(length == run && last == previous, "a run of \(run) is said to have \(length)")
    run = 0
    previous = 0
  }

  mutating func word(_ bytes: Span<UInt8>, form: WordForm, range: Range<Int>) {
    check(range)
    let word = [UInt8](bytes)
    let isSound = 1...Tokenizer.wordLimit ~= word.count && String(validating: word, as: UTF8.self) != nil
    check(isSound && run == 0, "\(word)")
    if form == .exact {
      check(range.upperBound >= end, "\(range) before \(end)")
      end = range.upperBound
    }
  }
}
