/// One token of TeX, as chapter 7 of The TeXbook divides them, with the usual category codes.
package struct Token: Sendable {
  /// What the token is for the parser.
  package enum Kind: UInt8, Sendable {
    case end
    /// A run of white space.
    case space
    case beginGroup, endGroup
    case superscript, `subscript`
    case alignment
    case character
    /// A control sequence (`\alpha`, `\,`).
    case command
    /// `#1` … `#9`; the digit's value is the scalar.
    case parameter
  }

  package var kind: Kind
  /// Whether `text` points into the macros' bodies instead of the formula.
  var isFromMacro = false
  /// Which built-in command it is; `Token.unknownCommand` if there is none.
  var command: UInt16 = Token.unknownCommand
  /// The character's Unicode scalar value.
  package var scalar: UInt32 = 0
  /// The bytes of the token, with the backslash.
  var text: TextSpan
  /// Its place in the formula, or the place of the macro call it comes from.
  package var source: SourceSpan
  /// The call in whose macro's body it stands, as `MacroExpander` counts them from 1; 0 outside all bodies.
  var call: UInt32 = 0

  static let unknownCommand = UInt16.max
  /// A macro whose call does not have what its definition asks for.
  static let misusedMacro = UInt16.max - 1

  /// The same token as a part of what a macro call becomes.
  func placed(at source: SourceSpan, call: UInt32) -> Token {
    var token = self
    token.source = source
    token.call = call
    return token
  }

  /// Whether it is a certain ASCII character.
  func isCharacter(_ character: Unicode.Scalar) -> Bool {
    kind == .character && scalar == character.value
  }
}
