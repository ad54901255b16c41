/// A reproducible source of numbers (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A wiki of thirty pages that speak of one another in every way there is, a function of its seed.
struct RandomWiki {
  /// What its author wrote, by path.
  private(set) var sources: [String: String] = [
    "quaestio.yml": "title: 偶成\nbase_url: https://wiki.example/\nlanguage: zh-Hans\n"
  ]
  private var random: SplitMix

  private static let questions = 0..<20
  private static let freePages = 20..<23
  private static let lists = 23..<25
  private static let references = 25..<30

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    for number in RandomWiki.questions { sources[path(number)] = question(number) }
    for number in RandomWiki.freePages { sources[path(number)] = "# \(title(number))\n\n\(body())" }
    for number in RandomWiki.lists {
      sources[path(number)] = "# \(title(number))\n\n\(text())\n\n## 小问\(number)？\n\n\(body())"
    }
    for number in RandomWiki.references {
      // Some sources have neither title nor address.
      let head =
        number % 2 == 0 ? "" : "---\ntitle: \(title(number))\nurl: https://example.org/\(number)\n---\n"
      sources[path(number)] = head + "摘录一段。 ^part\n\n\(text())\n"
    }
    sources["content/pages/index.md"] = "# 首页\n\n\(body())"
  }

  // MARK: Pages

  private func path(_ number: Int) -> String {
    switch number {
    case RandomWiki.questions: "content/questions/\(number % 3 == 0 ? "深/" : "")\(name(number)).md"
    case RandomWiki.freePages: "content/pages/\(name(number)).md"
    case RandomWiki.lists: "content/faq/\(name(number)).md"
    default: "content/references/\(name(number)).md"
    }
  }

  /// Every fifth question is the English translation of the one before it.
  private func name(_ number: Int) -> String {
    RandomWiki.questions.contains(number) && number % 5 == 4 ? "q\(number - 1).en" : "q\(number)"
  }

  private func title(_ number: Int) -> String {
    switch number % 4 {
    case 0: "第\(number)题是什么？"
    case 1: "What is No. \(number)?"
    case 2: "**第\(number)** 题的 $x_{\(number)}$"
    default: "题 \(number) & \"引\""
    }
  }

  private mutating func question(_ number: Int) -> String {
    var head = "---\ntitle: '\(title(number))'\ndate: 2024-01-\(number + 10)\ntags: [甲, t\(number % 3)]\n"
    if number % 5 == 4 { head += "lang: en\n" }
    if number % 5 == 2 { head += "aliases: [别名\(number), /old/\(number)/]\n" }
    // Duplicates of duplicates lead on to the first.
    if number % 7 == 6 { head += "duplicate_of: \(name(number - 5))\n" }
    if chance(4) { head += "references: [\(name(pick(RandomWiki.references)))]\n" }
    var page = head + "---\n\(text())\n\n## 答案\n\n\(body())$$y_{\(number)} = 2 \\label{eq:\(number)}$$\n\n"
    if chance(3) { page += "## 答案 {accepted}\n\n\(body("there"))" }
    if chance(3) { page += "## 参考资料\n\n1. 见\(link())。\n2. [@\(name(pick(RandomWiki.references)))] 一书。\n" }
    return page
  }

  /// Paragraphs, headings, lists and tables, some with passages in place; names of blocks and footnotes are one.
  private mutating func body(_ name: String = "here") -> String {
    var body = "\(text()) ^\(name)\n\n### 缘由\n\n\(text())\n\n"
    if chance(2) { body += "- \(text())\n- \(text())\n\n> [!NOTE] 见\(link())\n> \(text())\n\n" }
    if chance(3) { body += "| 甲 | 乙 |\n|---|---|\n| \(cell()) | \(cell()) |\n\n" }
    if chance(2) { body += "![[\(target())]]\n\n" }
    if chance(3) { body += "#### 再看\(link())\n\n\(text())[^\(name)]\n\n[^\(name)]: 注：\(text())\n\n" }
    return body
  }

  private mutating func text() -> String {
    (0..<pick(0..<4)).reduce("话说第 \(pick(1..<100)) 回。") { line, _ in
      line + ["据", "又见", "*比较*", "See "][pick(0..<4)] + link() + ["。", "，此其一。", ". ", "？"][pick(0..<4)]
    }
  }

  // MARK: Links

  private mutating func link() -> String {
    let number = pick(0..<30)
    let reference = name(pick(RandomWiki.references))
    let equation = pick(RandomWiki.questions)
    switch pick(0..<15) {
    case 0, 1: return "[[\(target())]]"
    case 2: return "[[\(target())|那一页]]"
    case 3: return "**[文件](\(address(number)))**"
    case 4: return "[[别名\([2, 7, 12, 17][pick(0..<4)])]]"
    case 5: return "[[小问\(pick(RandomWiki.lists))？]]"
    case 6: return "[@\(reference)]"
    case 7: return "[@\(reference)#part]"
    case 8: return "[见 @\(reference), 第 3 页; @\(name(pick(RandomWiki.references)))]"
    case 9: return "[[没人写过 \(pick(0..<4))]]"
    case 10: return "[[\(name(equation))#eq:\(equation)]]"
    case 11: return "[@eq:\(equation)]"
    case 12: return "\\eqref{eq:\(equation)}"
    case 13: return "[[\(target())|`码` 与 $y$]]"
    default: return "<kbd>[[\(target())]]</kbd>"
    }
  }

  /// The address of a page below the root.
  private func address(_ number: Int) -> String {
    switch number {
    case RandomWiki.questions: "/questions/\(name(number))/"
    case RandomWiki.freePages: "/\(name(number))/"
    case RandomWiki.lists: "/faq/\(name(number))/"
    default: "/references/\(name(number))/"
    }
  }

  /// A link that can stand in a table, where a bar divides cells.
  private mutating func cell() -> String { "见 [[\(target())\\|这里]]" }

  /// A page, or a heading or block that it has.
  private mutating func target() -> String {
    let number = pick(0..<25)
    let isQuestion = RandomWiki.questions.contains(number)
    return name(number) + ["", "", isQuestion ? "#缘由" : "", isQuestion ? "#^here" : ""][pick(0..<4)]
  }

  private mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ one: Int) -> Bool { pick(0..<one) == 0 }
}
