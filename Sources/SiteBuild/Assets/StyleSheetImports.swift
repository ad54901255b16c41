/// The style sheets of a theme, in which `@import "name.css";` on a line of its own stands for another of them: a page
/// loads one file where authors keep several.
struct StyleSheetImports {
  private let styleSheets: [String: [UInt8]]

  init(_ files: [ThemeFiles.Asset]) {
    styleSheets = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a style sheet is there to be imported only, and not published by itself: one in the folder `styles/`.
  static func isPart(_ name: String) -> Bool { name.hasPrefix("styles/") }

  /// A style sheet with those it imports in the place of the rules that do so, each where it is named first; rules
  /// that name no file of the theme stay.
  ///
  /// - Complexity: O(bytes of all style sheets).
  func bundled(_ name: String) -> [UInt8] {
    var seen: Set<String> = [name]
    var output: [UInt8] = []
    // A stack of what is left to write, instead of recursion, which a cycle of imports could make endless.
    var left = StyleSheetImports.lines(of: styleSheets[name] ?? [])[...].reversed() as [ArraySlice<UInt8>]
    while let line = left.popLast() {
      guard let name = StyleSheetImports.name(line), let bytes = styleSheets[name] else {
        output += line
        continue
      }
      if seen.insert(name).inserted { left += StyleSheetImports.lines(of: bytes).reversed() }
    }
    return output
  }

  /// Lines with their ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// The name in a line that is an `@import` rule and nothing else, without conditions.
  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    let text = String(
      decoding: line.drop(while: isSpace).reversed().drop(while: isSpace).reversed(), as: UTF8.self)
    guard text.hasPrefix("@import"), text.hasSuffix(";") else { return nil }
    let quoted = text.dropFirst("@import".count).dropLast().drop { $0 == " " }
    guard let mark = quoted.first, mark == "\"" || mark == "'", quoted.count > 2, quoted.last == mark else {
      return nil
    }
    return String(quoted.dropFirst().dropLast())
  }
}
