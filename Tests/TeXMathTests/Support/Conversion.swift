import TeXMath

/// The MathML of a formula without the `<math>` element around it.
func mathML(_ tex: String, display: Bool = false, macros: MacroTable = MacroTable()) -> String {
  let conversion = MathConverter(macros: macros).convert(Array(tex.utf8), display: display)
  let whole = String(decoding: conversion.mathML, as: UTF8.self)
  let start = display ? "<math display=\"block\">" : "<math>"
  guard whole.hasPrefix(start), whole.hasSuffix("</math>") else { return whole }
  return String(whole.dropFirst(start.count).dropLast("</math>".count))
}

/// The linear text of a formula.
func linearText(_ tex: String) -> String {
  String(decoding: MathConverter().convert(Array(tex.utf8), display: true).text, as: UTF8.self)
}

/// The issues of a formula.
func issues(_ tex: String, macros: MacroTable = MacroTable()) -> [MathIssue] {
  MathConverter(macros: macros).convert(Array(tex.utf8), display: true).issues
}

/// A formula and what it must become.
struct Case: CustomStringConvertible {
  let tex: String
  let expected: String

  init(_ tex: String, _ expected: String) {
    self.tex = tex
    self.expected = expected
  }

  var description: String { tex }
}
