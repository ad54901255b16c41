import Markdown

/// The macros of a site and a page that a mirror uses, as TeX that defines them: whoever reads Markdown alone knows no
/// others than TeX's.
struct MirrorMacros {
  /// By name, without the backslash; a page's own stand in place of the site's.
  private var bodies: [(name: [UInt8], body: [UInt8])] = []

  init(site: [MacroDefinition], page: [MacroDefinition]) {
    for macro in site + page {
      let name = Array(macro.name.value.utf8.drop { $0 == UInt8(ascii: "\\") })
      bodies.removeAll { $0.name == name }
      // A line's end is a space to TeX, and an empty line would end the formula.
      bodies.append((name, macro.body.value.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }))
    }
  }

  /// Defines in a mirror, below its title, what its formulas use, and what that uses.
  ///
  /// - Complexity: O(bytes of the mirror · macros).
  func define(in mirror: inout [UInt8]) {
    let used = used(in: mirror)
    guard !used.isEmpty, let titleEnd = mirror.firstIndex(of: 0x0A) else { return }
    var block = Array("\n\n$$".utf8)
    for (name, body) in bodies where used.contains(name) {
      block += Array("\n\\newcommand{\\".utf8) + name + [UInt8(ascii: "}")]
      let count = MirrorMacros.parameterCount(of: body)
      if count > 0 { block += Array("[\(count)]".utf8) }
      block += [UInt8(ascii: "{")] + body + [UInt8(ascii: "}")]
    }
    mirror.insert(contentsOf: block + Array("\n$$".utf8), at: titleEnd)
  }

  private func used(in mirror: [UInt8]) -> Set<[UInt8]> {
    var used: Set<[UInt8]> = []
    var unread = [mirror]
    while let text = unread.popLast() {
      for (name, body) in bodies where !used.contains(name) && MirrorMacros.holds(text, name) {
        used.insert(name)
        unread.append(body)
      }
    }
    return used
  }

  /// Whether a text holds a control sequence, as TeX reads them: a name of letters goes as far as letters do.
  private static func holds(_ text: [UInt8], _ name: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      let start = index + 1
      var end = start
      while end < text.count, isLetter(text[end]) { end += 1 }
      if end == start { end = min(start + 1, text.count) }
      if text[start..<end].elementsEqual(name) { return true }
      index = end
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The greatest `#1` … `#9` in a body; behind a backslash `#` is a sign, and `##1` belongs to a definition within it.
  private static func parameterCount(of body: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < body.count {
      if body[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      let signs = body[index...].prefix { $0 == UInt8(ascii: "#") }.count
      let digit = index + signs < body.count ? body[index + signs] &- 0x30 : 0
      if signs == 1, 1...9 ~= digit { count = max(count, Int(digit)) }
      index += max(signs, 1)
    }
    return count
  }
}
