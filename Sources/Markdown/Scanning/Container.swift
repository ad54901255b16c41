/// A block quote, list item or footnote that is open.
struct Container {
  enum Kind {
    case quote, item, footnote
  }

  var kind: Kind
  /// Columns of white space by which further lines belong to a list item or footnote.
  var indent = 0
  var childCount = 0
  var isQuote: Bool { kind == .quote }
}

extension LineCursor {
  /// Moves behind the marks of the containers a line goes on with; returns how many these are.
  mutating func advance(past containers: some Collection<Container>, in bytes: [UInt8]) -> Int {
    var matched = 0
    for container in containers {
      if container.isQuote {
        guard indent < LineCursor.codeIndent, !isBlank, bytes[content] == 0x3E else { break }
        advancePastQuoteMark(in: bytes)
      } else if indent >= container.indent {
        advance(columns: container.indent, in: bytes)
      } else if isBlank, container.childCount > 0 || container.kind == .footnote {
        advanceToContent()
      } else {
        break
      }
      matched += 1
    }
    return matched
  }
}
