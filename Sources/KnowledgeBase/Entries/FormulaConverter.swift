import Markdown
import TeXMath

/// Converts the formulas of a page: by the site's macros and the page's own, each distinct formula once.
struct FormulaConverter: Sendable {
  private let converter: MathConverter
  private let cache: FormulaCache
  /// The page's own macros as part of the cache's keys.
  private let macros: [UInt8]

  /// Prepares to convert the formulas of a page.
  ///
  /// - Parameters:
  ///   - converter: has the site's macros and the page's.
  ///   - macros: the page's own macros.
  init(_ converter: MathConverter, cache: FormulaCache, macros: [Markdown.MacroDefinition] = []) {
    self.converter = converter
    self.cache = cache
    var key: [UInt8] = []
    for macro in macros {
      key += macro.name.value.utf8
      key.append(0)
      key += macro.body.value.utf8
      key.append(0)
    }
    self.macros = key
  }

  /// Converts a formula as it is on any page: without numbers.
  ///
  /// - Complexity: O(bytes of the formula and of what its macros expand to); O(bytes of the formula) again.
  func convert(_ tex: [UInt8], display: Bool) -> MathConversion {
    cache.conversion(of: FormulaCache.Key(tex: tex, isDisplay: display, macros: macros)) {
      converter.convert(tex, display: display)
    }
  }

  /// Converts a formula that refers to equations, printing their numbers; not kept for other pages.
  ///
  /// - Parameters:
  ///   - plain: the conversion without numbers.
  ///   - number: the number of the equation with a label, without parentheses; `nil` where there is none.
  /// - Returns: a conversion with the references and faults of `plain`.
  /// - Complexity: as a new conversion.
  func convert(
    _ tex: [UInt8], display: Bool, from plain: MathConversion, number: ([UInt8]) -> [UInt8]?
  ) -> MathConversion {
    var numbered: [UInt8] = []
    var end = 0
    for reference in plain.references where reference.range.lowerBound >= end {
      let command = tex[reference.range]
      let isParenthesized = command.starts(with: #"\eqref"#.utf8)
      // A reference in a macro's body has the place of the macro's call.
      guard isParenthesized || command.starts(with: #"\ref"#.utf8), let text = number(reference.name) else {
        continue
      }
      numbered += tex[end..<reference.range.lowerBound]
      numbered += isParenthesized ? #"\text{("#.utf8 : #"\text{"#.utf8
      numbered += text
      numbered += isParenthesized ? ")}".utf8 : "}".utf8
      end = reference.range.upperBound
    }
    guard end > 0 else { return plain }
    var result = converter.convert(numbered + tex[end...], display: display)
    guard result.issues.isEmpty else { return plain }
    result.references = plain.references
    result.labels = plain.labels
    return result
  }
}
