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
    let text = withoutTime(String(decoding: bytes[range], as: UTF8.self))
    if let date = CalendarDate(text) ?? chinese(text) ?? english(text) ?? dayAndMonth(text) {
      return .day(date)
    }
    return isRelative(text) || isAmbiguous(text) ? .relative : nil
  }

  /// Whether a text is a month of a year and nothing else: `May 2023`, `2023年5月`.
  static func isMonth(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard 6...24 ~= range.count else { return false }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let words = text.split(separator: " ")
    if words.count == 2, month(words[0]) != nil, number(words[1], digits: 4) != nil { return true }
    let parts = text.split { "年月".contains($0) }
    return text.hasSuffix("月") && parts.count == 2 && number(parts[0], digits: 4) != nil
      && number(parts[1], digits: 2) != nil
  }

  /// `Jan 5, 2025 at 10:32 AM` and `2024年5月1日 星期三 10:30` without the hour and the day of the week.
  private static func withoutTime(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return text }
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    if let first = words.first, first.hasSuffix(","), weekdays.contains(String(first.lowercased().prefix(3)))
    {
      words.removeFirst()
    }
    while words.count > 1, let last = words.last {
      let word = last.lowercased()
      let hour =
        ["上午", "下午", "早上", "晚上", "中午", "凌晨"].first(where: word.hasPrefix).map { word.dropFirst($0.count) }
        ?? word[...]
      let isHour = hour.contains(":") && hour.allSatisfy { $0.isNumber || ":amp.".contains($0) }
      guard isHour || ["am", "pm", "a.m.", "p.m.", "utc", "gmt", "at"].contains(word) || isWeekday(last)
      else { break }
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  private static func isWeekday(_ word: String) -> Bool {
    let word = word.filter { !"（）()".contains($0) }
    return ["星期", "周", "週"].contains { prefix in
      word.hasPrefix(prefix) && word.count == prefix.count + 1 && "一二三四五六日天".contains(word.suffix(1))
    }
  }

  /// `05/06/2024`, which is in May or in June.
  private static func isAmbiguous(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard parts.count == 3, let first = number(parts[0], digits: 2), let second = number(parts[1], digits: 2),
      number(parts[2], digits: 4) != nil
    else { return false }
    return 1...12 ~= first && 1...12 ~= second && first != second
  }

  /// `13/06/2024` and `06/13/2024`: only one of the two can be a month.
  private static func dayAndMonth(_ text: String) -> CalendarDate? {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    guard parts.count == 3, let first = number(parts[0], digits: 2), let second = number(parts[1], digits: 2),
      let year = number(parts[2], digits: 4), first > 12 || second > 12 || first == second
    else { return nil }
    return CalendarDate(year: year, month: min(first, second), day: max(first, second))
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
