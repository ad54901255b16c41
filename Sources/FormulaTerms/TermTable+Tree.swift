extension TermTable {
  /// What a term of each sort weighs.
  private enum Weight {
    static let row: UInt8 = 6
    static let pair: UInt8 = 2
    static let symbol: UInt8 = 2
    static let end: UInt8 = 1
    static let loose: UInt8 = 1
  }

  private static let wildcard: UInt8 = 0x2A  // *
  private static let endSign: UInt8 = 0x24  // $
  private static let renamedSign: UInt8 = 0x3D  // =
  private static let shapeSign: UInt8 = 0x7E  // ~

  /// Adds the terms of a formula, the most telling ones first.
  mutating func add(_ tree: SymbolLayoutTree, isQuery: Bool) {
    for row in tree.rows { add(row.nodes, of: tree) }
    for node in tree.nodes where node.parent >= 0 {
      addPair(tree.nodes[node.parent], node.relation, node, of: tree, Weight.pair)
    }
    // In a query letters are worth a look only where there are no pairs.
    let wantsLetters = !isQuery || tree.nodes.count < 3
    for node in tree.nodes where node.isTelling || (wantsLetters && node.isVariable) {
      addSymbol(node, of: tree)
    }
    for row in tree.rows where row.last >= 0 && !tree.nodes[row.last].opens {
      addEnd(tree.nodes[row.last], of: tree)
    }
    for node in tree.nodes { addLoosePairs(node, of: tree) }
    addSpelledNames(tree)
  }

  // MARK: Rows

  /// Adds the digests of a row: one in which a variable is the number of its first occurrence, and one in which all
  /// variables are the same. What has no more than one pair needs none.
  private mutating func add(_ row: Range<Int>, of tree: SymbolLayoutTree) {
    guard row.count > 2 else { return }
    var renamed = Digest()
    var shape = Digest()
    var variables: [UInt32] = []
    for index in row {
      let node = tree.nodes[index]
      var place: UInt32 = 0
      if node.parent >= 0 {
        place = UInt32(truncatingIfNeeded: index - node.parent) << 8 | UInt32(node.relation.rawValue)
      }
      renamed.add(place)
      shape.add(place)
      if node.isVariable {
        let number = variables.firstIndex(of: node.scalar) ?? variables.count
        if number == variables.count, number < Self.mostVariables { variables.append(node.scalar) }
        renamed.add(SymbolLayoutTree.Sign.first + UInt32(truncatingIfNeeded: number))
        shape.add(SymbolLayoutTree.Sign.first)
      } else {
        for byte in tree.names[node.name] {
          renamed.add(UInt32(byte))
          shape.add(UInt32(byte))
        }
        renamed.add(node.scalar)
        shape.add(node.scalar)
      }
    }
    addDigest(renamed, Self.renamedSign)
    if !variables.isEmpty { addDigest(shape, Self.shapeSign) }
  }

  /// Variables behind these count as one.
  private static let mostVariables = 64

  private mutating func addDigest(_ digest: Digest, _ sign: UInt8) {
    write(0x5C)
    write(sign)
    write(digest)
    add(Weight.row)
  }

  // MARK: Symbols

  private mutating func addSymbol(_ node: SymbolLayoutTree.Node, of tree: SymbolLayoutTree) {
    write(node, of: tree)
    add(Weight.symbol)
    guard node.isStyled else { return }
    write(node.inPlainLetters, of: tree)
    add(Weight.loose)
  }

  private mutating func addEnd(_ node: SymbolLayoutTree.Node, of tree: SymbolLayoutTree) {
    write(node, of: tree)
    write(Self.endSign)
    add(Weight.end)
  }

  /// Adds what letters side by side spell: a name that its author did not mark as one.
  private mutating func addSpelledNames(_ tree: SymbolLayoutTree) {
    var start = 0
    for index in 0...tree.nodes.count {
      if index < tree.nodes.count, tree.nodes[index].isLatin {
        if index == start || tree.nodes[index].follows(index - 1) { continue }
      }
      if index - start >= Self.shortestSpelledName, index - start <= LayoutTreeBuilder.longestName {
        write(0x5C)
        for place in start..<index { write(UInt8(truncatingIfNeeded: tree.nodes[place].scalar | 0x20)) }
        add(Weight.symbol)
      }
      start = index < tree.nodes.count && tree.nodes[index].isLatin ? index : index + 1
    }
  }

  private static let shortestSpelledName = 3

  // MARK: Pairs

  /// Adds a pair of symbols; `nil` stands for any variable.
  private mutating func addPair(
    _ first: SymbolLayoutTree.Node?, _ relation: Relation, _ second: SymbolLayoutTree.Node?,
    of tree: SymbolLayoutTree, _ weight: UInt8
  ) {
    if let first { write(first, of: tree) } else { write(Self.wildcard) }
    write(relation.rawValue)
    if let second { write(second, of: tree) } else { write(Self.wildcard) }
    add(weight)
  }

  /// Adds the pairs of a node with the one before it that are found where letters are other ones, or of another
  /// alphabet, or without the arguments between the two.
  private mutating func addLoosePairs(_ node: SymbolLayoutTree.Node, of tree: SymbolLayoutTree) {
    if node.applied >= 0 { addPair(tree.nodes[node.applied], .next, node, of: tree, Weight.loose) }
    guard node.parent >= 0 else { return }
    let parent = tree.nodes[node.parent]
    if parent.isStyled || node.isStyled {
      addPair(parent.inPlainLetters, node.relation, node.inPlainLetters, of: tree, Weight.loose)
    }
    if parent.isVariable, !node.isVariable, node.isAnchor {
      addPair(nil, node.relation, node, of: tree, Weight.loose)
    } else if node.isVariable, parent.isVariable ? node.relation.isScript : parent.isAnchor {
      addPair(parent, node.relation, nil, of: tree, Weight.loose)
    }
  }
}

extension SymbolLayoutTree.Node {
  /// Whether it is a Latin letter without an alphabet of its own.
  fileprivate var isLatin: Bool { name.isEmpty && scalar < 0x80 && isVariable }

  /// Whether it stands behind a node on the same line.
  fileprivate func follows(_ index: Int) -> Bool { parent == index && relation == .next }
}

extension Relation {
  fileprivate var isScript: Bool { self == .above || self == .below }
}
