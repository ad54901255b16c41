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
