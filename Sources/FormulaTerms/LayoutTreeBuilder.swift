import TeXMath

/// Makes the symbol layout tree of a formula.
///
/// What says nothing of the meaning is left out: braces, spaces, styles, colours, sizes of delimiters, the numbers of
/// equations, a comma or a point at the end of a row.
struct LayoutTreeBuilder {
  private(set) var tree: SymbolLayoutTree
  let formula: Formula
  let source: [UInt8]
  /// Where the next symbol hangs.
  private(set) var line = Line(parent: -1, relation: .next)
  /// The parentheses that are open, those of outer lines first.
  private var openFences: [Int] = []

  /// A line that is being read: where its next symbol hangs.
  struct Line {
    var parent: Int
    var relation: Relation
    /// The node before the parentheses that ended last, if nothing followed yet.
    var applied = -1
    /// How many parentheses are open around the line.
    var outerFences = 0
  }

  /// Replaces a tree by that of a formula, in its memory; the formula's source is for the commands that nobody knows.
  static func build(_ tree: inout SymbolLayoutTree, of formula: Formula, source: [UInt8]) {
    var former = SymbolLayoutTree()
    swap(&former, &tree)
    former.removeAll()
    var builder = LayoutTreeBuilder(tree: former, formula: formula, source: source)
    former = SymbolLayoutTree()
    builder.addRows()
    swap(&tree, &builder.tree)
  }

  private mutating func addRows() {
    if let table = formula.root.onlyTable, table.isOfFormulas {
      for row in table.rows { addRow { $0.add(cellsOf: row) } }
    } else {
      addRow { $0.add($0.formula.root) }
    }
  }

  private init(tree: SymbolLayoutTree, formula: Formula, source: [UInt8]) {
    self.tree = tree
    self.formula = formula
    self.source = source
  }

  private mutating func addRow(_ body: (inout LayoutTreeBuilder) -> Void) {
    line = Line(parent: -1, relation: .next)
    openFences.removeAll(keepingCapacity: true)
    let start = tree.nodes.count
    body(&self)
    // Punctuation of the sentence around the formula.
    if openFences.isEmpty, let last = tree.nodes.last, line.parent == tree.nodes.count - 1,
      line.parent > start,
      last.relation == .next, last.scalar == 0x2C || last.scalar == 0x2E || last.scalar == 0x3B
    {
      tree.nodes.removeLast()
      line.parent = last.parent
    }
    if tree.nodes.count > start {
      tree.rows.append((nodes: start..<tree.nodes.count, last: openFences.isEmpty ? line.parent : -1))
    }
  }

  // MARK: Lines

  /// Adds lists that stand at a place of a node as lines of their own.
  mutating func add(_ list: MathList, at relation: Relation, of parent: Int) {
    withLine(at: relation, of: parent) { $0.add(list) }
  }

  /// Reads a line of its own that stands at a place of a node.
  mutating func withLine(at relation: Relation, of parent: Int, _ body: (inout Self) -> Void) {
    let outer = line
    line = Line(parent: parent, relation: relation, outerFences: openFences.count)
    body(&self)
    openFences.removeLast(openFences.count - line.outerFences)
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
      openFences.append(line.parent)
      line.relation = .within
    case (_, .close) where openFences.count > line.outerFences: close()
    // Several primes are one sign or several.
    case (0x2033, _), (0x2034, _): for _ in 0x2032...scalar { append(0x2032) }
    case (0x2057, _): for _ in 0..<4 { append(0x2032) }
    default: append(scalar)
    }
  }

  /// Ends the innermost parentheses.
  private mutating func close() {
    guard let fence = openFences.popLast() else { return }
    line.parent = fence
    line.relation = .next
    let before = tree.nodes[fence].parent
    line.applied =
      before >= 0 && tree.nodes[fence].relation == .next && tree.nodes[before].takesArguments ? before : -1
  }

  /// Appends a name to the line: its letters and digits, capitals made small. What is one letter or one digit is no
  /// name.
  mutating func append(name bytes: ArraySlice<UInt8>) {
    var name = NameWriter()
    for byte in bytes { name.add(byte) }
    guard name.length == 1 else {
      append(name)
      return
    }
    let small = name.last
    for byte in bytes where byte == small || (small > 0x60 && byte | 0x20 == small) { append(UInt32(byte)) }
  }

  /// Appends a number to the line.
  mutating func append(number: TextSpan, in alphabet: Alphabet) {
    let digits = formula.text[number.range]
    if digits.count == 1, let digit = digits.first {
      append(UInt32(digit), in: alphabet)
      return
    }
    var name = NameWriter()
    if digits.first == 0x2E { name.append(0x30) }
    for digit in digits { name.append(digit) }
    append(name)
  }

  private mutating func append(_ writer: NameWriter) {
    guard writer.length > 0 else { return }
    let name = writer.name
    // arg max is argmax.
    if line.relation == .next, line.parent == tree.nodes.count - 1, let last = tree.nodes.last, last.isNamed {
      let joined = name.joined(behind: last.name)
      if NameWriter.isArgumentOfExtremum(joined) {
        tree.nodes[line.parent].name = joined
        return
      }
    }
    append(SymbolLayoutTree.Node(name: name, parent: line.parent, relation: line.relation))
  }
}

extension LayoutTreeBuilder.Line {
  /// The node that scripts hang on; -1 if the line has none yet.
  var scripted: Int { relation == .next ? parent : -1 }
}
