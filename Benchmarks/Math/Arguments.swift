/// What is asked for on the command line.
struct Arguments {
  /// The file whose formulas are converted; without one, the growth of the families is measured.
  private(set) var formulas: String?
  /// How often all formulas are converted.
  private(set) var rounds = 9
  /// Whether the formulas become readable text as well.
  private(set) var makesText = false
  /// What the names of the families hold that are measured.
  private(set) var family = ""
  /// Bytes of the members of a family.
  private(set) var sizes = [25_000, 50_000, 100_000, 200_000]

  init(_ arguments: [String]) throws(Failure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        formulas = argument
        continue
      }
      if argument == "--text" {
        makesText = true
        continue
      }
      guard let value = rest.popFirst() else { throw Failure(message: "\(argument) needs a value") }
      switch argument {
      case "--family": family = value
      case "--rounds": rounds = try Self.number(value, of: argument)
      case "--bytes":
        let size = try Self.number(value, of: argument)
        sizes = (0..<4).map { size << $0 }
      default: throw Failure(message: "there is no option \(argument)")
      }
    }
  }

  private static func number(_ value: String, of option: String) throws(Failure) -> Int {
    guard let number = Int(value), number > 0 else {
      throw Failure(message: "\(option) needs a number of at least 1")
    }
    return number
  }
}
