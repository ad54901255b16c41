import Calculator
import PerplexityMath
import SourceText

/// The options of `quaestio calc` as values; every fault is a sentence for the person at the terminal.
enum CalcInput {
  /// The largest file of log-probabilities, in bytes.
  static let largestFile = 256 << 20

  /// A number as the calculator's page takes it.
  static func number(_ text: String, named name: String) throws(CommandFailure) -> TypedNumber {
    do throws(TypedNumber.Fault) {
      return try TypedNumber(Array(text.utf8))
    } catch {
      switch error {
      case .empty, .notANumber: throw CommandFailure("\(name) '\(text)' is not a number")
      case .infinite: throw CommandFailure("\(name) '\(text)' is no number to calculate with")
      case .tooLarge: throw CommandFailure("\(name) '\(text)' is too large")
      }
    }
  }

  static func base(_ text: String?) throws(CommandFailure) -> LogarithmBase? {
    guard let text else { return nil }
    if text.lowercased() == "e" { return .e }
    let number = try number(text, named: "--base")
    do {
      return try LogarithmBase(number.value)
    } catch {
      throw CommandFailure("--base \(text): \(error.message)")
    }
  }

  /// The unit of text a result is given for, and how many tokens it has.
  struct Scale {
    var unit: String
    var ratio: TypedNumber
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
      return Scale(unit: unit, ratio: try number("1", named: "--ratio"))
    }
    let number = try number(ratio, named: "--ratio")
    guard number.value > 0 else { throw CommandFailure("--ratio: \(QuantityError.ratioNotPositive.message)") }
    guard unit != "token" || number.value == 1 else { throw CommandFailure("--per token has the ratio 1") }
    return Scale(unit: unit, ratio: number)
  }

  static func tokens(_ text: String?) throws(CommandFailure) -> TypedNumber? {
    guard let text else { return nil }
    let number = try number(text, named: "--tokens")
    guard number.value >= 1, number.value <= 0x1p53, number.value == number.value.rounded(), number.isExact
    else {
      throw CommandFailure("--tokens '\(text)' is not a whole number from 1 to 2^53")
    }
    return number
  }

  /// The text of a file, or of standard input for `-`.
  static func text(path: String) throws(CommandFailure) -> [UInt8] {
    if path == "-" { return try StandardInput.readAll() }
    do {
      return try DiskFileSystem().read(path, limit: largestFile)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Reads numbers as the calculator's page does.
  ///
  /// - Parameter names: what the two lists are called in messages.
  static func measurement(
    _ options: String, _ first: [UInt8], _ second: [UInt8] = [], names: (String, String)
  ) throws(CommandFailure) -> Measurement {
    let request = MeasurementRequest(options: Array(options.utf8), first: first, second: second)
    let measurement = Measurement(request, words: .plainEnglish, limit: largestFile)
    if let fault = measurement.remarks.first(where: { !$0.isNote }) {
      let help = fault.normalizing ? "; --normalize divides them by it" : ""
      let message = String(decoding: fault.message, as: UTF8.self)
      throw CommandFailure("\(fault.isSecond ? names.1 : names.0): \(message)\(help)")
    }
    guard !measurement.results.isEmpty else {
      let isSecond = measurement.p != nil
      throw CommandFailure("\(isSecond ? names.1 : names.0): \(DistributionError.empty.message)")
    }
    return measurement
  }
}
