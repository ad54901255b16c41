/// The data of an SVG path, written as a string with numbers in it; numbers have at most one decimal place.
struct PlotPath: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8]

  init(stringLiteral value: StaticString) { bytes = Array(literal: value) }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 6)
    }

    mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }

    mutating func appendInterpolation(_ value: Double) { bytes += PlotPath.text(value) }
  }

  /// A coordinate to one decimal place.
  static func text(_ value: Double) -> [UInt8] {
    let tenths = Int(value.magnitude * 10 + 0.5)
    var reversed: [UInt8] = []
    var rest = tenths / 10
    repeat {
      reversed.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var text: [UInt8] = value < 0 && tenths > 0 ? [0x2D] : []
    text += reversed.reversed()
    if tenths % 10 != 0 { text += [0x2E, 0x30 + UInt8(tenths % 10)] }
    return text
  }
}
