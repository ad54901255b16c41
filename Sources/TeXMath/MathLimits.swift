/// Bounds that keep the cost of any formula small.
public struct MathLimits: Sendable, Equatable {
  /// Longest formula, in bytes.
  public var formulaBytes: Int
  /// Deepest nesting of braces, environments, fences and arguments; at most `maximumDepth`.
  public let depth: Int
  /// Most macro calls that are replaced in one formula.
  public var macroExpansions: Int
  /// Most tokens all macro calls of one formula may add.
  var expandedTokens: Int {
    let (product, overflows) = macroExpansions.multipliedReportingOverflow(by: 64)
    return overflows ? .max : max(product, 1 << 16)
  }
  /// Most issues that are reported for one formula.
  var issues: Int { 64 }

  /// The most that `depth` can be.
  ///
  /// A level takes up to 2 kB of stack in an optimized build, so this many need 2 MB.
  public static let maximumDepth = 1000

  /// Makes limits; 16 KiB, 200 levels and 1,000 expansions unless said otherwise.
  ///
  /// A `depth` above `maximumDepth` becomes that.
  public init(formulaBytes: Int = 16 << 10, depth: Int = 200, macroExpansions: Int = 1000) {
    self.formulaBytes = formulaBytes
    self.depth = min(depth, Self.maximumDepth)
    self.macroExpansions = macroExpansions
  }
}
