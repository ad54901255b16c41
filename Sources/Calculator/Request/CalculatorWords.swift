/// The sentences a calculator says, in the reader's language, with gaps such as `{n}`.
///
/// Native code makes them from the theme's strings; to the browser they travel as lines in the order of the keys.
public struct CalculatorWords: Sendable {
  /// What is said.
  public enum Key: Int, CaseIterable, Sendable {
    case notANumber, infinite, tooLarge, perplexityBelowOne, entropyNegative, ratioNotPositive, tokensNotCount
    case token, word, character, byte
    case bits, nats, hartleys
    /// Of one.
    case bit, nat, hartley
    /// `{n}`: the perplexity.
    case die
    /// Of a perplexity of 1.
    case certain
    case plotTitle
    /// `{h}`, `{unit}`, `{ppl}`.
    case plotDescription
    /// `{n}`: the number, from 1; `{line}`; `{text}` as typed; `{why}`: one of the next.
    case item
    case itemNotANumber, itemUndefined, itemNegative, itemInfinite, itemTooLarge, itemPositive, itemImpossible
    case itemMissedByQ
    /// `{sum}`.
    case sumIsNotOne, normalized
    case sumIsZero
    /// `{n}` and `{m}`.
    case countsDiffer
    case tooLong
    case entropy, crossEntropy, divergence, perplexity, outcomes, tokens
    /// `{n}`.
    case more
  }

  private var patterns: [[UInt8]]

  /// Words from a pattern for every key.
  public init(_ pattern: (Key) -> [UInt8]) {
    patterns = Key.allCases.map { pattern($0) }
  }

  /// Words from lines in the order of the keys; what is missing is empty.
  public init(lines: [UInt8]) {
    patterns = lines.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The words as ``init(lines:)`` reads them.
  public var lines: [UInt8] { Array(patterns.joined(separator: [0x0A])) }

  subscript(key: Key) -> [UInt8] { key.rawValue < patterns.count ? patterns[key.rawValue] : [] }

  /// A sentence with its gaps filled, in one pass, so that a value may itself hold braces.
  func filled(_ key: Key, _ values: [(gap: StaticString, text: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    var rest = self[key][...]
    while let byte = rest.first {
      if byte == 0x7B, let value = values.first(where: { rest.starts(with: Array(literal: $0.gap)) }) {
        output += value.text
        rest = rest.dropFirst(value.gap.utf8CodeUnitCount)
      } else {
        output.append(byte)
        rest = rest.dropFirst()
      }
    }
    return output
  }

  func unit(of base: CalculatorBase) -> [UInt8] {
    switch base {
    case .two: self[.bits]
    case .e: self[.nats]
    case .ten: self[.hartleys]
    }
  }

  /// The unit behind a number: of one bit singular.
  func unit(of base: CalculatorBase, for number: [UInt8]) -> [UInt8] {
    guard number == [0x31] else { return unit(of: base) }
    switch base {
    case .two: return self[.bit]
    case .e: return self[.nat]
    case .ten: return self[.hartley]
    }
  }

  func name(of unit: TextUnit) -> [UInt8] {
    switch unit {
    case .token: self[.token]
    case .word: self[.word]
    case .character: self[.character]
    case .byte: self[.byte]
    }
  }
}
