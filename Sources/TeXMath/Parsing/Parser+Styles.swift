extension Parser {
  /// Sizes and colours.
  @inline(never)
  mutating func parseStyled(
    _ meaning: CommandMeaning, source: SourceSpan, into builder: inout ListBuilder
  ) throws(LimitExceeded) {
    switch meaning {
    case .styleSwitch(let style):
      builder.begin(style, at: source)
    case .colorSwitch:
      if let color = try parseColor(of: source) { builder.begin(Style(color: color), at: source) }
    case .colored:
      let color = try parseColor(of: source)
      let list = try parseArgument(of: source)
      let nucleus: Nucleus = color == nil ? .group(list) : .styled(Style(color: color), list)
      builder.atoms.append(Atom(nucleus, list.count == 1 ? list[0].atomClass : .ordinary, source: source))
    case .defineColor:
      let name = try parseRawArgument(of: source)
      let (model, modelPlace) = try parsePlacedArgument(of: source)
      let (value, place) = try parsePlacedArgument(of: source)
      if let color = Self.color(model: model, value: value) {
        definedColors.insert(name, color)
      } else if !(value.isEmpty && token.kind == .end) {
        reportColor(value, at: place, model: model, at: modelPlace)
      }
    default:
      break
    }
  }

  /// Reads `{name}`, `{#hex}` or `[model]{value}`.
  @inline(never)
  mutating func parseColor(of command: SourceSpan) throws(LimitExceeded) -> UInt32? {
    try skipSpaces()
    let bracket = token.source
    var bracketEnd = bracket
    let model = try parseOptionalRawArgument(end: &bracketEnd)
    let (value, place) = try parsePlacedArgument(of: command)
    // That there is none has been reported.
    if value.isEmpty, token.kind == .end { return nil }
    if let model {
      if let color = Self.color(model: model, value: value) { return color }
      reportColor(value, at: place, model: model, at: bracket.joined(to: bracketEnd))
    } else {
      if let color = color(named: value) { return color }
      reportUnknownColor(value, at: place)
    }
    return nil
  }

  @inline(never)
  private mutating func reportUnknownColor(_ value: [UInt8], at place: SourceSpan) {
    let name = String(decoding: value, as: UTF8.self)
    if value.first == UInt8(ascii: "#") {
      report(
        .syntax, at: place, "The colour " + name + " is no number of three or six digits, as in #ff8000.")
      return
    }
    var closest = Suggestion(for: value[...])
    for index in 0..<Colors.table.count { closest.consider(Colors.table.name(of: index)) }
    for index in 0..<definedColors.count { closest.consider(definedColors.name(of: index)) }
    report(
      .syntax, at: place, "The colour " + name + " is not known; give a name or a number, as in #ff8000.",
      suggestion: closest.best)
  }

  /// Reports a colour that is none of its model, or a model that is none.
  @inline(never)
  private mutating func reportColor(
    _ value: [UInt8], at place: SourceSpan, model: [UInt8], at modelPlace: SourceSpan
  ) {
    let name = String(decoding: model, as: UTF8.self)
    guard let form = Self.colorForms.value(of: model) else {
      report(
        .syntax, at: modelPlace,
        "The colour model " + name + " is not known; known are HTML, rgb, RGB, cmyk and gray.")
      return
    }
    report(.syntax, at: place, "A colour of the model " + name + " is " + form.description + ".")
  }

  /// What a colour of each model looks like.
  private static let colorForms: NameTable<StaticString> = {
    var table = NameTable<StaticString>()
    table.insert("HTML", "six hexadecimal digits, as in FF8000")
    table.insert("rgb", "three numbers from 0 to 1, as in 1,0.5,0")
    table.insert("RGB", "three numbers from 0 to 255, as in 255,128,0")
    table.insert("cmyk", "four numbers from 0 to 1, as in 0,0.5,1,0")
    table.insert("gray", "one number from 0 to 1, as in 0.5")
    return table
  }()

  /// A colour by its name, as `#rrggbb`, or mixed as xcolor's `red!30!blue`.
  mutating func color(named name: [UInt8]) -> UInt32? {
    if name.first == UInt8(ascii: "#") { return Colors.hexadecimal(Array(name.dropFirst())) }
    if let color = definedColors.value(of: name) ?? Colors.table.value(of: name) { return color }
    let parts = name.split(separator: UInt8(ascii: "!"), omittingEmptySubsequences: false)
    guard parts.count > 1, var mixed = plainColor(named: parts[0]) else { return nil }
    var index = 1
    while index < parts.count {
      guard let share = Self.thousandths(parts[index]), share <= 100_000,
        let other = index + 1 < parts.count ? plainColor(named: parts[index + 1]) : 0xFFFFFF
      else { return nil }
      mixed = Colors.mixed(mixed, share: share, with: other)
      index += 2
    }
    return mixed
  }

  private func plainColor(named name: ArraySlice<UInt8>) -> UInt32? {
    definedColors.value(of: Array(name)) ?? Colors.table.value(of: Array(name))
  }

  /// A colour of one of xcolor's models: `HTML`, `rgb`, `cmyk` and `gray` (0 to 1), `RGB` (0 to 255).
  private static func color(model: [UInt8], value: [UInt8]) -> UInt32? {
    switch model {
    case Array("HTML".utf8): return Colors.hexadecimal(value)
    case Array("rgb".utf8): return color(of: value, count: 3, scale: 255)
    case Array("RGB".utf8): return color(of: value, count: 3, scale: 1)
    case Array("cmyk".utf8):
      let parts = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let levels = parts.compactMap { thousandths($0) }
      guard parts.count == 4, levels.count == 4, levels.allSatisfy({ $0 <= 1000 }) else { return nil }
      return levels.prefix(3).reduce(0) { color, level in
        color << 8 | UInt32(((1000 - level) * (1000 - levels[3]) * 255 + 500_000) / 1_000_000)
      }
    case Array("gray".utf8): return color(of: value, count: 1, scale: 255)
    default: return nil
    }
  }

  private static func color(of value: [UInt8], count: Int, scale: Int) -> UInt32? {
    let parts = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == count else { return nil }
    var color: UInt32 = 0
    for part in parts {
      guard let thousandths = thousandths(part) else { return nil }
      let level = (thousandths * scale + 500) / 1000
      guard level <= 255 else { return nil }
      color = color << 8 | UInt32(level)
    }
    return count == 1 ? color << 16 | color << 8 | color : color
  }

  private static func thousandths(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    var decimals = -1
    var digits = 0
    for byte in bytes where !byte.isWhiteSpace {
      if byte == 0x2E, decimals < 0 {
        decimals = 0
      } else if byte.isDigit {
        digits += 1
        if decimals >= 3 { continue }
        if digits > 6 { return nil }
        number = number * 10 + Int(byte - 0x30)
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    for _ in max(decimals, 0)..<3 { number *= 10 }
    return number
  }
}
