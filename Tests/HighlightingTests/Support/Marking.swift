import Highlighting
import Testing

/// The code with its tokens marked: `‹keyword:let› x = ‹number:1›`; the words are the CSS classes without `hl-`.
func marked(_ code: String, as language: String) -> String {
  guard let language = Language.named(language.utf8) else { return "no such language" }
  let bytes = Array(code.utf8)[...]
  var result = ""
  var end = bytes.startIndex
  for token in language.tokens(of: bytes) {
    result += String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
    let name = String(describing: token.tokenClass.cssClass).dropFirst(3)
    result += "‹\(name):\(String(decoding: bytes[token.range], as: UTF8.self))›"
    end = token.range.upperBound
  }
  return result + String(decoding: bytes[end...], as: UTF8.self)
}

/// Code and how its tokens should be marked.
struct Sample: Sendable, CustomTestStringConvertible {
  let code: String
  let expected: String

  init(_ code: String, _ expected: String) {
    self.code = code
    self.expected = expected
  }

  /// The code is the expectation without its marks.
  init(_ expected: String) {
    var code = ""
    var isInName = false
    for character in expected {
      switch character {
      case "‹": isInName = true
      case ":" where isInName: isInName = false
      case "›": break
      default: if !isInName { code.append(character) }
      }
    }
    self.init(code, expected)
  }

  var testDescription: String { code }
}
