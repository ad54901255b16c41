/// A script without what only its authors need: comments, indentation, blanks beside punctuation.
enum CompactScript {
  /// The script without the lines that are a `//` comment, without empty lines, without blanks at the beginning of the
  /// others and, on lines where nothing can be a regular expression or a template literal, without those beside
  /// punctuation. Comments that begin with `//!`, as those about licences do, stay.
  ///
  /// A script in which a template literal may go over several lines, so that such lines can be text, is left as it is:
  /// one with an odd number of backticks on a line, or with a backslash at a line's end.
  ///
  /// - Complexity: O(bytes).
  static func made(of script: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(script.count)
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      let isComment = text.starts(with: "//".utf8)
      if text.isEmpty || isComment && !text.starts(with: "//!".utf8) { continue }
      let backticks = text.reduce(into: 0) { $0 += $1 == UInt8(ascii: "`") ? 1 : 0 }
      if !isComment, !backticks.isMultiple(of: 2) || text.last == UInt8(ascii: "\\") { return script }
      let isPlain = backticks == 0 && !text.contains(UInt8(ascii: "/"))
      output += isPlain ? withoutBlanks(text) ?? text : text
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// Punctuation that is the same token with a blank beside it and without: neither a sign that doubles (`+`, `-`) nor
  /// one of `<!--` and `-->`, which begin comments.
  private static let punctuation = Set("=?:;,(){}[]|&*".utf8)

  /// A line of tokens and strings without blanks beside punctuation; `nil` where a string does not end.
  private static func withoutBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var output: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for index in line.indices {
      let byte = line[index]
      if let open = quote {
        output.append(byte)
        if byte == open, !isEscaped { quote = nil }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      if byte == UInt8(ascii: " ") {
        let next = index + 1 < line.endIndex ? line[index + 1] : 0
        let isBehind = punctuation.contains(output.last ?? 0) || output.suffix(2).elementsEqual("=>".utf8)
        if isBehind || punctuation.contains(next) { continue }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      output.append(byte)
    }
    return quote == nil ? output[...] : nil
  }
}
