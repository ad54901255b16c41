import SourceText

/// Reads the TeX of a field as text: accents and signs as Unicode, braces gone, white space folded, formulas kept.
///
/// Groups are kept in an array, so that their depth costs no stack. Commands nobody knows vanish; what stands in braces
/// behind them stays.
///
/// - Complexity: O(bytes).
struct TeXTextReader {
  private enum Group {
    case plain
    /// `end` is owed when it closes.
    case styled
    /// A closing quotation mark is owed when it closes.
    case quoted
    /// An address is owed when it closes.
    case linked(address: String)
  }

  private enum Gap { case none, space, line, paragraph }

  private let source: BibTeXText
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  private var groups: [Group] = []
  private var styles = 0
  private var gap = Gap.none
  private var text: [UInt8] = []
  private var textStart = 0
  private var last: Unicode.Scalar?
  private var accents: [TeXAccent] = []
  /// Whether a single quotation mark is open, which an apostrophe closes.
  private var isInSingleQuotes = false
  private let showsAddresses: Bool
  /// Closing marks of formulas that do not come any more.
  private var missingClosers: Set<[UInt8]> = []

  private var runs: [TeXRun] = []
  /// Commands nobody knows, each once.
  private var unknown: [(name: String, range: SourceRange)] = []

  /// Reads a part of a field's text.
  ///
  /// - Parameter showsAddresses: whether behind the words of a link stands where it leads.
  static func read(
    _ part: Range<Int>, of source: BibTeXText, showsAddresses: Bool = false
  ) -> (runs: [TeXRun], unknown: [(name: String, range: SourceRange)]) {
    var reader = TeXTextReader(part, of: source, showsAddresses: showsAddresses)
    reader.read()
    return (reader.runs, reader.unknown)
  }

  private init(_ part: Range<Int>, of source: BibTeXText, showsAddresses: Bool) {
    self.source = source
    self.showsAddresses = showsAddresses
    bytes = source.bytes
    position = part.lowerBound
    end = part.upperBound
  }

  private mutating func read() {
    while position < end {
      let start = position
      let byte = bytes[position]
      switch byte {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: readSpace()
      case UInt8(ascii: "{"):
        position += 1
        groups.append(.plain)
      case UInt8(ascii: "}"):
        position += 1
        closeGroup()
      case UInt8(ascii: "\\"): readCommand()
      case UInt8(ascii: "~"):
        position += 1
        emit("\u{A0}", from: start)
      case UInt8(ascii: "$"): readFormula(from: start)
      case UInt8(ascii: "-"): readRun(of: byte, ["-", "–", "—"])
      case UInt8(ascii: "`"):
        readRun(of: byte, ["‘", "“"])
        isInSingleQuotes = last == "‘"
      case UInt8(ascii: "'"):
        readRun(of: byte, [isInSingleQuotes ? "’" : "'", "”"])
        isInSingleQuotes = isInSingleQuotes && last != "’"
      default: emit(nextScalar(), from: start)
      }
    }
    position = end
    while !groups.isEmpty { closeGroup() }
    dropAccents()
    flush()
  }

  // MARK: Characters

  /// The character at the position; U+FFFD for a byte that is no UTF-8.
  private mutating func nextScalar() -> Unicode.Scalar {
    let lead = bytes[position]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var decoder = UTF8()
    var iterator = bytes[position..<min(position + length, end)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator), scalar.utf8.count == length else {
      position += 1
      return "\u{FFFD}"
    }
    position += length
    return scalar
  }

  /// A run of one sign, by its length; of a longer run as much as there is a form for.
  private mutating func readRun(of byte: UInt8, _ forms: [Unicode.Scalar]) {
    let start = position
    while position < end, bytes[position] == byte, position - start < forms.count { position += 1 }
    emit(forms[position - start - 1], from: start)
  }

  private mutating func readSpace() {
    var lines = 0
    while position < end, ASCII.isSpace(bytes[position]) {
      let byte = bytes[position]
      position += 1
      let isHalfEnding = byte == 0x0D && position < end && bytes[position] == 0x0A
      if ASCII.isLineEnding(byte), !isHalfEnding { lines += 1 }
    }
    note(lines > 1 ? .paragraph : lines == 1 ? .line : .space)
  }

  private mutating func note(_ new: Gap) {
    dropAccents()
    switch (gap, new) {
    case (.paragraph, _), (_, .none): break
    case (_, .paragraph): gap = .paragraph
    case (.space, .line): break
    default: gap = new
    }
  }

  /// Writes the white space that stands before something else; none at the beginning.
  private mutating func closeGap(before next: Unicode.Scalar?) {
    defer { gap = .none }
    guard let last else { return }
    switch gap {
    case .none: break
    case .line where last.isUnspaced && next?.isUnspaced ?? false: break
    case .space, .line: appendSpace()
    case .paragraph:
      flush()
      runs.append(TeXRun(kind: .paragraph, range: source.nearestPlace(of: position..<position)))
    }
  }

  /// Writes a space, in front of the faces that have just begun.
  private mutating func appendSpace() {
    var place = runs.count
    while text.isEmpty, place > 0, runs[place - 1].kind == .emphasis || runs[place - 1].kind == .strong {
      place -= 1
    }
    if place == runs.count {
      if text.isEmpty { textStart = position }
      text.append(0x20)
    } else if place > 0, runs[place - 1].kind == .text {
      runs[place - 1].text.append(0x20)
    } else {
      runs.insert(TeXRun(kind: .text, text: [0x20], range: runs[place].range), at: place)
    }
  }

  private mutating func emit(_ scalar: Unicode.Scalar, from start: Int) {
    closeGap(before: scalar)
    if text.isEmpty { textStart = start }
    last = scalar
    let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
    let scalar: Unicode.Scalar = isControl ? "\u{FFFD}" : scalar
    guard !accents.isEmpty else {
      text += scalar.utf8
      return
    }
    // An accent replaces the dot.
    let base: Unicode.Scalar = scalar == "ı" ? "i" : scalar == "ȷ" ? "j" : scalar
    var accented = String(Character(base))
    for accent in accents.reversed() { accented.unicodeScalars.append(accent.mark) }
    accents = []
    text += accented.composed.utf8
  }

  private mutating func emit(_ words: String, from start: Int) {
    for scalar in words.unicodeScalars { emit(scalar, from: start) }
  }

  /// Shows accents that stand over nothing as characters of their own.
  private mutating func dropAccents() {
    let left = accents
    accents = []
    for accent in left { emit(accent.ownForm, from: position) }
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    let place = source.nearestPlace(of: min(textStart, position)..<position)
    runs.append(TeXRun(kind: .text, text: text, range: place))
    text = []
  }

  // MARK: Groups

  private mutating func closeGroup() {
    dropAccents()
    switch groups.popLast() {
    case nil, .plain: break
    case .quoted: emit("”", from: position)
    case .linked(let address):
      if !text.reversed().starts(with: address.utf8.reversed()) { emit(" (\(address))", from: position) }
    case .styled: endStyle()
    }
  }

  /// Begins another face in a group of its own.
  private mutating func begin(_ kind: TeXRun.Kind, from start: Int) {
    guard styles < BibTeXLimits.styleDepth else { return groups.append(.plain) }
    closeGap(before: nil)
    flush()
    styles += 1
    runs.append(TeXRun(kind: kind, range: source.nearestPlace(of: start..<position)))
    groups.append(.styled)
  }

  private mutating func endStyle() {
    flush()
    styles -= 1
    if runs.last?.kind == .emphasis || runs.last?.kind == .strong {
      runs.removeLast()
    } else {
      runs.append(TeXRun(kind: .end, range: source.nearestPlace(of: max(0, position - 1)..<position)))
    }
  }

  // MARK: Commands

  private mutating func readCommand() {
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
  private mutating func argument() -> Range<Int>? {
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

  // MARK: Formulas

  /// Keeps a formula whose opening mark stands at an offset; the mark alone is text.
  private mutating func readFormula(from start: Int) {
    let isCommand = bytes[start] == UInt8(ascii: "\\")
    let isDouble = !isCommand && start + 1 < end && bytes[start + 1] == UInt8(ascii: "$")
    let closer: [UInt8] =
      switch (isCommand, isDouble) {
      case (true, _): [0x5C, bytes[start + 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")]
      case (false, true): [0x24, 0x24]
      case (false, false): [0x24]
      }
    let content = start + (isCommand || isDouble ? 2 : 1)
    guard let close = place(of: closer, from: content) else {
      position = content
      return emit(String(decoding: bytes[start..<content], as: UTF8.self), from: start)
    }
    position = close + closer.count
    appendFormula(content..<close, from: start)
  }

  private mutating func place(of closer: [UInt8], from start: Int) -> Int? {
    guard !missingClosers.contains(closer) else { return nil }
    var index = start
    while index + closer.count <= end {
      if bytes[index] == closer[0], bytes[index..<index + closer.count].elementsEqual(closer) { return index }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    missingClosers.insert(closer)
    return nil
  }

  private mutating func appendFormula(_ part: Range<Int>, from start: Int) {
    let content = ASCII.trim(part, in: bytes)
    let range = source.nearestPlace(of: start..<position)
    let written = [0x24] + bytes[content] + [0x24]
    dropAccents()
    closeGap(before: nil)
    guard !content.isEmpty, let place = source.place(of: content) else {
      // A formula that is put together from several strings has no place in the file.
      return emit(String(decoding: written, as: UTF8.self), from: start)
    }
    flush()
    runs.append(
      TeXRun(
        kind: .formula(content: place), text: CleanText.withoutControls(CleanText.wellFormed(written)),
        range: range))
    last = "$"
  }
}
