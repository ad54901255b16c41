extension [UInt8] {
  /// The text with every ideograph of three bytes as the index folds it, Traditional ones as Simplified ones, wherever
  /// that has three bytes too; all else, and every place, stays as it is.
  ///
  /// - Complexity: O(length).
  package var withFoldedIdeographs: [UInt8] {
    let table = CharacterTable.bundled
    var text = self
    var place = 0
    while place + 3 <= text.count {
      let first = text[place]
      guard first & 0xF0 == 0xE0 else {
        place += 1
        continue
      }
      let scalar =
        UInt32(first & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
      let found = table.lookUp(scalar)
      if found.kind == .ideograph, found.value != scalar, 0x800...0xFFFF ~= found.value {
        text[place] = 0xE0 | UInt8(truncatingIfNeeded: found.value >> 12)
        text[place + 1] = 0x80 | UInt8(truncatingIfNeeded: found.value >> 6 & 0x3F)
        text[place + 2] = 0x80 | UInt8(truncatingIfNeeded: found.value & 0x3F)
      }
      place += 3
    }
    return text
  }
}
