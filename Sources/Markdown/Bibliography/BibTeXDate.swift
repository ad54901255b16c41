import SourceText

/// The months by the names BibTeX knows.
struct BibTeXMonth {
  /// The month, 1…12.
  let number: Int

  /// One of the names that need no braces: `jan` … `dec`, in lower case.
  init?(abbreviation: String) {
    guard let index = BibTeXMonth.names.firstIndex(of: abbreviation) else { return nil }
    number = index + 1
  }

  /// A month as people write it: `jun`, `June`, `6`, `6月`, `六月`; of a span such as `May--June` the first.
  init?(written: String) {
    let first = written.split { "-–—/".contains($0) }.first.map(String.init) ?? ""
    let text = first.lowercased()
    if let index = BibTeXMonth.chineseNames.firstIndex(of: text) {
      self.init(abbreviation: BibTeXMonth.names[index])
      return
    }
    if let number = Int(text.hasSuffix("月") ? text.dropLast() : text[...]) {
      guard 1...12 ~= number else { return nil }
      self.init(abbreviation: BibTeXMonth.names[number - 1])
    } else {
      let letters = text.prefix(while: \.isLetter)
      guard letters.count == text.count || text.dropFirst(letters.count) == "." else { return nil }
      self.init(abbreviation: String(letters.prefix(3)))
    }
  }

  private static let chineseNames = [
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
  ]

  private static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

/// Reads the dates of an entry.
enum BibTeXDate {
  /// `2017`, `2017-06`, `2017-06-12`, perhaps with a time; of a span the first day; marks of doubt are dropped
  /// (biblatex's form, ISO 8601-2). Chinese data bases write `2017年6月12日`.
  static func read(_ written: String) -> CalendarDate? {
    let first = written.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    let day = first.prefix { !"?~%\u{A0}".contains($0) }
    return CalendarDate(partial: String(day)) ?? CalendarDate(partial: written) ?? chinese(written)
  }

  private static func chinese(_ written: String) -> CalendarDate? {
    let text = written.filter { !$0.isWhitespace }
    let parts = text.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
    guard parts.count > 1, parts[0].utf8.count == 4, let year = number(parts[0]) else { return nil }
    guard let month = BibTeXMonth(written: String(parts[1])) ?? BibTeXMonth(written: "\(parts[1])月") else {
      return parts[1].isEmpty && parts.count == 2 ? CalendarDate(year: year) : nil
    }
    guard parts.count == 3, !parts[2].isEmpty else {
      return text.hasSuffix("月") ? CalendarDate(year: year, month: month.number) : nil
    }
    guard let mark = parts[2].last, "日号號".contains(mark), let day = number(parts[2].dropLast()) else {
      return nil
    }
    return CalendarDate(year: year, month: month.number, day: day)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy(ASCII.isDigit) ? Int(digits) : nil
  }

  /// A year with a month such as `jun`, `6` or `12 June`, and a day. What is no month or day is left out.
  ///
  /// - Returns: `nil` for what is no year.
  static func read(year: String, month: String?, day: String?) -> CalendarDate? {
    let digits = year.hasSuffix("年") ? String(year.dropLast()) : year
    guard digits.utf8.count == 4, digits.utf8.allSatisfy(ASCII.isDigit), let year = Int(digits) else {
      return read(year)
    }
    let words = (month ?? "").split { $0 == " " || $0 == "\u{A0}" || $0 == "," }.map(String.init)
    let days = ([day ?? ""] + words).compactMap { $0.isEmpty ? nil : Int($0) }
    let isNumber = words.count == 1
    guard
      let month = words.lazy.compactMap({ Int($0) == nil || isNumber ? BibTeXMonth(written: $0) : nil }).first
    else { return CalendarDate(year: year) }
    let dayNumber = day.flatMap { Int($0) } ?? (isNumber ? nil : days.first)
    return dayNumber.flatMap { CalendarDate(year: year, month: month.number, day: $0) }
      ?? CalendarDate(year: year, month: month.number)
  }
}
