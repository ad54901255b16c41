public import PerplexityMath

/// The bases of logarithms the calculator offers, each with its unit of entropy.
public enum CalculatorBase: Sendable, CaseIterable {
  case two, e, ten

  /// The base of this name: `2`, `e` or `10`.
  public init?(_ name: [UInt8]) {
    switch name {
    case [0x32]: self = .two
    case [0x65], [0x45]: self = .e
    case [0x31, 0x30]: self = .ten
    default: return nil
    }
  }

  /// The base as addresses and blocks name it.
  public var name: StaticString {
    switch self {
    case .two: "2"
    case .e: "e"
    case .ten: "10"
    }
  }

  /// The base as mathematics knows it.
  public var logarithm: LogarithmBase {
    switch self {
    case .two: .two
    case .e: .e
    case .ten: .ten
    }
  }

  /// The unit as addresses, blocks and fields name it.
  public var unit: StaticString {
    switch self {
    case .two: "bits"
    case .e: "nats"
    case .ten: "hartleys"
    }
  }

  var formula: Formula {
    switch self {
    case .two: .number([0x32])
    case .e: .variable("e")
    case .ten: .number([0x31, 0x30])
    }
  }
}

/// The pieces of text that entropy is given per.
public enum TextUnit: Sendable, CaseIterable {
  case token, word, character, byte

  /// The unit of this name.
  public init?(_ name: [UInt8]) {
    for unit in TextUnit.allCases where Array(literal: unit.name) == name {
      self = unit
      return
    }
    return nil
  }

  /// The unit as addresses, blocks and fields name it.
  public var name: StaticString {
    switch self {
    case .token: "token"
    case .word: "word"
    case .character: "character"
    case .byte: "byte"
    }
  }
}

/// Usual ratios of units of text, for a reader who has not counted their own. They are rough: every tokenizer and every
/// text has its own.
public enum RatioPreset: Sendable, CaseIterable {
  case english, chinese

  /// The preset of this name: `en` or `zh`.
  public init?(_ name: [UInt8]) {
    switch name {
    case [0x65, 0x6E]: self = .english
    case [0x7A, 0x68]: self = .chinese
    default: return nil
    }
  }

  /// The preset as addresses and blocks name it.
  public var name: StaticString {
    switch self {
    case .english: "en"
    case .chinese: "zh"
    }
  }

  /// As vocabularies of about 100,000 entries divide running text: four letters and spaces to an English token, one and a
  /// half Chinese characters to a Chinese one; in UTF-8 a letter takes one byte, a Chinese character three.
  func text(of ratio: Ratio) -> StaticString {
    switch (self, ratio) {
    case (.english, .tokensPerWord): "1.3"
    case (.english, .charactersPerToken): "4"
    case (.english, .bytesPerCharacter): "1"
    case (.chinese, .tokensPerWord): "1.1"
    case (.chinese, .charactersPerToken): "1.5"
    case (.chinese, .bytesPerCharacter): "3"
    }
  }
}

/// The three numbers that tie the units of text together.
public enum Ratio: Sendable, CaseIterable {
  case tokensPerWord, charactersPerToken, bytesPerCharacter

  /// The ratio as addresses and fields name it.
  public var name: StaticString {
    switch self {
    case .tokensPerWord: "tokens_per_word"
    case .charactersPerToken: "characters_per_token"
    case .bytesPerCharacter: "bytes_per_character"
    }
  }
}
