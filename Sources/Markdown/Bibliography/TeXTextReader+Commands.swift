import SourceText

/// Commands: signs, accents, faces, quotations, addresses.
extension TeXTextReader {
  mutating func readCommand() {
    let start = position
    position += 1
    guard position < end else { return emit("\\", from: start) }
    let first = bytes[position]
    guard ASCII.isLetter(first) else {
      let sign = nextScalar()
      switch sign {
      case "(", "[": readFormula(from: start)
      case " ", "\t", "\n", "\r", "\\", ",", ";", ":": note(.space)
      case "/", "-", ")", "]", "@", "!": break
      default:
        if let accent = TeXAccent.bySign[sign] {
          position = ASCII.skipSpaces(from: position, to: end, in: bytes)
          accents.append(accent)
        } else {
          emit(sign, from: start)
        }
      }
      return
    }
    while position < end, ASCII.isLetter(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start + 1..<position], as: UTF8.self)
    let afterName = position
    // White space behind a command of letters only ends its name.
    position = ASCII.skipSpaces(from: position, to: end, in: bytes)
    if let accent = TeXAccent.byLetter[name] {
      accents.append(accent)
    } else if let sign = TeXSigns.signs[name] {
      emit(sign, from: start)
    } else {
      perform(name, from: start, nameEnd: afterName)
    }
  }

  private mutating func perform(_ name: String, from start: Int, nameEnd: Int) {
    switch name {
    case "emph", "textit", "textsl": beginArgument(.emphasis, from: start)
    case "textbf": beginArgument(.strong, from: start)
    case "em", "it", "sl", "itshape": declare(.emphasis, from: start)
    case "bf", "bfseries": declare(.strong, from: start)
    case "enquote", "mkbibquote":
      guard position < end, bytes[position] == UInt8(ascii: "{") else { break }
      position += 1
      emit("“", from: start)
      groups.append(.quoted)
    case "url", "path", "nolinkurl":
      if let part = argument() { emit(TeXAddress.read(bytes[part]), from: start) }
    case "href": readLink(from: start)
    case "ensuremath":
      if let part = argument() { appendFormula(part, from: start) }
    case "par": note(.paragraph)
    case "quad", "qquad", "newline", "linebreak", "space": note(.space)
    case let name where TeXSigns.passedOver.contains(name): break
    default:
      if !unknown.contains(where: { $0.name == name }), unknown.count < BibTeXLimits.styleDepth {
        unknown.append((name, source.nearestPlace(of: start..<nameEnd)))
      }
    }
  }

  private mutating func beginArgument(_ kind: TeXRun.Kind, from start: Int) {
    guard position < end, bytes[position] == UInt8(ascii: "{") else { return }
    position += 1
    begin(kind, from: start)
  }

  /// `{\em words}`: the face lasts to the end of the group, which is that of the whole value at the top.
  private mutating func declare(_ kind: TeXRun.Kind, from start: Int) {
    guard case .plain = groups.last else { return }
    groups.removeLast()
    begin(kind, from: start)
  }

  /// The bytes between the braces that open here; the position is then behind them.
  mutating func argument() -> Range<Int>? {
    guard position < end, bytes[position] == UInt8(ascii: "{") else { return nil }
    var depth = 0
    var index = position + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0:
        defer { position = index + 1 }
        return position + 1..<index
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      index += 1
    }
    defer { position = end }
    return position + 1..<end
  }

  /// `\href{address}{words}`: the words, and perhaps behind them the address, if they do not end in it.
  private mutating func readLink(from start: Int) {
    guard let part = argument() else { return }
    let address = TeXAddress.read(bytes[part])
    position = ASCII.skipSpaces(from: position, to: end, in: bytes)
    guard position < end, bytes[position] == UInt8(ascii: "{") else { return emit(address, from: start) }
    position += 1
    groups.append(showsAddresses ? .linked(address: address) : .plain)
  }
}
