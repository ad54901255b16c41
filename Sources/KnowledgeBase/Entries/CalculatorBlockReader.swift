import Calculator
import Markdown
import PerplexityMath
import SourceText

/// Reads a block `calculator` and says what is wrong in it.
struct CalculatorBlockReader {
  /// The calculation; `nil` where there is no number to calculate with.
  private(set) var block: CalculatorBlock?
  private(set) var diagnostics: [Diagnostic] = []
  private let document: Document
  private let node: Node
  /// Where the entries were read from: the document's file, or the block alone where its lines do not stand in the
  /// file as they are, as in a quotation.
  private let file: SourceFile
  private let isInFile: Bool
  private var values: [(key: CalculatorBlock.Key, value: MetadataValue)] = []

  init(_ node: Node, of document: Document, preset: RatioPreset = .english) {
    self.document = document
    self.node = node
    let literal = document.bytes(of: node.literal)
    isInFile = node.literal.isVerbatim
    file = isInFile ? document.source : SourceFile(path: document.source.path, bytes: Array(literal))
    let range = isInFile ? literal.startIndex..<literal.endIndex : 0..<literal.count
    let read =
      literal.isEmpty
      ? ([], []) : MetadataReader.entries(in: range, of: file, syntax: .calcInvalid, limit: .calcInvalid)
    diagnostics = read.1.map { fault in
      var fault = fault
      if !isInFile {
        fault = Diagnostic(.calcInvalid, at: location(of: nil), fault.message, notes: fault.notes)
      }
      return fault
    }
    for entry in read.0 { note(entry) }
    readBlock(preset)
  }

  // MARK: Keys

  private mutating func note(_ entry: MetadataEntry) {
    if let key = CalculatorBlock.Key(rawValue: entry.key) ?? CalculatorBlockReader.synonyms[entry.key] {
      values.append((key, entry.value))
      return
    }
    let known = CalculatorBlock.Key.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: entry.key, among: known)
    let question = Suggestion.question(for: entry.key, among: known)
    report(
      .calcInvalid, entry.keyRange, "a calculation has no key `\(entry.key)`",
      notes: [Note(question ?? "the keys are \(known.joined(separator: ", "))")],
      replacement: near.count == 1 ? near[0] : nil)
  }

  private static let synonyms: [String: CalculatorBlock.Key] = ["ppl": .perplexity]

  private func value(_ key: CalculatorBlock.Key) -> MetadataValue? { values.first { $0.key == key }?.value }

  /// The text of a key; `nil` where it is not given, or is no text, which is reported.
  private mutating func text(_ key: CalculatorBlock.Key) -> (text: String, range: SourceRange)? {
    guard let value = value(key) else { return nil }
    guard let text = value.text, !text.isEmpty else {
      report(.calcInvalid, value.range, "`\(key.rawValue)` needs a value")
      return nil
    }
    return (text, value.range)
  }

  /// One of a few words.
  private mutating func choice<Choice>(
    _ key: CalculatorBlock.Key, of names: String, _ make: ([UInt8]) -> Choice?
  ) -> Choice? {
    guard let (text, range) = text(key) else { return nil }
    if let choice = make(Array(text.utf8)) { return choice }
    report(.calcInvalid, range, "`\(key.rawValue)` is one of \(names)")
    return nil
  }

  // MARK: The calculation

  private mutating func readBlock(_ preset: RatioPreset) {
    var request = CalculatorRequest(preset: preset)
    let base = choice(.base, of: "2, e and 10") { CalculatorBase($0) }
    var numbers: [(quantity: CalculatorRequest.Quantity, text: String, range: SourceRange)] = []
    for key in [CalculatorBlock.Key.perplexity, .bits, .nats, .hartleys, .entropy] {
      guard let (text, range) = text(key) else { continue }
      let quantity: CalculatorRequest.Quantity =
        switch key {
        case .bits: .entropy(.two)
        case .nats: .entropy(.e)
        case .hartleys: .entropy(.ten)
        case .entropy: .entropy(base ?? .two)
        default: .perplexity
        }
      numbers.append((quantity, text, range))
    }
    // In the order in which they were written, the first is what is given.
    numbers.sort { $0.range.start < $1.range.start }
    guard let given = numbers.first else {
      if diagnostics.isEmpty, !values.contains(where: { CalculatorBlockReader.isNumber($0.key) }) {
        report(
          .calcInvalid, nil, "a calculation needs a number: perplexity, bits, nats, hartleys or entropy")
      }
      return
    }
    request.quantity = given.quantity
    request.number = Array(given.text.utf8)
    if case .entropy(let own) = given.quantity {
      request.base = base ?? own
    } else {
      request.base = base ?? .two
    }
    request.unit = choice(.of, of: "token, word, character and byte") { TextUnit($0) } ?? .token
    if let chosen = choice(.text, of: "en and zh", { RatioPreset($0) }) {
      request.preset = chosen
      request.isPresetChosen = true
    }
    readRatios(into: &request)
    request.tokens = text(.tokens).map { Array($0.text.utf8) }
    let sheet = CalculatorSheet(request, words: CalculatorWords.plainEnglish)
    for fault in sheet.faults {
      let value = value(of: fault.field)
      let message = String(decoding: fault.message, as: UTF8.self)
      report(.calcInvalid, value?.range, message, decimalOf: value?.text ?? "")
    }
    guard sheet.perToken != nil else { return }
    var block = CalculatorBlock(request: request)
    block.ask = text(.ask).map { Array($0.text.utf8) } ?? []
    block.parts = parts() ?? block.parts
    self.block = block
    for other in numbers.dropFirst() { compare(other.text, at: other.range, with: sheet, as: other.quantity) }
    checkExpectation(sheet)
  }

  /// Reads the exercise, and reports what is wrong in its formulas, at the whole of it; `nil` for none.
  mutating func readExercise(_ converter: FormulaConverter) -> Title? {
    var faults: [Diagnostic] = []
    guard let question = block?.question(converter, reporting: &faults) else { return nil }
    let range = value(.ask)?.range
    for fault in faults {
      diagnostics.append(Diagnostic(fault.id, at: location(of: range), fault.message, notes: fault.notes))
    }
    return question
  }

  private static func isNumber(_ key: CalculatorBlock.Key) -> Bool {
    [.perplexity, .bits, .nats, .hartleys, .entropy].contains(key)
  }

  private mutating func readRatios(into request: inout CalculatorRequest) {
    for (index, key) in [CalculatorBlock.Key.tokensPerWord, .charactersPerToken, .bytesPerCharacter]
      .enumerated()
    {
      request.ratios[index] = text(key).map { Array($0.text.utf8) }
    }
    let per = choice(.per, of: "word, character and byte") { name in
      TextUnit(name).flatMap { $0 == .token ? nil : $0 }
    }
    let ratio = text(.ratio)
    if let per, let ratio { request.tokensPerUnit = (per, Array(ratio.text.utf8)) }
    if per != nil, value(.ratio) == nil {
      report(.calcInvalid, value(.per)?.range, "`per` needs `ratio`, the number of tokens in one such unit")
    }
    if let ratio, value(.per) == nil {
      report(.calcInvalid, ratio.range, "`ratio` needs `per`: word, character or byte")
    }
  }

  private mutating func parts() -> [CalculatorBlock.Part]? {
    guard let value = value(.show) else { return nil }
    let items: [(text: String, range: SourceRange)]
    switch value.content {
    case .list(let list): items = list.compactMap { item in item.text.map { ($0, item.range) } }
    case .scalar(let text, _):
      items = text.split { $0 == "," || $0 == " " }.map { (String($0), value.range) }
    case .null, .map: items = []
    }
    let names = CalculatorBlock.Part.allCases.map(\.rawValue)
    var parts: [CalculatorBlock.Part] = []
    for item in items {
      if let part = CalculatorBlock.Part(rawValue: item.text) {
        if !parts.contains(part) { parts.append(part) }
      } else {
        let question = Suggestion.question(for: item.text, among: names)
        report(
          .calcInvalid, item.range, "a calculation shows no `\(item.text)`",
          notes: [Note(question ?? "it can show \(names.joined(separator: ", "))")])
      }
    }
    return parts.isEmpty ? nil : parts
  }

  // MARK: Checks

  private mutating func compare(
    _ text: String, at range: SourceRange, with sheet: CalculatorSheet,
    as quantity: CalculatorRequest.Quantity
  ) {
    guard let amount = sheet.amount(per: sheet.request.unit) else { return }
    guard let printed = PrintedResult(Array(text.utf8)) else {
      return report(.calcInvalid, range, "this is not a number", decimalOf: text)
    }
    let value =
      switch quantity {
      case .perplexity: amount.perplexity
      case .entropy(let base): amount.entropy(base)
      }
    guard value.isFinite, let right = printed.correction(for: value) else { return }
    let text = String(decoding: right, as: UTF8.self)
    report(
      .calcMismatch, range, "This is not the \(quantity.plainName) that follows: \(text).", replacement: text)
  }

  /// `expect: 4.959`, perhaps with a unit: the quantity that is not given, or the one the unit names.
  private mutating func checkExpectation(_ sheet: CalculatorSheet) {
    guard let (text, range) = text(.expect) else { return }
    let words = text.split(separator: " ")
    var quantity: CalculatorRequest.Quantity
    switch sheet.request.quantity {
    case .perplexity: quantity = .entropy(sheet.request.base)
    case .entropy: quantity = .perplexity
    }
    if words.count > 1 {
      guard words.count == 2, let named = CalculatorRequest.Quantity(plainName: words[1].lowercased()) else {
        return report(
          .calcInvalid, range,
          "`expect` is a number, perhaps with perplexity, bits, nats or hartleys behind it")
      }
      quantity = named
    }
    let end = Int(range.start) + words[0].utf8.count
    // A quoted value has no place of its own for the number.
    let isPlain = Int(range.end) - Int(range.start) == text.utf8.count
    compare(
      String(words[0]), at: isPlain ? SourceRange(Int(range.start)..<end) : range, with: sheet, as: quantity)
  }

  // MARK: Places

  private func value(of field: StaticString) -> MetadataValue? {
    let name = "\(field)"
    let key = CalculatorBlock.Key(rawValue: name) ?? CalculatorBlockReader.synonyms[name]
    return key.flatMap { value($0) } ?? value(.entropy)
  }

  private func location(of range: SourceRange?) -> SourceLocation {
    guard let range, isInFile else {
      let line = document.source.bytes[node.range.bytes].prefix { $0 != 0x0A && $0 != 0x0D }
      return SourceLocation(line.startIndex..<line.endIndex, in: document.source)
    }
    return SourceLocation(range, in: document.source)
  }

  /// Reports a number that cannot be used; where its comma is meant for a decimal point, that mends it.
  private mutating func report(
    _ id: DiagnosticID, _ range: SourceRange?, _ message: String, decimalOf text: String
  ) {
    var decimal: String?
    if PrintedResult(Array(text.utf8)) == nil, text.utf8.count(where: { $0 == 0x2C }) == 1 {
      let pointed = String(decoding: text.utf8.map { $0 == 0x2C ? 0x2E : $0 }, as: UTF8.self)
      if PrintedResult(Array(pointed.utf8)) != nil { decimal = pointed }
    }
    report(
      id, range, message, notes: decimal == nil ? [] : [Note("decimals begin behind a point")],
      replacement: decimal)
  }

  private mutating func report(
    _ id: DiagnosticID, _ range: SourceRange?, _ message: String, notes: [Note] = [],
    replacement: String? = nil
  ) {
    let fix =
      isInFile ? range.flatMap { range in replacement.map { FixIt(range: range, replacement: $0) } } : nil
    diagnostics.append(Diagnostic(id, at: location(of: range), message, notes: notes, fix: fix))
  }
}

extension CalculatorRequest.Quantity {
  /// The quantity of this name, as `expect` writes it.
  fileprivate init?(plainName: String) {
    switch plainName {
    case "perplexity", "ppl": self = .perplexity
    case "bits", "bit": self = .entropy(.two)
    case "nats", "nat": self = .entropy(.e)
    case "hartleys", "hartley": self = .entropy(.ten)
    default: return nil
    }
  }

  fileprivate var plainName: String {
    switch self {
    case .perplexity: "perplexity"
    case .entropy(.two): "number of bits"
    case .entropy(.e): "number of nats"
    case .entropy(.ten): "number of hartleys"
    }
  }
}
