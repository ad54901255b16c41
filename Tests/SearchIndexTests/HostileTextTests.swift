import Testing

@testable import SearchIndex

@Suite("Any bytes as text")
struct HostileTextTests {
  /// Checks what holds of the tokens of every text: they lie in it, in the order of their ends; words are
  /// well-formed, not empty and within the limit; ideographs are characters, and runs are as long as they say.
  private func check(_ bytes: [UInt8]) {
    var end = 0
    var run = 0
    var previous: UInt32 = 0
    for (token, range) in TokenList(bytes, traditional: .bundled).tokens {
      if range.lowerBound < 0 || range.upperBound > bytes.count || range.isEmpty {
        Issue.record("\(bytes): \(range)")
      }
      switch token {
      case .ideograph(let scalar, let before):
        if Unicode.Scalar(scalar) == nil || before != previous {
          Issue.record("\(bytes): \(scalar) after \(before)")
        }
        run += 1
        previous = scalar
      case .endOfRun(let length):
        if length != run { Issue.record("\(bytes): a run of \(run) is said to have \(length)") }
        run = 0
        previous = 0
      case .word(let word, let form):
        let isSound = 1...Tokenizer.wordLimit ~= word.count && String(validating: word, as: UTF8.self) != nil
        if !isSound || run > 0 { Issue.record("\(bytes): \(word)") }
        if form == .exact {
          if range.upperBound < end { Issue.record("\(bytes): \(range) before \(end)") }
          end = range.upperBound
        }
      }
    }
    if run > 0 { Issue.record("\(bytes): a run does not end") }
  }

  @Test("every text of one and of two bytes")
  func short() {
    for first in UInt8.min...UInt8.max {
      check([first])
      for second in UInt8.min...UInt8.max { check([first, second]) }
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
