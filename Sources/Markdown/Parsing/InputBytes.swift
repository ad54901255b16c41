import SourceText

/// A file's bytes as libcmark may see them: control characters, among them the bytes we mark spans with, and
/// ill-formed UTF-8 are replaced, each by one byte.
struct InputBytes {
  private(set) var bytes: [UInt8]
  /// Whether any byte was replaced.
  private(set) var hasReplacements = false

  /// Looks at a part of a file.
  ///
  /// - Parameter hygiene: what is known of the whole file; without it the part's bytes are looked at here.
  /// - Complexity: O(bytes of the part); nothing is copied where nothing is replaced.
  init(_ file: SourceFile, range: Range<Int>, hygiene: TextHygiene? = nil) {
    bytes = file.bytes
    if hygiene?.holdsControls ?? InputBytes.mayHoldControls(bytes.span.extracting(range)) {
      replaceControls(in: range)
    }
    if hygiene?.isWellFormed == true { return }
    var position = range.lowerBound
    while let error = illFormedBytes(in: position..<range.upperBound) {
      for index in error { replace(index) }
      position = error.upperBound
    }
  }

  /// Whether any byte may be a control character, without a branch for each byte, so that many are compared at once.
  private static func mayHoldControls(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var found: UInt8 = 0
      for byte in buffer {
        let isLow: UInt8 = byte < 0x20 ? 1 : 0
        let isOther: UInt8 = byte != 0x0A ? 1 : 0
        found |= (isLow & isOther) | (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
      }
      return found != 0
    }
  }

  private mutating func replaceControls(in range: Range<Int>) {
    for index in range {
      if CleanText.isControl(bytes[index]) {
        replace(index)
      } else if index > range.lowerBound, CleanText.isControl(bytes[index - 1], bytes[index]) {
        replace(index - 1)
        bytes[index] = MaskByte.filler
      }
    }
  }

  private mutating func replace(_ index: Int) {
    bytes[index] = MaskByte.replaced
    hasReplacements = true
  }

  private func illFormedBytes(in range: Range<Int>) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return nil
    } catch {
      let first = range.lowerBound + error.byteOffsets.lowerBound
      return first..<max(first + 1, range.lowerBound + error.byteOffsets.upperBound)
    }
  }
}
