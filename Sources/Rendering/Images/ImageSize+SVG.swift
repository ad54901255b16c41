extension ImageSize {
  /// SVG (SVG 2, 8.2 and 8.12): `width` and `height` of the root element, else its `viewBox`; a side that is missing
  /// or relative follows from the other by the `viewBox`. Only UTF-8 is read.
  init?(svg bytes: [UInt8]) {
    guard let root = SVGRoot(in: bytes) else { return nil }
    let width = root.attribute("width").flatMap { SVGLength.pixels($0) }
    let height = root.attribute("height").flatMap { SVGLength.pixels($0) }
    let box = root.attribute("viewBox").flatMap { SVGLength.boxSize($0) }
    switch (width, height, box) {
    case (let width?, let height?, _): self.init(rounding: width, height)
    case (let width?, nil, let box?): self.init(rounding: width, width * box.height / box.width)
    case (nil, let height?, let box?): self.init(rounding: height * box.width / box.height, height)
    case (nil, nil, let box?): self.init(rounding: box.width, box.height)
    default: return nil
    }
  }

  private init?(rounding width: Double, _ height: Double) {
    let sides = [width, height].map { max($0.rounded(), 1) }
    guard sides.allSatisfy({ $0 <= Double(Int32.max) }) else { return nil }
    self.init(width: Int(sides[0]), height: Int(sides[1]))
  }
}

/// Lengths as attributes of SVG spell them.
enum SVGLength {
  /// A positive length in CSS pixels (CSS Values 4, 6.2); `nil` for percentages and what is no length. A font is
  /// taken to be 16 pixels high, as browsers do without a style.
  static func pixels(_ text: [UInt8]) -> Double? {
    let text = trimmed(text[...])
    let number = text.prefix { isNumeric($0) }
    var unit = text[number.endIndex...]
    var digits = number
    // The `e` of `em` and `ex` is no exponent.
    if let last = digits.last, last | 0x20 == 0x65 {
      digits = digits.dropLast()
      unit = text[digits.endIndex...]
    }
    guard let value = positive(digits) else { return nil }
    let scale: Double? =
      switch String(decoding: unit, as: UTF8.self).lowercased() {
      case "", "px": 1
      case "in": 96
      case "cm": 96 / 2.54
      case "mm": 96 / 25.4
      case "q": 96 / 101.6
      case "pt": 96 / 72
      case "pc": 16
      case "em", "rem": 16
      case "ex": 8
      default: nil
      }
    return scale.map { value * $0 }
  }

  /// The last two of the four numbers of a `viewBox`.
  static func boxSize(_ text: [UInt8]) -> (width: Double, height: Double)? {
    let parts = text.split { SVGRoot.isSpace($0) || $0 == 0x2C }
    guard parts.count == 4, let width = positive(parts[2]), let height = positive(parts[3]) else {
      return nil
    }
    return (width, height)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static func positive(_ digits: ArraySlice<UInt8>) -> Double? {
    guard (1...longestNumber).contains(digits.count), digits.allSatisfy(isNumeric),
      let value = Double(String(decoding: digits, as: UTF8.self)), value > 0, value.isFinite
    else { return nil }
    return value
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop(while: SVGRoot.isSpace)
    while let last = text.last, SVGRoot.isSpace(last) { text.removeLast() }
    return text
  }

  private static let longestNumber = 64
}
