/// What a switch such as `\displaystyle` or `\color` changes; `nil` leaves a property as it is.
package struct Style: Sendable, Equatable {
  package var displayStyle: Bool?
  /// 0 for text size, 1 for scripts, 2 for scripts of scripts.
  package var scriptLevel: UInt8?
  /// Red, green, blue in the low 24 bits.
  package var color: UInt32?
  package var background: UInt32?
  /// Size in percent of the text around.
  package var sizePercent: UInt16?
}

/// The face of a text inside a formula.
package struct TextStyle: OptionSet, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let plain: TextStyle = []
  package static let bold = TextStyle(rawValue: 1)
  package static let italic = TextStyle(rawValue: 2)
  package static let sansSerif = TextStyle(rawValue: 4)
  package static let monospace = TextStyle(rawValue: 8)
  package static let smallCaps = TextStyle(rawValue: 16)
  static let everything: TextStyle = [.bold, .italic, .sansSerif, .monospace, .smallCaps]
}

/// What is done to a part without changing what it says.
package enum Decoration: UInt8, Sendable {
  case boxed
  case cancel, backCancel, crossCancel
  /// A stroke with a tip; the superscript is what the part becomes.
  case cancelTo
  /// A horizontal line through it.
  case strike
  /// The sign of an actuary's angle around it, that of a phasor before and below it.
  case actuarial, phasor
  /// Takes its room but is not seen.
  case phantom
  /// A phantom without height (`\hphantom`) or without width (`\vphantom`).
  case horizontalPhantom, verticalPhantom
  /// Seen, but without height.
  case smash
  /// The same for the part above and the part below the line.
  case smashTop, smashBottom
  /// Seen, but without width: sticking out to the right, to the left, to both sides.
  case rightLap, leftLap, centerLap
}

/// A mark above or below a base.
package struct Accent: Sendable {
  package var scalar: UInt32
  package var isStretchy = false
  package var isUnder = false
  /// The combining character for the mark over a single letter in plain text; 0 if there is none.
  package var combining: UInt32 = 0
  /// Whether scripts of the whole are labels above or below it (`\underbrace`).
  package var takesLabels = false
  /// What the mark is called in plain text.
  package var name: StaticString
}
