/// Writes a formula as one line of plain text that can be read back unambiguously: `2^(4.7)`, `(a+b)/c`.
///
/// For titles, feeds, previews and search results, where a lost superscript would change what is said.
struct LinearTextSerializer {
  var output: [UInt8] = []
  let formula: Formula
  let source: [UInt8]
  /// Inside scripts no space is put around operators.
  private var isTight = false
  private var ending = Ending.other

  /// How the text so far ends, to know what must not touch it.
  private enum Ending {
    /// A name or text; a letter or digit behind it would prolong it.
    case name
    /// A letter.
    case letter
    case number
    /// A script without parentheses.
    case script
    /// A large operator.
    case largeOperator
    case other
  }

  init(_ formula: Formula, source: [UInt8]) {
    self.formula = formula
    self.source = source
    output.reserveCapacity(source.count)
  }

  /// The whole formula.
  mutating func serialize() -> [UInt8] {
    write(formula.root)
    while output.last == 0x20 { output.removeLast() }
    return output
  }

  /// A formula that could not be read at all, as its TeX.
  static func serializeSource(_ source: [UInt8]) -> [UInt8] {
    var serializer = LinearTextSerializer(Formula(), source: source)
    serializer.writeSource(0..<source.count)
    return serializer.output
  }

  // MARK: Lists

  private mutating func write(_ list: MathList) {
    var previous: AtomClass?
    var followsSign = false
    for index in list.indices {
      let atom = list[index]
      if case .space(let width) = atom.nucleus, !atom.hasScripts {
        if width >= (isTight ? 333 : SpacingCommands.thin) { writeGap() }
        continue
      }
      var nextIndex = index + 1
      while nextIndex < list.count, list[nextIndex].isSpace { nextIndex += 1 }
      let next = nextIndex < list.count ? list[nextIndex].atomClass : nil
      let atomClass = atom.atomClass.resolved(after: previous, before: next)
      let isOperation = atomClass == .binary || atomClass == .relation
      if isOperation, previous != nil, previous != .open, !isTight { writeGap() }
      write(atom, needsParentheses: !Self.standsApart(followsSign ? .binary : previous, next))
      followsSign = atom.atomClass == .binary && atomClass == .ordinary
      if isOperation {
        ending = .other
        if next != nil, next != .close, !isTight { writeGap() }
      } else if atomClass == .punctuation, next != nil, !isTight {
        writeGap()
      }
      previous = atomClass
    }
  }

  /// Whether nothing but operators and delimiters touches an atom.
  private static func standsApart(_ previous: AtomClass?, _ next: AtomClass?) -> Bool {
    let isFreeLeft =
      switch previous {
      case nil, .binary?, .relation?, .open?, .punctuation?: true
      case .ordinary?, .function?, .close?, .inner?: false
      }
    let isFreeRight =
      switch next {
      case nil, .binary?, .relation?, .close?, .punctuation?: true
      case .ordinary?, .function?, .open?, .inner?: false
      }
    return isFreeLeft && isFreeRight
  }

  private mutating func write(_ atom: Atom, needsParentheses: Bool) {
    let isCompound: Bool =
      switch atom.nucleus {
      case .fraction(let fraction): fraction.open == 0 && (atom.hasScripts || needsParentheses)
      case .group(let list): atom.hasScripts && list.count > 1
      case .styled, .decorated, .table: atom.hasScripts
      default: false
      }
    if isCompound {
      separate(fromLetter: false)
      writeInside(.other) { $0.writeNucleus(atom) }
    } else {
      writeNucleus(atom)
    }
    if let below = atom.subscripted { writeScript("_", below) }
    if let above = atom.superscripted { writeScript("^", above) }
    if atom.hasScripts, atom.atomClass == .function {
      if case .function = atom.nucleus { ending = .name } else { ending = .largeOperator }
    }
  }

  private mutating func writeScript(_ sign: StaticString, _ list: MathList) {
    var list = list[...]
    while let first = list.first, case .symbol(let scalar) = first.nucleus, !first.hasScripts,
      (0x2032...0x2034).contains(scalar) || scalar == 0x2057
    {
      for _ in 0..<(scalar == 0x2057 ? 4 : Int(scalar) - 0x2031) { output.append(UInt8(ascii: "'")) }
      ending = .other
      list = list.dropFirst()
    }
    guard !list.isEmpty else { return }
    output.append(sign)
    ending = .other
    let outer = isTight
    isTight = true
    if list.count == 1, let only = list.first, isSimple(only) {
      writeNucleus(only)
      ending = .script
    } else {
      writeInside(.script) { $0.write(MathList(list)) }
    }
    isTight = outer
  }

  /// Whether an atom is one sign, name or whole number, which needs no parentheses as a script.
  private func isSimple(_ atom: Atom) -> Bool {
    guard !atom.hasScripts else { return false }
    switch atom.nucleus {
    case .identifier, .symbol, .word, .function: return true
    case .number(let span, _): return !formula.text[span.range].contains(UInt8(ascii: "."))
    case .text(let span, _):
      return formula.text[span.range].allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    case .group(let list): return list.count == 1 && isSimple(list[0])
    default: return false
    }
  }

  /// Writes something between parentheses.
  private mutating func writeInside(_ end: Ending, _ body: (inout LinearTextSerializer) -> Void) {
    output.append(UInt8(ascii: "("))
    ending = .other
    body(&self)
    output.append(UInt8(ascii: ")"))
    ending = end == .script ? .other : end
  }

  // MARK: Nuclei

  private mutating func writeNucleus(_ atom: Atom) {
    switch atom.nucleus {
    case .identifier(let scalar, let alphabet):
      separate(fromLetter: false)
      output.append(scalar: alphabet == .doubleStruck ? alphabet.mapped(scalar) : scalar)
      ending = .letter
    case .number(let span, _):
      separate(fromLetter: true)
      output.append(contentsOf: formula.text[span.range])
      ending = .number
    case .word(let span, _), .function(let span):
      separate(fromLetter: true)
      output.append(contentsOf: formula.text[span.range])
      ending = .name
    case .text(let span, _):
      if let first = formula.text[span.range].first, first.isDigit || first.isLetter {
        separate(fromLetter: true)
      }
      output.append(contentsOf: formula.text[span.range])
      ending = output.last.map { $0.isLetter || $0.isDigit } ?? false ? .name : .other
    case .symbol(let scalar), .sizedDelimiter(let scalar, _):
      if atom.atomClass == .function { separate(fromLetter: true) }
      if ending == .largeOperator { separate(fromLetter: false) }
      writeSign(scalar)
      ending = atom.atomClass == .function ? .largeOperator : .other
    case .negated(let scalar):
      writeSign(scalar)
      output.append(scalar: 0x338)
      ending = .other
    case .space: break
    case .group(let list): write(list)
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
    case .accent(let accent, let base): writeAccent(accent, base)
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
      case .boxed, .cancel, .backCancel, .crossCancel, .smash, .rightLap, .leftLap, .centerLap: write(list)
      }
    case .malformed:
      writeGap()
      writeSource(atom.source.range)
      ending = .name
    }
  }

  private mutating func writeFraction(_ fraction: Fraction) {
    if !fraction.hasBar || fraction.open != 0 {
      separate(fromLetter: true)
      if !fraction.hasBar { output.append(fraction.open == 0x28 ? "binom" : "stack") }
      writeInside(.other) { serializer in
        serializer.write(fraction.numerator)
        serializer.output.append(fraction.hasBar ? "/" : ", ")
        serializer.ending = .other
        serializer.write(fraction.denominator)
      }
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
      if index < fence.middles.count {
        output.append(UInt8(ascii: " "))
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
    separate(fromLetter: true)
    output.append(accent.name)
    writeInside(.other) { $0.write(base) }
  }

  private mutating func writeTable(_ table: Table) {
    let isPlain = table.layout == .aligned || table.layout == .gathered || table.layout == .small
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
      for (column, cell) in row.enumerated() {
        if column > 0 {
          if table.layout == .aligned { writeGap() } else { trimAndAppend(", ") }
          ending = .other
        }
        write(cell)
      }
    }
    if !isPlain {
      if table.close != 0 { writeSign(table.close) } else { output.append(table.open == 0 ? "]" : "}") }
      ending = .other
    }
  }

  // MARK: Bytes

  private mutating func trimAndAppend(_ separator: StaticString) {
    while output.last == 0x20 { output.removeLast() }
    if output.last == UInt8(ascii: ",") { output.removeLast() }
    output.append(separator)
  }

  private mutating func writeGap() {
    if let last = output.last, last != 0x20 { output.append(0x20) }
    ending = .other
  }

  /// Puts a space where the next letter or digit would run into what is there.
  private mutating func separate(fromLetter isName: Bool) {
    switch ending {
    case .name, .script, .largeOperator: writeGap()
    case .letter, .number: if isName { writeGap() }
    case .other: break
    }
  }

  private mutating func writeSign(_ scalar: UInt32) {
    switch scalar {
    case 0x2212: output.append(UInt8(ascii: "-"))
    case 0x2217: output.append(UInt8(ascii: "*"))
    case 0x2223: output.append(UInt8(ascii: "|"))
    case 0x2254: output.append(":=")
    case 0x2032: output.append(UInt8(ascii: "'"))
    default: output.append(scalar: scalar)
    }
  }

  private mutating func writeSource(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < min(range.upperBound, source.count) {
      let (scalar, length) = UTF8Decoder.scalar(in: source, at: index)
      output.append(scalar: UTF8Decoder.isAllowedInXML(scalar) ? scalar : UTF8Decoder.replacement)
      index += length
    }
  }
}
