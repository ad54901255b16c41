package import Markdown

extension UILanguage {
  /// A whole number with its thousands grouped: `10,000`.
  package func number(_ value: Int) -> [UInt8] {
    let digits = Array(String(value.magnitude).utf8)
    var output: [UInt8] = value < 0 ? Array("\u{2212}".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { output.append(UInt8(ascii: ",")) }
      output.append(digit)
    }
    return output
  }

  /// A date, or as much of it as is known: `2024年9月7日`, `7 September 2024`, `September 2024`, `1948`.
  ///
  /// A month outside 1...12 counts as unknown, and so does the day of an unknown month.
  package func date(year: Int, month: Int? = nil, day: Int? = nil) -> [UInt8] {
    let month = month.flatMap { Self.englishMonths.indices.contains($0 - 1) ? $0 : nil }
    let day = month == nil ? nil : day
    var text: [UInt8] = []
    text.reserveCapacity(32)
    switch self {
    case .zhHans, .zhHant:
      HTMLWriter.append(year, to: &text)
      HTMLWriter.append("年", to: &text)
      guard let month else { break }
      HTMLWriter.append(month, to: &text)
      HTMLWriter.append("月", to: &text)
      guard let day else { break }
      HTMLWriter.append(day, to: &text)
      HTMLWriter.append("日", to: &text)
    case .en:
      if let day {
        HTMLWriter.append(day, to: &text)
        text.append(0x20)
      }
      if let month {
        text.append(contentsOf: Self.englishMonths[month - 1].utf8)
        text.append(0x20)
      }
      HTMLWriter.append(year, to: &text)
    }
    return text
  }

  /// What stands between a label and its value.
  var colon: [UInt8] {
    switch self {
    case .zhHans, .zhHant: Array("：".utf8)
    case .en: Array(": ".utf8)
    }
  }

  /// Names in a row as the language joins them: `甲、乙、丙`, `A, B and C`.
  package func list(_ items: [[UInt8]]) -> [UInt8] {
    guard let last = items.last else { return [] }
    let (comma, and) =
      switch self {
      case .zhHans, .zhHant: ("、", "、")
      case .en: (", ", " and ")
      }
    guard items.count > 1 else { return last }
    return Array(items.dropLast().joined(separator: comma.utf8)) + Array(and.utf8) + last
  }

  /// The authors of a page or a source; those who are not named as the language says it: `甲、乙等`, `A, B et al.`; who put
  /// the source together is named so: `A (ed.)`.
  @inline(__always)  // Else all front matter is copied.
  package func authors(of frontMatter: FrontMatter) -> [UInt8] {
    let authors = names(
      frontMatter.authors.map { Array($0.value.utf8) }, hasMore: frontMatter.hasMoreAuthors)
    guard frontMatter.workFacts.contains(.isEdited), !authors.isEmpty else { return authors }
    switch self {
    case .zhHans: return authors + Array("（编）".utf8)
    case .zhHant: return authors + Array("（編）".utf8)
    case .en:
      let isOne = frontMatter.authors.count == 1 && !frontMatter.hasMoreAuthors
      return authors + Array((isOne ? " (ed.)" : " (eds.)").utf8)
    }
  }

  /// Names in a row, and whether there are more who are not named.
  func names(_ names: [[UInt8]], hasMore: Bool) -> [UInt8] {
    guard hasMore else { return list(names) }
    switch self {
    case .zhHans, .zhHant:
      let space = UILanguage.space(behind: names.last.map { String(decoding: $0, as: UTF8.self) })
      return list(names) + Array("\(space)等".utf8)
    case .en: return Array(names.joined(separator: ", ".utf8)) + Array(" et al.".utf8)
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

extension UILanguage {
  /// `21 个问题`, `1 question`.
  package func questionCount(_ count: Int) -> [UInt8] { fill(strings.questionCount, count) }

  /// `12 个来源`, `12 sources`.
  package func referenceCount(_ count: Int) -> [UInt8] { fill(strings.referenceCount, count) }

  /// `被引用 3 次`, `cited once`.
  package func citationCount(_ count: Int) -> [UInt8] { fill(strings.citationCount, count) }

  /// `另有 3 页`, `and 3 more`.
  package func moreCount(_ count: Int) -> [UInt8] { fill(strings.moreCount, count) }

  /// `第 2 页，共 5 页`; pages count from 1.
  package func pagePosition(_ page: Int, of total: Int) -> [UInt8] {
    Pattern(strings.pagePosition).filled(["{n}": number(page), "{total}": number(total)])
  }

  /// The heading of one of a page's answers, numbered from 1 when there are several: `答案 2`.
  package func answerHeading(_ number: Int, of total: Int) -> [UInt8] {
    total > 1 ? Array("\(strings.answer) ".utf8) + self.number(number) : Array(strings.answer.utf8)
  }

  /// Why a question is related: `共有 熵、困惑度`.
  package func sharedNames(_ names: [[UInt8]]) -> [UInt8] {
    Pattern(strings.sharedNames).filled(["{names}": list(names)])
  }

  /// Why a question is related: `引用同一来源：香农`; the titles as plain text.
  package func sharedSources(_ titles: [[UInt8]]) -> [UInt8] {
    Pattern(strings.sharedSource).filled(["{names}": list(titles)])
  }

  private func fill(_ phrase: CountPhrase, _ count: Int) -> [UInt8] {
    Pattern(count == 1 ? phrase.one : phrase.other).filled(["{n}": number(count)])
  }
}
