import Calculator
import PerplexityMath
import SourceText

/// The options of `quaestio calc` as values; every fault is a sentence for the person at the terminal.
enum CalcInput {
  /// The largest file of log-probabilities, in bytes.
  static let largestFile = 256 << 20

  static func number(_ text: String, named name: String) throws(CommandFailure) -> Double {
    guard let number = NumberFormat.number(from: Array(text.utf8)) else {
      throw CommandFailure("\(name) '\(text)' is not a number")
    }
    guard number.isFinite else { throw CommandFailure("\(name) '\(text)' is too large") }
    return number
  }

  /// The digits of results that follow from a number as it was entered.
  static func digits(of text: String) -> ResultDigits {
    ResultDigits(typed: WrittenNumber(Array(text.utf8))?.significantDigits ?? 1)
  }

  static func base(_ text: String?) throws(CommandFailure) -> LogarithmBase? {
    guard let text else { return nil }
    if text.lowercased() == "e" { return .e }
    let number = try number(text, named: "--base")
    do {
      return try LogarithmBase(number)
    } catch {
      throw CommandFailure("--base \(text): \(error.message)")
    }
  }

  /// The unit of text a result is given for, and how many tokens it has.
  struct Scale {
    var unit: String
    var ratio: Double
  }

  static func scale(per unit: String?, ratio: String?) throws(CommandFailure) -> Scale? {
    guard let unit else { return nil }
    guard ["token", "word", "character", "byte"].contains(unit) else {
      throw CommandFailure("--per \(unit) is unknown; it is token, word, character or byte")
    }
    guard let ratio else {
      guard unit == "token" else {
        throw CommandFailure("--per \(unit) needs --ratio, the number of tokens in one \(unit)")
      }
      return Scale(unit: unit, ratio: 1)
    }
    let number = try number(ratio, named: "--ratio")
    guard number > 0 else { throw CommandFailure("--ratio: \(QuantityError.ratioNotPositive.message)") }
    guard unit != "token" || number == 1 else { throw CommandFailure("--per token has the ratio 1") }
    return Scale(unit: unit, ratio: number)
  }

  static func tokens(_ text: String?) throws(CommandFailure) -> Double? {
    guard let text else { return nil }
    let number = try number(text, named: "--tokens")
    guard number >= 1, number <= 0x1p53, number == number.rounded() else {
      throw CommandFailure("--tokens '\(text)' is not a positive whole number")
    }
    return number
  }

  static func distribution(
    _ text: String?, option: String, normalizing: Bool
  ) throws(CommandFailure) -> Distribution? {
    guard let text else { return nil }
    let list = NumberList(Array(text.utf8))
    if let fault = list.fault {
      let word = String(decoding: Array(text.utf8)[fault.range], as: UTF8.self)
      throw CommandFailure(
        "\(option): number \(fault.index + 1) '\(word)' is \(fault.isTooLarge ? "too large" : "not a number")"
      )
    }
    let numbers = list.values
    do {
      return normalizing ? try Distribution(normalizing: numbers) : try Distribution(numbers)
    } catch {
      throw CommandFailure("\(option): \(sentence(for: error))")
    }
  }

  static func distribution(
    _ text: String, option: String, normalizing: Bool
  ) throws(CommandFailure) -> Distribution {
    guard let distribution = try distribution(Optional(text), option: option, normalizing: normalizing) else {
      throw CommandFailure("\(option): \(DistributionError.empty.message)")
    }
    return distribution
  }

  /// Reads a file of numbers between white space, commas or brackets; `-inf` is understood, so that it can be
  /// explained.
  static func logProbabilities(
    path: String, base: LogarithmBase
  ) throws(CommandFailure) -> TokenLogProbabilities {
    let bytes: [UInt8]
    do {
      bytes = try DiskFileSystem().read(path, limit: largestFile)
    } catch {
      throw CommandFailure(error)
    }
    var numbers: [Double] = []
    var lines: [Int] = []
    var line = 1
    var word: [UInt8] = []
    for byte in bytes + [UInt8(ascii: "\n")] {
      guard isSeparator(byte) else {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        numbers.append(try logProbability(word, at: "\(path):\(line)"))
        lines.append(line)
        word.removeAll(keepingCapacity: true)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    do {
      return try TokenLogProbabilities(numbers, base: base)
    } catch {
      guard let index = error.index else { throw CommandFailure("\(path): \(error.message)") }
      throw CommandFailure("\(path):\(lines[index]): \(error.message)")
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }

  private static func logProbability(_ word: [UInt8], at place: String) throws(CommandFailure) -> Double {
    if let number = NumberFormat.number(from: word), number.isFinite { return number }
    let text = String(decoding: word.prefix(40), as: UTF8.self)
    if ["-inf", "-infinity"].contains(text.lowercased()) { return -.infinity }
    throw CommandFailure("\(place): '\(text)' is not a number")
  }

  /// A sentence with the number's place, counted from 1, or the sum.
  static func sentence(for error: DistributionError) -> String {
    switch error {
    case .sumIsNotOne(let sum) where sum > 0:
      "\(error.message) but to \(CalcNumber.short(sum)); --normalize divides them by it"
    case .differentCounts(let first, let second): "\(error.message): \(first) and \(second)"
    default: error.index.map { "number \($0 + 1): \(error.message)" } ?? error.message
    }
  }
}

extension DistributionError {
  /// The index of the number at fault, from 0.
  var index: Int? {
    switch self {
    case .notANumber(let index), .negative(let index), .infinite(let index),
      .positiveLogProbability(let index),
      .impossibleOutcome(let index):
      index
    case .empty, .sumIsNotOne, .differentCounts: nil
    }
  }
}
