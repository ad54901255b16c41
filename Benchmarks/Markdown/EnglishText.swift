/// Plain English Markdown in any size, the same on every machine: paragraphs, headings, lists, quotes, links, code.
struct EnglishText {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var text = ""

  /// Files of a few kilobytes each, of `size` bytes in all.
  static func files(size: Int) -> [[UInt8]] {
    var writer = EnglishText()
    var files: [[UInt8]] = []
    var written = 0
    while written < size {
      writer.text = ""
      while writer.text.utf8.count < 5_000 { writer.addBlock() }
      files.append(Array(writer.text.utf8))
      written += writer.text.utf8.count
    }
    return files
  }

  /// The next number below a bound (xorshift64).
  private mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  private mutating func sentence() -> String {
    var words = (0..<(6 + below(12))).map { _ in pick(EnglishText.words) }
    let place = below(words.count)
    switch below(8) {
    case 0: words[place] = "*\(words[place])*"
    case 1: words[place] = "**\(words[place])**"
    case 2: words[place] = "`\(words[place])_\(below(100))`"
    case 3: words[place] = "[\(words[place])](https://example.org/\(words[place])/\(below(1_000)) \"see\")"
    case 4: words[place] += ","
    default: break
    }
    let line = words.joined(separator: " ")
    return line.prefix(1).uppercased() + line.dropFirst() + pick([".", ".", ".", "?", ": it's so."])
  }

  private mutating func paragraph() -> String {
    (0..<(2 + below(4))).map { _ in sentence() }.joined(separator: below(3) == 0 ? "\n" : " ")
  }

  private mutating func addBlock() {
    switch below(12) {
    case 0: text += "\(pick(["##", "###"])) \(sentence())"
    case 1: text += (0..<(2 + below(5))).map { _ in "- \(sentence())" }.joined(separator: "\n")
    case 2: text += (1...(2 + below(5))).map { "\($0). \(sentence())" }.joined(separator: "\n")
    case 3: text += "> \(sentence())\n> \(sentence())"
    case 4: text += "```swift\nlet \(pick(EnglishText.words)) = [\(below(100)), \(below(100))]\n```"
    default: text += paragraph()
    }
    text += "\n\n"
  }

  private static let words = [
    "a", "the", "of", "and", "in", "to", "model", "answer", "question", "entropy", "sparse", "vector", "page",
    "reader", "author", "because", "between", "measure", "large", "small", "often", "never", "language",
    "bits",
    "number", "learns", "reads", "writes", "shows", "compares", "with", "without", "from", "every",
    "gradient",
    "momentum", "probability", "distribution", "which", "that",
  ]
}
