/// Says what is wrong with a piece of MathML: no well-formed XML, or an element, an attribute or a number of
/// children that MathML Core does not have.
struct MathMLChecker {
  private static let tokens: Set<String> = ["mi", "mn", "mo", "mtext", "mspace"]
  private static let arity: [String: Int] = [
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
  ]
  private static let rows: Set<String> = [
    "math", "mrow", "msqrt", "mtd", "mpadded", "mphantom", "mstyle", "merror", "mmultiscripts",
  ]
  private static let attributes: [String: Set<String>] = [
    "math": ["display"],
    "mi": ["mathvariant"],
    "mo": [
      "form", "lspace", "rspace", "stretchy", "symmetric", "minsize", "maxsize", "movablelimits",
    ],
    "mtext": ["class"], "mspace": ["width"], "mfrac": ["linethickness"], "mrow": ["class"],
    "munder": ["accentunder"], "mover": ["accent"], "mtable": ["class", "displaystyle", "scriptlevel"],
    "mtr": ["class"], "mtd": ["class"], "mpadded": ["width", "height", "depth", "class"],
    "mstyle": ["displaystyle", "scriptlevel", "mathcolor", "mathbackground", "mathsize"],
  ]

  private struct Element {
    var name: String
    var children = 0
  }

  /// The first fault; `nil` if there is none.
  static func fault(in bytes: [UInt8]) -> String? {
    guard let string = String(validating: bytes, as: UTF8.self) else { return "no UTF-8" }
    // Scalars, not characters: a combining mark may follow a tag.
    var rest = string.unicodeScalars[...]
    var open: [Element] = []
    var rootCount = 0
    while let scalar = rest.first {
      guard scalar == "<" else {
        let text = rest.prefix { $0 != "<" }
        guard let last = open.last, tokens.contains(last.name) else { return "text outside a token: \(text)" }
        if let fault = textFault(text) { return fault }
        rest = rest[text.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return "unclosed tag" }
      var tag = Substring(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard let element = open.popLast(), element.name == tag.dropFirst() else {
          return "mismatched </\(tag)>"
        }
        if let fault = childFault(of: element) { return fault }
        continue
      }
      let isEmpty = tag.last == "/"
      if isEmpty { tag = tag.dropLast() }
      let name = String(tag.prefix { $0 != " " })
      if let fault = tagFault(name, tag.dropFirst(name.count)) { return fault }
      if open.isEmpty { rootCount += 1 } else { open[open.count - 1].children += 1 }
      if let parent = open.last, tokens.contains(parent.name) { return "\(name) in \(parent.name)" }
      if isEmpty {
        if let fault = childFault(of: Element(name: name)) { return fault }
      } else {
        open.append(Element(name: name))
      }
    }
    return open.isEmpty && rootCount == 1 ? nil : "not exactly one root element"
  }

  private static func textFault(_ text: Substring.UnicodeScalarView) -> String? {
    var scalars = text
    while let scalar = scalars.popFirst() {
      if scalar == "&" {
        let name = scalars.prefix { $0 != ";" }
        guard ["amp", "lt", "gt", "#x302", "#x332"].contains(String(name)) else {
          return "reference &\(name)"
        }
      }
      if scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r" {
        return "control character"
      }
      if scalar.value == 0xFFFE || scalar.value == 0xFFFF { return "non-character" }
    }
    return nil
  }

  private static func tagFault(_ name: String, _ attributeText: Substring) -> String? {
    let isKnown = tokens.contains(name) || arity[name] != nil || rows.contains(name)
    guard isKnown || ["mtable", "mtr", "mprescripts"].contains(name) else { return "element \(name)" }
    var rest = attributeText
    var seen: Set<String> = []
    while !rest.isEmpty {
      guard rest.popFirst() == " " else { return "attributes of \(name)" }
      let attribute = String(rest.prefix { $0 != "=" })
      guard attributes[name]?.contains(attribute) == true else { return "\(attribute) on \(name)" }
      guard seen.insert(attribute).inserted else { return "\(attribute) twice" }
      rest = rest.dropFirst(attribute.count)
      guard rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
        return "value of \(attribute)"
      }
      let value = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
      if value.contains("<") || value.contains("&") { return "value \(value)" }
      if attribute == "class", !value.split(separator: " ").allSatisfy({ $0.hasPrefix("tml-") }) {
        return "class \(value)"
      }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }

  private static func childFault(of element: Element) -> String? {
    guard let count = arity[element.name], count != element.children else { return nil }
    return "\(element.name) with \(element.children) children"
  }
}
