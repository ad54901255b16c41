package import Markdown
package import Templates

/// A date for people and for machines: `<time datetime="{{iso}}">{{text}}</time>`.
package struct PageDate: PageModel {
  package var iso: [UInt8]
  package var text: [UInt8]

  /// A date, or as much of it as is known; a month outside 1...12 and what follows it are left out.
  package init(year: Int, month: Int? = nil, day: Int? = nil, language: UILanguage) {
    text = language.date(year: year, month: month, day: day)
    iso = Self.padded(year, to: 4)
    guard let month, 1...12 ~= month else { return }
    iso += [UInt8(ascii: "-")] + Self.padded(month, to: 2)
    guard let day else { return }
    iso += [UInt8(ascii: "-")] + Self.padded(day, to: 2)
  }

  /// A day.
  package init(_ date: CalendarDate, language: UILanguage) {
    self.init(year: date.year, month: date.month, day: date.day, language: language)
  }

  private static func padded(_ number: Int, to width: Int) -> [UInt8] {
    let digits = Array(String(number).utf8)
    return Array(repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }

  package static let modelName = "PageDate"
  package static let fields: [FieldBinding<PageDate>] = [
    .text("iso", "The date for `datetime`: `2024-09-07`, `2024-09` or `2024`.") { $0.iso },
    .text("text", "The date as the page's language writes it.") { $0.text },
  ]
}
