import TeXMath

extension LayoutTreeBuilder {
  /// Adds an atom without its scripts.
  mutating func addNucleus(of atom: Atom) {
    switch atom.nucleus {
    case .identifier(let scalar, let alphabet): append(scalar, in: alphabet)
    case .symbol(let scalar), .sizedDelimiter(let scalar, _): append(scalar, atom.atomClass)
    case .extensible(let scalar): append(scalar)
    case .compound(let first, let second):
      var name: [UInt8] = []
      name.append(scalar: first)
      name.append(scalar: second)
      append(name: name[...])
    case .number(let span, let alphabet): append(number: span, in: alphabet)
    case .word(let span, _), .function(let span), .text(let span, _): append(name: formula.text[span.range])
    case .malformed: appendUnknownCommand(at: atom.source)
    case .space, .modulusSpace, .rule: break
    case .group(let list), .styled(_, let list), .raised(_, let list): add(list)
    case .decorated(let decoration, let list):
      switch decoration {
      case .phantom, .horizontalPhantom, .verticalPhantom: break
      default: add(list)
      }
    case .choice(let lists): if let list = lists.first { add(list) }
    case .fraction(let fraction): add(fraction)
    case .radical(let radicand, let degree):
      append(SymbolLayoutTree.Sign.root)
      let root = line.parent
      add(degree, at: .aboveLeft, of: root)
      add(radicand, at: .within, of: root)
    case .fence(let fence): add(fence)
    case .accent(let accent, let base): add(accent, over: base)
    case .stack(let base, let over, let under):
      add(base)
      // Limits of an operator, written as a stack.
      let isOperator = base.last?.atomClass == .function
      if let under { add(under, at: isOperator ? .below : .under, of: line.scripted) }
      if let over { add(over, at: isOperator ? .above : .over, of: line.scripted) }
    case .multiscripts(let scripts):
      add(scripts.base)
      if let list = scripts.leftSubscript { add(list, at: .belowLeft, of: line.scripted) }
      if let list = scripts.leftSuperscript { add(list, at: .aboveLeft, of: line.scripted) }
      if let list = scripts.rightSubscript { add(list, at: .below, of: line.scripted) }
      if let list = scripts.rightSuperscript { add(list, at: .above, of: line.scripted) }
    case .table(let table): add(table)
    }
  }

  private mutating func add(_ fraction: Fraction) {
    append(fraction.hasBar ? SymbolLayoutTree.Sign.fraction : SymbolLayoutTree.Sign.binomial)
    let node = line.parent
    add(fraction.numerator, at: .numerator, of: node)
    add(fraction.denominator, at: .denominator, of: node)
  }

  private mutating func add(_ fence: Fence) {
    if fence.open != 0 { append(fence.open, .open) }
    for (index, part) in fence.parts.enumerated() {
      add(part)
      if index < fence.middles.count, fence.middles[index] != 0 { append(fence.middles[index]) }
    }
    if fence.close != 0 { append(fence.close, .close) }
  }

  private mutating func add(_ accent: Accent, over base: MathList) {
    let mark = CanonicalScalars.canonicalAccent(accent.scalar)
    let relation = accent.isUnder ? Relation.under : .over
    if base.count == 1 || accent.takesLabels {
      add(base)
      guard !accent.takesLabels, line.scripted >= 0 else { return }
      withLine(at: relation, of: line.scripted) { $0.append(mark) }
    } else {
      append(mark)
      add(base, at: .within, of: line.parent)
    }
  }

  private mutating func add(_ table: Table) {
    append(table.layout == .cases ? SymbolLayoutTree.Sign.cases : SymbolLayoutTree.Sign.table)
    let node = line.parent
    for row in table.rows {
      if table.isOfFormulas {
        withLine(at: .element, of: node) { $0.add(cellsOf: row) }
      } else {
        for cell in row.cells { add(cell.content, at: .element, of: node) }
      }
    }
  }

  /// Appends the name of a command that is not known, as readers of a site do not know its macros.
  private mutating func appendUnknownCommand(at place: SourceSpan) {
    var bytes = source[place.range.clamped(to: 0..<source.count)]
    guard bytes.popFirst() == 0x5C else { return }
    append(name: bytes.prefix { $0.isLetter })
  }
}

extension Table {
  /// Whether its rows are formulas of their own.
  var isOfFormulas: Bool {
    switch layout {
    case .aligned, .alignedAt, .gathered, .multline, .equationArray: true
    case .matrix, .small, .cases: false
    }
  }
}

extension [Atom] {
  /// The table that is all there is, but for spaces.
  var onlyTable: Table? {
    var result: Table?
    for atom in self {
      switch atom.nucleus {
      case .space: continue
      case .table(let table) where result == nil && !atom.hasScripts: result = table
      default: return nil
      }
    }
    return result
  }
}
