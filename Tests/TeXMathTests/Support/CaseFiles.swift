/// The lines of the case files.
enum CaseFiles {
  /// A formula with the structure and the text it must have.
  struct Sample: Sendable {
    var file: String
    var line: Int
    var tex: String
    var isDisplay: Bool
    /// Whether the formula has faults on purpose.
    var hasIssues: Bool
    var sketch: String
    var text: String

    var place: String { "\(file):\(line)" }
  }

  /// A command that is a sign of its own.
  struct Sign: Sendable {
    var file: String
    var line: Int
    var command: String
    var sign: String
    var kind: String
  }

  /// Reads `TeX :: structure :: text` lines; `##` begins a comment, `@display` and `@inline` say how the following
  /// formulas stand, `!` marks a formula with faults.
  static func samples(in contents: String, of file: String) -> [Sample] {
    var isDisplay = false
    var result: [Sample] = []
    for (number, line) in lines(of: contents) {
      if line == "@display" || line == "@inline" {
        isDisplay = line == "@display"
        continue
      }
      let hasIssues = line.hasPrefix("! ")
      let parts = (hasIssues ? line.dropFirst(2) : line[...]).split(
        separator: " :: ", omittingEmptySubsequences: false)
      guard parts.count == 3 else {
        result.append(
          Sample(
            file: file, line: number, tex: line, isDisplay: false, hasIssues: false,
            sketch: "not three parts", text: ""))
        continue
      }
      result.append(
        Sample(
          file: file, line: number, tex: String(parts[0]), isDisplay: isDisplay, hasIssues: hasIssues,
          sketch: String(parts[1]), text: String(parts[2])))
    }
    return result
  }

  /// Reads `name sign class` lines; the sign is written out, or as `U+0302` if it would join what stands before it.
  static func signs(in contents: String, of file: String) -> [Sign] {
    lines(of: contents).map { number, line in
      let parts = line.split(separator: " ").map(String.init)
      return Sign(
        file: file, line: number, command: parts.first ?? "", sign: parts.count > 1 ? sign(parts[1]) : "",
        kind: parts.count > 2 ? parts[2] : "")
    }
  }

  private static func sign(_ word: String) -> String {
    guard word.hasPrefix("U+"), let scalar = UInt32(word.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    else {
      return word
    }
    return String(scalar)
  }

  private static func lines(of contents: String) -> [(number: Int, line: String)] {
    var result: [(Int, String)] = []
    for (index, line) in contents.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("## ") {
      result.append((index + 1, String(line)))
    }
    return result
  }
}
