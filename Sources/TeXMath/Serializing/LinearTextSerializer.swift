/// Writes a formula as one line of plain text that can be read back unambiguously: `2^(4.7)`, `(a+b)/c`.
///
/// For titles, feeds, previews and search results, where a lost superscript would change what is said.
struct LinearTextSerializer {
  var output: [UInt8] = []
  let formula: Formula
  let source: [UInt8]
  /// Inside scripts no space is put around operators.
  var isTight = false
  var ending = Ending.other

  /// How the text so far ends, to know what must not touch it.
  enum Ending {
    /// A name or text; a letter or digit behind it would prolong it.
    case name
    /// Text that ends with a letter or digit; more text goes on where it stopped.
    case text
    /// A letter.
    case letter
    case number
    /// A script without parentheses.
    case script
    /// A large operator.
    case largeOperator
    case other
  }

  private init(_ formula: Formula, source: [UInt8]) {
    self.formula = formula
    self.source = source
    output.reserveCapacity(source.count)
  }

  /// A whole formula; the source is for the parts that could not be read.
  static func serialize(_ formula: Formula, source: [UInt8]) -> [UInt8] {
    var serializer = LinearTextSerializer(formula, source: source)
    serializer.write(formula.root)
    while serializer.output.last == 0x20 { serializer.output.removeLast() }
    return serializer.output
  }

  /// A formula that could not be read at all, as its TeX.
  static func serializeSource(_ source: [UInt8]) -> [UInt8] {
    var serializer = LinearTextSerializer(Formula(), source: source)
    serializer.writeSource(0..<source.count)
    return serializer.output
  }

  // MARK: Lists

  mutating func write(_ list: MathList) {
    var previous: AtomClass?
    var followsSign = false
    for index in list.indices {
      let atom = list[index]
      if case .space(let width) = atom.nucleus, !atom.hasScripts {
        if width >= (isTight ? 333 : SpacingCommands.thin) { writeGap() }
        continue
      }
      if case .modulusSpace = atom.nucleus, !atom.hasScripts {
        writeGap()
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

  mutating func write(_ atom: Atom, needsParentheses: Bool) {
    let isCompound: Bool =
      switch atom.nucleus {
      case .fraction(let fraction): fraction.open == 0 && (atom.hasScripts || needsParentheses)
      case .group(let list): atom.hasScripts && list.count > 1
      case .styled(_, let list): atom.hasScripts && !(list.count == 1 && isSimple(list[0]))
      case .decorated(let decoration, let list):
        atom.hasScripts && !decoration.isNamed && !(list.count == 1 && isSimple(list[0]))
      case .multiscripts(let scripts): atom.hasScripts && scripts.hasRightScripts
      case .choice, .raised, .table: atom.hasScripts
      default: false
      }
    if isCompound {
      separate(fromLetter: false)
      writeInside(.other) { $0.writeNucleus(atom) }
    } else {
      writeNucleus(atom)
    }
    if let below = atom.subscripted { writeScript("_", below) }
    if let above = atom.superscripted { writeScript(atom.isCancelledTo ? "→" : "^", above) }
    if atom.hasScripts, atom.atomClass == .function {
      switch atom.nucleus {
      case .function, .accent: ending = .name
      default: ending = .largeOperator
      }
    }
  }

  mutating func writeScript(_ sign: StaticString, _ list: MathList) {
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
  func isSimple(_ atom: Atom) -> Bool {
    guard !atom.hasScripts else { return false }
    switch atom.nucleus {
    case .identifier, .symbol, .compound, .extensible, .word, .function: return true
    case .number(let span, _): return !formula.text[span.range].contains(UInt8(ascii: "."))
    case .text(let span, _):
      return formula.text[span.range].allSatisfy { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    case .group(let list): return list.count == 1 && isSimple(list[0])
    case .choice(let lists):
      let list = chosen(lists)
      return list.count == 1 && isSimple(list[0])
    default: return false
    }
  }

  /// The formula of `\mathchoice` for a script or for a line of text.
  func chosen(_ lists: [MathList]) -> MathList {
    let index = isTight ? 2 : 1
    return index < lists.count ? lists[index] : []
  }

  /// Writes something between parentheses.
  mutating func writeInside(_ end: Ending, _ body: (inout LinearTextSerializer) -> Void) {
    output.append(UInt8(ascii: "("))
    ending = .other
    body(&self)
    output.append(UInt8(ascii: ")"))
    ending = end == .script ? .other : end
  }

  // MARK: Bytes

  mutating func trimAndAppend(_ separator: StaticString) {
    while output.last == 0x20 { output.removeLast() }
    if output.last == UInt8(ascii: ",") { output.removeLast() }
    output.append(separator)
  }

  mutating func writeGap() {
    if let last = output.last, last != 0x20 { output.append(0x20) }
    ending = .other
  }

  /// Puts a space where the next letter or digit would run into what is there.
  mutating func separate(fromLetter isName: Bool) {
    switch ending {
    case .name, .text, .script, .largeOperator: writeGap()
    case .letter, .number: if isName { writeGap() }
    case .other: break
    }
  }

  mutating func writeSign(_ scalar: UInt32) {
    switch scalar {
    case 0x2212: output.append(UInt8(ascii: "-"))
    case 0x2217: output.append(UInt8(ascii: "*"))
    case 0x2223: output.append(UInt8(ascii: "|"))
    case 0x2254: output.append(":=")
    case 0x2032: output.append(UInt8(ascii: "'"))
    default: output.append(scalar: scalar)
    }
  }

  mutating func writeSource(_ range: Range<Int>) {
    UTF8Decoder.forEachShown(in: source, range) { output.append(scalar: $0) }
  }
}

extension Decoration {
  /// Whether the text has a word for it, with the part between parentheses.
  fileprivate var isNamed: Bool {
    switch self {
    case .cancel, .backCancel, .crossCancel, .cancelTo, .strike, .actuarial: true
    default: false
    }
  }
}

extension Atom {
  /// Whether its superscript is what the part becomes (`\cancelto`).
  fileprivate var isCancelledTo: Bool {
    if case .decorated(.cancelTo, _) = nucleus { return true }
    return false
  }
}

extension Multiscripts {
  fileprivate var hasRightScripts: Bool { rightSubscript != nil || rightSuperscript != nil }
}
