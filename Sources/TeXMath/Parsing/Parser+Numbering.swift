/// `\label`, `\tag`, `\notag` and references.
extension Parser {
  @inline(never)
  mutating func parseNumbering(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .label: try parseLabel(source)
    case .tag: try parseTag(source)
    case .noNumber: marks.isSuppressed = true
    case .reference(let isParenthesized):
      let (name, all) = try parseEquationName(of: source)
      references.append(MathReference(label: name, range: all.range))
      var shown = numbers.text(of: name) ?? name
      if isParenthesized { shown = [UInt8(ascii: "(")] + shown + [UInt8(ascii: ")")] }
      builder.atoms.append(Atom(.text(span(of: shown), .plain), source: all))
    default: break
    }
  }

  private mutating func parseLabel(_ source: SourceSpan) throws(LimitExceeded) {
    let told = issues.count
    let (name, all) = try parseEquationName(of: source)
    if name.isEmpty {
      if issues.count > told { return }
      report(.syntax, at: all, "This \\label has no name; write one such as \\label{eq:name}.")
    } else if mayMark(all, "\\label", isMarked: marks.labelRange != nil) {
      marks.label = name
      marks.labelRange = all.range
    }
  }

  private mutating func parseTag(_ source: SourceSpan) throws(LimitExceeded) {
    let isStarred = isCharacter("*")
    if isStarred { try advance() }
    let told = issues.count
    let tag = try parseTextArgument(.plain, of: source)
    let all = SourceSpan(start: source.start, end: max(source.end, token.source.start))
    if tag.isEmpty {
      if issues.count > told { return }
      report(.syntax, at: all, "This \\tag is empty; write one such as \\tag{1}, or \\notag for none.")
    } else if mayMark(all, "\\tag", isMarked: marks.tagRange != nil) {
      marks.tag = tag
      marks.isParenthesized = !isStarred
      marks.tagRange = all.range
    }
  }

  /// Whether a label or a tag may stand where it stands.
  mutating func mayMark(_ source: SourceSpan, _ command: String, isMarked: Bool) -> Bool {
    if !isDisplay {
      report(
        .numbering, at: source,
        "Only a formula on a line of its own has a number; write it between $$ and $$.")
    } else if isMarked {
      report(.numbering, at: source, "This row has a " + command + " already; remove one of the two.")
    }
    return isDisplay && !isMarked
  }

  /// Reads `{name}` as UTF-8 that may stand in XML, hyphens for white space; with its place from the command on.
  private mutating func parseEquationName(
    of source: SourceSpan
  ) throws(LimitExceeded) -> (name: [UInt8], source: SourceSpan) {
    var end = source
    let bytes = try parseRawArgument(of: source, end: &end)
    var name: [UInt8] = []
    var index = 0
    var follows = false
    while index < bytes.count {
      let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: index)
      index += length
      if scalar <= 0x20 {
        follows = !name.isEmpty
        continue
      }
      if follows { name.append(UInt8(ascii: "-")) }
      follows = false
      name.append(scalar: UTF8Decoder.isAllowedInXML(scalar) ? scalar : UTF8Decoder.replacement)
    }
    return (name, source.joined(to: end))
  }
}
