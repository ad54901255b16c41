/// The headings that divide a question's page into its parts.
public struct SectionNames: Sendable {
  /// A part of a question's page.
  public enum Kind: Sendable {
    /// An answer; several are several answers.
    case answer
    /// The page's own list of sources.
    case references
  }

  private var names: [[UInt8]: Kind]

  /// The names FORMAT lists, and more from the configuration.
  public init(answers: [String] = [], references: [String] = []) {
    names = SectionNames.standardNames
    for name in answers { names[SectionNames.fold(Array(name.utf8)[...])] = .answer }
    for name in references { names[SectionNames.fold(Array(name.utf8)[...])] = .references }
  }

  /// The part a heading begins: compared without ASCII case and without a colon at the end.
  public func kind(of text: ArraySlice<UInt8>) -> Kind? {
    guard text.count <= 96 else { return nil }
    return names[SectionNames.fold(text)]
  }

  private static let standardNames: [[UInt8]: Kind] = {
    let answers = ["Answer", "答案", "回答", "解答"]
    let references = [
      "References", "Sources", "Further reading", "参考", "参考资料", "参考文献", "参考链接", "引用", "来源", "參考資料", "延伸阅读",
    ]
    let pairs = answers.map { ($0, Kind.answer) } + references.map { ($0, Kind.references) }
    return Dictionary(pairs.map { (fold(Array($0.utf8)[...]), $1) }) { first, _ in first }
  }()

  private static func fold(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = trim(text)
    if text.last == 0x3A {
      text = trim(text.dropLast())
    } else if text.suffix(3).elementsEqual([0xEF, 0xBC, 0x9A]) {  // full-width colon
      text = trim(text.dropLast(3))
    }
    return text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
    while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D { text = text.dropLast() }
    return text
  }
}
