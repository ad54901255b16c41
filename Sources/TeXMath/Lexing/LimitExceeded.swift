/// Stops the reading of a formula that goes over a limit.
///
/// A reference, so that the frames of the parser, which may be many, need no room for it.
final class LimitExceeded: Error {
  enum Limit {
    case formulaBytes, depth
    /// The number of macro calls, and the number of tokens they become.
    case macroExpansions(Int), macroTokens(Int)
    /// What the columns of a table put into its cells.
    case columnTokens
  }

  let limit: Limit
  let source: SourceSpan
  /// The names of macros each of which uses the next, with arrows between; `nil` if none comes back to itself.
  let cycle: [UInt8]?

  init(_ limit: Limit, at source: SourceSpan, cycle: [UInt8]? = nil) {
    self.limit = limit
    self.source = source
    self.cycle = cycle
  }

  /// What is wrong, and what an author can do about it.
  var message: String {
    if let cycle {
      return "The macros of this formula expand without end: " + String(decoding: cycle, as: UTF8.self)
        + " …; look for one that uses itself."
    }
    return switch limit {
    case .formulaBytes: "The formula is longer than the limit; divide it into several."
    case .depth: "The formula is nested more deeply than the limit; simplify it."
    case .macroExpansions(let most):
      "The macros of this formula need more than " + Self.grouped(most)
        + " expansions, which is the limit; write out some of it, or divide the formula."
    case .macroTokens(let most):
      "The macros of this formula expand to more than " + Self.grouped(most)
        + " signs, which is the limit; write out some of it, or divide the formula."
    case .columnTokens:
      "The columns of this table put more into its cells than the limit; write some of it into the cells."
    }
  }

  /// A number with a comma between each three digits.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number).utf8)
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(UInt8(ascii: ","), at: place) }
    return String(decoding: digits, as: UTF8.self)
  }
}
