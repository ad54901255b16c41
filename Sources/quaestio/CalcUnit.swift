import PerplexityMath

/// A unit `quaestio calc` converts from or to.
enum CalcUnit: Hashable {
  case perplexity
  case entropy(LogarithmBase)

  /// The unit of an option's word; `entropy` takes its unit from the base.
  init?(_ word: String?, option: String, base: LogarithmBase) throws(CommandFailure) {
    switch word?.lowercased() {
    case nil: return nil
    case "perplexity", "ppl": self = .perplexity
    case "bits", "bit": self = .entropy(.two)
    case "nats", "nat": self = .entropy(.e)
    case "hartleys", "hartley": self = .entropy(.ten)
    case "entropy": self = .entropy(base)
    default:
      throw CommandFailure(
        "\(option) \(word ?? "") is unknown; the units are perplexity, bits, nats, hartleys and entropy")
    }
  }

  var name: String {
    switch self {
    case .perplexity: "perplexity"
    case .entropy(.two): "bits"
    case .entropy(.e): "nats"
    case .entropy(.ten): "hartleys"
    case .entropy(let base): "base-\(CalcNumber.short(base)) units"
    }
  }

  func name(for text: String) -> String { CalcUnit.singular(name, for: text) }

  /// `bit` in place of `bits` behind 1, also in `bits per word`.
  static func singular(_ unit: String, for text: String) -> String {
    guard text == "1", let end = unit.firstIndex(of: " ") ?? Optional(unit.endIndex),
      unit[..<end].hasSuffix("s"), !unit.hasPrefix("base-")
    else { return unit }
    return String(unit[..<end].dropLast()) + unit[end...]
  }
}

/// Numbers as the command prints them; all it prints are finite.
enum CalcNumber {
  /// Six significant digits for people.
  static func short(_ value: Double) -> String {
    String(decoding: NumberFormat.significant(value, digits: 6) ?? [], as: UTF8.self)
  }

  static func short(_ base: LogarithmBase) -> String { base == .e ? "e" : short(base.value) }

  /// All digits that count, for programs and for repeating what was entered.
  static func full(_ value: Double) -> String {
    String(decoding: NumberFormat.shortest(value) ?? [], as: UTF8.self)
  }
}

/// Formulas as `--expression` takes them.
enum CalcFormula {
  static func logarithm(_ base: LogarithmBase, of argument: String) -> String {
    switch base {
    case .two: "log2(\(argument))"
    case .e: "ln(\(argument))"
    case .ten: "log10(\(argument))"
    default: "ln(\(argument)) / ln(\(CalcNumber.full(base.value)))"
    }
  }

  static func power(_ base: LogarithmBase, _ exponent: String) -> String {
    if base == .e { return "exp(\(exponent))" }
    let isNumber = exponent.allSatisfy { $0.isNumber || $0 == "." }
    return "\(CalcNumber.full(base.value))^\(isNumber ? exponent : "(\(exponent))")"
  }

  /// An amount in one unit, in another: x ln b / ln c.
  static func conversion(_ amount: String, from: LogarithmBase, to: LogarithmBase) -> String {
    if from == to { return amount }
    if from == .e { return "\(amount) / \(logarithm(.e, of: CalcNumber.full(to.value)))" }
    return "\(amount) × \(logarithm(to, of: CalcNumber.full(from.value)))"
  }
}
