import PerplexityMath
import Testing

@Suite struct NumberFormatTests {
  static func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// Significant digits and decimal exponent of a number's text, whatever its notation.
  static func normalized(_ text: String) -> [Int] {
    let parts = text.split(separator: "e", maxSplits: 1)
    var digits: [Int] = []
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - 1
    var isBehindPoint = false
    for character in parts[0] where character != "-" {
      if character == "." {
        isBehindPoint = true
      } else {
        digits.append(character.wholeNumberValue ?? -1)
        if !isBehindPoint { exponent += 1 }
      }
    }
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.isEmpty ? [] : digits + [exponent]
  }

  static func randomDoubles(_ count: Int) -> [Double] {
    var random = SystemRandomNumberGenerator()
    var values: [Double] = [
      .leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude, 2.2250738585072014e-308,
      Double.leastNormalMagnitude.nextDown, 1.7976931348623157e308, 9_007_199_254_740_994,
      2e23, 1e23, 8.41e21, 9.5e-3, 5e-5, 0.1, 0.3, 123456.789, 4.35, 2.675, 1e22, 1e21, 1e20, 0x1p-1022,
      0x1p-1021,
    ]
    values += (-1074...1023).map { Double(sign: .plus, exponent: $0, significand: 1) }
    while values.count < count {
      let value = Double(bitPattern: .random(in: 0...UInt64.max, using: &random))
      if value.isFinite { values.append(value) }
    }
    return values
  }

  @Test func shortestTextHasTheDigitsOfTheStandardLibrary() throws {
    for value in Self.randomDoubles(6000) {
      let text = try #require(Self.text(NumberFormat.shortest(value)))
      #expect(Self.normalized(text) == Self.normalized(value.description), "\(value): \(text)")
    }
  }

  @Test func shortestTextReadsBackAsTheSameNumber() throws {
    for value in Self.randomDoubles(4000) {
      let text = try #require(NumberFormat.shortest(value))
      #expect(NumberFormat.number(from: text)?.bitPattern == value.bitPattern)
    }
  }

  static let notations: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-31.1, "-31.1"), (100, "100"), (1e20, "100000000000000000000"),
    (1e21, "1e+21"),
    (1.5e300, "1.5e+300"), (0.000001, "0.000001"), (0.0000001, "1e-7"), (1.25e-9, "1.25e-9"), (0.05, "0.05"),
    (25.992076544, "25.992076544"),
  ]

  @Test(arguments: notations)
  func notationIsThatOfECMAScript(value: Double, expected: String) {
    #expect(Self.text(NumberFormat.shortest(value)) == expected)
  }

  static let roundings: [(Double, Int, Bool, String)] = [
    (4.9588426751, 6, false, "4.95884"), (4.7, 6, false, "4.7"), (4.7, 4, true, "4.700"),
    (0, 3, true, "0.00"),
    (25.992076544, 4, false, "25.99"), (99.96, 3, false, "100"), (99.96, 3, true, "100"),
    (9.9996, 4, true, "10.00"),
    (0.5, 0, false, "0.5"), (1234567, 3, false, "1230000"), (1e300, 4, true, "1.000e+300"),
    (2.5, 1, false, "2"),
    (3.5, 1, false, "4"), (0.1, 20, false, "0.10000000000000000555"), (1.005, 3, false, "1"),
    (-2.675, 3, false, "-2.67"),
  ]

  @Test(arguments: roundings)
  func significantDigitsAreRoundedFromTheExactValue(value: Double, digits: Int, zeros: Bool, expected: String)
  {
    #expect(
      Self.text(NumberFormat.significant(value, digits: digits, keepingTrailingZeros: zeros)) == expected)
  }

  @Test func seventeenDigitsReadBackAsTheSameNumber() throws {
    for value in Self.randomDoubles(3000) {
      let text = try #require(NumberFormat.significant(value, digits: 17))
      #expect(NumberFormat.number(from: text)?.bitPattern == value.bitPattern)
    }
  }

  @Test func theLongestExpansionIsExact() throws {
    let value = 0x1.FFFFFFFFFFFFFp-1022
    let all = try #require(Self.text(NumberFormat.significant(value, digits: 767)))
    #expect(Self.normalized(all).count == 768)
    #expect(all.hasPrefix("4.4501477170144") && all.hasSuffix("e-308"))
    #expect(Self.text(NumberFormat.significant(value, digits: 10_000)) == all)
  }

  @Test func numbersWithoutDecimalTextHaveNone() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(NumberFormat.shortest(value) == nil)
      #expect(NumberFormat.significant(value, digits: 5) == nil)
    }
  }

  @Test func readingAgreesWithTheStandardLibrary() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<4000 {
      let digits = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
      let point = digits.index(digits.startIndex, offsetBy: .random(in: 0..<digits.count, using: &random))
      let fraction = digits[point...]
      let text = digits[..<point] + "." + fraction + "e\(Int.random(in: -360...330, using: &random))"
      #expect(NumberFormat.number(from: Array(text.utf8)) == Double("0" + text), "\(text)")
    }
  }

  @Test func midpointsAreReadToEven() {
    // 2^53 + 1 lies half-way; a digit far behind decides.
    #expect(NumberFormat.number(from: Array("9007199254740993".utf8)) == 9_007_199_254_740_992)
    #expect(NumberFormat.number(from: Array("9007199254740995".utf8)) == 9_007_199_254_740_996)
    let above = "9007199254740993." + String(repeating: "0", count: 900) + "1"
    #expect(NumberFormat.number(from: Array(above.utf8)) == 9_007_199_254_740_994)
    #expect(NumberFormat.number(from: Array("2.4703282292062327e-324".utf8)) == 0)
    #expect(NumberFormat.number(from: Array("2.4703282292062328e-324".utf8)) == .leastNonzeroMagnitude)
    #expect(NumberFormat.number(from: Array("1.7976931348623158e308".utf8)) == .greatestFiniteMagnitude)
    #expect(NumberFormat.number(from: Array("1.7976931348623159e308".utf8)) == .infinity)
    #expect(NumberFormat.number(from: Array("1e99999999999999999999".utf8)) == .infinity)
    #expect(NumberFormat.number(from: Array("1e-99999999999999999999".utf8)) == 0)
  }

  @Test(arguments: [
    "", "-", ".", "1.", "e5", "1e", "1e+", " 1", "1 ", "0x10", "nan", "inf", "1,000", "--1", "1.2.3", "１",
  ])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(NumberFormat.number(from: Array(text.utf8)) == nil)
  }

  static let readings: [(String, Double)] = [
    ("31.1", 31.1), (".5", 0.5), ("+2e3", 2000), ("−4.7", -4.7), ("-0", -0.0), ("1E-2", 0.01),
  ]

  @Test(arguments: readings)
  func signsAndExponentsAreRead(text: String, expected: Double) {
    #expect(NumberFormat.number(from: Array(text.utf8))?.bitPattern == expected.bitPattern)
  }
}
