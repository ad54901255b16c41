/// Reads the data of the table.
extension CharacterTable {
  /// Reads the content of a file, in `strings`: the classes; ideographs, as bits; then, from a whole byte on, the
  /// operations. False if it is damaged.
  mutating func read(from start: Int) -> Bool {
    var classes = TextReader(strings, at: start)
    readClasses(&classes)
    var bits = BitReader(strings, from: classes.index)
    readIdeographs(&bits)
    var operations = TextReader(strings, at: bits.nextByte)
    readOperations(&operations)
    return !classes.isDamaged && !bits.isDamaged && !operations.isDamaged
  }

  /// Reads runs of code points of one class, from U+0080 to the end: each the LEB128 of those since the run before × 7
  /// + class.
  @inline(never)
  mutating func readClasses(_ reader: inout TextReader) {
    var scalar = 0x80
    var kind: UInt32 = 0
    while scalar < CharacterTable.end, !reader.isDamaged {
      let step = reader.number()
      let end = min(scalar + step / 7, CharacterTable.end)
      while scalar < end {
        entries[scalar] = kind << 24 | UInt32(scalar)
        scalar += 1
      }
      kind = UInt32(step % 7)
    }
  }

  /// Reads pairs of an ideograph and the one it becomes. Their number in 16 bits; then the pairs by ascending
  /// key, the first after U+2E7F, and the value before it U+4E00. Each: golomb₁(key − key before − 1), then `0`
  /// golomb₅(zigzag(value − value before)), or `10` golomb₇(zigzag(value − key)), or `11` and value − U+3400 in
  /// 15 bits. golombₖ(v), Exponential Golomb of order k, is gamma((v >> k) + 1) and the low k bits of v.
  private mutating func readIdeographs(_ bits: inout BitReader) {
    var key = 0x2E7F
    var value = 0x4E00
    for _ in 0..<bits.read(bits: 16) {
      key += golomb(1, &bits) + 1
      if bits.read(bits: 1) == 0 {
        value += zigzag(golomb(5, &bits))
      } else if bits.read(bits: 1) == 0 {
        value = key + zigzag(golomb(7, &bits))
      } else {
        value = 0x3400 + Int(bits.read(bits: 15))
      }
      guard !bits.isDamaged, key < CharacterTable.end, 0x3400..<0xD800 ~= value else {
        bits.isDamaged = true
        return
      }
      entries[key] = CharacterTable.entry(.ideograph, UInt32(value))
    }
  }

  @inline(never)
  private func golomb(_ order: Int, _ bits: inout BitReader) -> Int {
    // Of whole 32 bits only damaged files have more.
    let high = Int(bits.readGamma() & 0xFFFF) - 1
    return high << order | Int(bits.read(bits: order))
  }

  /// Reads the operations that map what is no ideograph of Han: each the LEB128 of code points since the end of
  /// the operation before, the LEB128 of (n − 1) × 5 + kind, then for n code points, by kind:
  ///
  /// - 0: ascending targets, the first by the zigzag LEB128 of its distance from the code point;
  /// - 1: such a distance for the first, for each further one the distance from the target before, plus 1;
  /// - 2: every second code point becomes the next one (alphabets that alternate the cases);
  /// - 3: strings of ASCII, each behind its length; a space separates, `A`, `B`, `C` are μ, ω, א;
  /// - 4: like 0, but the targets are numbers, each a word of its own.
  private mutating func readOperations(_ reader: inout TextReader) {
    var scalar = 0x80
    while !reader.isAtEnd {
      scalar += reader.number()
      let head = reader.number()
      let kind = head % 5
      var target = scalar
      for place in 0...head / 5 {
        if place > 0 { target += 1 }
        if kind == 2 {
          if place > 0 { scalar += 1 }
          target = scalar + 1
        } else if kind == 1 || kind != 3 && place == 0 {
          target += zigzag(reader.number())
        }
        guard scalar < CharacterTable.end, 0..<0xD800 ~= target || 0xE000..<CharacterTable.end ~= target
        else {
          return reader.fail()
        }
        if kind == 3 {
          entries[scalar] = CharacterTable.entry(.string, UInt32(reader.index))
          _ = reader.text()
        } else {
          entries[scalar] = kind == 4 ? CharacterTable.entry(.number, UInt32(target)) : identity(target)
        }
        scalar += 1
      }
    }
  }

  /// The entry of a code point to which others fold.
  private func identity(_ target: Int) -> UInt32 {
    target < 0x80 ? CharacterTable.entry(.letter, UInt32(target)) : entries[target]
  }
}
