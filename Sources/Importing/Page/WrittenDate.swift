import Markdown

/// A day as scraped pages write it.
enum WrittenDate {
  /// A day, or a time before a day that nobody knows.
  enum Reading: Equatable {
    case day(CalendarDate)
    /// `3天前`, `yesterday`.
    case relative
  }

  /// Reads a text that is a date and nothing else: `2024-09-07 10:00`, `2024年9月7日`, `Sep 7, 2024`, `7 September 2024`,
  /// `3天前`.
  ///
  /// - Complexity: O(length), and nothing for texts of more than 48 bytes.
  static func read(_ range: Range<Int>, in bytes: [UInt8]) -> Reading? {
    guard !range.isEmpty, range.count <= 48 else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let date = CalendarDate(text) ?? chinese(text) ?? english(text) { return .day(date) }
    return isRelative(text) ? .relative : nil
  }

  private static func chinese(_ text: String) -> CalendarDate? {
    let compact = text.filter { !$0.isWhitespace }
    let parts = compact.split(separator: "年", maxSplits: 1)
    guard parts.count == 2, let year = number(parts[0], digits: 4) else { return nil }
    let rest = parts[1].split(separator: "月", maxSplits: 1)
    guard rest.count == 2, let month = number(rest[0], digits: 2),
      let end = rest[1].firstIndex(where: isDayMark),
      let day = number(rest[1][..<end], digits: 2), isTime(rest[1][end...].dropFirst())
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func isDayMark(_ character: Character) -> Bool {
    character == "日" || character == "号" || character == "號"
  }

  private static func isTime(_ text: Substring) -> Bool {
    text.count <= 8 && text.allSatisfy { $0.isNumber || $0 == ":" || $0 == "：" }
  }

  private static func english(_ text: String) -> CalendarDate? {
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == "." }
    guard words.count == 3, let year = number(words[2], digits: 4) else { return nil }
    for (name, day) in [(words[0], words[1]), (words[1], words[0])] {
      if let month = month(name), let day = number(ordinal(day), digits: 2) {
        return CalendarDate(year: year, month: month, day: day)
      }
    }
    return nil
  }

  private static func ordinal(_ day: Substring) -> Substring {
    ["st", "nd", "rd", "th"].contains { day.hasSuffix($0) } ? day.dropLast(2) : day
  }

  private static func month(_ name: Substring) -> Int? {
    let name = name.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) || (name == "sept" && $0 == "september") }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard !text.isEmpty, text.utf8.count <= digits, text.utf8.allSatisfy(TextBytes.isDigit) else {
      return nil
    }
    return digits == 4 && text.utf8.count < 4 ? nil : Int(text)
  }

  private static func isRelative(_ text: String) -> Bool {
    let text = text.lowercased().filter { !$0.isWhitespace }
    if ["刚刚", "剛剛", "昨天", "前天", "今天", "yesterday", "today", "justnow"].contains(text) { return true }
    let digits = text.prefix { $0.isNumber }
    let units = [
      "秒", "分钟", "分鐘", "小时", "小時", "天", "日", "周", "週", "星期", "个月", "個月", "月", "年",
    ]
    let endings =
      units.flatMap { ["\($0)前", "\($0)之前"] }
      + ["second", "minute", "hour", "day", "week", "month", "year"].flatMap { ["\($0)ago", "\($0)sago"] }
    return !digits.isEmpty && digits.count <= 3 && endings.contains(String(text.dropFirst(digits.count)))
  }
}
