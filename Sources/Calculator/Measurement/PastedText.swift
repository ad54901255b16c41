/// Walks over a list, JSON or what Python prints, and stops at the words that stand for numbers.
///
/// It takes what it is given: brackets need not match, and of a text that is cut off all that is there is read.
struct PastedText {
  private enum Taking {
    /// Every word is a number.
    case all
    /// The first word alone, as in SGLang's `[[-0.3, 1234, "Hello"], …]`.
    case first
    case nothing
  }

  /// A bracket that is open.
  private struct Frame {
    var taking: Taking
    /// Within what a name such as `top_logprobs` holds: other tokens than those that came.
    var isSkipped = false
    /// Whether the frame lists candidates for one token by their names, as vLLM does, and the first of them was read;
    /// the first is the one that came.
    var hasCandidate = false
    var isBraces = false
    var isCall = false
    var hasTaken = false
  }

  private let text: [UInt8]
  private let isLogs: Bool
  private let isStructured: Bool
  private var index = 0
  private var frames: [Frame]
  /// The name before a colon or an equals sign, until its value has been read.
  private var name: [UInt8] = []
  private var hasName = false
  /// The first word in quotes that is no name.
  private(set) var firstQuoted: Range<Int>?
  /// Brackets within one another beyond this are passed over.
  private static var deepest: Int { 100 }
  private var tooDeep = 0

  init(_ text: [UInt8], isLogs: Bool, isStructured: Bool) {
    self.text = text
    self.isLogs = isLogs
    self.isStructured = isStructured
    frames = [Frame(taking: isStructured ? .nothing : .all)]
  }

  /// Where the next word stands that is, or should be, a number; `nil` at the end.
  ///
  /// - Complexity: O(bytes up to it).
  mutating func next() -> Range<Int>? {
    while index < text.count {
      let (byte, length) = character(at: index)
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("):
        open(byte, isCall: false)
        index += length
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        close()
        index += length
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        forgetName()
        index += length
      case 0...0x20, UInt8(ascii: ":"), UInt8(ascii: "="): index += length
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = endOfQuoted() else { fallthrough }
        if let range = quoted(index..<end) { return range }
      default:
        if let range = word() { return range }
      }
    }
    return nil
  }

  // MARK: Pieces

  /// The character at an offset in ASCII where it stands for one, and its length.
  private func character(at index: Int) -> (byte: UInt8, length: Int) {
    let (replacement, length) = PlainCharacters.replacement(in: text, at: index)
    return (replacement ?? text[index], length)
  }

  /// The end of what the quotation mark here begins; `nil` where its line ends before.
  private func endOfQuoted() -> Int? {
    var end = index + 1
    while end < text.count, text[end] != 0x0A {
      if text[end] == text[index] { return end + 1 }
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Reads what is in quotes: a name, or text beside numbers; gives its place where it is a number all the same, as in
  /// tables that put every cell in quotes. A token may be a numeral, so that among log-probabilities it is none.
  private mutating func quoted(_ range: Range<Int>) -> Range<Int>? {
    index = range.upperBound
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if isFollowed(by: UInt8(ascii: ":")) || isFollowed(by: UInt8(ascii: "=")) {
      setName(inner)
      return nil
    }
    if !isLogs, NumberList.value(NumberList.word(text[inner])) != nil { return inner }
    if firstQuoted == nil { firstQuoted = range }
    return nil
  }

  /// Reads a word that is not in quotes; gives its place where it counts as a number.
  private mutating func word() -> Range<Int>? {
    let start = index
    reading: while index < text.count {
      let (byte, length) = character(at: index)
      switch byte {
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "="),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        break reading
      default: index = min(index + length, text.count)
      }
    }
    let range = start..<index
    if index < text.count, character(at: index).byte == UInt8(ascii: "("), isName(range) {
      open(UInt8(ascii: "("), isCall: true)
      index += 1
      return nil
    }
    if isFollowed(by: UInt8(ascii: ":")) || isFollowed(by: UInt8(ascii: "=")) {
      setName(range)
      return nil
    }
    return counts() ? range : nil
  }

  /// Whether a word begins as names in programs do.
  private func isName(_ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) || first == UInt8(ascii: "_")
  }

  private func isFollowed(by sign: UInt8) -> Bool {
    var place = index
    while place < text.count {
      let (byte, length) = character(at: place)
      if byte == sign { return true }
      guard byte == 0x20 || byte == 0x09 else { return false }
      place += length
    }
    return false
  }

  private mutating func setName(_ range: Range<Int>) {
    name = Array(text[range])
    hasName = true
  }

  private mutating func forgetName() {
    name = []
    hasName = false
  }

  // MARK: What counts

  private mutating func counts() -> Bool {
    let named = name
    let isNamed = hasName
    forgetName()
    guard tooDeep == 0, var frame = frames.last, !frame.isSkipped else { return false }
    defer { frames[frames.count - 1] = frame }
    if isStructured, named == Array(literal: "logprob") {
      frame.hasTaken = true
      return true
    }
    switch frame.taking {
    // `dtype=torch.float32` within a call.
    case .all: return !(isNamed && frame.isCall)
    case .first:
      frame.taking = .nothing
      return true
    case .nothing: return false
    }
  }

  private mutating func open(_ bracket: UInt8, isCall: Bool) {
    let named = name
    forgetName()
    guard frames.count < PastedText.deepest, let parent = frames.last else {
      tooDeep += 1
      return
    }
    var frame = Frame(taking: isStructured ? .nothing : .all)
    frame.isBraces = bracket == UInt8(ascii: "{")
    frame.isCall = isCall
    frame.isSkipped =
      parent.isSkipped || (parent.isBraces && parent.hasCandidate)
      || (isStructured && named.starts(with: Array(literal: "top_")))
    if isStructured, !frame.isBraces {
      let suffix = Array(literal: "logprobs")
      if named.suffix(suffix.count).elementsEqual(suffix) {
        frame.taking = .all
      } else if case .all = parent.taking {
        frame.taking = .first
      }
    }
    frames.append(frame)
  }

  private mutating func close() {
    forgetName()
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    guard frames.count > 1 else { return }
    let closed = frames.removeLast()
    if closed.hasTaken, frames[frames.count - 1].isBraces { frames[frames.count - 1].hasCandidate = true }
  }
}
