import SourceText

/// What one line of a block of keys and values looks like, judged by its bytes alone.
enum YAMLLine {
  /// The key of a line such as `title: …`, `"title": …`; a colon, then white space or the line's end.
  static func key(
    in line: Range<Int>, of file: SourceFile
  ) -> (name: String, range: SourceRange, afterColon: Int)? {
    let bytes = file.bytes
    guard let first = line.first.map({ bytes[$0] }), !isKeyStopper(first) else { return nil }
    var index = line.lowerBound
    var name = line.lowerBound..<line.lowerBound
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = bytes[(index + 1)..<line.upperBound].firstIndex(of: first) else { return nil }
      name = index + 1..<close
      index = close + 1
    } else {
      while index < line.upperBound, bytes[index] != UInt8(ascii: ":") {
        if bytes[index] == 0x20 || bytes[index] == 0x09 { break }
        index += 1
      }
      name = line.lowerBound..<index
    }
    let nameEnd = index
    while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
    guard !name.isEmpty, index < line.upperBound, bytes[index] == UInt8(ascii: ":") else { return nil }
    guard index + 1 == line.upperBound || [0x20, 0x09].contains(bytes[index + 1]) else { return nil }
    let text = String(decoding: bytes[name], as: UTF8.self)
    return (text, SourceRange(line.lowerBound..<nameEnd), index + 1)
  }

  /// Whether a line belongs to the entry above it: blank, a comment, indented, a list item, a closing bracket.
  static func continues(_ line: Range<Int>, of file: SourceFile) -> Bool {
    guard let first = line.first.map({ file.bytes[$0] }) else { return true }
    switch first {
    case 0x20, 0x09, UInt8(ascii: "#"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: "-"): return line.count == 1 || file.bytes[line.lowerBound + 1] == 0x20
    default: return false
    }
  }

  /// Whether a line holds nothing but white space or a comment.
  static func isBlank(_ line: Range<Int>, of file: SourceFile) -> Bool {
    guard let first = trimmed(line, of: file).first else { return true }
    return file.bytes[first] == UInt8(ascii: "#")
  }

  /// A range without the white space at its ends.
  static func trimmed(_ range: Range<Int>, of file: SourceFile) -> Range<Int> {
    var range = range
    while let first = range.first, [0x20, 0x09].contains(file.bytes[first]) { range.removeFirst() }
    while let last = range.last, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[last]) { range.removeLast() }
    return range
  }

  /// Splits `title：…` and `title:…`, a colon that YAML does not see, behind a word without white space.
  static func almostKey(
    in line: Range<Int>, of file: SourceFile
  ) -> (name: Range<Int>, colon: Range<Int>, value: Range<Int>)? {
    guard let first = line.first.map({ file.bytes[$0] }), !isKeyStopper(first) else { return nil }
    var index = line.lowerBound
    while index < line.upperBound, file.bytes[index] != 0x20, file.bytes[index] != 0x09 {
      let byte = file.bytes[index]
      let isWide = file.bytes[index..<line.upperBound].starts(with: [0xEF, 0xBC, 0x9A])
      if byte == UInt8(ascii: ":") || isWide {
        guard index > line.lowerBound else { return nil }
        let colonEnd = index + (isWide ? 3 : 1)
        return (line.lowerBound..<index, index..<colonEnd, colonEnd..<line.upperBound)
      }
      index += 1
    }
    return nil
  }

  private static func isKeyStopper(_ byte: UInt8) -> Bool {
    " \t#[]{},&*!|>%@`-?:".utf8.contains(byte)
  }
}
