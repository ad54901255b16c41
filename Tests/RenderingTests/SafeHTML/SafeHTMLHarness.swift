import Testing

@testable import Rendering

/// Raw HTML written as a page would show it, with a resolver that knows a few addresses.
struct SafeHTMLHarness {
  var html: String
  var findings: [SafeHTMLFinding]
  var isBalanced: Bool
  var steps: Int

  /// Writes pieces one behind the other, as blocks or as the tags of one paragraph.
  init(_ pieces: [[UInt8]], policy: RawHTMLPolicy = .safe, place: SafeHTMLPlace = .block(depth: 0)) {
    var writer = SafeHTMLWriter(policy)
    var output: [UInt8] = []
    for piece in pieces {
      writer.write(piece[...], at: place, into: &output) { SafeHTMLHarness.destination($0, isImage: $1) }
    }
    writer.close(downTo: 0, into: &output)
    html = String(decoding: output, as: UTF8.self)
    findings = writer.findings
    isBalanced = writer.isBalanced
    steps = writer.steps
  }

  init(_ html: String, policy: RawHTMLPolicy = .safe, place: SafeHTMLPlace = .block(depth: 0)) {
    self.init([Array(html.utf8)], policy: policy, place: place)
  }

  /// Tags within a paragraph; what stands between `|` is one piece.
  static func inline(_ pieces: String, isInLink: Bool = false) -> SafeHTMLHarness {
    SafeHTMLHarness(
      pieces.split(separator: "|").map { Array($0.utf8) }, place: .inline(depth: 1, isInLink: isInLink))
  }

  private static func destination(_ address: [UInt8], isImage: Bool) -> SafeHTMLDestination {
    switch String(decoding: address, as: UTF8.self) {
    case "a.png": .image(Array("../assets/a.1f.png".utf8), ImageSize(width: 800, height: 600))
    case "other.md": .link(Array("../other/".utf8))
    case "missing.md", "missing.png": .broken
    default: .link(address)
    }
  }
}

/// Reads HTML as a stern judge: only allowed tags and attributes in the one form the writer has, everything closed in
/// order, every `&` a reference.
struct SternHTMLReader {
  private(set) var faults: [String] = []
  private(set) var elements: [String] = []
  /// Values of `href` and `src`, references resolved.
  private(set) var addresses: [String] = []

  private static let attributes: [String: Set<String>] = [
    "a": ["href", "title"], "abbr": ["title"], "div": ["class"], "p": ["class"], "span": ["class"],
    "details": ["open"],
    "img": ["src", "alt", "title", "width", "height", "loading", "decoding"], "br": [], "del": [], "ins": [],
    "kbd": [], "mark": [], "rp": [], "rt": [], "ruby": [], "s": [], "sub": [], "summary": [], "sup": [],
    "u": [],
  ]
  private static let classes: Set<String> = ["align-left", "align-center", "align-right", "broken"]

  init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let character = rest.first {
      if character == "<" {
        guard let end = SternHTMLReader.endOfTag(rest) else {
          faults.append("a tag without an end: \(rest.prefix(30))")
          return
        }
        read(String(rest[rest.index(after: rest.startIndex)..<end]), &open)
        rest = rest[rest.index(after: end)...]
      } else {
        let text = rest.prefix { $0 != "<" }
        check(text: text)
        rest = rest[text.endIndex...]
      }
    }
    if !open.isEmpty { faults.append("never closed: \(open)") }
  }

  /// The first `>` outside double quotes.
  private static func endOfTag(_ text: Substring) -> String.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private mutating func read(_ tag: String, _ open: inout [String]) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("</\(name)> closes another element") }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    elements.append(name)
    guard let allowed = SternHTMLReader.attributes[name] else {
      faults.append("<\(name)> is not allowed")
      return
    }
    if name != "br", name != "img" { open.append(name) }
    readAttributes(of: name, tag.dropFirst(name.count), allowed.union(["lang", "dir"]))
  }

  private mutating func readAttributes(of element: String, _ text: Substring, _ allowed: Set<String>) {
    var rest = text
    var seen: Set<String> = []
    while !rest.isEmpty {
      guard rest.first == " " else { return faults.append("no space before an attribute of <\(element)>") }
      let name = String(rest.dropFirst().prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(1 + name.count)
      if !allowed.contains(name) || !seen.insert(name).inserted {
        faults.append("<\(element)> must not have \(name)")
      }
      guard rest.hasPrefix("=") else {
        if name != "open" { faults.append("\(name) without a value") }
        continue
      }
      guard rest.hasPrefix("=\""), let close = rest.dropFirst(2).firstIndex(of: "\"") else {
        return faults.append("\(name) without quotes")
      }
      let value = rest.dropFirst(2)[..<close]
      check(text: value)
      if name == "class", !SternHTMLReader.classes.contains(String(value)) { faults.append("class \(value)") }
      if name == "href" || name == "src" { addresses.append(SternHTMLReader.resolved(value)) }
      rest = rest[rest.index(after: close)...]
    }
  }

  private mutating func check(text: Substring) {
    for scalar in text.unicodeScalars
    where scalar == ">" || scalar == "\""
      || (scalar.value < 0x20 && !" \t\n\u{C}\r".unicodeScalars.contains(scalar))
    {
      faults.append("U+\(String(scalar.value, radix: 16)) in text")
    }
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      if name.isEmpty || !part.dropFirst(name.count).hasPrefix(";") {
        faults.append("a bare & before \(part.prefix(9))")
      }
    }
  }

  private static func resolved(_ value: Substring) -> String {
    var text = String(value)
    for (name, character) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("amp", "&")] {
      text = text.split(separator: "&\(name);", omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }
}
