import PerplexityMath
import Testing

@Suite struct ElementaryFunctionsTests {
  struct Entry {
    var function: Substring
    var arguments: [Double]
    var high: Double
    var rest: Double

    init?(_ line: Substring) {
      let words = line.split(separator: " ")
      guard let name = words.first, words.count >= 4 else { return nil }
      let numbers = words.dropFirst().compactMap { UInt64($0, radix: 16) }.map(Double.init(bitPattern:))
      guard numbers.count == words.count - 1 else { return nil }
      function = name
      arguments = Array(numbers.dropLast(2))
      high = numbers[numbers.count - 2]
      rest = numbers[numbers.count - 1]
    }

    /// The distance from the true value in units of the last place of the correctly rounded one.
    func error(of value: Double) -> Double {
      if value == high, high == 0 { return 0 }
      guard high.magnitude > 1e-290 else {
        // Differences of tiny doubles are exact multiples of 2^-1074, scaled up to whole numbers.
        let units = (value - high) * 0x1p537 * 0x1p537
        return (units - rest).magnitude / (high.ulp * 0x1p537 * 0x1p537)
      }
      return ((value - high) - rest).magnitude / high.ulp
    }
  }

  static func value(_ entry: Entry) -> Double? {
    switch entry.function {
    case "log": ElementaryFunctions.log(entry.arguments[0])
    case "log2": ElementaryFunctions.log2(entry.arguments[0])
    case "log10": ElementaryFunctions.log10(entry.arguments[0])
    case "exp": ElementaryFunctions.exp(entry.arguments[0])
    case "exp2": ElementaryFunctions.exp2(entry.arguments[0])
    case "pow": ElementaryFunctions.pow(entry.arguments[0], entry.arguments[1])
    default: nil
    }
  }

  @Test func everyValueOfTheTableIsWithinHalfAnUlpAndAHair() throws {
    var counts: [Substring: Int] = [:]
    for line in ElementaryFunctionTable.text.split(separator: "\n") {
      let entry = try #require(Entry(line))
      let value = try #require(Self.value(entry))
      let error = entry.error(of: value)
      #expect(error <= 0.501, "\(line): \(value), \(error) ulp off")
      counts[entry.function, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { $0 > 400 })
  }

  @Test func theMeasureSeesOneUnitInTheLastPlace() throws {
    for line in ElementaryFunctionTable.text.split(separator: "\n") {
      let entry = try #require(Entry(line))
      guard entry.high != 0 else { continue }
      #expect(entry.error(of: entry.high) <= 0.5, "\(line)")
      #expect(entry.error(of: entry.high.nextUp) >= 0.499, "\(line)")
    }
  }

  @Test func exactResultsAreExact() {
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(ElementaryFunctions.log2(power) == Double(exponent))
      #expect(ElementaryFunctions.exp2(Double(exponent)) == power)
      #expect(ElementaryFunctions.pow(2, Double(exponent)) == power)
    }
    var power = 1.0
    for exponent in 0...22 {
      #expect(ElementaryFunctions.log10(power) == Double(exponent))
      #expect(ElementaryFunctions.pow(10, Double(exponent)) == power)
      power *= 10
    }
    #expect(ElementaryFunctions.log(1) == 0)
    #expect(ElementaryFunctions.exp(0) == 1)
    #expect(ElementaryFunctions.pow(3, 4) == 81)
    #expect(ElementaryFunctions.pow(6.25, 0.5) == 2.5)
  }

  @Test func polesAndDomainsAreThoseOfC99() {
    for logarithm in [ElementaryFunctions.log, ElementaryFunctions.log2, ElementaryFunctions.log10] {
      #expect(logarithm(0) == -.infinity)
      #expect(logarithm(-0.0) == -.infinity)
      #expect(logarithm(.infinity) == .infinity)
      #expect(logarithm(-1).isNaN)
      #expect(logarithm(-.infinity).isNaN)
      #expect(logarithm(.nan).isNaN)
    }
    for exponential in [ElementaryFunctions.exp, ElementaryFunctions.exp2] {
      #expect(exponential(.infinity) == .infinity)
      #expect(exponential(-.infinity) == 0)
      #expect(exponential(.nan).isNaN)
      #expect(exponential(1e308) == .infinity)
      #expect(exponential(-1e308) == 0)
    }
    #expect(ElementaryFunctions.exp(709.782712893384) < .infinity)
    #expect(ElementaryFunctions.exp(709.7827128933841) == .infinity)
    #expect(ElementaryFunctions.exp2(1024) == .infinity)
    #expect(ElementaryFunctions.exp2(-1074.5) == .leastNonzeroMagnitude)
    #expect(ElementaryFunctions.exp2(-1075) == 0)
  }

  static let specialPowers: [(Double, Double, Double)] = [
    (Double.nan, 0, 1), (1, .nan, 1), (0, 3, 0), (-0.0, 3, -0.0), (-0.0, 2, 0), (0, -1, .infinity),
    (-0.0, -1, -.infinity), (-0.0, -2, .infinity), (-1, .infinity, 1), (0.5, .infinity, 0),
    (2, .infinity, .infinity),
    (0.5, -.infinity, .infinity), (2, -.infinity, 0), (.infinity, 2, .infinity), (.infinity, -2, 0),
    (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity), (-.infinity, -3, -0.0),
    (-.infinity, 0.5, .infinity),
    (-2, 3, -8), (-2, 4, 16), (-2, 1e300, .infinity), (2, -1e300, 0), (1e300, 1e-300, 1),
    (10, 400, .infinity),
    (-10, 401, -.infinity), (-1, 9_007_199_254_740_994, 1), (-1, 9_007_199_254_740_991, -1),
  ]

  @Test(arguments: specialPowers)
  func specialPowersAreThoseOfC99(x: Double, y: Double, expected: Double) {
    #expect(ElementaryFunctions.pow(x, y).bitPattern == expected.bitPattern)
  }

  @Test func undefinedPowersAreNaN() {
    #expect(ElementaryFunctions.pow(-8, 1.0 / 3).isNaN)
    #expect(ElementaryFunctions.pow(.nan, 1).isNaN)
    #expect(ElementaryFunctions.pow(2, .nan).isNaN)
  }

  @Test func squareRootsAreThoseOfIEEE754() {
    var random = SystemRandomNumberGenerator()
    var values: [Double] = [
      0, -0.0, 1, 2, 4, 16, .infinity, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude,
    ]
    for value in [1.0, 4, 0x1p-1022, 0x1p52] { values += [value.nextUp, value.nextDown] }
    for _ in 0..<5000 {
      values.append(Double(bitPattern: .random(in: 1..<0x7FF0_0000_0000_0000, using: &random)))
    }
    for _ in 0..<1000 {
      values.append(Double(bitPattern: .random(in: 1..<0x0010_0000_0000_0000, using: &random)))
    }
    for value in values {
      #expect(ElementaryFunctions.sqrt(value).bitPattern == value.squareRoot().bitPattern, "\(value)")
    }
    #expect(ElementaryFunctions.sqrt(-1).isNaN)
    #expect(ElementaryFunctions.sqrt(.nan).isNaN)
  }

  @Test func logarithmsAndExponentialsNeverDecreaseBetweenNeighbours() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let x = Double(bitPattern: UInt64.random(in: 1..<0x7FEF_FFFF_FFFF_FFFF, using: &random))
      #expect(ElementaryFunctions.log(x) <= ElementaryFunctions.log(x.nextUp))
      #expect(ElementaryFunctions.log2(x) <= ElementaryFunctions.log2(x.nextUp))
      let y = Double.random(in: -745...709, using: &random)
      #expect(ElementaryFunctions.exp(y) <= ElementaryFunctions.exp(y.nextUp))
    }
  }
}
