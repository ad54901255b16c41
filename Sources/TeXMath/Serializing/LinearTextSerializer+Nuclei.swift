/// What each kind of nucleus reads like.
extension LinearTextSerializer {
  mutating func writeNucleus(_ atom: Atom) {
    switch atom.nucleus {
    case .identifier(let scalar, let alphabet):
      separate(fromLetter: false)
      output.append(scalar: alphabet == .doubleStruck ? alphabet.mapped(scalar) : scalar)
      ending = .letter
    case .number(let span, let alphabet):
      separate(fromLetter: true)
      for byte in formula.text[span.range] {
        output.append(scalar: alphabet == .doubleStruck ? alphabet.mapped(UInt32(byte)) : UInt32(byte))
      }
      ending = .number
    case .word(let span, _), .function(let span):
      separate(fromLetter: true)
      output.append(contentsOf: formula.text[span.range])
      ending = .name
    case .text(let span, _):
      if ending != .text, let first = formula.text[span.range].first, first.isDigit || first.isLetter {
        separate(fromLetter: true)
      }
      output.append(contentsOf: formula.text[span.range])
      ending = output.last.map { $0.isLetter || $0.isDigit } ?? false ? .text : .other
    case .symbol(let scalar), .sizedDelimiter(let scalar, _):
      if atom.atomClass == .function { separate(fromLetter: true) }
      if ending == .largeOperator { separate(fromLetter: false) }
      writeSign(scalar)
      ending = atom.atomClass == .function ? .largeOperator : .other
    case .compound(let first, let second):
      writeSign(first)
      writeSign(second)
      ending = .other
    case .space, .modulusSpace: break
    case .rule(let rule): if rule.width >= SpacingCommands.thin { writeGap() }
    case .group(let list), .raised(_, let list): write(list)
    case .choice(let lists): write(chosen(lists))
    case .extensible(let scalar):
      writeSign(scalar)
      ending = .other
    case .fraction(let fraction): writeFraction(fraction)
    case .radical(let radicand, let degree):
      separate(fromLetter: true)
      output.append(degree.isEmpty ? "sqrt" : "root")
      writeInside(.other) { serializer in
        if !degree.isEmpty {
          serializer.write(degree)
          serializer.output.append(", ")
          serializer.ending = .other
        }
        serializer.write(radicand)
      }
    case .fence(let fence): writeFence(fence)
    case .accent(let accent, let base):
      writeAccent(accent, base)
      if atom.atomClass == .function { ending = .name }
    case .stack(let base, let over, let under):
      write(base)
      if let under { writeScript("_", under.filter { !$0.isSpace }) }
      if let over { writeScript("^", over.filter { !$0.isSpace }) }
    case .multiscripts(let scripts):
      separate(fromLetter: true)
      if let below = scripts.leftSubscript { writeScript("_", below) }
      if let above = scripts.leftSuperscript { writeScript("^", above) }
      write(scripts.base)
      if let below = scripts.rightSubscript { writeScript("_", below) }
      if let above = scripts.rightSuperscript { writeScript("^", above) }
    case .table(let table): writeTable(table)
    case .styled(_, let list): write(list)
    case .decorated(let decoration, let list):
      switch decoration {
      case .phantom, .horizontalPhantom, .verticalPhantom: break
      case .boxed, .smash, .smashTop, .smashBottom, .rightLap, .leftLap, .centerLap: write(list)
      case .cancel, .backCancel, .crossCancel, .cancelTo, .strike: writeCall("cancel", list)
      case .actuarial: writeCall("angl", list)
      case .phasor:
        writeSign(0x2220)
        ending = .other
        if list.count == 1 { write(list) } else { writeInside(.other) { $0.write(list) } }
      }
    case .malformed:
      writeGap()
      writeSource(atom.source.range)
      ending = .name
    }
  }

  private mutating func writeFraction(_ fraction: Fraction) {
    if !fraction.hasBar {
      let isBinomial = fraction.open == 0x28 && fraction.close == 0x29
      if !isBinomial, fraction.open != 0 { writeSign(fraction.open) } else { separate(fromLetter: true) }
      output.append(isBinomial ? "binom" : "stack")
      writeInside(.other) { serializer in
        serializer.write(fraction.numerator)
        serializer.trimAndAppend(", ")
        serializer.ending = .other
        serializer.write(fraction.denominator)
      }
      if !isBinomial, fraction.close != 0 { writeSign(fraction.close) }
      return
    }
    if fraction.open != 0 || fraction.close != 0 {
      writeSign(fraction.open == 0 ? 0x28 : fraction.open)
      ending = .other
      writeFractionPart(fraction.numerator)
      output.append(UInt8(ascii: "/"))
      ending = .other
      writeFractionPart(fraction.denominator)
      writeSign(fraction.close == 0 ? 0x29 : fraction.close)
      ending = .other
      return
    }
    writeFractionPart(fraction.numerator)
    output.append(UInt8(ascii: "/"))
    ending = .other
    writeFractionPart(fraction.denominator)
  }

  private mutating func writeFractionPart(_ list: MathList) {
    var bare = list
    for index in bare.indices {
      bare[index].subscripted = nil
      bare[index].superscripted = nil
    }
    if bare.count == 1, isSimple(bare[0]) || { if case .number = bare[0].nucleus { true } else { false } }() {
      write(list)
    } else {
      separate(fromLetter: false)
      writeInside(.other) { $0.write(list) }
    }
  }

  private mutating func writeFence(_ fence: Fence) {
    if ending == .largeOperator { separate(fromLetter: false) }
    if fence.open != 0 { writeSign(fence.open) }
    ending = .other
    for (index, part) in fence.parts.enumerated() {
      // A fraction beside an invisible delimiter would join what stands there.
      if fence.open == 0 || fence.close == 0, part.count == 1 {
        write(part[0], needsParentheses: true)
      } else {
        write(part)
      }
      if index < fence.middles.count, fence.middles[index] != 0 {
        writeGap()
        writeSign(fence.middles[index])
        output.append(UInt8(ascii: " "))
        ending = .other
      }
    }
    if fence.close != 0 { writeSign(fence.close) }
    ending = .other
  }

  private mutating func writeAccent(_ accent: Accent, _ base: MathList) {
    if accent.combining != 0, base.count == 1, isSimple(base[0]), case .identifier = base[0].nucleus {
      writeNucleus(base[0])
      output.append(scalar: accent.combining)
      return
    }
    writeCall(accent.name, base)
  }

  /// Writes a part as the argument of a word.
  private mutating func writeCall(_ name: StaticString, _ list: MathList) {
    separate(fromLetter: true)
    output.append(name)
    writeInside(.other) { $0.write(list) }
  }

  private mutating func writeTable(_ table: Table) {
    let isPlain =
      table.layout.isOfFormulas || (table.layout == .small && table.open == 0 && table.close == 0)
    if !isPlain {
      separate(fromLetter: false)
      if table.open != 0 { writeSign(table.open) } else { output.append(table.close == 0 ? "[" : "{") }
      ending = .other
    }
    for (index, row) in table.rows.enumerated() {
      if index > 0 {
        output.append("; ")
        ending = .other
      }
      for (column, cell) in row.cells.enumerated() {
        if column > 0 {
          if table.layout.isOfFormulas { writeGap() } else { trimAndAppend(", ") }
          ending = .other
        }
        write(cell.content)
      }
    }
    if !isPlain {
      if table.close != 0 { writeSign(table.close) } else { output.append(table.open == 0 ? "]" : "}") }
      ending = .other
    }
  }
}
