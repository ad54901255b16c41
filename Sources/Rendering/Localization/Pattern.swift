/// A label with named gaps such as `第 {n} 页`.
struct Pattern {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The label with its gaps filled, in one pass, so that a value may itself hold braces.
  func filled(_ values: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
    var output: [UInt8] = []
    var rest = bytes[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      output += rest[..<brace]
      rest = rest[brace...]
      if let gap = values.first(where: { rest.starts(with: $0.key.utf8) }) {
        output += gap.value
        rest = rest.dropFirst(gap.key.utf8.count)
      } else {
        output.append(rest.removeFirst())
      }
    }
    return output + rest
  }
}
