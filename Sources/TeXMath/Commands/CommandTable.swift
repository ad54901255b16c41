/// All built-in commands, and the characters that mean the same as one of them.
struct CommandTable: Sendable {
  static let shared = CommandTable()

  private var names = NameTable<CommandMeaning>()
  /// Symbols beyond ASCII by scalar, ascending.
  private var symbols: [Symbol] = []

  private init() {
    // First, so that what is known after all wins.
    for (name, meaning) in UnavailableCommands.all { names.insert(name, meaning) }
    SymbolTables.forEachSymbol { name, symbol in
      names.insert(name, .symbol(symbol))
      if symbol.scalar >= 0x80, symbol.second == 0 { symbols.append(symbol) }
    }
    for family in Self.families {
      for (name, meaning) in family { names.insert(name, meaning) }
    }
    FunctionNames.forEach { name, meaning in names.insert(name, meaning) }
    // A scalar with several names keeps the class of the name that the tables list first.
    var order = Array(symbols.indices)
    order.sort {
      symbols[$0].scalar != symbols[$1].scalar ? symbols[$0].scalar < symbols[$1].scalar : $0 < $1
    }
    var unique: [Symbol] = []
    for index in order where unique.last?.scalar != symbols[index].scalar { unique.append(symbols[index]) }
    symbols = unique
  }

  /// The commands that are more than a sign, a family a table.
  private static var families: [[(StaticString, CommandMeaning)]] {
    [
      AccentCommands.all, AlphabetCommands.all, ArrowCommands.all, BoxCommands.all, ClassCommands.all,
      DefinitionCommands.all, FenceCommands.all, FractionCommands.all, LayoutCommands.all,
      NumberingCommands.all, SpacingCommands.all, StackCommands.all, StyleCommands.all, TextAccents.all,
      TextCommands.all, ForbiddenCommands.all,
    ]
  }

  /// The number a token keeps of a command's name (without the backslash).
  func identifier(of bytes: [UInt8], _ name: Range<Int>) -> UInt16 {
    guard let index = names.index(of: bytes, name) else { return Token.unknownCommand }
    return UInt16(truncatingIfNeeded: index)
  }

  /// What a command does; `nil` if it is none of ours.
  func meaning(of identifier: UInt16) -> CommandMeaning? {
    Int(identifier) < names.count ? names[Int(identifier)] : nil
  }

  /// The name of a command, without its backslash.
  func name(of identifier: UInt16) -> ArraySlice<UInt8> { names.name(of: Int(identifier)) }

  /// Calls a function with the name of every command that an author may use.
  func forEachName(_ body: (ArraySlice<UInt8>) -> Void) {
    for index in 0..<names.count {
      switch names[index] {
      case .unavailable, .forbidden: continue
      default: body(names.name(of: index))
      }
    }
  }

  /// What a character beyond ASCII means, if a command means the same.
  func symbol(of scalar: UInt32) -> Symbol? {
    var low = 0
    var high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    return low < symbols.count && symbols[low].scalar == scalar ? symbols[low] : nil
  }
}
