package import Markdown
package import Templates

/// A date for people and for machines: `<time datetime="{{iso}}">{{text}}</time>`.
package struct PageDate: PageModel {
  package var iso: [UInt8]
  package var text: [UInt8]

  /// A date, or as much of it as is known; a month outside 1...12 and what follows it are left out.
  package init(year: Int, month: Int? = nil, day: Int? = nil, language: UILanguage) {
    text = language.date(year: year, month: month, day: day)
    iso = []
    iso.reserveCapacity(10)
    Self.append(year, width: 4, to: &iso)
    guard let month, 1...12 ~= month else { return }
    iso.append(UInt8(ascii: "-"))
    Self.append(month, width: 2, to: &iso)
    guard let day else { return }
    iso.append(UInt8(ascii: "-"))
    Self.append(day, width: 2, to: &iso)
  }

  /// A day.
  package init(_ date: CalendarDate, language: UILanguage) {
    self.init(year: date.year, month: date.month, day: date.day, language: language)
  }

  private static func append(_ number: Int, width: Int, to output: inout [UInt8]) {
    let digits = String(number).utf8
    for _ in 0..<max(0, width - digits.count) { output.append(UInt8(ascii: "0")) }
    output.append(contentsOf: digits)
  }

  package static let modelName = "PageDate"
  package static let fields: [FieldBinding<PageDate>] = [
    .text("iso", "The date for `datetime`: `2024-09-07`, `2024-09` or `2024`.") { $0.iso },
    .text("text", "The date as the page's language writes it.") { $0.text },
  ]
}
