/// A day of the years 0 to 9999, as `YYYY-MM-DD` writes it, in a number from 1 on. The days need not exist.
struct PackedDay: Sendable, Equatable {
  /// 1 + (year · 12 + month − 1) · 31 + day − 1.
  let number: Int

  /// Reads `YYYY-MM-DD`; nil for anything else.
  init?(_ text: [UInt8]) {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return nil }
    guard let year = PackedDay.value(text[0..<4]), let month = PackedDay.value(text[5..<7]),
      let day = PackedDay.value(text[8..<10]), 1...12 ~= month, 1...31 ~= day
    else { return nil }
    number = 1 + (year * 12 + month - 1) * 31 + day - 1
  }

  /// The day with a number; nil if there is none.
  init?(number: Int) {
    guard 1...(10_000 * 372) ~= number else { return nil }
    self.number = number
  }

  /// `YYYY-MM-DD`.
  var text: [UInt8] {
    let days = number - 1
    var text: [UInt8] = []
    PackedDay.append(days / 372, digits: 4, to: &text)
    text.append(0x2D)
    PackedDay.append(days / 31 % 12 + 1, digits: 2, to: &text)
    text.append(0x2D)
    PackedDay.append(days % 31 + 1, digits: 2, to: &text)
    return text
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(digit &- 0x30)
    }
    return value
  }

  private static func append(_ value: Int, digits: Int, to text: inout [UInt8]) {
    var scale = digits == 4 ? 1000 : 10
    while scale > 0 {
      text.append(0x30 + UInt8(truncatingIfNeeded: value / scale % 10))
      scale /= 10
    }
  }
}
