/// A formula as symbols, each of which hangs on an earlier one at one of its places.
struct SymbolLayoutTree {
  /// One symbol.
  struct Node {
    /// A character, or a `Sign`; 0 for one with a name.
    let scalar: UInt32
    /// The plain letter of a character in an alphabet of its own, else the same.
    let plain: UInt32
    /// How terms write it.
    var name: SymbolName
    /// The node it hangs on; -1 for the first of a row.
    var parent: Int
    var relation: Relation
    /// Whether it opens parentheses; what stands in them hangs on it, and what follows them.
    var opens = false
    /// Whether another letter could stand in its place: a Latin or small Greek letter, but for π and letters with two
    /// strokes.
    let isVariable: Bool
    /// Whether it says something of the subject by itself: a name, a number, a letter that is no plain Latin one, an
    /// operator that is not in every second formula.
    let isTelling: Bool
    /// The node before the parentheses that end before this one, as `f` in `f(x) y`; -1 for none.
    var applied = -1

    /// A character or a `Sign`.
    init(scalar: UInt32, plain: UInt32, parent: Int, relation: Relation) {
      self.scalar = scalar
      self.plain = plain
      self.parent = parent
      self.relation = relation
      name = SymbolName(scalar: scalar)
      isVariable = Node.isVariable(scalar, plain: plain)
      isTelling = Node.isTelling(scalar)
    }

    /// A symbol with a name, which begins with a backslash.
    init(name: SymbolName, parent: Int, relation: Relation) {
      scalar = 0
      plain = 0
      self.name = name
      self.parent = parent
      self.relation = relation
      isVariable = false
      isTelling = true
    }
  }

  /// Symbols that are no characters: scalars beyond Unicode whose low byte is the letter in a term.
  enum Sign {
    static let first: UInt32 = 0x11_0000
    static let fraction = first + 0x46  // F
    static let binomial = first + 0x42  // B
    static let root = first + 0x52  // R
    static let table = first + 0x4D  // M
    static let cases = first + 0x43  // C
  }

  /// In reading order; a subscript before a superscript, both before what follows.
  var nodes: [Node] = []
  /// The nodes of each row, one row behind the other, and the node its line ends with (-1 for none).
  var rows: [(nodes: Range<Int>, last: Int)] = []

  /// Removes all, and keeps the memory.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }
}

extension SymbolLayoutTree.Node {
  /// Whether it is written as a name.
  var isNamed: Bool { scalar == 0 && name.count > 1 }

  private static func isVariable(_ scalar: UInt32, plain: UInt32) -> Bool {
    switch plain {
    case 0x41...0x5A, 0x61...0x7A: return !isDoubleStruck(scalar)
    case 0x3B1...0x3C9: return plain != 0x3C0
    default: return false
    }
  }

  private static func isDoubleStruck(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1D538...0x1D56B, 0x2102, 0x210D, 0x2115, 0x2119...0x211A, 0x211D, 0x2124: true
    default: false
    }
  }

  private static func isTelling(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80, SymbolLayoutTree.Sign.fraction, SymbolLayoutTree.Sign.table: return false
    // × ‖ … ′ → ∈ ∗ ≠ ≤ ≥ ⋅
    case 0xD7, 0x2016, 0x2026, 0x2032, 0x2192, 0x2208, 0x2217, 0x2260, 0x2264, 0x2265, 0x22C5: return false
    default: return true
    }
  }

  /// Whether it is a letter in an alphabet of its own.
  var isStyled: Bool { scalar != plain }

  /// How terms write the same symbol without its alphabet.
  var plainName: SymbolName { isStyled ? SymbolName(scalar: plain) : name }

  /// Whether its pair with some variable tells anything: not for brackets and the signs of arithmetic.
  var isAnchor: Bool { isTelling || 0x30...0x39 ~= scalar }

  /// Whether parentheses behind it hold its arguments.
  var takesArguments: Bool { isVariable || isTelling }
}
