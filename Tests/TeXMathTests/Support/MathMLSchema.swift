/// The elements and attributes of MathML Core that our serializer may use, with the values they may have.
enum MathMLSchema {
  /// Elements that hold text only.
  static let tokens: Set<String> = ["mi", "mn", "mo", "ms", "mtext", "annotation"]
  /// Elements with a fixed number of children.
  static let arity: [String: Int] = [
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
    "semantics": 2, "mspace": 0, "mprescripts": 0,
  ]
  /// Elements that lay any number of children out in a row.
  static let rows: Set<String> = [
    "math", "mrow", "msqrt", "mstyle", "mpadded", "mphantom", "mtd", "merror",
  ]
  /// Scripts, whose first child is the base.
  static let scripted: Set<String> = [
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts",
  ]

  static func isElement(_ name: String) -> Bool {
    tokens.contains(name) || arity[name] != nil || rows.contains(name)
      || ["mtable", "mtr", "mmultiscripts"].contains(name)
  }

  /// Whether an element may have an attribute with a value; `id` is judged apart.
  static func allows(_ name: String, _ attribute: String, _ value: String) -> Bool {
    switch (name, attribute) {
    case (_, "class"): isOurClassList(value)
    case ("math", "display"): value == "block"
    case ("math", "alttext"): !value.isEmpty
    case ("mi", "mathvariant"): value == "normal"
    case ("mo", "form"): ["infix", "prefix", "postfix"].contains(value)
    case ("mo", "stretchy"), ("mo", "symmetric"), ("mo", "movablelimits"), ("mo", "largeop"),
      ("mo", "fence"), ("mo", "separator"), ("mstyle", "displaystyle"), ("mtable", "displaystyle"):
      isBoolean(value)
    case ("mo", "lspace"), ("mo", "rspace"), ("mo", "minsize"), ("mo", "maxsize"), ("mspace", "width"),
      ("mspace", "height"), ("mspace", "depth"), ("mpadded", "width"), ("mpadded", "height"),
      ("mpadded", "depth"), ("mpadded", "lspace"), ("mpadded", "voffset"), ("mfrac", "linethickness"):
      isLength(value)
    case ("mover", "accent"), ("munderover", "accent"), ("munder", "accentunder"),
      ("munderover", "accentunder"):
      value == "true"
    case ("mstyle", "scriptlevel"), ("mtable", "scriptlevel"):
      isInteger(value.hasPrefix("+") ? value.dropFirst() : value[...])
    case (_, "mathcolor"), (_, "mathbackground"): isColor(value)
    case ("mstyle", "mathsize"): isLength(value)
    case ("mtd", "columnspan"), ("mtd", "rowspan"): isInteger(value[...]) && value != "1" && value != "0"
    case ("annotation", "encoding"): value == "application/x-tex"
    default: false
    }
  }

  static func isBoolean(_ value: String) -> Bool { value == "true" || value == "false" }

  private static func isOurClassList(_ value: String) -> Bool {
    let names = value.split(separator: " ", omittingEmptySubsequences: false)
    return Set(names).count == names.count
      && names.allSatisfy { name in
        name.hasPrefix("tml-")
          && name.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
      }
  }

  private static func isInteger(_ value: Substring) -> Bool {
    !value.isEmpty && value.utf8.count < 4 && value.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// A length of CSS: `0`, or a decimal without needless zeros and a unit.
  static func isLength(_ value: String) -> Bool {
    if value == "0" { return true }
    var digits = value.hasPrefix("-") ? value.dropFirst() : value[...]
    guard let unit = ["em", "ex", "px", "pt", "%"].first(where: { digits.hasSuffix($0) }) else {
      return false
    }
    digits = digits.dropLast(unit.count)
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts.allSatisfy({ part in part.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return false }
    let isWholeRight = parts[0] == "0" ? parts.count == 2 : !parts[0].isEmpty && !parts[0].hasPrefix("0")
    return isWholeRight && (parts.count == 1 || (!parts[1].isEmpty && !parts[1].hasSuffix("0")))
  }

  private static func isColor(_ value: String) -> Bool {
    value.hasPrefix("#") && value.utf8.count == 7
      && value.utf8.dropFirst().allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
