import ArgumentParser
import Calculator
import PerplexityMath

/// `quaestio calc`: perplexity, entropy and what belongs to them, with the same bits as the calculator page.
struct CalcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc",
    abstract: "Convert between perplexity and entropy, or measure a distribution.",
    usage: """
      quaestio calc VALUE [--from UNIT] [--to UNIT] [--base B] [--per UNIT --ratio R] [--tokens N]
      quaestio calc --distribution 0.5,0.5 [--against 0.25,0.75] [--normalize] [--base B]
      quaestio calc --logprobs FILE|- [--base B] [--to UNIT]
      quaestio calc --expression "2^4.7"
      quaestio calc --sheet "ppl=31.1&base=2"
      """,
    discussion: """
      Units are perplexity, bits, nats, hartleys, and entropy, whose unit follows from --base. Without --from the value \
      is a perplexity; without --to it becomes an entropy, and an entropy becomes a perplexity.
      """)

  @Argument(help: "The perplexity or entropy to convert.")
  var value: String?

  @Option(help: "The value's unit: perplexity (default), bits, nats, hartleys or entropy.")
  var from: String?

  @Option(help: "The unit wanted: perplexity, bits, nats, hartleys or entropy.")
  var to: String?

  @Option(help: "The base of the logarithm: 2 (default), e, 10 or any number above 1.")
  var base: String?

  @Option(help: "Give the result per token, word, character or byte; the value is per token.")
  var per: String?

  @Option(help: "How many tokens there are in one such word, character or byte.")
  var ratio: String?

  @Option(
    help:
      "The probability of a sequence of so many tokens, or with --to its whole information; with --per, too.")
  var tokens: String?

  @Option(parsing: .unconditional, help: "Probabilities, separated by commas.")
  var distribution: String?

  @Option(parsing: .unconditional, help: "The distribution to compare with: cross-entropy and divergence.")
  var against: String?

  @Flag(help: "Divide the numbers of a distribution by their sum.")
  var normalize = false

  @Option(
    help: """
      A file of token log-probabilities, as a list or as models answer them, or - for standard input; natural \
      unless --base.
      """)
  var logprobs: String?

  @Option(parsing: .unconditional, help: "An expression: + - * / ^ ( ) log2 ln log10 exp sqrt.")
  var expression: String?

  @Option(help: "Everything the calculator's page shows for the query of its address.")
  var sheet: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if let sheet {
      try StandardStream.output.write(printed(sheet) + "\n")
      return
    }
    let report = try makeReport()
    try StandardStream.output.write((json ? report.json : report.text) + "\n")
  }

  private func makeReport() throws(CommandFailure) -> CalcReport {
    let given = [value, distribution, logprobs, expression].count { $0 != nil }
    guard given == 1 else {
      throw CommandFailure(
        given == 0
          ? "give a value, --distribution, --logprobs or --expression"
          : "give only one of a value, --distribution, --logprobs and --expression")
    }
    try refuseStrayOptions()
    if let expression { return try .evaluating(expression) }
    let base = try CalcInput.base(base)
    if let distribution {
      let options = "kind=\(against == nil ? "p" : "pq")&normalize=\(normalize ? 1 : 0)"
      let measurement = try CalcInput.measurement(
        options, Array(distribution.utf8), Array((against ?? "").utf8), names: ("--distribution", "--against")
      )
      guard let p = measurement.p else { throw CommandFailure(DistributionError.empty.message) }
      let note = measurement.remarks.first { $0.isNote }.map { String(decoding: $0.message, as: UTF8.self) }
      return try .measuring(p, against: measurement.q, base: base ?? .two, note: note)
    }
    if let logprobs {
      let measurement = try CalcInput.measurement(
        "kind=logs", CalcInput.text(path: logprobs), names: (logprobs, logprobs))
      let unit = try CalcUnit(to, option: "--to", base: base ?? .two) ?? .perplexity
      return try .measuring(measurement.logProbabilities, base: base ?? .e, in: unit)
    }
    let conversion = try CalcConversion(
      value: CalcInput.number(value ?? "", named: "the value"),
      from: CalcUnit(from, option: "--from", base: base ?? .two),
      to: CalcUnit(to, option: "--to", base: base ?? .two), base: base,
      scale: CalcInput.scale(per: per, ratio: ratio), tokens: CalcInput.tokens(tokens))
    return try conversion.report()
  }

  /// Everything the calculator shows for a query.
  private func printed(_ query: String) throws(CommandFailure) -> String {
    guard value == nil, distribution == nil, logprobs == nil, expression == nil else {
      throw CommandFailure("--sheet stands alone")
    }
    try refuseStrayOptions()
    let sheet = CalculatorSheet(CalculatorRequest(query: Array(query.utf8)), words: .plainEnglish)
    if json { return String(decoding: sheet.json, as: UTF8.self) }
    if let fault = sheet.faults.first {
      throw CommandFailure("\(fault.field): \(String(decoding: fault.message, as: UTF8.self))")
    }
    let lines = sheet.fields.map { $0.name + Array(" = ".utf8) + $0.text }
    let formulas = (sheet.formulas + sheet.sequence).map { $0.text } + [sheet.die]
    return String(decoding: Array((lines + formulas).joined(separator: [0x0A])), as: UTF8.self)
  }

  /// Refuses options that the chosen kind of calculation would silently ignore.
  private func refuseStrayOptions() throws(CommandFailure) {
    let options: [(name: String, isGiven: Bool, isUsed: Bool)] = [
      ("--from", from != nil, value != nil),
      ("--to", to != nil, value != nil || logprobs != nil),
      ("--base", base != nil, expression == nil && sheet == nil),
      ("--per", per != nil, value != nil),
      ("--ratio", ratio != nil, value != nil && per != nil),
      ("--tokens", tokens != nil, value != nil),
      ("--against", against != nil, distribution != nil),
      ("--normalize", normalize, distribution != nil),
    ]
    for option in options where option.isGiven && !option.isUsed {
      throw CommandFailure("\(option.name) has no meaning here; see 'quaestio calc --help'")
    }
  }
}
