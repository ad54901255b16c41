import FormulaTerms
import Testing

@Suite("Any bytes")
struct PropertyTests {
  /// Parts of formulas, whole and broken.
  private static let parts = [
    "x", "y_i", "^2", "_", "^", "{", "}", "(", ")", "[", "]", "|", "$", "$$", "&", #"\\"#, #"\("#, #"\)"#,
    "12.5", ".",
    ",", "=", "+", "-", #"\frac"#, #"\sqrt"#, #"\left("#, #"\right)"#, #"\left."#, #"\right|"#, #"\sum"#,
    #"\log"#,
    #"\mathbf"#, #"\mathcal{L}"#, #"\hat"#, #"\text{若 a}"#, #"\begin{pmatrix}"#, #"\end{pmatrix}"#,
    "\\begin{aligned}",
    "\\end{aligned}", #"\overset{a}"#, #"\sideset{_1}{^2}"#, #"\over"#, #"\nope"#, "\\", "熵", "𝔼", "\u{301}",
    "'", "!", " ",
    #"\newcommand{\a}{b\a}"#, #"\a"#, #"\operatorname{ a-b c }"#, #"\colonapprox"#, #"\underbrace{ab}_{c}"#,
    "%", "#1",
    #"\phantom{x}"#, #"\xrightarrow{f}"#, #"\mathchoice{a}{b}{c}{d}"#, "\u{0}", "\u{7F}", "\u{85}",
    "\u{FEFF}",
  ]

  /// Checks what holds of the terms of anything; gives their number.
  private func check(_ terms: [FormulaTerm], limit: Int, _ input: [UInt8]) -> Int {
    let name = String(decoding: input, as: UTF8.self).debugDescription
    #expect(terms.count <= limit, "\(name)")
    #expect(Set(terms.map(\.bytes)).count == terms.count, "\(name)")
    for term in terms {
      #expect(term.bytes[0] == 0x02 && (2...41).contains(term.bytes.count) && term.weight > 0, "\(name)")
      #expect(term.bytes.dropFirst().allSatisfy { $0 >= 0x21 && $0 != 0x7F }, "\(name)")
      #expect(String(validating: term.bytes, as: UTF8.self) != nil, "\(name)")
    }
    return terms.count
  }

  private func check(_ input: [UInt8]) -> Int {
    for range in formulaRanges(query: input) { #expect(!range.isEmpty && range.upperBound <= input.count) }
    return check(formulaTerms(tex: input), limit: 200, input)
      + check(formulaTerms(query: input), limit: 48, input)
  }

  @Test("terms of parts put together at random are well-formed")
  func parts() {
    var generator = Generator(state: 1)
    var total = 0
    for _ in 0..<1000 {
      let count = Int.random(in: 1...14, using: &generator)
      let input = (0..<count).flatMap { _ in
        Array(Self.parts[Int(generator.next() % UInt64(Self.parts.count))].utf8)
      }
      total += check(input)
    }
    #expect(total > 5000)
  }

  @Test("terms of random bytes are well-formed")
  func bytes() {
    var generator = Generator(state: 2)
    for _ in 0..<1000 {
      _ = check(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8(truncatingIfNeeded: generator.next())
        })
    }
  }

  @Test("every beginning of a formula has terms that are well-formed", arguments: Collection.all)
  func beginnings(formula: String) {
    let bytes = Array(formula.utf8)
    for count in 0...bytes.count { _ = check(Array(bytes.prefix(count))) }
  }

  @Test("spaces and needless braces make no difference", arguments: Collection.all)
  func spacing(formula: String) {
    let spaced = formula.replacing(/[=+-]/) { " \($0.output)\\, " }
    #expect(terms(spaced) == terms(formula))
    let braced = formula.replacing(/([=+(_^-] ?)([a-zA-Z0-9])(?![a-zA-Z0-9.])/) { "\($0.1){\($0.2)}" }
    #expect(terms(braced) == terms(formula))
  }

  @Test("deep nesting ends no process")
  func depth() {
    for part in [
      "{", "x^{", #"\frac{"#, #"\sqrt{"#, #"\left("#, "(", #"\begin{matrix}"#, #"\hat{"#, #"\text{$"#,
    ] {
      for count in [10, 31, 32, 33, 100, 199, 200, 201, 1000] {
        _ = check(Array(String(repeating: part, count: count).utf8))
      }
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
