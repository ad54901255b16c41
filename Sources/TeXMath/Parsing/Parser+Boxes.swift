extension Parser {
  /// Frames, strokes, rules, phantoms and raised boxes.
  @inline(never)
  mutating func parseBox(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .decoration(let decoration):
      builder.atoms.append(try parseDecorated(decoration, source: source))
    case .strut:
      let parenthesis = Atom(.symbol(0x28), source: source)
      builder.atoms.append(Atom(.decorated(.verticalPhantom, [parenthesis]), source: source))
    case .cancelTo:
      let target = try parseArgument(of: source)
      let list = try parseArgument(of: source)
      var atom = Atom(.decorated(.cancelTo, list), source: source)
      atom.superscripted = target
      builder.atoms.append(atom)
    case .enclose:
      let (notations, place) = try parsePlacedArgument(of: source)
      _ = try parseOptionalRawArgument()
      let list = try parseArgument(of: source)
      builder.atoms.append(contentsOf: enclosed(list, notations, at: place, source: source))
    case .textBox(let decoration):
      while isCharacter("[") { _ = try parseOptionalRawArgument() }
      let list = try parseTextArgument(.plain, of: source)
      builder.atoms.append(Atom(.decorated(decoration, list), source: source))
    case .colorBox(let hasFrame):
      let frame = hasFrame ? try parseColor(of: source) : nil
      let background = try parseColor(of: source)
      let list = try parseTextArgument(.plain, of: source)
      builder.atoms.append(colorBox(list, background: background, frame: frame, hasFrame, source: source))
    case .styledBox:
      let options = try parseOptionalRawArgument() ?? []
      let list = try parseArgument(of: source)
      builder.atoms.append(styledBox(list, options, source: source))
    case .raised(let form):
      try parseRaised(form, source: source, into: &builder)
    case .rule(let form):
      try parseRule(form, source: source, into: &builder)
    default:
      break
    }
  }

  private mutating func parseDecorated(
    _ decoration: Decoration, source: SourceSpan
  ) throws(LimitExceeded) -> Atom {
    var decoration = decoration
    if decoration == .smash, let part = try parseOptionalRawArgument() {
      switch part {
      case [UInt8(ascii: "t")]: decoration = .smashTop
      case [UInt8(ascii: "b")]: decoration = .smashBottom
      default: break
      }
    }
    let list = try parseArgument(of: source)
    let atomClass = list.count == 1 ? list[0].atomClass : .ordinary
    return Atom(.decorated(decoration, list), atomClass, source: source)
  }

  // MARK: Coloured boxes

  private func colorBox(
    _ list: MathList, background: UInt32?, frame: UInt32?, _ hasFrame: Bool, source: SourceSpan
  ) -> Atom {
    guard hasFrame else {
      guard let background else { return Atom(.group(list), source: source) }
      return Atom(.styled(Style(background: background), list), source: source)
    }
    // A frame has the colour of what it holds, so the content gets its own back.
    let content = frame == nil ? list : [Atom(.styled(Style(color: 0), list), source: source)]
    let framed = Atom(.decorated(.boxed, content), source: source)
    guard frame != nil || background != nil else { return framed }
    return Atom(.styled(Style(color: frame, background: background), [framed]), source: source)
  }

  /// A box of MathJax's options: a colour is the ground, `border:` a frame; lengths are left to the style sheet.
  private mutating func styledBox(_ list: MathList, _ options: [UInt8], source: SourceSpan) -> Atom {
    var content = list
    var background: UInt32?
    for option in options.split(separator: UInt8(ascii: ",")) {
      let word = Array(option.drop { $0.isWhiteSpace })
      if word.starts(with: Array("border".utf8)) {
        content = [Atom(.decorated(.boxed, content), source: source)]
      } else if let color = color(named: word) {
        background = color
      } else if Length.thousandthsOfEm(word) == nil {
        report(
          .syntax, at: source,
          "The brackets of \\bbox hold a colour, a length and border:…, but not "
            + String(decoding: word, as: UTF8.self) + ".")
      }
    }
    guard let background else { return Atom(.group(content), source: source) }
    return Atom(.styled(Style(background: background), content), source: source)
  }

  // MARK: Notations

  /// The notations of `\enclose` that have a look here, one around the other.
  private mutating func enclosed(
    _ list: MathList, _ notations: [UInt8], at place: SourceSpan, source: SourceSpan
  ) -> MathList {
    var result = list
    let words = notations.split { $0.isWhiteSpace || $0 == UInt8(ascii: ",") }
    for word in words {
      guard let nucleus = Self.nucleus(of: Array(word), around: result) else {
        report(
          .syntax, at: place,
          "The notation " + String(decoding: word, as: UTF8.self)
            + " of \\enclose is not available; known are box, roundedbox, updiagonalstrike,"
            + " downdiagonalstrike, horizontalstrike, radical, actuarial, phasorangle, top and bottom.")
        continue
      }
      result = [Atom(nucleus, source: source)]
    }
    return result
  }

  private static func nucleus(of notation: [UInt8], around list: MathList) -> Nucleus? {
    switch notation {
    case Array("box".utf8), Array("roundedbox".utf8): .decorated(.boxed, list)
    case Array("updiagonalstrike".utf8): .decorated(.cancel, list)
    case Array("downdiagonalstrike".utf8): .decorated(.backCancel, list)
    case Array("horizontalstrike".utf8): .decorated(.strike, list)
    case Array("actuarial".utf8): .decorated(.actuarial, list)
    case Array("phasorangle".utf8): .decorated(.phasor, list)
    case Array("radical".utf8): .radical(list, degree: [])
    case Array("top".utf8): .accent(Accent(scalar: 0x332, isStretchy: true, name: "overline"), list)
    case Array("bottom".utf8):
      .accent(Accent(scalar: 0x332, isStretchy: true, isUnder: true, name: "underline"), list)
    default: nil
    }
  }

  // MARK: Measures

  private mutating func parseRaised(
    _ form: RaiseForm, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var height = try parseLength(of: source)
    if form == .down { height = -height }
    if form == .box {
      while isCharacter("[") { _ = try parseOptionalRawArgument() }
      let list = try parseTextArgument(.plain, of: source)
      builder.atoms.append(Atom(.raised(height, list), source: source))
    } else {
      let list = try parseArgument(of: source)
      builder.atoms.append(Atom(.raised(height, list), source: source))
    }
  }

  private mutating func parseRule(
    _ form: RuleForm, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    var lift: Int32 = 0
    if form == .raised, let raised = try parseOptionalRawArgument() {
      lift = Length.thousandthsOfEm(raised) ?? 0
    }
    let width = try parseLength(of: source)
    let height = try parseLength(of: source)
    let depth = form == .raised ? 0 : try parseLength(of: source)
    var rule = Rule(width: width, height: height, depth: depth, isVisible: form != .invisible)
    if lift < 0, height + lift >= 0 {
      rule.height = height + lift
      rule.depth = -lift
    } else if lift != 0 {
      builder.atoms.append(Atom(.raised(lift, [Atom(.rule(rule), source: source)]), source: source))
      return
    }
    builder.atoms.append(Atom(.rule(rule), source: source))
  }
}
