import Markdown
import SourceText

/// Equations of numbers in formulas: `$\log_2 31.1 = 4.95$`.
enum FormulaEquations: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for formula in page.document.formulas {
      let tex = page.document.tex(of: formula)
      guard tex.count <= longestFormula, tex.contains(where: Characters.isDigit) else { continue }
      let sides = TeXSides(tex).sides
      for (index, right) in sides.enumerated().dropFirst() where right.relation != nil && right.endsPlainly {
        let left = sides[index - 1]
        guard left.beginsPlainly || left.relation != nil, let number = right.number(in: tex),
          let expression = TeXArithmetic.expression(tex[left.range])
        else { continue }
        let equation = NumericEquation(
          left: expression, leftRange: place(left.trimmed(in: tex), in: formula, of: page.document),
          right: Array(tex[number]), rightRange: place(number, in: formula, of: page.document),
          isApproximate: right.relation == .approximate, isFirst: left.relation == nil)
        if let finding = equation.finding(isTeX: true) { findings.append(finding) }
      }
    }
  }

  private static let longestFormula = 4096

  /// Where a part of a formula stands in the file.
  private static func place(_ range: Range<Int>, in formula: MathSpan, of document: Document) -> Range<Int> {
    let start = document.sourceOffset(ofTeXOffset: range.lowerBound, in: formula)
    let end = document.sourceOffset(ofTeXOffset: range.upperBound, in: formula)
    return start..<max(start, end)
  }
}

/// A formula cut at the relations, commas and line ends that stand outside of braces.
struct TeXSides {
  enum Relation {
    case equal, approximate
  }

  /// What stands between two cuts.
  struct Side {
    var range: Range<Int>
    /// What stands between this side and the one before; `nil` when it is the first of an equation.
    var relation: Relation?
    /// Whether no text of words stands directly before it.
    var beginsPlainly: Bool
    /// Whether no further relation than `=` or `≈` ends it.
    var endsPlainly = true

    func trimmed(in tex: [UInt8]) -> Range<Int> {
      var range = range
      while let first = tex[range].first, first <= 0x20 { range = (range.lowerBound + 1)..<range.upperBound }
      while let last = tex[range].last, last <= 0x20 { range = range.lowerBound..<(range.upperBound - 1) }
      return range
    }

    /// Where the side is one number and nothing else but spaces.
    func number(in tex: [UInt8]) -> Range<Int>? {
      var range = trimmed(in: tex)
      // Spaces such as `\ ` and `\,`, and the full stop of a sentence.
      while let last = tex[range].last, [0x20, 0x5C, 0x7E, 0x2C, 0x3B, 0x21, 0x2E].contains(last) {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      let digits = tex[range].first == 0x2D ? tex[range].dropFirst() : tex[range]
      guard let last = digits.last, Characters.isDigit(last), digits.count < 24,
        digits.allSatisfy({ Characters.isDigit($0) || $0 == 0x2E }), digits.count(where: { $0 == 0x2E }) < 2
      else { return nil }
      return range
    }
  }

  private(set) var sides: [Side] = []
  private let tex: [UInt8]
  private var start = 0
  private var relation: Relation?
  private var beginsPlainly = true

  init(_ tex: [UInt8]) {
    self.tex = tex
    var depth = 0
    var index = 0
    while index < tex.count {
      let byte = tex[index]
      switch byte {
      case 0x5C:
        let name = commandName(at: index)
        let end = index + 1 + name.count
        if depth == 0 { cut(at: index, behind: end, command: name) }
        index = end
        continue
      case 0x7B, 0x28, 0x5B: depth += 1
      case 0x7D, 0x29, 0x5D: depth -= 1
      case 0x3D where depth == 0: cut(at: index, behind: index + 1, relation: .equal)
      case 0xE2 where depth == 0 && ByteSearch.matches(Array("≈".utf8), at: index, in: tex, to: tex.count):
        cut(at: index, behind: index + 3, relation: .approximate)
      case 0x2C, 0x3B:
        if depth == 0, !isBetweenDigits(index) { cut(at: index, behind: index + 1, relation: nil) }
      case 0x3C, 0x3E:
        if depth == 0 { cut(at: index, behind: index + 1, relation: nil, isPlain: false) }
      default: break
      }
      index += 1
    }
    close(at: tex.count)
  }

  private func commandName(at backslash: Int) -> ArraySlice<UInt8> {
    let letters = tex[(backslash + 1)...].prefix { Characters.isLetter($0) }
    return letters.isEmpty ? tex[(backslash + 1)...].prefix(1) : letters
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    index > 0 && index + 1 < tex.count && Characters.isDigit(tex[index - 1])
      && Characters.isDigit(tex[index + 1])
  }

  private mutating func cut(at index: Int, behind end: Int, command: ArraySlice<UInt8>) {
    switch String(decoding: command, as: UTF8.self) {
    case "approx", "simeq": cut(at: index, behind: end, relation: .approximate)
    case "\\", "quad", "qquad", "implies", "Rightarrow", "iff": cut(at: index, behind: end, relation: nil)
    case "ne", "neq", "le", "leq", "ge", "geq", "lt", "gt", "to", "equiv", "sim", "propto":
      cut(at: index, behind: end, relation: nil, isPlain: false)
    case "text", "mathrm", "textrm", "mbox", "operatorname":
      close(at: index)
      (start, relation, beginsPlainly) = (behindGroup(end), nil, false)
    default: break
    }
  }

  private mutating func cut(at index: Int, behind end: Int, relation: Relation?, isPlain: Bool = true) {
    close(at: index)
    if !isPlain, let last = sides.indices.last { sides[last].endsPlainly = sides[last].relation != nil }
    (start, self.relation, beginsPlainly) = (end, relation, isPlain)
  }

  private mutating func close(at end: Int) {
    sides.append(Side(range: min(start, end)..<end, relation: relation, beginsPlainly: beginsPlainly))
  }

  private func behindGroup(_ start: Int) -> Int {
    guard start < tex.count, tex[start] == 0x7B else { return start }
    return (tex[start...].firstIndex(of: 0x7D) ?? tex.count - 1) + 1
  }
}
