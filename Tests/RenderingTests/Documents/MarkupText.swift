/// The text of a fragment of HTML, and the first fault of its form: an element that is not closed in its order, a
/// link in a link, a paragraph in what cannot hold one.
struct MarkupText {
  private(set) var text = ""
  private(set) var fault: String?
  /// The values of all ids.
  private(set) var ids: [String] = []

  private static let voidElements: Set<String> = ["br", "hr", "img", "input"]

  init(_ html: String) {
    var open: [String] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      append(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        fault = "a tag does not end"
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        guard open.last == name else {
          fault = "</\(name)> where \(open.last ?? "nothing") is open"
          return
        }
        open.removeLast()
      } else {
        let name = String(tag.prefix { $0.isLetter || $0.isNumber })
        if (name == "a" || name == "p") && open.contains(name) { fault = "<\(name)> in <\(name)>" }
        if !Self.voidElements.contains(name), !tag.hasSuffix("/") { open.append(name) }
        if let id = tag.firstRange(of: " id=\"") {
          ids.append(String(tag[id.upperBound...].prefix { $0 != "\"" }))
        }
      }
    }
    append(rest)
    if let last = open.last { fault = "<\(last)> is not closed" }
  }

  private mutating func append(_ raw: Substring) {
    let names = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    text += names.reduce(String(raw)) { text, name in
      text.split(separator: name.0, omittingEmptySubsequences: false).joined(separator: name.1)
    }
  }
}

/// Random numbers that are the same in every run (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD1B5_4A32_D192_ED03 }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
