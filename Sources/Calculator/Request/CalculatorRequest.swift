/// What is asked of the calculator: the query of its address, `ppl=31.1&base=2`.
///
/// | name | value |
/// |---|---|
/// | `ppl`, `bits`, `nats`, `hartleys`, `entropy` | the number given; the first of them counts; `entropy` is in the unit of `base` |
/// | `of` | what it is given per: `token` (without it), `word`, `character`, `byte` |
/// | `base` | the base of the formula: `2`, `e`, `10`; without it the one whose unit the number has |
/// | `text` | which usual ratios hold: `en`, `zh` |
/// | `tokens_per_word`, `characters_per_token`, `bytes_per_character` | ratios of the reader's own |
/// | `per`, `ratio` | another way to write one of them: how many tokens there are in a `word`, `character` or `byte` |
/// | `tokens` | the length of the sequence whose probability is shown |
///
/// Numbers stay as they were typed; ``CalculatorSheet`` reads them and says what is wrong with them.
public struct CalculatorRequest: Sendable {
  /// What a number is.
  public enum Quantity: Sendable, Equatable {
    case perplexity
    case entropy(CalculatorBase)

    /// The quantity as addresses and fields name it.
    public var name: StaticString {
      switch self {
      case .perplexity: "ppl"
      case .entropy(let base): base.unit
      }
    }
  }

  /// What the number is.
  public var quantity = Quantity.perplexity
  /// The number as typed; empty for none.
  public var number: [UInt8] = []
  /// What it is given per.
  public var unit = TextUnit.token
  /// The base of the formulas.
  public var base = CalculatorBase.two
  /// Which usual ratios hold.
  public var preset: RatioPreset
  /// Whether the usual ratios were asked for, and are not only those of the page's language.
  public var isPresetChosen = false
  /// Ratios of the reader's own, as typed, in the order of ``Ratio/allCases``.
  public var ratios: [[UInt8]?] = [nil, nil, nil]
  /// How many tokens there are in one unit, as typed.
  public var tokensPerUnit: (unit: TextUnit, ratio: [UInt8])?
  /// The length of a sequence, as typed.
  public var tokens: [UInt8]?

  /// A request for nothing.
  public init(preset: RatioPreset = .english) {
    self.preset = preset
  }

  /// Reads a query, with or without `?` before it. Names that are unknown are passed over, and so are values of names
  /// with few values that are none of them.
  ///
  /// - Complexity: O(length).
  public init(query: [UInt8], preset: RatioPreset = .english) {
    self.init(preset: preset)
    var isEntropy = false
    var base: CalculatorBase?
    var per: TextUnit?
    var ratio: [UInt8]?
    let text = query.first == UInt8(ascii: "?") ? query.dropFirst() : query[...]
    for part in text.split(separator: UInt8(ascii: "&")) {
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = Array(part[..<equals])
      let value = CalculatorRequest.decoded(part[equals...].dropFirst())
      if let quantity = CalculatorRequest.quantity(named: name) {
        if number.isEmpty { (self.quantity, number) = (quantity, value) }
      } else if name == Array(literal: "entropy") {
        if number.isEmpty { (isEntropy, number) = (true, value) }
      } else if name == Array(literal: "of") {
        unit = TextUnit(value) ?? .token
      } else if name == Array(literal: "base") {
        base = CalculatorBase(value)
      } else if name == Array(literal: "text") {
        if let chosen = RatioPreset(value) { (self.preset, isPresetChosen) = (chosen, true) }
      } else if name == Array(literal: "tokens") {
        tokens = value
      } else if name == Array(literal: "per") {
        per = TextUnit(value)
      } else if name == Array(literal: "ratio") {
        ratio = value
      } else {
        for (index, known) in Ratio.allCases.enumerated() where Array(literal: known.name) == name {
          ratios[index] = value
        }
      }
    }
    if isEntropy { quantity = .entropy(base ?? .two) }
    if case .entropy(let own) = quantity { self.base = base ?? own } else { self.base = base ?? .two }
    if let per, let ratio, per != .token { tokensPerUnit = (per, ratio) }
  }

  /// The quantity of this name: `ppl` or `perplexity`, `bits`, `nats`, `hartleys`.
  static func quantity(named name: [UInt8]) -> Quantity? {
    if name == Array(literal: "ppl") || name == Array(literal: "perplexity") { return .perplexity }
    for base in CalculatorBase.allCases where name == Array(literal: base.unit) { return .entropy(base) }
    return nil
  }

  /// Resolves `%41` and `+`; what is no escape stays as it is. `+` before a digit is the sign that somebody wrote
  /// (`1e+5`), else the blank that forms make of it.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), index + 2 < text.endIndex, let high = digit(text[index + 1]),
        let low = digit(text[index + 2])
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        let next = index + 1 < text.endIndex ? text[index + 1] : 0
        let isBlank = byte == UInt8(ascii: "+") && !(0x30...0x39).contains(next) && next != UInt8(ascii: ".")
        output.append(isBlank ? 0x20 : byte)
        index += 1
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

extension CalculatorRequest {
  /// The query that ``init(query:preset:)`` reads as this request, without `?`; what holds without being said is left
  /// out. The usual ratios are said where they were chosen, since without that they depend on the page.
  public var query: [UInt8] {
    var output: [UInt8] = []
    func add(_ name: StaticString, _ value: [UInt8]) {
      if !output.isEmpty { output.append(UInt8(ascii: "&")) }
      output.append(name)
      output.append(UInt8(ascii: "="))
      for byte in value { CalculatorRequest.appendEncoded(byte, to: &output) }
    }
    if !number.isEmpty { add(quantity.name, number) }
    if unit != .token { add("of", Array(literal: unit.name)) }
    add("base", Array(literal: base.name))
    if isPresetChosen { add("text", Array(literal: preset.name)) }
    for (ratio, value) in zip(Ratio.allCases, ratios) {
      if let value { add(ratio.name, value) }
    }
    if let (unit, ratio) = tokensPerUnit {
      add("per", Array(literal: unit.name))
      add("ratio", ratio)
    }
    if let tokens { add("tokens", tokens) }
    return output
  }

  private static func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      output.append(byte)
    default:
      output.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 15] { output.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
    }
  }
}
