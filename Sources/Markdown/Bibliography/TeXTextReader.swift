import SourceText

/// Reads the TeX of a field as text: accents and signs as Unicode, braces gone, white space folded, formulas kept.
///
/// Groups are kept in an array, so that their depth costs no stack. Commands nobody knows vanish; what stands in braces
/// behind them stays.
///
/// - Complexity: O(bytes).
struct TeXTextReader {
  enum Group {
    case plain
    /// `end` is owed when it closes.
    case styled
    /// A closing quotation mark is owed when it closes.
    case quoted
    /// An address is owed when it closes.
    case linked(address: String)
  }

  enum Gap { case none, space, line, paragraph }

  let source: BibTeXText
  let bytes: [UInt8]
  let end: Int
  var position: Int
  var groups: [Group] = []
  private var styles = 0
  private var gap = Gap.none
  private var text: [UInt8] = []
  private var textStart = 0
  var last: Unicode.Scalar?
  var accents: [TeXAccent] = []
  /// Whether a single quotation mark is open, which an apostrophe closes.
  private var isInSingleQuotes = false
  let showsAddresses: Bool
  /// Closing marks of formulas that do not come any more.
  var missingClosers: Set<[UInt8]> = []

  var runs: [TeXRun] = []
  /// Commands nobody knows, each once.
  var unknown: [(name: String, range: SourceRange)] = []

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
  mutating func nextScalar() -> Unicode.Scalar {
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

  mutating func note(_ new: Gap) {
    dropAccents()
    switch (gap, new) {
    case (.paragraph, _), (_, .none): break
    case (_, .paragraph): gap = .paragraph
    case (.space, .line): break
    default: gap = new
    }
  }

  /// Writes the white space that stands before something else; none at the beginning.
  mutating func closeGap(before next: Unicode.Scalar?) {
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

  mutating func emit(_ scalar: Unicode.Scalar, from start: Int) {
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

  mutating func emit(_ words: String, from start: Int) {
    for scalar in words.unicodeScalars { emit(scalar, from: start) }
  }

  /// Shows accents that stand over nothing as characters of their own.
  mutating func dropAccents() {
    let left = accents
    accents = []
    for accent in left { emit(accent.ownForm, from: position) }
  }

  mutating func flush() {
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
  mutating func begin(_ kind: TeXRun.Kind, from start: Int) {
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
}
