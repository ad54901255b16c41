/// Says what is wrong with a piece of MathML: no well-formed XML; an element, an attribute, a value or a number of
/// children that MathML Core does not have; an attribute that says what holds without it; a row that is not needed.
struct MathMLChecker {
  /// What holds where an element stands, and what may stand there.
  private struct Context {
    var parent = ""
    var siblings = 1
    var displayStyle = false
    var scriptLevel = 0
    /// The form an operator has here without its `form` attribute.
    var form = OperatorDefaults.Form.infix
  }

  private let allowsIdentifiers: Bool
  private let isMinimal: Bool
  private var identifiers: Set<String> = []
  private var fault: String?

  private init(allowsIdentifiers: Bool, isMinimal: Bool) {
    self.allowsIdentifiers = allowsIdentifiers
    self.isMinimal = isMinimal
  }

  /// The first fault; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - allowsIdentifiers: Whether rows of the formula are numbered.
  ///   - isMinimal: Whether nothing needless may stand in it, as in every formula without faults of its own.
  static func fault(in bytes: [UInt8], allowsIdentifiers: Bool = false, isMinimal: Bool = true) -> String? {
    do {
      let root = try MathMLReader.read(bytes)
      guard root.name == "math" else { return "the root is \(root.name)" }
      var checker = MathMLChecker(allowsIdentifiers: allowsIdentifiers, isMinimal: isMinimal)
      checker.check(root, Context(displayStyle: root["display"] == "block"))
      return checker.fault
    } catch {
      return error.message
    }
  }

  private mutating func report(_ message: String) {
    if fault == nil { fault = message }
  }

  /// Reports what is right but says too much.
  private mutating func reportNeedless(_ message: String) {
    if isMinimal { report(message) }
  }

  private mutating func check(_ element: MathMLElement, _ context: Context) {
    guard fault == nil else { return }
    let name = element.name
    guard MathMLSchema.isElement(name) else { return report("the element \(name)") }
    checkPlace(of: element, context)
    checkContent(of: element)
    for (attribute, value) in element.attributes where attribute != "id" {
      if !MathMLSchema.allows(name, attribute, value) { report("\(attribute)=\"\(value)\" on \(name)") }
    }
    checkIdentifier(of: element)
    if name == "mo" { checkOperator(element, context) }
    checkStyle(of: element, context)
    checkVariant(of: element)

    var inner = context
    inner.parent = name
    inner.siblings = element.children.count
    let style = styleInside(element, context)
    for (index, child) in element.children.enumerated() {
      (inner.displayStyle, inner.scriptLevel) = style(index)
      inner.form = form(of: index, in: element, context)
      check(child, inner)
    }
  }

  // MARK: Structure

  private mutating func checkPlace(of element: MathMLElement, _ context: Context) {
    let isRight =
      switch element.name {
      case "math": context.parent.isEmpty
      case "mtr": context.parent == "mtable"
      case "mtd": context.parent == "mtr"
      case "mprescripts": context.parent == "mmultiscripts"
      case "annotation": context.parent == "semantics"
      default: !["mtable", "mtr"].contains(context.parent)
      }
    if !isRight { report("\(element.name) in \(context.parent)") }
    guard element.name == "mrow", element.attributes.isEmpty else { return }
    if element.children.count == 1 { reportNeedless("a row of a single child, \(element.children[0].name)") }
    if MathMLSchema.rows.contains(context.parent), context.siblings == 1 {
      reportNeedless("a row that is all of \(context.parent)")
    }
    if element.children.isEmpty, MathMLSchema.rows.contains(context.parent) {
      reportNeedless("an empty row in a row")
    }
  }

  private mutating func checkContent(of element: MathMLElement) {
    let name = element.name
    if MathMLSchema.tokens.contains(name) {
      if !element.children.isEmpty { report("\(element.children[0].name) in \(name)") }
      if element.text.isEmpty { reportNeedless("an empty \(name)") }
      return
    }
    if !element.text.isEmpty { report("text in \(name)") }
    if let count = MathMLSchema.arity[name], count != element.children.count {
      report("\(name) with \(element.children.count) children")
    }
    switch name {
    case "mtable", "mtr":
      if element.children.isEmpty { report("an empty \(name)") }
    case "mmultiscripts":
      let names = element.children.map(\.name)
      let marks = names.indices.filter { names[$0] == "mprescripts" }
      let right = (marks.first ?? names.count) - 1
      let left = marks.first.map { names.count - 1 - $0 } ?? 0
      if marks.count > 1 || right < 0 || right % 2 != 0 || left % 2 != 0 {
        report("mmultiscripts with \(names)")
      }
      if right + left == 0 { reportNeedless("mmultiscripts without scripts") }
    case "mstyle":
      if element.attributes.isEmpty { reportNeedless("mstyle without attributes") }
    default: break
    }
  }

  private mutating func checkIdentifier(of element: MathMLElement) {
    guard let identifier = element["id"] else { return }
    if !allowsIdentifiers { report("the id \(identifier)") }
    if element.name != "mtr" { report("an id on \(element.name)") }
    if identifier.isEmpty || !identifiers.insert(identifier).inserted { report("the id \(identifier) twice") }
  }

  // MARK: Attributes that say what holds anyway

  private mutating func checkOperator(_ element: MathMLElement, _ context: Context) {
    if element["form"] == context.form.rawValue {
      reportNeedless("the form of \(element.text) is what it has anyway")
    }
    let form = element["form"].flatMap { OperatorDefaults.Form(rawValue: $0) } ?? context.form
    let properties = OperatorDefaults.properties(of: element.text, form)
    // The specification changed the space of these in 2025; browsers have the one or the other.
    let isUnsettled = ["/", "∂", "√", "∛", "∜"].contains(element.text)
    for (attribute, value) in element.attributes {
      let isDefault =
        switch attribute {
        case "lspace": !isUnsettled && length(value) == properties.lspace
        case "rspace": !isUnsettled && length(value) == properties.rspace
        case "stretchy": value == String(properties.isStretchy)
        case "symmetric": value == String(properties.isSymmetric)
        case "movablelimits": value == String(properties.hasMovableLimits)
        default: false
        }
      if isDefault { reportNeedless("\(attribute)=\"\(value)\" on \(element.text) (\(form)) is its default") }
    }
  }

  /// A length in em, with the eighteenths of TeX rounded as the dictionary has them.
  private func length(_ value: String) -> Double? {
    guard let number = Double(value.hasSuffix("em") ? value.dropLast(2) : value[...]) else { return nil }
    let eighteenths = Double(Int(number * 18 + (number < 0 ? -0.5 : 0.5)))
    return abs(number * 18 - eighteenths) < 0.02 ? eighteenths / 18 : number
  }

  private mutating func checkStyle(of element: MathMLElement, _ context: Context) {
    guard let value = element["displaystyle"] else { return }
    let inherited = element.name == "mtable" ? false : context.displayStyle
    if value == String(inherited) {
      reportNeedless("displaystyle=\"\(value)\" on \(element.name) holds anyway")
    }
  }

  /// A browser makes an identifier italic only if it is a single letter that has an italic form.
  private mutating func checkVariant(of element: MathMLElement) {
    guard element["mathvariant"] != nil else { return }
    let scalars = Array(element.text.unicodeScalars)
    let isItalicAnyway =
      switch scalars.count == 1 ? scalars[0].value : 0 {
      case 0x41...0x5A, 0x61...0x7A, 0x131, 0x237, 0x391...0x3A9, 0x3B1...0x3C9, 0x3D1, 0x3D5, 0x3D6, 0x3F0,
        0x3F1,
        0x3F4, 0x3F5, 0x2202, 0x2207:
        true
      default: false
      }
    if !isItalicAnyway { reportNeedless("mathvariant on \(element.text)") }
  }

  // MARK: What children find

  /// The display style and script level of each child (MathML Core, user agent style sheet).
  private func styleInside(_ element: MathMLElement, _ context: Context) -> (Int) -> (Bool, Int) {
    let outer = (context.displayStyle, context.scriptLevel)
    switch element.name {
    case "mfrac": return { _ in (false, outer.0 ? outer.1 : outer.1 + 1) }
    case "mroot": return { $0 == 1 ? (false, outer.1 + 2) : outer }
    case "mstyle", "mtable":
      let start = element.name == "mtable" ? (false, outer.1) : outer
      let displayStyle = element["displaystyle"].map { $0 == "true" } ?? start.0
      let level = element["scriptlevel"].map { value in
        value.hasPrefix("+") ? start.1 + (Int(value.dropFirst()) ?? 0) : Int(value) ?? 0
      }
      return { _ in (displayStyle, level ?? start.1) }
    case let name where MathMLSchema.scripted.contains(name):
      return { $0 == 0 ? outer : (false, outer.1 + 1) }
    default: return { _ in outer }
    }
  }

  /// The form an operator at an index has (MathML Core, section 3.2.4.2); operators inside scripts and other
  /// embellishments have that of the whole.
  private func form(of index: Int, in element: MathMLElement, _ context: Context) -> OperatorDefaults.Form {
    if MathMLSchema.scripted.contains(element.name) { return index == 0 ? context.form : .postfix }
    if element.name == "mfrac" || element.name == "semantics" { return index == 0 ? context.form : .infix }
    guard MathMLSchema.rows.contains(element.name) else { return .infix }
    let solid = element.children.indices.filter { !Self.isSpaceLike(element.children[$0]) }
    guard solid.count > 1 else {
      let isEmbellished = ["mrow", "mstyle", "mphantom", "mpadded"].contains(element.name)
      return isEmbellished && solid.first == index ? context.form : .infix
    }
    return index == solid.first ? .prefix : index == solid.last ? .postfix : .infix
  }

  /// Section 3.2.5 of MathML Core.
  private static func isSpaceLike(_ element: MathMLElement) -> Bool {
    switch element.name {
    case "mtext", "mspace": true
    case "mrow", "mstyle", "mphantom", "mpadded", "semantics": element.children.allSatisfy(isSpaceLike)
    default: false
    }
  }
}
