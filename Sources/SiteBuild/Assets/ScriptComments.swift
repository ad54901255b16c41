/// Comments and indentation of a script, which readers need not load.
enum ScriptComments {
  /// The script without the lines that are a `//` comment, without empty lines, and without blanks at the beginning
  /// of the others. Comments that begin with `//!`, as those about licences do, stay.
  ///
  /// A script in which a template literal may go over several lines, so that such lines can be text, is left as it is:
  /// one with an odd number of backticks on a line, or with a backslash at a line's end.
  ///
  /// - Complexity: O(bytes).
  static func removed(from script: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(script.count)
    for line in script.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      let isComment = text.starts(with: "//".utf8)
      if text.isEmpty || isComment && !text.starts(with: "//!".utf8) { continue }
      let backticks = text.reduce(into: 0) { $0 += $1 == UInt8(ascii: "`") ? 1 : 0 }
      if !isComment, !backticks.isMultiple(of: 2) || text.last == UInt8(ascii: "\\") { return script }
      output += text
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}
