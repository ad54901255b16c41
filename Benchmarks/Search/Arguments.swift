/// What is asked for on the command line.
struct Arguments {
  /// What is measured.
  enum Mode: String, CaseIterable { case relevance, wire, time, duplicates }

  let mode: Mode
  /// The file of the pages.
  let pages: String
  /// The files of queries, and for `relevance` of the judgements behind each.
  private(set) var paths: [String] = []
  /// Where each query's outcome is written.
  private(set) var output: String?
  /// Where the index is written.
  private(set) var files: String?
  /// How many results a reader is shown.
  private(set) var limit = 5
  private(set) var runs = 7
  /// Which part of the labelled pages is looked at; all when nil.
  private(set) var part: String?
  /// The score from which two pages count as one, in thousandths.
  private(set) var threshold: Int?
  private(set) var asJSON = false

  static let usage = """
    SearchBenchmark relevance PAGES (QUERIES JUDGEMENTS)… [--output FILE] [--json]
    SearchBenchmark wire PAGES QUERIES… [--files FOLDER] [--limit 5]
    SearchBenchmark time PAGES QUERIES… [--runs 7] [--json]
    SearchBenchmark duplicates PAGES [--part tuning|heldout] [--threshold 600] [--output FILE]
    """

  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    guard let mode = rest.popFirst().flatMap({ Mode(rawValue: $0) }), let pages = rest.popFirst() else {
      throw Failure(message: Arguments.usage)
    }
    self.mode = mode
    self.pages = pages
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        paths.append(argument)
        continue
      }
      if argument == "--json" {
        asJSON = true
        continue
      }
      guard let value = rest.popFirst() else { throw Failure(message: "\(argument) needs a value") }
      switch argument {
      case "--output": output = value
      case "--files": files = value
      case "--limit": limit = try Arguments.number(value, of: argument)
      case "--part": part = value
      case "--threshold": threshold = try Arguments.number(value, of: argument)
      case "--runs": runs = try Arguments.number(value, of: argument)
      default: throw Failure(message: "there is no option \(argument)\n\(Arguments.usage)")
      }
    }
    guard !paths.isEmpty || mode == .duplicates, mode != .relevance || paths.count.isMultiple(of: 2) else {
      throw Failure(message: Arguments.usage)
    }
  }

  private static func number(_ value: String, of option: String) throws(Failure) -> Int {
    guard let number = Int(value), number > 0 else {
      throw Failure(message: "\(option) needs a number of at least 1")
    }
    return number
  }
}
