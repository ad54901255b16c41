import TeXMath

/// Formulas of one shape in any size, made to find what grows faster than the formula.
struct FormulaFamily: Sendable {
  let name: String
  /// The macros its formulas use.
  let macros: MacroTable
  private let make: @Sendable (Int) -> String

  init(_ name: String, macros: MacroTable = MacroTable(), _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.macros = macros
    self.make = make
  }

  /// The formula of about so many bytes.
  func formula(size: Int) -> [UInt8] { Array(make(size).utf8) }

  /// One text again and again.
  static func repeating(
    _ name: String, before: String = "", _ unit: String, behind: String = "",
    macros: MacroTable = MacroTable()
  ) -> FormulaFamily {
    FormulaFamily(name, macros: macros) { size in
      before + String(repeating: unit, count: max(size / unit.utf8.count, 1)) + behind
    }
  }

  /// Towers of a nesting that the limit still allows, one behind the other.
  static func towers(_ name: String, _ open: String, _ close: String) -> FormulaFamily {
    let height = 60
    let tower = String(repeating: open, count: height) + "x" + String(repeating: close, count: height)
    return repeating(name, tower)
  }

  static func macros(_ definitions: [(name: String, parameters: Int, body: String)]) -> MacroTable {
    var table = MacroTable()
    for definition in definitions {
      do throws(MacroDefinitionError) {
        try table.define(
          name: Array(definition.name.utf8), parameterCount: definition.parameters,
          body: Array(definition.body.utf8))
      } catch {
        Report.fail("the macro \(definition.name) is wrong: \(error)")
      }
    }
    return table
  }

  /// A number in letters, which may stand in a command's name.
  static func letters(_ number: Int) -> String {
    "z"
      + String(number, radix: 16).map {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.hexDigitValue ?? 0)))
      }.joined()
  }
}
