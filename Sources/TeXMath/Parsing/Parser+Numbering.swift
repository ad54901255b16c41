extension Parser {
  /// `\label`, `\tag` and references.
  mutating func parseNumbering(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var end = source
    switch meaning {
    case .label:
      let name = try parseRawArgument(of: source, end: &end)
      record(MathLabel(name: name, range: source.joined(to: end).range, tag: nil, row: row))
    case .tag:
      if isCharacter("*") { try advance() }
      let tag = try parseRawArgument(of: source, end: &end)
      record(MathLabel(name: [], range: source.joined(to: end).range, tag: tag, row: row))
    case .reference(let isParenthesized):
      let name = try parseRawArgument(of: source, end: &end)
      let all = source.joined(to: end)
      references.append(MathLabel(name: name, range: all.range, tag: nil, row: row))
      let shown = isParenthesized ? [UInt8(ascii: "(")] + name + [UInt8(ascii: ")")] : name
      builder.atoms.append(Atom(.text(span(of: readable(shown)), .plain), source: all))
    default:
      break
    }
  }

  /// Joins a label and a tag of the same row.
  private mutating func record(_ new: MathLabel) {
    if let last = labels.last, last.row == new.row {
      if new.name.isEmpty, last.tag == nil {
        labels[labels.count - 1].tag = new.tag
        return
      }
      if new.tag == nil, last.name.isEmpty {
        labels[labels.count - 1].name = new.name
        labels[labels.count - 1].range = new.range
        return
      }
    }
    labels.append(new)
  }

  /// Bytes of the source as UTF-8 that may stand in XML.
  private func readable(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: index)
      result.append(scalar: UTF8Decoder.isAllowedInXML(scalar) ? scalar : UTF8Decoder.replacement)
      index += length
    }
    return result
  }
}
