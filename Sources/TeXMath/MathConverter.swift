/// Converts TeX formulas to MathML Core and to plain text.
///
/// The stages, each a pure function of the one before: `Lexer` divides the bytes into tokens, `MacroExpander`
/// replaces macros, `Parser` makes a tree of `Atom`s with TeX's classes, `MathMLSerializer` and
/// `LinearTextSerializer` write it. No stage stops at a fault; the faults travel with the result.
public struct MathConverter: Sendable {
  private let macros: MacroTable
  private let limits: MathLimits

  /// Makes a converter with the macros and limits of a site.
  public init(macros: MacroTable = MacroTable(), limits: MathLimits = MathLimits()) {
    self.macros = macros
    self.limits = limits
  }

  /// Converts a formula.
  ///
  /// - Parameters:
  ///   - tex: The formula without the signs around it, in UTF-8; any bytes are allowed.
  ///   - display: Whether it stands on a line of its own.
  /// - Returns: Always a whole result; `issues` is empty if the formula is right.
  /// - Complexity: O(length of the formula and of what its macros expand to).
  public func convert(_ tex: [UInt8], display: Bool) -> MathConversion {
    do {
      var parser = try Parser(tex, macros: macros, limits: limits)
      let root = try parser.parse()
      let formula = Formula(root: root, text: parser.text)
      var mathML = MathMLSerializer(formula, source: tex, display: display)
      var text = LinearTextSerializer(formula, source: tex)
      return MathConversion(
        mathML: mathML.serialize(), text: text.serialize(), issues: parser.issues, labels: parser.labels,
        references: parser.references)
    } catch {
      let issue = MathIssue(kind: .limit, range: error.source.range, message: message(for: error.limit))
      return MathConversion(
        mathML: MathMLSerializer.serializeSource(tex, display: display),
        text: LinearTextSerializer.serializeSource(tex), issues: [issue], labels: [],
        references: [])
    }
  }

  /// Reads a formula into its tree, for what looks at formulas without showing them.
  ///
  /// - Returns: `nil` if the formula goes over a limit.
  package func parse(_ tex: [UInt8]) -> Formula? {
    guard var parser = try? Parser(tex, macros: macros, limits: limits), let root = try? parser.parse() else {
      return nil
    }
    return Formula(root: root, text: parser.text)
  }

  private func message(for limit: LimitExceeded.Limit) -> String {
    switch limit {
    case .formulaBytes: "The formula is longer than the limit; divide it into several."
    case .depth: "The formula is nested more deeply than the limit; simplify it."
    case .macroExpansions: "The macros of this formula expand too often; look for one that uses itself."
    }
  }
}
