import PerplexityMath

/// Everything the calculator shows for a request.
///
/// Whatever was typed, there is a sheet: what cannot be calculated is left empty and said in words. No text on it is ever
/// NaN or an infinity.
public struct CalculatorSheet: Sendable {
  /// What was asked.
  public let request: CalculatorRequest
  /// What is wrong with what was typed, by the name of its field.
  public private(set) var faults: [(field: StaticString, message: [UInt8])] = []
  /// Entropy and perplexity per token; `nil` where no number was given, or none that means something.
  public private(set) var perToken: Amount?
  /// How exactly results are shown.
  public private(set) var digits = ResultDigits(typed: 3)
  /// The tokens of the sequence; `nil` where none can be understood.
  private(set) var tokens: TypedNumber?
  let words: CalculatorWords
  /// The number given.
  var typed: TypedNumber?
  /// What the number is per the unit it was given for.
  var given: Amount?
  private var ratios: [TypedNumber?] = []

  /// The length of a sequence unless the reader says otherwise.
  public static var usualTokens: [UInt8] { [0x31, 0x30, 0x30] }

  /// Calculates.
  ///
  /// - Complexity: O(length of the request), bounded.
  public init(_ request: CalculatorRequest, words: CalculatorWords) {
    self.request = request
    self.words = words
    readRatios()
    readTokens()
    readNumber()
  }

  // MARK: Reading

  private mutating func readNumber() {
    let field = request.quantity.name
    do throws(TypedNumber.Fault) {
      let number = try TypedNumber(request.number)
      typed = number
      do throws(QuantityError) {
        let amount: Amount
        switch request.quantity {
        case .perplexity: amount = try Amount(perplexity: number)
        case .entropy(let base): amount = try Amount(entropy: number, base: base.logarithm)
        }
        let whole = perToken(from: amount)
        guard !amount.isTooLarge, whole?.isTooLarge != true else { throw .tooLarge }
        digits = ResultDigits(typed: number.significantDigits)
        given = amount
        perToken = whole
      } catch {
        let key: CalculatorWords.Key =
          switch error {
          case .perplexityBelowOne: .perplexityBelowOne
          case .negativeEntropy: .entropyNegative
          case .tooLarge: .tooLarge
          case .notANumber, .baseNotAboveOne, .ratioNotPositive: .notANumber
          }
        faults.append((field, words[key]))
      }
    } catch {
      if let message = message(of: error) { faults.append((field, message)) }
    }
  }

  private mutating func readTokens() {
    do throws(TypedNumber.Fault) {
      let number = try TypedNumber(request.tokens ?? CalculatorSheet.usualTokens)
      let isCount = number.value >= 1 && number.value <= 0x1p53 && Double(Int64(number.value)) == number.value
      guard isCount, number.extended.low == 0 else {
        return faults.append(("tokens", words[.tokensNotCount]))
      }
      tokens = number
    } catch {
      if let message = message(of: error) { faults.append(("tokens", message)) }
    }
  }

  private mutating func readRatios() {
    for (index, ratio) in Ratio.allCases.enumerated() {
      let usual = Array(literal: request.preset.text(of: ratio))
      ratios.append(read(request.ratios[index] ?? usual, field: ratio.name))
    }
    guard let (unit, text) = request.tokensPerUnit, let number = read(text, field: "ratio") else { return }
    let ratio: Ratio
    let value: DoubleDouble
    switch unit {
    case .token: return
    case .word: (ratio, value) = (.tokensPerWord, number.extended)
    case .character: (ratio, value) = (.charactersPerToken, DoubleDouble(1) / number.extended)
    case .byte:
      guard let characters = self.ratio(.charactersPerToken) else { return }
      (ratio, value) = (.bytesPerCharacter, DoubleDouble(1) / (number.extended * characters))
    }
    guard let index = Ratio.allCases.firstIndex(of: ratio), request.ratios[index] == nil else { return }
    var derived = number
    derived.value = value.high
    derived.extended = value
    derived.text = ResultDigits(typed: number.significantDigits).written(value).text
    derived.isExact = false
    ratios[index] = derived
  }

  private mutating func read(_ text: [UInt8], field: StaticString) -> TypedNumber? {
    do throws(TypedNumber.Fault) {
      let number = try TypedNumber(text)
      guard number.value >= 1e-6 else {
        faults.append((field, words[.ratioNotPositive]))
        return nil
      }
      guard number.value <= 1e6 else { throw .tooLarge }
      return number
    } catch {
      if let message = message(of: error) { faults.append((field, message)) }
      return nil
    }
  }

  private func message(of fault: TypedNumber.Fault) -> [UInt8]? {
    switch fault {
    case .empty: nil
    case .notANumber: words[.notANumber]
    case .infinite: words[.infinite]
    case .tooLarge: words[.tooLarge]
    }
  }

  // MARK: Units of text

  private func ratio(_ ratio: Ratio) -> DoubleDouble? { typedRatio(ratio)?.extended }

  /// A ratio as it was typed, is usual, or follows from `per` and `ratio`; `nil` where it cannot be understood.
  func typedRatio(_ ratio: Ratio) -> TypedNumber? {
    for (known, number) in zip(Ratio.allCases, ratios) where known == ratio { return number }
    return nil
  }

  private func perToken(from amount: Amount) -> Amount? {
    switch request.unit {
    case .token: return amount
    case .word:
      return ratio(.tokensPerWord).map { amount.divided(by: $0) }
    case .character:
      return ratio(.charactersPerToken).map { amount.multiplied(by: $0) }
    case .byte:
      guard let characters = ratio(.charactersPerToken), let bytes = ratio(.bytesPerCharacter) else {
        return nil
      }
      return amount.multiplied(by: characters * bytes)
    }
  }

  /// Entropy and perplexity per a unit of text; `nil` where a ratio is missing.
  public func amount(per unit: TextUnit) -> Amount? {
    if unit == request.unit, perToken != nil { return given }
    guard let perToken else { return nil }
    switch unit {
    case .token: return perToken
    case .word: return ratio(.tokensPerWord).map { perToken.multiplied(by: $0) }
    case .character: return ratio(.charactersPerToken).map { perToken.divided(by: $0) }
    case .byte:
      guard let characters = ratio(.charactersPerToken), let bytes = ratio(.bytesPerCharacter) else {
        return nil
      }
      return perToken.divided(by: characters * bytes)
    }
  }

  // MARK: Texts

  /// The text of a quantity per a unit of text: what was typed where it is what was given, else the result; empty for
  /// none.
  public func text(_ quantity: CalculatorRequest.Quantity, per unit: TextUnit = .token) -> [UInt8] {
    guard let amount = amount(per: unit) else { return [] }
    if quantity == request.quantity, unit == request.unit, let typed { return typed.text }
    switch quantity {
    case .perplexity: return digits.perplexity(amount).text
    case .entropy(let base): return digits.entropy(amount, base.logarithm).text
    }
  }
}
