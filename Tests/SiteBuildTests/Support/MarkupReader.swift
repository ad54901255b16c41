/// A strict reader of the markup we publish: every element is closed in its order, every attribute is quoted and
/// named once, every reference is known. HTML differs from XML only in its void elements and in scripts.
struct MarkupReader {
  enum Language {
    case html, xml
  }

  struct Element: Sendable {
    var name: String
    var attributes: [String: String]
    /// Names of the elements around it, outermost first.
    var ancestors: [String]
    /// The text directly in it.
    var text = ""
    /// All text in it, also in elements within it.
    var content = ""
    /// The element around it, by its place among all elements.
    var parent: Int?
  }

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "apos": "'"]

  /// All elements in the order of their start tags.
  private(set) var elements: [Element] = []
  /// What is wrong with the form.
  private(set) var faults: [String] = []
  private var open: [Int] = []
  private var rest: Substring.UnicodeScalarView
  private let language: Language

  init(_ bytes: [UInt8], as language: Language) {
    let text = String(decoding: bytes, as: UTF8.self)
    self.language = language
    rest = Substring(text).unicodeScalars
    if !text.utf8.elementsEqual(bytes) { faults.append("no UTF-8") }
    skipProlog()
    while let scalar = rest.first, faults.isEmpty {
      if scalar == "<" { readTag() } else { readText() }
    }
    if faults.isEmpty, let last = open.last { faults.append("<\(elements[last].name)> is not closed") }
    let roots = elements.filter(\.ancestors.isEmpty)
    if faults.isEmpty, roots.count != 1 { faults.append("\(roots.count) root elements") }
  }

  private mutating func skipProlog() {
    let prolog = language == .html ? "<!DOCTYPE html>" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    rest = rest.drop { $0 == "\n" }
    guard Substring(rest).hasPrefix(prolog) else {
      faults.append("does not begin with \(prolog)")
      return
    }
    rest = rest.dropFirst(prolog.unicodeScalars.count)
  }

  private mutating func readText() {
    let raw = rest.prefix { $0 != "<" }
    rest = rest[raw.endIndex...]
    let text = decoded(raw)
    if let last = open.last {
      elements[last].text += text
      for element in open { elements[element].content += text }
    } else if !text.allSatisfy(\.isWhitespace) {
      faults.append("text outside the root: \(text)")
    }
  }

  private mutating func readTag() {
    rest = rest.dropFirst()
    if rest.first == "/" { return readEndTag() }
    let name = String(rest.prefix { !" />\n\t".unicodeScalars.contains($0) })
    guard name.first?.isLetter == true else { return faults.append("a bare < before \(name)") }
    rest = rest.dropFirst(name.unicodeScalars.count)
    let attributes = readAttributes(of: name)
    let closesItself = rest.first == "/"
    if closesItself { rest = rest.dropFirst() }
    guard faults.isEmpty, rest.popFirst() == ">" else { return faults.append("the tag <\(name) has no end") }
    elements.append(
      Element(
        name: name, attributes: attributes, ancestors: open.map { elements[$0].name }, parent: open.last))
    if closesItself || (language == .html && MarkupReader.voidElements.contains(name)) { return }
    open.append(elements.count - 1)
    if language == .html, ["script", "style"].contains(name) { readRawText() }
  }

  private mutating func readEndTag() {
    let name = String(rest.dropFirst().prefix { $0 != ">" })
    rest = rest.dropFirst(name.unicodeScalars.count + 2)
    guard let last = open.popLast(), elements[last].name == name else {
      return faults.append("</\(name)> closes nothing")
    }
  }

  private mutating func readRawText() {
    while let scalar = rest.first, !Substring(rest.prefix(3)).hasPrefix("</s") {
      elements[elements.count - 1].text.unicodeScalars.append(scalar)
      rest = rest.dropFirst()
    }
  }

  private mutating func readAttributes(of element: String) -> [String: String] {
    var attributes: [String: String] = [:]
    while faults.isEmpty {
      let space = rest.prefix { " \n\t".unicodeScalars.contains($0) }
      rest = rest[space.endIndex...]
      guard let next = rest.first, next != ">", next != "/" else { break }
      let name = String(rest.prefix { !" =>/\n\t".unicodeScalars.contains($0) })
      rest = rest.dropFirst(name.unicodeScalars.count)
      if space.isEmpty { faults.append("no space before \(name) of <\(element)>") }
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        guard rest.popFirst() == "\"" else {
          faults.append("\(name) of <\(element)> is not quoted")
          break
        }
        let raw = rest.prefix { $0 != "\"" }
        if raw.contains("<") { faults.append("a < in \(name) of <\(element)>") }
        value = decoded(raw)
        rest = rest[raw.endIndex...].dropFirst()
      } else if language == .xml {
        faults.append("\(name) of <\(element)> has no value")
      }
      if attributes.updateValue(value, forKey: name) != nil { faults.append("\(name) of <\(element)> twice") }
    }
    return attributes
  }

  /// Text with its character references replaced.
  private mutating func decoded(_ raw: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    var raw = raw
    while let scalar = raw.popFirst() {
      let isControl = scalar.value < 0x20 && !"\n\t".unicodeScalars.contains(scalar)
      if isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        faults.append("a control character")
      }
      guard scalar == "&" else {
        text.append(scalar)
        continue
      }
      let name = String(raw.prefix { $0 != ";" && $0 != " " && $0 != "&" })
      raw = raw.dropFirst(name.unicodeScalars.count)
      let isEnded = raw.popFirst() == ";"
      if isEnded, let meant = MarkupReader.references[name] {
        text += meant.unicodeScalars
      } else if isEnded, name.hasPrefix("#x"), let value = UInt32(name.dropFirst(2), radix: 16),
        let meant = UnicodeScalar(value)
      {
        text.append(meant)
      } else {
        faults.append("unknown reference &\(name)")
      }
    }
    return String(text)
  }
}
