import Markdown
import SourceText
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
      var conversion = converter.convert(tex, display: display)
      conversion.mathML = conversion.mathML.withoutSpareCapacity()
      conversion.text = conversion.text.withoutSpareCapacity()
      return conversion
    }
  }

  /// Converts a formula with the numbers of its rows and of the equations it refers to; not kept for other pages.
  ///
  /// - Complexity: as a new conversion.
  func convert(_ tex: [UInt8], display: Bool, numbers: EquationNumbers) -> MathConversion {
    converter.convert(tex, display: display, numbers: numbers)
  }
}
