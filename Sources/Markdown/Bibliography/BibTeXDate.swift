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

  /// A month as people write it: `jun`, `June`, `6`, `6月`.
  init?(written: String) {
    let text = written.lowercased()
    if let number = Int(text.hasSuffix("月") ? text.dropLast() : text[...]) {
      guard 1...12 ~= number else { return nil }
      self.init(abbreviation: BibTeXMonth.names[number - 1])
    } else {
      let letters = text.prefix(while: \.isLetter)
      guard letters.count == text.count || text.dropFirst(letters.count) == "." else { return nil }
      self.init(abbreviation: String(letters.prefix(3)))
    }
  }

  private static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

/// Reads the dates of an entry.
enum BibTeXDate {
  /// `2017`, `2017-06`, `2017-06-12`, perhaps with a time; of a span the first day; marks of doubt are dropped
  /// (biblatex's form, ISO 8601-2).
  static func read(_ written: String) -> CalendarDate? {
    let first = written.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
    let day = first.prefix { !"?~%\u{A0}".contains($0) }
    return CalendarDate(partial: String(day)) ?? CalendarDate(partial: written)
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
