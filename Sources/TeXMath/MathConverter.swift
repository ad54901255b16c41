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
  /// Most formulas have no numbers and need one conversion. Where `equations` or `references` of a conversion are
  /// not empty, a second one with `numbers` prints what the page has made of them.
  ///
  /// - Parameters:
  ///   - tex: The formula without the signs around it, in UTF-8; any bytes are allowed.
  ///   - display: Whether it stands on a line of its own.
  ///   - numbers: The numbers of its rows and of the equations it refers to; only tags are printed without.
  ///   - makesText: Whether `MathConversion.text` is wanted; without it a conversion takes a sixth less time.
  /// - Returns: Always a whole result; `issues` is empty if the formula is right.
  /// - Complexity: O(length of the formula and of what its macros expand to).
  public func convert(
    _ tex: [UInt8], display: Bool, numbers: EquationNumbers = EquationNumbers(), makesText: Bool = true
  ) -> MathConversion {
    var parser = Parser(tex, macros: macros, limits: limits, isDisplay: display, numbers: numbers)
    do {
      let formula = try parser.parse()
      var mathML = MathMLSerializer(formula, source: tex, display: display)
      return MathConversion(
        mathML: mathML.serialize(numbers),
        text: makesText ? LinearTextSerializer.serialize(formula, source: tex) : [], issues: parser.issues,
        equations: formula.equations.map { MathEquation($0, of: formula) },
        canBeNumbered: display && parser.canBeNumbered, references: parser.references)
    } catch {
      let issue = MathIssue(kind: .limit, range: error.source.range, message: error.message)
      return MathConversion(
        mathML: MathMLSerializer.serializeSource(tex, display: display),
        text: LinearTextSerializer.serializeSource(tex), issues: [issue], equations: [], canBeNumbered: false,
        references: [])
    }
  }

  /// Reads a formula into its tree, for what looks at formulas without showing them.
  ///
  /// - Returns: `nil` if the formula goes over a limit.
  package func parse(_ tex: [UInt8]) -> Formula? {
    var parser = Parser(tex, macros: macros, limits: limits)
    return try? parser.parse()
  }
}

extension MathEquation {
  fileprivate init(_ equation: EquationRow, of formula: Formula) {
    let tag = equation.marks.tag.map { tag in
      LinearTextSerializer.serialize(Formula(root: tag, text: formula.text), source: [])
    }
    self.init(row: equation.row, label: equation.marks.label, tag: tag, range: equation.range)
  }
}
