import PerplexityMath
import Testing

@Suite struct ExpressionTests {
  static func value(_ text: String) throws(ExpressionError) -> Double {
    try Expression(parsing: Array(text.utf8)).value()
  }

  static let values: [(String, Double)] = [
    ("1", 1), ("2 + 3 × 4", 14), ("(2+3)*4", 20), ("7 − 2 - 1", 4), ("12/3/2", 2), ("12 ÷ 3 · 2", 8),
    ("2^3^2", 512),
    ("-2^2", -4), ("(-2)^2", 4), ("2^-1", 0.5), ("2^−1", 0.5), ("--3", 3), ("+3", 3), ("2 × −3", -6),
    ("1 - -1", 2),
    ("log2(8)", 3), ("log2 8", 3), ("log10 1000", 3), ("ln(1)", 0), ("exp 0", 1), ("sqrt(2^4)", 4),
    ("sqrt 16", 4),
    ("log2 2^3", 3), ("log2(2)^3", 1), ("2 × log2 8 + 1", 7), ("log2 log2 16", 2), ("1e3", 1000),
    ("2.5e-1", 0.25),
    (".5", 0.5), (" \t2\n+ 2 ", 4), ("0^0", 1), ("-(1+2)", -3), ("1/3*3", 1), ("2^4.7", 25.992076683399546),
    ("log2(31.1)", 4.958842675),
  ]

  @Test(arguments: values)
  func valuesFollowTheRulesOfArithmetic(text: String, expected: Double) throws {
    #expect(abs(try Self.value(text) - expected) <= abs(expected) * 1e-10)
  }

  static let faults: [(String, ExpressionError.Kind, Range<Int>)] = [
    ("", ExpressionError.Kind.empty, 0..<0), ("  ", .empty, 0..<2), ("2 +", .expectedOperand, 3..<3),
    ("* 2", .expectedOperand, 0..<1), ("2 × ÷ 3", .expectedOperand, 5..<7), ("()", .expectedOperand, 1..<2),
    ("2 3", .expectedOperator, 2..<3), ("2(3)", .expectedOperator, 1..<2),
    ("(2 3)", .expectedOperator, 3..<4),
    ("(1 + 2", .unclosedParenthesis, 0..<1), ("1 + (2 × (3)", .unclosedParenthesis, 4..<5),
    ("1)", .unopenedParenthesis, 1..<2), ("lg(2)", .unknownFunction, 0..<2),
    ("1 + log28", .unknownFunction, 4..<9),
    ("2e", .unknownFunction, 1..<2), ("log2", .expectedOperand, 4..<4),
    ("2 # 3", .unexpectedCharacter, 2..<3),
    ("（2）", .unexpectedCharacter, 0..<3), ("2^", .expectedOperand, 2..<2),
    ("1.2.3", .expectedOperator, 3..<5),
    ("1e999", .outOfRange, 0..<5), ("1/0", .divisionByZero, 1..<2), ("1/(2-2)", .divisionByZero, 1..<2),
    ("1 + ln(0)", .logarithmOfNonPositive, 4..<6), ("log2(-1)", .logarithmOfNonPositive, 0..<4),
    ("sqrt(−1)", .squareRootOfNegative, 0..<4), ("(-8)^(1/3)", .undefinedPower, 4..<5),
    ("0^-1", .undefinedPower, 1..<2), ("10^400", .outOfRange, 2..<3), ("exp 1000", .outOfRange, 0..<3),
    ("1e308 + 1e308", .outOfRange, 6..<7),
  ]

  @Test(arguments: faults)
  func faultsAreToldWithTheirPlace(text: String, kind: ExpressionError.Kind, range: Range<Int>) {
    #expect(throws: ExpressionError(kind, at: range)) { try Self.value(text) }
  }

  @Test func depthAndLengthAreBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
    }
    #expect(try Self.value(nested(60)) == 1)
    for deep in [
      nested(2000), String(repeating: "2^", count: 2000) + "1", String(repeating: "ln ", count: 1000) + "1",
    ] {
      let error = #expect(throws: ExpressionError.self) { try Self.value(deep) }
      #expect(error?.kind == .tooDeep)
    }
    #expect(try Self.value(String(repeating: "-", count: 4000) + "1") == 1)
    let error = #expect(throws: ExpressionError.self) { try Self.value(String(repeating: "1", count: 4097)) }
    #expect(error?.kind == .tooLong)
  }

  @Test func anyBytesEitherHaveAFiniteValueOrAFaultInside() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "1", "2.5", "(", ")", "+", "−", "×", "^", "/", "ln", "log2 ", "sqrt", " ", "e", "\u{FF}", "9e9", "=",
    ]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[bytes.count / 2] = .random(in: 0...255, using: &random)
      }
      do throws(ExpressionError) {
        let value = try Expression(parsing: bytes).value()
        #expect(value.isFinite)
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
      }
    }
  }
}

@Suite struct CalculationTests {
  static func check(_ text: String) throws(ExpressionError) -> Calculation.Outcome {
    try Calculation(parsing: Array(text.utf8)).check()
  }

  @Test(arguments: [
    "2^4.7 = 25.99", "2^4.7 = 26", "2^4.7 = 25.992", "2^4.7=26.0", "2^4.7 ≈ 25.99", "log2 31.1 = 4.9588",
    "log2(31.1) = 4.96", "log2(31.1) = 5", "1/8 = 0.13", "1/8 = 0.12", "1/8 = 0.125", "1/8 = 0.1250",
    "0.1 + 0.2 = 0.3",
    "0.1 + 0.2 = 0.300", "2.675 × 1 = 2.68", "2.675 × 1 = 2.67", "1 − 2 = −1", "1 - 2 = -1", "3 × 4 = 12",
    "2^60 = 1.15e18",
    "2^60 = 1152921504606846976", "1/3 = .333", "0 = 0.00", "1 − 1 = −0", "sqrt 2 = 1.41421356237310",
    "10^-8 = 1e-8",
    "1234 × 1 = 1.2e3",
  ])
  func rightResultsAreRight(text: String) throws {
    #expect(try Self.check(text) == .correct)
  }

  @Test(arguments: [
    ("2^4.7 = 25.98", "25.99"), ("2^4.7 = 24.7", "26.0"), ("log2(31.1) = 4.95", "4.96"),
    ("log2 31.1 = 4.9589", "4.9588"),
    ("1/8 = 0.124", "0.125"), ("0.1 + 0.2 = 0.31", "0.30"), ("1 − 2 = 1", "-1"),
    ("2^60 = 1.16e18", "1150000000000000000"),
    ("2^0.5 = 1.41421356237309999", "1.4142135623731"), ("10^-5 = 0.01", "0.00001"),
    ("9.996 = 9.99", "10.00"),
    ("10^30 = 2e30", "1e+30"), ("3 = 2.6e3", "3"),
  ])
  func wrongResultsAreMendedAtTheirDigits(text: String, expected: String) throws {
    #expect(try Self.check(text) == .incorrect(expected: Array(expected.utf8)))
  }

  static let faults: [(String, ExpressionError.Kind, Range<Int>)] = [
    ("2^4.7", ExpressionError.Kind.missingResult, 5..<5), ("2^4.7 =", .missingResult, 6..<7),
    ("= 3", .empty, 0..<0),
    ("1 + 1 = two", .malformedResult, 8..<11), ("1 + 1 = 1 + 1", .malformedResult, 8..<13),
    ("1 = 1 = 1", .unexpectedCharacter, 2..<3), ("1/0 = 3", .divisionByZero, 1..<2),
    ("1 + = 3", .expectedOperand, 3..<3),
  ]

  @Test(arguments: faults)
  func faultsAreToldWithTheirPlace(text: String, kind: ExpressionError.Kind, range: Range<Int>) {
    #expect(throws: ExpressionError(kind, at: range)) { try Self.check(text) }
  }

  @Test func anyBytesEitherHaveAnOutcomeOrAFaultInside() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["1", "2.5", "(", ")", "−", "^", "ln", " ", "=", "≈", "1e-300", "9e307", "0.000", "\u{FF}"]
    for _ in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...10, using: &random) {
        bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
      }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[bytes.count / 2] = .random(in: 0...255, using: &random)
      }
      do throws(ExpressionError) {
        if case .incorrect(let expected) = try Calculation(parsing: bytes).check() {
          #expect(NumberFormat.number(from: expected)?.isFinite == true)
        }
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
      }
    }
  }

  @Test func theSidesAreKnownByTheirBytes() throws {
    let calculation = try Calculation(parsing: Array(" 2^4.7 ≈ 25.99 ".utf8))
    #expect(calculation.expressionRange == 1..<6)
    #expect(calculation.resultRange == 11..<16)
  }

  @Test func whateverIsFormattedIsRight() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = Double.random(in: 0.000001...10, using: &random)
      let left = try #require(NumberFormat.shortest(value))
      let digits = Int.random(in: 1...15, using: &random)
      let right = try #require(NumberFormat.significant(value, digits: digits, keepingTrailingZeros: true))
      #expect(try Calculation(parsing: left + Array(" = ".utf8) + right).check() == .correct)
    }
  }
}
