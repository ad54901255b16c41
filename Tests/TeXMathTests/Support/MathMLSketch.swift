/// The structure of a formula as a case file writes it down.
///
/// - A number is an `mn`, letters are an `mi`, any other sign is an `mo`, `"…"` is an `mtext`, `~1em` an `mspace`,
///   `@` the invisible function application.
/// - `'…'` is an `mo` whatever stands in it, `mi:x`, `mn:x`, `mo:x` a token by name, `up:d` an upright `mi`.
/// - `frac(a b)` is an element without its `m`, `row.boxed(x)` one with our class, `frac[linethickness=0](a b)` one
///   with attributes (`[accent]` is short for `[accent=true]`).
/// - In `table(a & b ; c & d)` the signs divide cells and rows.
///
/// Attributes must be those of the formula, but for those that space and stretch operators: they need not be written,
/// for the tests of spacing judge them.
struct MathMLSketch: CustomStringConvertible {
  /// Why a sketch cannot be read.
  struct Fault: Error {
    var message: String
  }

  private(set) var nodes: [MathMLElement] = []

  /// The structure of a piece of MathML.
  init(of root: MathMLElement) { nodes = root.children }

  /// Reads a sketch.
  init(_ text: some StringProtocol) throws(Fault) {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    nodes = try reader.nodes(until: nil)
  }

  var description: String { Self.description(of: nodes) }

  /// Whether a formula has this structure.
  func matches(_ root: MathMLElement) -> Bool { Self.matches(nodes, root.children) }

  private static func matches(_ expected: [MathMLElement], _ found: [MathMLElement]) -> Bool {
    expected.count == found.count && zip(expected, found).allSatisfy(matches)
  }

  private static let spacing: Set<String> = [
    "form", "lspace", "rspace", "stretchy", "symmetric", "movablelimits",
  ]

  private static func matches(_ expected: MathMLElement, _ found: MathMLElement) -> Bool {
    let areAttributesRight =
      expected.attributes.allSatisfy { found[$0.name] == $0.value }
      && found.attributes.allSatisfy { attribute in
        expected[attribute.name] != nil || (found.name == "mo" && spacing.contains(attribute.name))
      }
    return expected.name == found.name && expected.text == found.text && areAttributesRight
      && matches(expected.children, found.children)
  }

  // MARK: Writing

  private static func description(of nodes: [MathMLElement]) -> String {
    nodes.map(description).joined(separator: " ")
  }

  private static func description(of node: MathMLElement) -> String {
    let name = node.name.dropFirst()
    switch node.name {
    case "mspace" where node["width"] != nil && node.attributes.count == 1: return "~" + (node["width"] ?? "")
    case "mi" where node["mathvariant"] == "normal": return "up:" + node.text
    case "mo" where node.text == "\u{2061}": return "@" + attributes(of: node)
    case "mo": return (isPlain(node, "mo") ? node.text : "'\(node.text)'") + attributes(of: node)
    case "mi", "mn": return isPlain(node, node.name) ? node.text : "\(node.name):'\(node.text)'"
    case "mtext":
      return node.attributes.isEmpty ? "\"\(node.text)\"" : "text\(attributes(of: node))\"\(node.text)\""
    case "mtable" where isPlainTable(node):
      let rows = node.children.map { row in
        row.children.map { description(of: $0.children) }.joined(separator: " & ")
      }
      return "table\(attributes(of: node))(\(rows.joined(separator: " ; ")))"
    default:
      return "\(name)\(attributes(of: node))(\(description(of: node.children)))"
    }
  }

  private static func isPlain(_ node: MathMLElement, _ name: String) -> Bool {
    guard let read = try? MathMLSketch(node.text).nodes, read.count == 1 else { return false }
    return read[0].name == name && read[0].text == node.text
  }

  private static func isPlainTable(_ table: MathMLElement) -> Bool {
    table.children.allSatisfy { row in
      row.attributes.isEmpty && row.children.allSatisfy(\.attributes.isEmpty)
    }
  }

  private static func attributes(of node: MathMLElement) -> String {
    let classes = (node["class"] ?? "").split(separator: " ").map { "." + $0.dropFirst("tml-".count) }
    let others = node.attributes.filter { $0.name != "class" }.map { name, value in
      value == "true" && name.hasPrefix("accent") ? name : "\(name)=\(value)"
    }
    return classes.joined() + (others.isEmpty ? "" : "[\(others.joined(separator: " "))]")
  }
}

extension MathMLSketch {
  /// Reads the scalars of a sketch.
  fileprivate struct Reader {
    let scalars: [Unicode.Scalar]
    var index = 0

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard current == scalar else { return false }
      index += 1
      return true
    }

    private mutating func take(while isMember: (Unicode.Scalar) -> Bool) -> String {
      var result = ""
      while let scalar = current, isMember(scalar) {
        result.unicodeScalars.append(scalar)
        index += 1
      }
      return result
    }

    mutating func nodes(until end: Unicode.Scalar?) throws(Fault) -> [MathMLElement] {
      var result: [MathMLElement] = []
      while true {
        _ = take { $0 == " " }
        guard let scalar = current else {
          guard end == nil else { throw Fault(message: "a ) is missing") }
          return result
        }
        if scalar == end {
          index += 1
          return result
        }
        result.append(try node())
      }
    }

    private mutating func node() throws(Fault) -> MathMLElement {
      guard let first = current else { throw Fault(message: "nothing") }
      switch first {
      case "'", "\"":
        var node = MathMLElement(name: first == "'" ? "mo" : "mtext", text: try quoted())
        if first == "'" { node.attributes = try attributes() }
        return node
      case "~":
        index += 1
        return MathMLElement(name: "mspace", attributes: [("width", take { $0 != " " && $0 != ")" })])
      case "@":
        index += 1
        return MathMLElement(name: "mo", attributes: try attributes(), text: "\u{2061}")
      case "(", ")", "[", "]", "&", ";": return try divider(first)
      default: break
      }
      if Self.isDigit(first)
        || (first == "." && index + 1 < scalars.count && Self.isDigit(scalars[index + 1]))
      {
        return MathMLElement(name: "mn", text: take { Self.isDigit($0) || $0 == "." })
      }
      if Self.isLetter(first) { return try word() }
      index += 1
      var node = MathMLElement(name: "mo", text: String(first) + take { $0.value == 0x338 })
      node.attributes = try attributes()
      return node
    }

    /// `&` and `;`, which only tables take apart.
    private mutating func divider(_ scalar: Unicode.Scalar) throws(Fault) -> MathMLElement {
      guard scalar == "&" || scalar == ";" else { throw Fault(message: "\(scalar) must stand in quotes") }
      index += 1
      return MathMLElement(name: String(scalar))
    }

    /// Letters: an identifier, a token by name or an element.
    private mutating func word() throws(Fault) -> MathMLElement {
      let letters = take { Self.isLetter($0) }
      guard letters.utf8.allSatisfy({ $0 < 0x80 }), let next = current else {
        return MathMLElement(name: "mi", text: letters)
      }
      switch next {
      case ":":
        index += 1
        let text = current == "'" ? try quoted() : take { $0 != " " && $0 != ")" }
        if letters == "up" {
          return MathMLElement(name: "mi", attributes: [("mathvariant", "normal")], text: text)
        }
        return MathMLElement(name: letters, attributes: try attributes(), text: text)
      case "(", "[", ".":
        var node = MathMLElement(name: "m" + letters, attributes: try attributes())
        if current == "\"" {
          node.text = try quoted()
        } else if take("(") {
          node.children = try nodes(until: ")")
        } else {
          throw Fault(message: "( is missing behind \(letters)")
        }
        if letters == "table" { Self.divide(&node) }
        return node
      default: return MathMLElement(name: "mi", text: letters)
      }
    }

    private static func divide(_ table: inout MathMLElement) {
      guard table.children.contains(where: { $0.name != "mtr" }) else { return }
      table.children = table.children.split(separator: ";", omittingEmptySubsequences: false).map { row in
        let cells = row.split(separator: "&", omittingEmptySubsequences: false)
        return MathMLElement(
          name: "mtr", children: cells.map { MathMLElement(name: "mtd", children: Array($0)) })
      }
    }

    private mutating func quoted() throws(Fault) -> String {
      let quote = scalars[index]
      index += 1
      let text = take { $0 != quote }
      guard take(quote) else { throw Fault(message: "a \(quote) is missing") }
      return text
    }

    /// `.class` and `[name=value …]`.
    private mutating func attributes() throws(Fault) -> [(name: String, value: String)] {
      var classes: [String] = []
      while current == ".", index + 1 < scalars.count, Self.isLetter(scalars[index + 1]) {
        index += 1
        classes.append("tml-" + take { Self.isLetter($0) || Self.isDigit($0) || $0 == "-" })
      }
      var result: [(name: String, value: String)] = []
      if !classes.isEmpty { result.append(("class", classes.joined(separator: " "))) }
      guard take("[") else { return result }
      while !take("]") {
        _ = take { $0 == " " }
        let name = take { Self.isLetter($0) }
        guard !name.isEmpty else { throw Fault(message: "an attribute without a name") }
        result.append((name, take("=") ? take { $0 != " " && $0 != "]" } : "true"))
      }
      return result
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
      default: false
      }
    }
  }
}

extension [MathMLElement] {
  fileprivate func split(
    separator name: String, omittingEmptySubsequences: Bool
  ) -> [ArraySlice<MathMLElement>] {
    split(omittingEmptySubsequences: omittingEmptySubsequences) { $0.name == name }
  }
}

extension ArraySlice<MathMLElement> {
  fileprivate func split(
    separator name: String, omittingEmptySubsequences: Bool
  ) -> [ArraySlice<MathMLElement>] {
    split(omittingEmptySubsequences: omittingEmptySubsequences) { $0.name == name }
  }
}
