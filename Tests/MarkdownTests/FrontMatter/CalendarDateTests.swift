import Markdown
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(
    "Every accepted form of a day gives that day",
    arguments: [
      "2024-09-07", "2024/9/7", "2024/09/07", "2024.9.7", "2024-9-7", "2024-09-07T10:00:00+08:00",
      "2024-09-07 10:00", "2024-09-07T10:00:00Z", "2024-09-07 10:00:00.123 +0800", "2024-09-07t23:59:60-05",
    ])
  func acceptedForms(_ text: String) {
    #expect(CalendarDate(text) == CalendarDate(year: 2024, month: 9, day: 7))
  }

  @Test(
    "Other forms and days that do not exist are refused",
    arguments: [
      "", "2024", "2024-09", "24-09-07", "2024-13-01", "2024-00-10", "2024-09-31", "2023-02-29", "1900-02-29",
      "2024-09/07", "2024-09-07x", "2024-09-07T", "2024-09-07T25:00", "2024-09-07T10:00+", "0000-01-01",
      "2024-09-007", "2024年9月7日", "Sep 7, 2024", "2024-09-07T10:60",
    ])
  func refusedForms(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "A month or a year alone is a date where that is asked for",
    arguments: [
      ("2024", 2024, nil, nil), ("2024-09", 2024, 9, nil), ("2024/9", 2024, 9, nil),
      ("2024.09", 2024, 9, nil),
      ("2024-09-07", 2024, 9, 7), ("2024-09-07T10:00", 2024, 9, 7), ("0850", 850, nil, nil),
    ] as [(String, Int, Int?, Int?)])
  func partialForms(_ text: String, year: Int, month: Int?, day: Int?) throws {
    let date = try #require(CalendarDate(partial: text))
    #expect((date.year, date.month, date.day) == (year, month, day))
    #expect(date.isDay == (day != nil))
    #expect((CalendarDate(text) != nil) == date.isDay)
  }

  @Test(
    "Other forms of a month or a year are refused",
    arguments: [
      "", "24", "20240", "2024-", "2024-13", "2024-00", "0000", "2024-9-", "2024年", "2024 09",
      "2024-09T10:00",
    ])
  func refusedPartialForms(_ text: String) {
    #expect(CalendarDate(partial: text) == nil)
  }

  @Test("A day without its month is no date")
  func dayWithoutMonth() {
    #expect(CalendarDate(year: 2024, day: 7) == nil)
  }

  @Test("Less exact dates are written as far as they are known, and stand before the days they hold")
  func partialOrder() throws {
    let texts = [
      "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-31", "2024-02", "2024-02-01", "2025",
    ]
    let dates = try texts.map { try #require(CalendarDate(partial: $0)) }
    #expect(dates.map { String(decoding: $0.isoBytes, as: UTF8.self) } == texts)
    #expect(dates.reversed().sorted() == dates)
  }

  @Test("A year has 365 days, or 366 in the Gregorian leap years", arguments: [1900, 2000, 2023, 2024, 2100])
  func leapYears(year: Int) {
    var days = 0
    for month in 0...13 {
      for day in 0...32 where CalendarDate(year: year, month: month, day: day) != nil { days += 1 }
    }
    #expect(days == ([2000, 2024].contains(year) ? 366 : 365))
  }

  @Test("ISO bytes read back as the same day, and their order is the days' order")
  func isoRoundTrip() throws {
    var days: [CalendarDate] = []
    for (year, month, day) in [
      (1, 1, 1), (987, 12, 31), (1999, 10, 2), (2024, 2, 29), (2024, 3, 1), (9999, 12, 31),
    ] {
      days.append(try #require(CalendarDate(year: year, month: month, day: day)))
    }
    let texts = days.map { String(decoding: $0.isoBytes, as: UTF8.self) }
    #expect(texts == ["0001-01-01", "0987-12-31", "1999-10-02", "2024-02-29", "2024-03-01", "9999-12-31"])
    #expect(texts.map { CalendarDate($0) } == days)
    #expect(days.sorted() == days)
    #expect(texts.sorted() == texts)
  }
}
