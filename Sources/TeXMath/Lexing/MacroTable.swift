/// The macros a site or a page gives its formulas.
///
/// A body is divided into tokens once, when it is defined.
public struct MacroTable: Sendable {
  /// Default arguments and bodies of all macros, one behind the other.
  private(set) var pool: [UInt8] = []
  private var macros = NameTable<Macro>()

  /// Makes a table without macros.
  public init() {}

  /// Whether no macro is defined.
  public var isEmpty: Bool { macros.count == 0 }

  /// Defines a macro as `\newcommand{\name}[parameterCount]{body}` does; a later definition replaces an
  /// earlier one and may have a built-in command's name.
  ///
  /// - Parameters:
  ///   - name: The command with or without its backslash: ASCII letters, or one other ASCII character.
  ///   - parameterCount: 0 to 9.
  ///   - body: TeX with `#1` … for the arguments; `##1` is the parameter of a definition in the body.
  /// - Throws: `MacroDefinitionError` if one of the three is not so; the table is then unchanged.
  /// - Complexity: O(length of the name and the body), amortized.
  public mutating func define(
    name: [UInt8], parameterCount: Int, body: [UInt8]
  ) throws(MacroDefinitionError) {
    let name = name.first == UInt8(ascii: "\\") && name.count > 1 ? Array(name.dropFirst()) : name
    let isSign = name.count == 1 && name[0] > 0x20 && name[0] < 0x7F
    guard !name.isEmpty, isSign || name.allSatisfy({ $0.isLetter }) else { throw .invalidName }
    guard (0...9).contains(parameterCount) else { throw .invalidParameterCount }
    let tokens = Lexer.tokens(of: body, inPoolAt: pool.count)
    let macro = Macro(
      pattern: Macro.pattern(parameterCount: parameterCount),
      body: try Macro.body(tokens, parameterCount: parameterCount))
    pool.append(contentsOf: body)
    macros.insert(name, macro)
  }

  /// The macro of a name without its backslash.
  ///
  /// - Complexity: O(length of the name).
  func macro(named bytes: [UInt8], _ range: Range<Int>) -> Macro? {
    macros.index(of: bytes, range).map { macros[$0] }
  }

  /// Calls a function with every name.
  func forEachName(_ body: (ArraySlice<UInt8>) -> Void) {
    for index in 0..<macros.count { body(macros.name(of: index)) }
  }
}

extension Lexer {
  /// The tokens of bytes that will stand in a pool of macro bodies from a place on.
  static func tokens(of bytes: [UInt8], inPoolAt start: Int) -> [Token] {
    var tokens: [Token] = []
    var lexer = Lexer(bytes, commands: .shared)
    while true {
      var token = lexer.next()
      if token.kind == .end { return tokens }
      token.isFromMacro = true
      token.text.start += UInt32(truncatingIfNeeded: start)
      token.text.end += UInt32(truncatingIfNeeded: start)
      tokens.append(token)
    }
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
