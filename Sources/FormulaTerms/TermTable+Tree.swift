extension TermTable {
  /// What a term of each sort weighs.
  private enum Weight {
    static let row: UInt8 = 6
    static let pair: UInt8 = 2
    static let symbol: UInt8 = 2
    static let end: UInt8 = 1
    static let loose: UInt8 = 1
  }

  private static let endSign: UInt8 = 0x24  // $
  private static let renamedSign: UInt8 = 0x3D  // =
  private static let shapeSign: UInt8 = 0x7E  // ~

  /// Adds the terms of a formula, the most telling ones first.
  mutating func add(_ tree: SymbolLayoutTree, isQuery: Bool) {
    for row in tree.rows { add(row.nodes, of: tree) }
    for node in tree.nodes where node.parent >= 0 {
      add(tree.nodes[node.parent].name, node.relation.rawValue, node.name, Weight.pair)
    }
    // In a query letters are worth a look only where there are no pairs.
    let wantsLetters = !isQuery || tree.nodes.count < 3
    for node in tree.nodes where node.isTelling || (wantsLetters && node.isVariable) {
      addSymbol(node)
    }
    for row in tree.rows where row.last >= 0 && !tree.nodes[row.last].opens {
      add(tree.nodes[row.last].name, Self.endSign, .none, Weight.end)
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
    var variables = InlineArray<64, UInt32>(repeating: 0)
    var variableCount = 0
    for index in row {
      let node = tree.nodes[index]
      var place: UInt32 = 0
      if node.parent >= 0 {
        place = UInt32(truncatingIfNeeded: index - node.parent) << 8 | UInt32(node.relation.rawValue)
      }
      renamed.add(place)
      shape.add(place)
      if node.isVariable {
        var number = 0
        while number < variableCount, variables[number] != node.scalar { number += 1 }
        // Those behind the last one that there is room for count as one.
        if number == variableCount, number < variables.count {
          variables[number] = node.scalar
          variableCount += 1
        }
        renamed.add(SymbolLayoutTree.Sign.first + UInt32(truncatingIfNeeded: number))
        shape.add(SymbolLayoutTree.Sign.first)
      } else {
        if node.isNamed {
          for place in 1..<node.name.count {
            renamed.add(UInt32(node.name[place]))
            shape.add(UInt32(node.name[place]))
          }
        }
        renamed.add(node.scalar)
        shape.add(node.scalar)
      }
    }
    addDigest(renamed, Self.renamedSign)
    if variableCount > 0 { addDigest(shape, Self.shapeSign) }
  }

  private mutating func addDigest(_ digest: Digest, _ sign: UInt8) {
    var term = SymbolName.backslash
    term.append(sign)
    digest.append(letters: 5, to: &term)
    add(term, Weight.row)
  }

  // MARK: Symbols

  private mutating func addSymbol(_ node: SymbolLayoutTree.Node) {
    add(node.name, Weight.symbol)
    if node.isStyled { add(node.plainName, Weight.loose) }
  }

  /// Adds what letters side by side spell: a name that its author did not mark as one.
  private mutating func addSpelledNames(_ tree: SymbolLayoutTree) {
    var start = 0
    for index in 0...tree.nodes.count {
      if index < tree.nodes.count, tree.nodes[index].isLatin {
        if index == start || tree.nodes[index].follows(index - 1) { continue }
      }
      if index - start >= Self.shortestSpelledName, index - start <= NameWriter.longest {
        var name = SymbolName.backslash
        for place in start..<index { name.append(UInt8(truncatingIfNeeded: tree.nodes[place].scalar | 0x20)) }
        add(name, Weight.symbol)
      }
      start = index < tree.nodes.count && tree.nodes[index].isLatin ? index : index + 1
    }
  }

  private static let shortestSpelledName = 3

  // MARK: Pairs

  /// Adds the pairs of a node with the one before it that are found where letters are other ones, or of another
  /// alphabet, or without the arguments between the two.
  private mutating func addLoosePairs(_ node: SymbolLayoutTree.Node, of tree: SymbolLayoutTree) {
    if node.applied >= 0 {
      add(tree.nodes[node.applied].name, Relation.next.rawValue, node.name, Weight.loose)
    }
    guard node.parent >= 0 else { return }
    let parent = tree.nodes[node.parent]
    if parent.isStyled || node.isStyled {
      add(parent.plainName, node.relation.rawValue, node.plainName, Weight.loose)
    }
    if parent.isVariable, !node.isVariable, node.isAnchor {
      add(.wildcard, node.relation.rawValue, node.name, Weight.loose)
    } else if node.isVariable, parent.isVariable ? node.relation.isScript : parent.isAnchor {
      add(parent.name, node.relation.rawValue, .wildcard, Weight.loose)
    }
  }
}

extension SymbolLayoutTree.Node {
  /// Whether it is a Latin letter without an alphabet of its own.
  fileprivate var isLatin: Bool { scalar < 0x80 && isVariable }

  /// Whether it stands behind a node on the same line.
  fileprivate func follows(_ index: Int) -> Bool { parent == index && relation == .next }
}

extension Relation {
  fileprivate var isScript: Bool { self == .above || self == .below }
}
