extension MathMLSerializer {
  /// Writes an `mo` that has in this place the space TeX gives it.
  ///
  /// - Parameters:
  ///   - second: The second character of a sign of two, else 0.
  ///   - size: 1 to 4 for `\big` to `\Bigg`, 0 for none.
  ///   - isStretchy: Whether it grows with the row; delimiters do so only behind `\left`.
  mutating func writeOperator(
    _ scalar: UInt32, second: UInt32 = 0, size: UInt8 = 0, isStretchy: Bool = false, in place: Place
  ) {
    output.append("<mo")
    // A stroke does not change what a browser looks up; another second character does.
    let isPair = second != 0 && second != 0x338
    let natural = isPair ? .unlisted : OperatorDictionary.resolved(scalar, place.form)
    var entry = natural
    if !place.isAlone {
      if !isPair, !place.keepsForm { entry = writeForm(of: scalar, natural, in: place) }
      writeSpacing(of: entry, in: place)
    }
    if size > 0 {
      if !entry.isStretchy { output.append(" stretchy=\"true\"") }
      if OperatorDictionary.entry(scalar, .prefix) == nil, OperatorDictionary.entry(scalar, .postfix) == nil {
        output.append(" symmetric=\"true\"")
      }
      writeSize(size)
    } else if isStretchy {
      if !entry.isStretchy { output.append(" stretchy=\"true\" symmetric=\"true\"") }
    } else if entry.isStretchy, !place.isAlone, Self.growsWithRow(scalar) {
      output.append(" stretchy=\"false\"")
    }
    if place.hasFixedLimits, entry.hasMovableLimits { output.append(" movablelimits=\"false\"") }
    output.append(UInt8(ascii: ">"))
    writeEscaped(scalar)
    if second != 0 { writeEscaped(second) }
    output.append("</mo>")
  }

  /// Writes `form` if another form than the one of this place has the right space.
  private mutating func writeForm(
    of scalar: UInt32, _ natural: OperatorDictionary.Entry, in place: Place
  ) -> OperatorDictionary.Entry {
    if fits(natural, in: place) { return natural }
    if place.form != .infix, let entry = OperatorDictionary.entry(scalar, .infix), fits(entry, in: place) {
      output.append(" form=\"infix\"")
      return entry
    }
    if place.followsOperand, place.form != .postfix, let entry = OperatorDictionary.entry(scalar, .postfix),
      fits(entry, in: place)
    {
      output.append(" form=\"postfix\"")
      return entry
    }
    if place.form != .prefix, let entry = OperatorDictionary.entry(scalar, .prefix), fits(entry, in: place) {
      output.append(" form=\"prefix\"")
      return entry
    }
    return natural
  }

  /// Whether the space of an entry is right for a place; the exact amount around operations and relations is the
  /// dictionary's.
  private func fits(_ entry: OperatorDictionary.Entry, in place: Place) -> Bool {
    let least = SpacingCommands.thin
    switch place.atomClass {
    case .ordinary, .open, .close, .inner: return entry.lspace == 0 && entry.rspace == 0
    case .function: return true
    case .binary: return entry.lspace >= least && entry.rspace >= least
    case .relation:
      let isLeftRight = place.isTightLeft ? entry.lspace == 0 : entry.lspace >= least
      let isRightRight = place.isTightRight ? entry.rspace == 0 : entry.rspace >= least
      return isLeftRight && isRightRight
    case .punctuation: return entry.lspace == 0 && entry.rspace > 0
    }
  }

  private mutating func writeSpacing(of entry: OperatorDictionary.Entry, in place: Place) {
    guard !fits(entry, in: place) else { return }
    let wanted: (left: Int32, right: Int32) =
      switch place.atomClass {
      case .ordinary, .open, .close, .inner, .function: (0, 0)
      case .binary: (SpacingCommands.medium, SpacingCommands.medium)
      case .relation:
        (
          place.isTightLeft ? 0 : SpacingCommands.thick, place.isTightRight ? 0 : SpacingCommands.thick
        )
      case .punctuation: (0, SpacingCommands.thin)
      }
    if wanted.left != entry.lspace {
      output.append(" lspace=\"")
      writeLength(wanted.left)
      output.append(UInt8(ascii: "\""))
    }
    if wanted.right != entry.rspace {
      output.append(" rspace=\"")
      writeLength(wanted.right)
      output.append(UInt8(ascii: "\""))
    }
  }

  /// Writes the height of a delimiter: just less than the fonts' steps, of which a browser takes the next larger one.
  private mutating func writeSize(_ size: UInt8) {
    let length: StaticString =
      switch size {
      case 1: "1.19em"
      case 2: "1.79em"
      case 3: "2.39em"
      default: "2.99em"
      }
    output.append(" minsize=\"")
    output.append(length)
    output.append("\" maxsize=\"")
    output.append(length)
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a stretchy operator would grow with the height of its row: all but horizontal arrows and marks.
  private static func growsWithRow(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2191, 0x2193, 0x2195, 0x21A5, 0x21A7, 0x21BE, 0x21BF, 0x21C2, 0x21C3, 0x21C5, 0x21C8, 0x21CA,
      0x21D1,
      0x21D3, 0x21D5, 0x21F5, 0x27F0, 0x27F1:
      true
    case 0x2190...0x21FF, 0x27F5...0x27FF, 0x2900...0x297F, 0x5E...0x5F, 0x7E, 0xAF, 0x2C6...0x2DC, 0x203E,
      0x2322...0x2323, 0x23B4...0x23E1:
      false
    default: true
    }
  }
}
