/// What is asked for on the command line.
struct Arguments {
  private(set) var asJSON = false
  private(set) var measuresStages = true
  private(set) var measuresFamilies = true
  /// Rounds over every text.
  private(set) var runs = 7
  private(set) var englishBytes = 4_000_000
  /// Bytes of the members of a family: three that are below the limit of a paragraph, three beyond all limits.
  private(set) var familySizes = [15_000, 30_000, 60_000, 250_000, 500_000, 1_000_000]
  private(set) var familyRuns = 3
  /// What the names of the families hold that are measured.
  private(set) var onlyFamilies = ""
  /// The files whose stages are measured.
  private(set) var paths: [String] = []

  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--jsonl": asJSON = true
      case "--stages-only": measuresFamilies = false
      case "--families-only": measuresStages = false
      case "--runs": runs = try Arguments.number(&rest, of: argument)
      case "--english-bytes": englishBytes = try Arguments.number(&rest, of: argument)
      case "--family-bytes":
        let size = try Arguments.number(&rest, of: argument)
        familySizes = [size, 2 * size, 4 * size]
      case "--family-runs": familyRuns = try Arguments.number(&rest, of: argument)
      case "--family":
        guard let name = rest.popFirst() else { throw Failure(message: "--family needs a name") }
        onlyFamilies = name
        measuresStages = false
      case _ where argument.hasPrefix("-"): throw Failure(message: "there is no option \(argument)")
      default: paths.append(argument)
      }
    }
  }

  private static func number(_ rest: inout ArraySlice<String>, of option: String) throws(Failure) -> Int {
    guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
      throw Failure(message: "\(option) needs a number of at least 1")
    }
    return number
  }
}
