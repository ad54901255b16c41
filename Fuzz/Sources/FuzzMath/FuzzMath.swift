import Fuzzing
import TeXMath

/// Converts a formula, with and without macros. The first byte says how; the rest is TeX.
@main
enum FuzzMath {
  static func main() {
    Fuzzer.run { data, size in
      let bytes = Fuzzer.bytes(data, size)
      let choice = bytes.first ?? 0
      let macros = choice & 2 == 0 ? MacroTable() : FuzzMath.macros
      let limits = choice & 4 == 0 ? MathLimits() : MathLimits(depth: 20, macroExpansions: 50)
      let converter = MathConverter(macros: macros, limits: limits)
      MathSoundness.check(Array(bytes.dropFirst()), converter, display: choice & 1 == 0)
      return 0
    }
  }

  /// Macros with and without arguments, one that uses another and one that uses itself.
  private static let macros: MacroTable = {
    var table = MacroTable()
    let definitions: [(String, Int, String)] = [
      ("R", 0, "\\mathbb{R}"), ("f", 2, "\\frac{#2}{#1}^{#1}"), ("g", 1, "\\left(#1\\f{#1}x"),
      ("q", 0, "x\\q"),
      ("b", 0, "\\begin{aligned}"), ("e", 0, "\\end{aligned}"), ("x", 1, "&#1\\\\"), ("d", 0, "\\def\\d"),
    ]
    for (name, count, body) in definitions {
      try? table.define(name: Array(name.utf8), parameterCount: count, body: Array(body.utf8))
    }
    return table
  }()
}
