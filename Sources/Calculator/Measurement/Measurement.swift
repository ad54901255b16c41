public import PerplexityMath

/// What the numbers somebody pasted come to: entropy, cross-entropy, divergence, perplexity, and every term of the sums.
///
/// Sums are compensated and probabilities from 10^-300 up count; log-probabilities are never turned into probabilities, so
/// they may lie far below. Results show six significant digits. What cannot be calculated is said in words.
public struct Measurement: Sendable {
  /// What is wrong, or worth knowing, about a field.
  public struct Remark: Sendable {
    /// Whether it is about the second field.
    public var isSecond: Bool
    /// A sentence.
    public var message: [UInt8]
    /// The item it speaks of, in UTF-16 units of the field's text, as browsers count.
    public var selection: Range<Int>?
    /// Whether dividing by the sum would help.
    public var normalizing: Bool = false
    /// Whether the numbers were calculated with all the same.
    public var isNote: Bool = false
  }

  /// A result with its name.
  public struct Result: Sendable {
    /// What it is called.
    public var name: CalculatorWords.Key
    /// What stands for it in formulas.
    public var symbol: Formula?
    /// The number as text; never empty.
    public var value: [UInt8]
    /// Its unit in the reader's language; `nil` for numbers without one.
    public var unit: [UInt8]?
  }

  /// What was asked.
  public let request: MeasurementRequest
  /// What is wrong with the fields, or worth knowing.
  public internal(set) var remarks: [Remark] = []
  /// The results, in the order in which they are read; empty where nothing could be calculated.
  public internal(set) var results: [Result] = []
  /// The distribution, or P of two; `nil` where there is none.
  public private(set) var p: Distribution?
  /// Q of two distributions.
  public private(set) var q: Distribution?
  /// The log-probabilities, in the base in which they were given.
  public private(set) var logProbabilities: [DoubleDouble] = []
  /// The formulas with their values.
  public internal(set) var formulas: [Formula] = []
  /// The terms of the sums: as many columns as `header` has, each a list along the items.
  var header: [Formula] = []
  var columns: [[Double]] = []
  let words: CalculatorWords
  /// How many items are shown with their terms.
  static var shownItems: Int { 12 }
  /// How far a sum of probabilities may be from 1: what rounding in the seventh decimal place leaves.
  public static var tolerance: Double { 1e-6 }

  /// Calculates.
  ///
  /// - Complexity: O(length of the texts); texts above the limit in bytes are not read.
  public init(_ request: MeasurementRequest, words: CalculatorWords, limit: Int = NumberList.largestText) {
    self.request = request
    self.words = words
    guard request.first.count <= limit, request.second.count <= limit else {
      let isSecond = request.first.count <= limit
      remarks.append(Remark(isSecond: isSecond, message: words[.tooLong]))
      return
    }
    switch request.kind {
    case .distribution: measureDistribution()
    case .pair: measurePair()
    case .logProbabilities: measureLogProbabilities()
    }
  }

  // MARK: Reading

  private mutating func distribution(_ text: [UInt8], isSecond: Bool) -> (Distribution, NumberList)? {
    let list = NumberList(text)
    if let fault = list.fault {
      report(fault, text, isSecond)
      return nil
    }
    guard !list.values.isEmpty else { return nil }
    do throws(DistributionError) {
      let sum = try Distribution.sum(ofWeights: list.values)
      guard request.normalizes else {
        guard (sum.high - 1).magnitude <= Measurement.tolerance else {
          report(sum: sum, list, isSecond)
          return nil
        }
        return (try Distribution(list.values, tolerance: Measurement.tolerance), list)
      }
      guard sum.high > 0 else {
        remarks.append(Remark(isSecond: isSecond, message: words[.sumIsZero]))
        return nil
      }
      if sum != DoubleDouble(1) {
        let message = words.filled(
          .normalized, [("{sum}", Exponential.inline(Measurement.text(sum: sum, of: list.values)))])
        remarks.append(Remark(isSecond: isSecond, message: message, isNote: true))
      }
      return (try Distribution(normalizing: list.values), list)
    } catch {
      report(error, list, text, isSecond)
      return nil
    }
  }

  /// Says that a sum is not 1, and offers to divide by it.
  private mutating func report(sum: DoubleDouble, _ list: NumberList, _ isSecond: Bool) {
    guard sum.high > 0 else {
      return remarks.append(Remark(isSecond: isSecond, message: words[.sumIsZero]))
    }
    let message = words.filled(
      .sumIsNotOne, [("{sum}", Exponential.inline(Measurement.text(sum: sum, of: list.values)))])
    remarks.append(Remark(isSecond: isSecond, message: message, normalizing: true))
  }

  private mutating func report(_ fault: NumberList.Fault, _ text: [UInt8], _ isSecond: Bool) {
    let why: CalculatorWords.Key = fault.isTooLarge ? .itemTooLarge : .itemNotANumber
    report(why, index: fault.index, range: fault.range, text, isSecond)
  }

  private mutating func report(
    _ error: DistributionError, _ list: NumberList, _ text: [UInt8], _ isSecond: Bool
  ) {
    let why: CalculatorWords.Key
    let index: Int
    switch error {
    case .empty: return
    case .notANumber(let item): (why, index) = (.itemUndefined, item)
    case .negative(let item): (why, index) = (.itemNegative, item)
    case .infinite(let item): (why, index) = (.itemInfinite, item)
    case .positiveLogProbability(let item): (why, index) = (.itemPositive, item)
    case .impossibleOutcome(let item): (why, index) = (isSecond ? .itemMissedByQ : .itemImpossible, item)
    case .sumIsNotOne(let sum): return report(sum: DoubleDouble(sum), list, isSecond)
    case .differentCounts(let first, let second):
      return remarks.append(
        Remark(
          isSecond: true,
          message: words.filled(
            .countsDiffer, [("{n}", Measurement.text(first)), ("{m}", Measurement.text(second))])))
    }
    report(why, index: index, range: list.ranges[index], text, isSecond)
  }

  private mutating func report(
    _ why: CalculatorWords.Key, index: Int, range: Range<Int>, _ text: [UInt8], _ isSecond: Bool
  ) {
    var line = 1
    for byte in text[..<range.lowerBound] where byte == 0x0A { line += 1 }
    var shown = Array(text[range].prefix(24))
    while let last = shown.last, last & 0xC0 == 0x80, shown.count == 24 { shown.removeLast() }
    if shown.count < range.count {
      if let last = shown.last, last >= 0xC0 { shown.removeLast() }
      shown += Array(literal: "…")
    }
    let message = words.filled(
      .item,
      [
        ("{n}", Measurement.text(index + 1)), ("{line}", Measurement.text(line)), ("{text}", shown),
        ("{why}", words[why]),
      ])
    let start = Measurement.utf16Length(text[..<range.lowerBound])
    let selection = start..<(start + Measurement.utf16Length(text[range]))
    remarks.append(Remark(isSecond: isSecond, message: message, selection: selection))
  }

  private static func utf16Length(_ text: ArraySlice<UInt8>) -> Int {
    var length = 0
    for byte in text where byte & 0xC0 != 0x80 { length += byte >= 0xF0 ? 2 : 1 }
    return length
  }

  // MARK: Measuring

  private mutating func measureDistribution() {
    guard let (p, _) = distribution(request.first, isSecond: false) else { return }
    self.p = p
    let base = request.base
    let entropy = p.entropy(base: base.logarithm)
    let terms = p.entropyTerms(base: base.logarithm)
    header = [.variable("p"), Measurement.surprisal(base, "p"), Measurement.weighted(base, "p", "p")]
    columns = [p.probabilities, p.logarithms(base: base.logarithm).map { -$0 }, terms]
    add(.outcomes, nil, Double(p.probabilities.count))
    add(.entropy, Measurement.entropySymbol, entropy)
    if let amount = Amount(DoubleDouble(entropy.value), base: base.logarithm) { addPerplexity(amount) }
    formulas = [
      .row(
        [Measurement.entropySymbol, .sign(.equals), .sign(.minus), Measurement.sum(base, "p", "p")]
          + shown(entropy))
    ]
  }

  private mutating func measurePair() {
    let first = distribution(request.first, isSecond: false)
    let second = distribution(request.second, isSecond: true)
    p = first?.0
    q = second?.0
    guard let (p, _) = first, let (q, list) = second else { return }
    let base = request.base
    do throws(DistributionError) {
      let cross = try p.crossEntropy(against: q, base: base.logarithm)
      let divergence = try p.divergence(from: q, base: base.logarithm)
      let entropy = p.entropy(base: base.logarithm)
      header = [
        .variable("p"), .variable("q"), Measurement.weighted(base, "p", "p"),
        Measurement.weighted(base, "p", "q"),
        .row([
          .variable("p"), .sign(.space),
          .logarithm(
            base, .row([.sign(.open), .variable("p"), .sign(.divides), .variable("q"), .sign(.close)])),
        ]),
      ]
      columns = [
        p.probabilities, q.probabilities, p.entropyTerms(base: base.logarithm),
        try p.crossEntropyTerms(against: q, base: base.logarithm),
        try p.divergenceTerms(from: q, base: base.logarithm),
      ]
      add(.outcomes, nil, Double(p.probabilities.count))
      add(.entropy, Measurement.entropySymbol, entropy)
      add(.crossEntropy, Measurement.crossEntropySymbol, cross)
      add(.divergence, Measurement.divergenceSymbol, divergence)
      if let amount = Amount(DoubleDouble(cross.value), base: base.logarithm) { addPerplexity(amount) }
      formulas = [
        .row([
          Measurement.crossEntropySymbol, .sign(.equals), .sign(.minus), Measurement.sum(base, "p", "q"),
          .sign(.equals), Measurement.entropySymbol, .sign(.plus), Measurement.divergenceSymbol,
        ]),
        .row(
          [
            Measurement.crossEntropySymbol, .sign(.approximately),
            .number(Measurement.text(entropy.value) ?? []),
            .sign(.plus), .number(Measurement.text(divergence.value) ?? []),
          ] + shown(cross)),
      ]
    } catch {
      report(error, list, request.second, true)
    }
  }

  private mutating func measureLogProbabilities() {
    let list = NumberList(request.first, isLogs: true)
    if let fault = list.fault { return report(fault, request.first, false) }
    guard !list.values.isEmpty else { return }
    logProbabilities = list.values
    let base = request.base
    let logBase = request.logBase.logarithm
    do throws(DistributionError) {
      let tokens = try TokenLogProbabilities(list.values, base: logBase)
      guard let amount = Amount(try tokens.extendedCrossEntropy(), base: logBase),
        let entropy = try? Entropy(amount.entropy(base), base: base.logarithm)
      else {
        return remarks.append(Remark(isSecond: false, message: words[.tooLarge]))
      }
      header = [
        .logarithm(request.logBase, .variable("p")), .variable("p"), Measurement.surprisal(base, "p"),
      ]
      columns = [
        tokens.values, tokens.values.map { logBase.power($0) },
        tokens.values.map { (-logBase.converting($0, to: base.logarithm)).magnitude },
      ]
      add(.tokens, nil, Double(list.values.count))
      add(.crossEntropy, .variable("H"), entropy)
      addPerplexity(amount)
      formulas = [
        .row(
          [
            .variable("H"), .sign(.equals), .sign(.minus), .number([0x31]), .sign(.divides), .variable("n"),
            .sign(.times), .sign(.sum), .logarithm(base, .variable("p")),
          ] + shown(entropy))
      ]
    } catch {
      report(error, list, request.first, false)
    }
  }
}
