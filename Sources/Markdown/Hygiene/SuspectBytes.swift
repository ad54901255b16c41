/// Finds where characters may begin that a text should not hold, by a look at three bytes, sixteen places at once.
///
/// A suspect is a control character, or a byte sequence that begins like a bidirectional control, a soft hyphen, an
/// invisible or a private-use character. Text of any script is nearly free of suspects, so that what costs time is
/// done for these alone. Tab, line feed, form feed and carriage return are white space.
enum SuspectBytes {
  private typealias Block = SIMD16<UInt8>
  private typealias Places = SIMDMask<Block.MaskStorage>

  /// What a file's bytes may hold.
  struct Findings: Equatable {
    var suspects = false
    var controls = false
    var carriageReturns = false
  }

  /// Looks at all bytes, without a branch for each.
  ///
  /// - Complexity: O(bytes).
  static func findings(in bytes: Span<UInt8>) -> Findings {
    bytes.withUnsafeBytes { bytes in
      var suspects = Places(repeating: false)
      var controls = Places(repeating: false)
      var returns = Places(repeating: false)
      var start = 0
      while start < bytes.count {
        let (first, second, third) = blocks(at: start, in: bytes)
        suspects .|= beginsSuspect(first, second, third)
        controls .|= isControl(first)
        returns .|= first .== all(0x0D)
        start += Block.scalarCount
      }
      return Findings(suspects: any(suspects), controls: any(controls), carriageReturns: any(returns))
    }
  }

  /// The first suspect at or behind an offset, or the end.
  static func next(from offset: Int, in bytes: Span<UInt8>) -> Int {
    bytes.withUnsafeBytes { bytes in
      var start = offset
      while start < bytes.count {
        let (first, second, third) = blocks(at: start, in: bytes)
        let suspects = beginsSuspect(first, second, third) .| isControl(first)
        if any(suspects) {
          for lane in 0..<Block.scalarCount where suspects[lane] { return start + lane }
        }
        start += Block.scalarCount
      }
      return bytes.count
    }
  }

  /// The bytes from an offset on, and those one and two places behind them; spaces behind the end.
  @inline(__always)
  private static func blocks(at start: Int, in bytes: UnsafeRawBufferPointer) -> (Block, Block, Block) {
    if start + Block.scalarCount + 2 <= bytes.count {
      return (
        bytes.loadUnaligned(fromByteOffset: start, as: Block.self),
        bytes.loadUnaligned(fromByteOffset: start + 1, as: Block.self),
        bytes.loadUnaligned(fromByteOffset: start + 2, as: Block.self)
      )
    }
    return (
      lastBlock(at: start, in: bytes), lastBlock(at: start + 1, in: bytes),
      lastBlock(at: start + 2, in: bytes)
    )
  }

  @inline(never)
  private static func lastBlock(at start: Int, in bytes: UnsafeRawBufferPointer) -> Block {
    var block = Block(repeating: 0x20)
    for index in start..<max(start, min(start + Block.scalarCount, bytes.count)) {
      block[index - start] = bytes[index]
    }
    return block
  }

  /// Where a suspect beyond ASCII may begin. More than the suspects pass, so that little is compared, but none of what
  /// is common in text.
  @inline(__always)
  private static func beginsSuspect(_ first: Block, _ second: Block, _ third: Block) -> Places {
    // U+0080–U+009F, U+00AD.
    let latin = (first .== all(0xC2)) .& ((second .< all(0xA0)) .| (second .== all(0xAD)))
    // U+061C.
    let arabic = (first .== all(0xD8)) .& (second .== all(0x9C))
    // U+2008–U+200F, U+2028–U+202F; U+2040–U+207F.
    let isGeneral = (second .== all(0x80)) .& (third & all(0xD8) .== all(0x88))
    let punctuation = (first .== all(0xE2)) .& (isGeneral .| (second .== all(0x81)))
    // U+F000–U+FFFF but for the fullwidth forms up to U+FF7F.
    let specials = (first .== all(0xEF)) .& (second & all(0xFE) .!= all(0xBC))
    // U+E000–U+EFFF, and the planes from U+C0000 on.
    let others = (first .== all(0xEE)) .| (first .>= all(0xF3))
    return latin .| arabic .| punctuation .| specials .| others
  }

  @inline(__always)
  private static func isControl(_ byte: Block) -> Places {
    let isSpace = byte &- all(0x09) .< all(5)
    return ((byte .< all(0x20)) .& .!isSpace) .| (byte .== all(0x0B))
      .| (byte .== all(0x7F))
  }

  /// Sixteen times a byte. The operators that take a vector and a number are not compiled to vector instructions.
  @inline(__always)
  private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }
}
