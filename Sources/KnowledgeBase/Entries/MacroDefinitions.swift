package import Markdown
package import TeXMath

extension MacroTable {
  /// Adds a macro an author wrote; its arguments are those its body names.
  ///
  /// - Returns: what is wrong with it; the table is then unchanged.
  /// - Complexity: O(macros + bytes of the body).
  package mutating func define(_ macro: Markdown.MacroDefinition) -> String? {
    let body = Array(macro.body.value.utf8)
    let name = macro.name.value.drop { $0 == "\\" }
    do throws(MacroFault) {
      let parameters = try MacroBody(checking: body).parameterCount
      do {
        try define(name: Array(name.utf8), parameterCount: parameters, body: body)
      } catch {
        throw MacroFault(error)
      }
      return nil
    } catch {
      return "The macro \\\(name) cannot be defined: \(error.sentence)."
    }
  }
}

/// What a macro's body tells of the macro.
private struct MacroBody {
  /// The greatest `#1` … `#9` in it.
  var parameterCount = 0

  /// Reads a body; a character behind a backslash is never a sign.
  init(checking body: [UInt8]) throws(MacroFault) {
    var depth = 0
    var index = 0
    while index < body.count {
      switch body[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { throw .unopenedBrace }
      case UInt8(ascii: "#"):
        var signs = 1
        index += 1
        while index < body.count, body[index] == UInt8(ascii: "#") { (signs, index) = (signs + 1, index + 1) }
        guard index < body.count, 0x31...0x39 ~= body[index] else { throw .looseParameter }
        // `##1` is the parameter of a macro that this one defines.
        if signs == 1 { parameterCount = max(parameterCount, Int(body[index] - 0x30)) }
      default: break
      }
      index += 1
    }
    if depth > 0 { throw .unclosedBrace }
  }
}

/// Why a macro cannot be defined.
private enum MacroFault: Error {
  case unclosedBrace, unopenedBrace, looseParameter, name, parameters

  init(_ error: MacroDefinitionError) {
    switch error {
    case .invalidName: self = .name
    case .invalidParameterCount, .unknownParameter: self = .parameters
    }
  }

  /// What is wrong, as the end of a sentence.
  var sentence: String {
    switch self {
    case .unclosedBrace: "a brace in it is not closed"
    case .unopenedBrace: "a brace in it closes nothing; write \\} for the sign"
    case .looseParameter: "behind # belongs a digit from 1 to 9; write \\# for the sign"
    case .name: "its name is neither ASCII letters nor one other ASCII character"
    case .parameters: "it may have at most nine arguments, #1 to #9"
    }
  }
}
