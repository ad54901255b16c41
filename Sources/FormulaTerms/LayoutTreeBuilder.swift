import TeXMath

/// Makes the symbol layout tree of a formula.
///
/// What says nothing of the meaning is left out: braces, spaces, styles, colours, sizes of delimiters, the numbers of
/// equations, a comma or a point at the end of a row.
struct LayoutTreeBuilder {
  private(set) var tree = SymbolLayoutTree()
  let formula: Formula
  let source: [UInt8]
  /// Where the next symbol hangs.
  var line = Line(parent: -1, relation: .next)

  /// A line that is being read: where its next symbol hangs, and the parentheses that are open in it.
  struct Line {
    var parent: Int
    var relation: Relation
    /// The node before the parentheses that ended last, if nothing followed yet.
    var applied = -1
    var openFences: [Int] = []
  }

  /// The tree of a formula; its source is for the commands that nobody knows.
  static func tree(of formula: Formula, source: [UInt8]) -> SymbolLayoutTree {
    var builder = LayoutTreeBuilder(formula: formula, source: source)
    if let table = formula.root.onlyTable, table.isOfFormulas {
      for row in table.rows { builder.addRow { builder in builder.add(cellsOf: row) } }
    } else {
      builder.addRow { builder in builder.add(builder.formula.root) }
    }
    return builder.tree
  }

  private init(formula: Formula, source: [UInt8]) {
    self.formula = formula
    self.source = source
  }

  private mutating func addRow(_ body: (inout LayoutTreeBuilder) -> Void) {
    line = Line(parent: -1, relation: .next)
    let start = tree.nodes.count
    body(&self)
    // Punctuation of the sentence around the formula.
    if line.openFences.isEmpty, let last = tree.nodes.last, line.parent == tree.nodes.count - 1,
      line.parent > start,
      last.relation == .next, last.scalar == 0x2C || last.scalar == 0x2E || last.scalar == 0x3B
    {
      tree.nodes.removeLast()
      line.parent = last.parent
    }
    if tree.nodes.count > start {
      tree.rows.append((nodes: start..<tree.nodes.count, last: line.openFences.isEmpty ? line.parent : -1))
    }
  }

  // MARK: Lines

  /// Adds lists that stand at a place of a node as lines of their own.
  mutating func add(_ list: MathList, at relation: Relation, of parent: Int) {
    var outer = Line(parent: parent, relation: relation)
    swap(&outer, &line)
    add(list)
    line = outer
  }

  /// Adds the cells of a row of equations, one behind the other.
  mutating func add(cellsOf row: TableRow) {
    for cell in row.cells { add(cell.content) }
  }

  /// Adds a list to the line.
  mutating func add(_ list: MathList) {
    for atom in list { add(atom) }
  }

  private mutating func add(_ atom: Atom) {
    addNucleus(of: atom)
    guard atom.hasScripts else { return }
    var above = Relation.above
    var below = Relation.below
    if case .accent = atom.nucleus, atom.limits == .always { (above, below) = (.over, .under) }
    if let list = atom.subscripted { add(list, at: below, of: line.scripted) }
    if let list = atom.superscripted { add(list, at: above, of: line.scripted) }
  }

  // MARK: Nodes

  /// Appends a character to the line.
  mutating func append(_ scalar: UInt32, plain: UInt32? = nil) {
    let scalar = CanonicalScalars.canonical(scalar)
    append(
      SymbolLayoutTree.Node(
        scalar: scalar, plain: plain.map(CanonicalScalars.canonical) ?? scalar, parent: line.parent,
        relation: line.relation))
  }

  private mutating func append(_ node: SymbolLayoutTree.Node) {
    var node = node
    node.applied = line.applied
    line.applied = -1
    line.parent = tree.nodes.count
    line.relation = .next
    tree.nodes.append(node)
  }

  /// Appends a letter to the line.
  mutating func append(_ scalar: UInt32, in alphabet: Alphabet) {
    switch alphabet {
    case .normal, .upright, .italic: append(scalar, plain: scalar == 0x2113 ? 0x6C : nil)
    default: append(alphabet.mapped(scalar), plain: scalar)
    }
  }

  /// Appends a sign that may open or close parentheses; a bar is the same sign on both sides.
  mutating func append(_ scalar: UInt32, _ atomClass: AtomClass) {
    switch (scalar, atomClass) {
    case (0x7C, _), (0x2016, _), (0x21, _), (0x3F, _): append(scalar)
    case (_, .open):
      append(scalar)
      tree.nodes[line.parent].opens = true
      line.openFences.append(line.parent)
      line.relation = .within
    case (_, .close) where !line.openFences.isEmpty: close()
    // Several primes are one sign or several.
    case (0x2033, _), (0x2034, _): for _ in 0x2032...scalar { append(0x2032) }
    case (0x2057, _): for _ in 0..<4 { append(0x2032) }
    default: append(scalar)
    }
  }

  /// Ends the innermost parentheses.
  private mutating func close() {
    guard let fence = line.openFences.popLast() else { return }
    line.parent = fence
    line.relation = .next
    let before = tree.nodes[fence].parent
    line.applied =
      before >= 0 && tree.nodes[fence].relation == .next && tree.nodes[before].takesArguments ? before : -1
  }

  /// Appends a name to the line: its letters and digits, capitals made small. What is one letter or one digit is no
  /// name.
  mutating func append(name bytes: ArraySlice<UInt8>) {
    let start = tree.names.count
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: tree.names.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...: tree.names.append(byte)
      default: continue
      }
    }
    guard tree.names.count == start + 1, let small = tree.names.popLast() else {
      appendName(from: start)
      return
    }
    for byte in bytes where byte == small || (small > 0x60 && byte | 0x20 == small) { append(UInt32(byte)) }
  }

  /// Appends a number to the line.
  mutating func append(number: TextSpan, in alphabet: Alphabet) {
    let digits = formula.text[number.range]
    if digits.count == 1, let digit = digits.first {
      append(UInt32(digit), in: alphabet)
      return
    }
    let start = tree.names.count
    if digits.first == 0x2E { tree.names.append(0x30) }
    tree.names.append(contentsOf: digits)
    appendName(from: start)
  }

  /// The longest name that is written out in terms.
  static let longestName = 18

  /// Appends what was added to the names as one symbol.
  private mutating func appendName(from start: Int) {
    guard tree.names.count > start else { return }
    // arg max is argmax.
    if line.relation == .next, line.parent == tree.nodes.count - 1, let last = tree.nodes.last,
      last.name.upperBound == start, Self.isArgumentOfExtremum(tree.names[last.name.lowerBound...])
    {
      tree.nodes[line.parent].name = last.name.lowerBound..<tree.names.count
      return
    }
    if tree.names.count - start > Self.longestName {
      var digest = Digest()
      for byte in tree.names[start...] { digest.add(UInt32(byte)) }
      tree.names.removeSubrange(start...)
      digest.append(letters: 8, to: &tree.names)
    }
    append(
      SymbolLayoutTree.Node(
        scalar: 0, plain: 0, name: start..<tree.names.count, parent: line.parent, relation: line.relation))
  }

  /// Whether letters spell argmax or argmin.
  private static func isArgumentOfExtremum(_ name: ArraySlice<UInt8>) -> Bool {
    let argmax: [UInt8] = [0x61, 0x72, 0x67, 0x6D, 0x61, 0x78]
    let argmin: [UInt8] = [0x61, 0x72, 0x67, 0x6D, 0x69, 0x6E]
    return name.elementsEqual(argmax) || name.elementsEqual(argmin)
  }
}

extension LayoutTreeBuilder.Line {
  /// The node that scripts hang on; -1 if the line has none yet.
  var scripted: Int { relation == .next ? parent : -1 }
}
