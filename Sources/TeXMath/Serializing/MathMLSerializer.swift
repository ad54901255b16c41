/// Writes a formula as MathML Core.
///
/// Only elements and attributes of MathML Core, no needless rows, and attributes only where a browser would not do
/// what TeX does by itself.
struct MathMLSerializer {
  var output: [UInt8] = []
  let formula: Formula
  /// The TeX, for the parts that could not be read.
  let source: [UInt8]
  /// The style in force, as TeX's D against T, and the script level.
  var isDisplay: Bool
  var scriptLevel: UInt8 = 0
  /// The size in force, in percent of the formula's.
  var sizePercent: UInt16 = 100

  init(_ formula: Formula, source: [UInt8], display: Bool) {
    self.formula = formula
    self.source = source
    isDisplay = display
    output.reserveCapacity(64 + source.count * 8)
  }

  /// The formula as one `<math>` element.
  mutating func serialize(_ numbers: EquationNumbers) -> [UInt8] {
    output.append(isDisplay ? "<math display=\"block\">" : "<math>")
    let printed = isDisplay ? PrintedNumber.all(of: formula, numbers) : []
    if printed.isEmpty { writeContent(formula.root) } else { writeNumbered(printed) }
    output.append("</math>")
    return output
  }

  /// A formula that could not be read at all, as its TeX.
  static func serializeSource(_ source: [UInt8], display: Bool) -> [UInt8] {
    var serializer = MathMLSerializer(Formula(), source: source, display: display)
    serializer.output.append(display ? "<math display=\"block\">" : "<math>")
    serializer.writeError(0..<source.count)
    serializer.output.append("</math>")
    return serializer.output
  }

  // MARK: Atoms

  /// Writes an atom with its scripts: exactly one element.
  mutating func write(_ atom: Atom, in place: Place) {
    let below = atom.subscripted.flatMap { $0.isEmpty ? nil : $0 }
    let above = atom.superscripted.flatMap { $0.isEmpty ? nil : $0 }
    if case .multiscripts(let scripts) = atom.nucleus {
      writeMultiscripts(scripts, atom, in: place)
      return
    }
    guard below != nil || above != nil else {
      writeNucleus(atom, in: place)
      return
    }
    let name = Self.scriptElement(hasLimits: hasLimits(atom), below: below != nil, above: above != nil)
    open(name)
    var place = place
    place.hasFixedLimits = atom.limits == .always && !isDisplay
    writeNucleus(atom, in: place)
    inScript { serializer in
      if let below { serializer.writeElement(below) }
      if let above { serializer.writeElement(above) }
    }
    close(name)
  }

  /// Whether the atom's scripts stand below and above it here.
  func hasLimits(_ atom: Atom) -> Bool {
    switch atom.limits {
    case .always: true
    case .whenDisplay: isDisplay
    case .never: false
    }
  }

  static func scriptElement(hasLimits: Bool, below: Bool, above: Bool) -> StaticString {
    switch (hasLimits, below, above) {
    case (true, true, true): "munderover"
    case (true, true, false): "munder"
    case (true, false, _): "mover"
    case (false, true, true): "msubsup"
    case (false, true, false): "msub"
    case (false, false, _): "msup"
    }
  }

  /// Writes an atom without its scripts: exactly one element.
  private mutating func writeNucleus(_ atom: Atom, in place: Place) {
    switch atom.nucleus {
    case .identifier(let scalar, let alphabet): writeIdentifier(scalar, alphabet)
    case .symbol(let scalar): writeOperator(scalar, in: place)
    case .compound(let first, let second): writeOperator(first, second: second, in: place)
    case .sizedDelimiter(let scalar, let size): writeOperator(scalar, size: size, in: place)
    case .number(let span, let alphabet):
      output.append("<mn>")
      writeMapped(span, alphabet)
      output.append("</mn>")
    case .word(let span, let alphabet):
      output.append("<mi>")
      writeMapped(span, alphabet)
      output.append("</mi>")
    case .function(let span): writeFunctionName(span, isOperator: atom.atomClass != .function)
    case .text(let span, let style): writeText(span, style)
    case .space(let width): writeSpace(width)
    case .modulusSpace(let width): writeSpace(isDisplay ? 1000 : width)
    case .group(let list): writeGroup(list, in: place)
    case .fraction(let fraction): writeFraction(fraction)
    case .radical(let radicand, let degree): writeRadical(radicand, degree: degree)
    case .fence(let fence) where fence.isInvisible: writeElement(fence.parts[0])
    case .fence(let fence):
      output.append("<mrow>")
      writeFenceContent(fence)
      output.append("</mrow>")
    case .accent(let accent, let base): writeAccent(accent, base, in: place)
    case .extensible(let scalar): writeExtensible(scalar)
    case .stack(let base, let over, let under): writeStack(base, over: over, under: under, in: place)
    case .multiscripts: break
    case .table(let table): writeTable(table)
    case .styled(let style, let list): writeStyled(style, list, in: place)
    case .decorated(let decoration, let list): writeDecorated(decoration, list, in: place)
    case .choice(let lists): writeChoice(lists, in: place)
    case .raised(let height, let list): writeRaised(height, list, in: place)
    case .rule(let rule): writeRule(rule)
    case .malformed: writeError(atom.source.range)
    }
  }

  private mutating func writeGroup(_ list: MathList, in place: Place) {
    guard list.count == 1 else {
      writeElement(list)
      return
    }
    var place = place
    if place.atomClass == .binary, list[0].atomClass == .binary { place.atomClass = .binary }
    write(list[0], in: place)
  }

  // MARK: Lists

  /// Writes a list as exactly one element.
  mutating func writeElement(_ list: MathList) {
    switch list.count {
    case 0:
      output.append("<mrow/>")
    case 1:
      write(list[0], in: Place(alone: list[0].atomClass))
    default:
      if let only = Self.onlyPart(of: list) {
        writeElement([only])
        return
      }
      output.append("<mrow>")
      writeRow(list)
      output.append("</mrow>")
    }
  }

  /// Writes a list into an element that is a row by itself.
  mutating func writeContent(_ list: MathList, startsInfix: Bool = false, endsInfix: Bool = false) {
    if let only = Self.onlyPart(of: list) {
      writeContent([only], startsInfix: startsInfix, endsInfix: endsInfix)
      return
    }
    guard list.count == 1, !list[0].hasScripts else {
      writeRow(list, startsInfix: startsInfix, endsInfix: endsInfix)
      return
    }
    switch list[0].nucleus {
    case .group(let inner): writeContent(inner)
    case .fence(let fence) where fence.isInvisible: writeContent(fence.parts[0], startsInfix: startsInfix)
    case .fence(let fence): writeFenceContent(fence)
    case .fraction(let fraction): writeFraction(fraction, isInRow: true)
    case .table(let table): writeTable(table, isInRow: true)
    case .styled(let style, let inner) where !changesAnything(style):
      writeContent(inner, startsInfix: startsInfix)
    default: writeRow(list, startsInfix: startsInfix, endsInfix: endsInfix)
    }
  }

  /// The part of a list of two that is left when the other one is an empty group, of which nothing is written.
  private static func onlyPart(of list: MathList) -> Atom? {
    guard list.count == 2, list[0].isEmptyGroup || list[1].isEmptyGroup else { return nil }
    // An operator behind an empty group has an operand, if an empty one.
    if list[1].atomClass == .binary || list[1].atomClass == .relation { return nil }
    return list[list[0].isEmptyGroup ? 1 : 0]
  }

  /// Runs a writer in the style of scripts.
  mutating func inScript(_ body: (inout MathMLSerializer) -> Void) {
    let outer = (isDisplay, scriptLevel)
    isDisplay = false
    scriptLevel = min(scriptLevel + 1, 2)
    body(&self)
    (isDisplay, scriptLevel) = outer
  }

  // MARK: Bytes

  mutating func open(_ name: StaticString) {
    output.append(UInt8(ascii: "<"))
    output.append(name)
    output.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: StaticString) {
    output.append("</")
    output.append(name)
    output.append(UInt8(ascii: ">"))
  }

  /// Writes a scalar, escaped where XML needs it.
  mutating func writeEscaped(_ scalar: UInt32) {
    switch scalar {
    case 0x26: output.append("&amp;")
    case 0x3C: output.append("&lt;")
    case 0x3E: output.append("&gt;")
    default: output.append(scalar: scalar)
    }
  }

  /// Writes thousandths of an em as the shortest decimal with its unit.
  mutating func writeLength(_ thousandths: Int32) {
    if thousandths == 0 {
      output.append(UInt8(ascii: "0"))
      return
    }
    if thousandths < 0 { output.append(UInt8(ascii: "-")) }
    let magnitude = thousandths.magnitude
    output.appendDecimal(magnitude / 1000)
    var rest = magnitude % 1000
    if rest > 0 {
      output.append(UInt8(ascii: "."))
      var unit: UInt32 = 100
      while rest > 0 {
        output.append(UInt8(truncatingIfNeeded: 0x30 + rest / unit))
        rest %= unit
        unit /= 10
      }
    }
    output.append("em")
  }
}
