/// A day of the Gregorian calendar, without a time or a time zone; or a month or a year of which no more is known.
///
/// Dates in front matter are days as their author wrote them: a time behind the day is checked and dropped, never
/// converted to another zone, so that a site is the same wherever it is built. Nothing is made up: where only a year is
/// known, there is no month.
public struct CalendarDate: Hashable, Sendable, Comparable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12, if it is known.
  public let month: Int?
  /// The day of the month, from 1, if it is known; the month is then known, too.
  public let day: Int?

  /// Whether it is a day and not a longer time.
  public var isDay: Bool { day != nil }

  /// A day, month or year that exists, or `nil`: leap years follow the Gregorian rule, proleptically before 1582.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard 1...9999 ~= year, 1...12 ~= month ?? 1 else { return nil }
    if let day {
      guard let month, day >= 1, day <= CalendarDate.days(in: month, of: year) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-09-07`, `2024/9/7` or `2024.9.7`, with or without a time such as `T10:00:00+08:00`.
  ///
  /// - Returns: `nil` for any other form and for days that do not exist.
  public init?(_ text: String) {
    guard let date = CalendarDate(partial: text), date.isDay else { return nil }
    self = date
  }

  /// Reads a day as `init(_:)` does, or a month or year: `2024-09`, `2024/9`, `2024`.
  ///
  /// - Returns: `nil` for any other form and for dates that do not exist.
  public init?(partial text: String) {
    var reader = DateReader(bytes: Array(text.utf8))
    guard let date = reader.date() else { return nil }
    self = date
  }

  /// The extended ISO 8601 form, as far as it is known, in ASCII: `2024-09-07`, `2024-09`, `2024`.
  public var isoBytes: [UInt8] {
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    for number in [1000, 100, 10, 1] { bytes.append(digit(year / number)) }
    for number in [month, day] {
      guard let number else { continue }
      bytes.append(UInt8(ascii: "-"))
      bytes.append(digit(number / 10))
      bytes.append(digit(number))
    }
    return bytes
  }

  /// Earlier days are smaller. A month or year stands where its first day does, just before it.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reads the written forms of a date from left to right.
private struct DateReader {
  let bytes: [UInt8]
  var position = 0

  mutating func date() -> CalendarDate? {
    guard let year = number(digits: 4...4) else { return nil }
    guard let separator = next() else { return CalendarDate(year: year) }
    guard "-/.".utf8.contains(separator), let month = number(digits: 1...2) else { return nil }
    guard let second = next() else { return CalendarDate(year: year, month: month) }
    guard second == separator, let day = number(digits: 1...2), position == bytes.count || skipTime() else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `T` or a space, `HH:MM`, perhaps seconds with a fraction, perhaps `Z` or an offset; then the end.
  private mutating func skipTime() -> Bool {
    guard let mark = next(), "Tt ".utf8.contains(mark), let hour = number(digits: 1...2), hour < 24,
      next() == UInt8(ascii: ":"), let minute = number(digits: 2...2), minute < 60
    else { return false }
    if skip(":") {
      guard let second = number(digits: 2...2), second <= 60 else { return false }
      if skip(".") { guard number(digits: 1...9) != nil else { return false } }
    }
    _ = skip(" ")
    if skip("Z") || skip("z") { return position == bytes.count }
    if skip("+") || skip("-") {
      guard let hours = number(digits: 2...2), hours <= 23 else { return false }
      if skip(":") || position < bytes.count {
        guard let minutes = number(digits: 2...2), minutes < 60 else { return false }
      }
    }
    return position == bytes.count
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while position < bytes.count, 0x30...0x39 ~= bytes[position], count < digits.upperBound {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
      count += 1
    }
    return count >= digits.lowerBound ? value : nil
  }
}
