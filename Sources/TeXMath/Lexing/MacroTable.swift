/// The macros a site or a page gives its formulas.
///
/// A body is divided into tokens once, when it is defined.
public struct MacroTable: Sendable {
  struct Macro: Sendable {
    var name: TextSpan
    var parameterCount: Int
    var body: [Token]
  }

  /// Names and bodies of all macros, one behind the other.
  private(set) var pool: [UInt8] = []
  private var macros: [Macro] = []

  /// Makes a table without macros.
  public init() {}

  /// Whether no macro is defined.
  public var isEmpty: Bool { macros.isEmpty }

  /// Defines a macro as `\newcommand{\name}[parameterCount]{body}` does; a later definition replaces an
  /// earlier one and may have a built-in command's name.
  ///
  /// - Parameters:
  ///   - name: The command with or without its backslash: ASCII letters, or one other ASCII character.
  ///   - parameterCount: 0 to 9.
  ///   - body: TeX with `#1` … for the arguments.
  /// - Throws: `MacroDefinitionError` if one of the three is not so; the table is then unchanged.
  /// - Complexity: O(macros + length of the body).
  public mutating func define(
    name: [UInt8], parameterCount: Int, body: [UInt8]
  ) throws(MacroDefinitionError) {
    let name = name.first == UInt8(ascii: "\\") && name.count > 1 ? Array(name.dropFirst()) : name
    let isSign = name.count == 1 && name[0] > 0x20 && name[0] < 0x7F
    guard !name.isEmpty, isSign || name.allSatisfy({ $0.isLetter }) else { throw .invalidName }
    guard (0...9).contains(parameterCount) else { throw .invalidParameterCount }
    let nameStart = pool.count
    let bodyStart = nameStart + name.count
    var tokens: [Token] = []
    var lexer = Lexer(body, commands: .shared)
    while true {
      var token = lexer.next()
      if token.kind == .end { break }
      if token.kind == .parameter, token.scalar > parameterCount { throw .unknownParameter }
      token.isFromMacro = true
      token.text.start += UInt32(truncatingIfNeeded: bodyStart)
      token.text.end += UInt32(truncatingIfNeeded: bodyStart)
      tokens.append(token)
    }
    pool.append(contentsOf: name)
    pool.append(contentsOf: body)
    let span = TextSpan(
      start: UInt32(truncatingIfNeeded: nameStart), end: UInt32(truncatingIfNeeded: bodyStart))
    let macro = Macro(name: span, parameterCount: parameterCount, body: tokens)
    let place = insertionIndex(of: name, 0..<name.count)
    if place.isPresent { macros[place.index] = macro } else { macros.insert(macro, at: place.index) }
  }

  /// The macro of a name without its backslash.
  ///
  /// - Complexity: O(log macros).
  func macro(named bytes: [UInt8], _ range: Range<Int>) -> Macro? {
    let place = insertionIndex(of: bytes, range)
    return place.isPresent ? macros[place.index] : nil
  }

  /// Calls a function with every name.
  func forEachName(_ body: ([UInt8]) -> Void) {
    for macro in macros { body(Array(pool[macro.name.range])) }
  }

  private func insertionIndex(of bytes: [UInt8], _ range: Range<Int>) -> (index: Int, isPresent: Bool) {
    var low = 0
    var high = macros.count
    while low < high {
      let middle = (low + high) / 2
      let order = compare(macros[middle].name.range, with: bytes, range)
      if order == 0 { return (middle, true) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return (low, false)
  }

  private func compare(_ name: Range<Int>, with bytes: [UInt8], _ range: Range<Int>) -> Int {
    for index in 0..<min(name.count, range.count) {
      let difference = Int(pool[name.lowerBound + index]) - Int(bytes[range.lowerBound + index])
      if difference != 0 { return difference }
    }
    return name.count - range.count
  }
}

/// Why a macro cannot be defined.
public enum MacroDefinitionError: Error, Sendable, Equatable {
  /// The name is neither letters nor one ASCII character.
  case invalidName
  /// More than nine parameters, or fewer than none.
  case invalidParameterCount
  /// The body uses a parameter the macro does not have.
  case unknownParameter
}
