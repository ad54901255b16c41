extension UTF8Decoder {
  /// Calls a function with the characters of a stretch of TeX as it may be shown: white space as single spaces, what
  /// is no UTF-8 or not allowed in XML as U+FFFD.
  static func forEachShown(in bytes: [UInt8], _ range: Range<Int>, _ body: (UInt32) -> Void) {
    var index = range.lowerBound
    while index < min(range.upperBound, bytes.count) {
      if bytes[index].isWhiteSpace {
        while index < min(range.upperBound, bytes.count), bytes[index].isWhiteSpace { index += 1 }
        body(0x20)
        continue
      }
      let (scalar, length) = scalar(in: bytes, at: index)
      body(isAllowedInXML(scalar) ? scalar : replacement)
      index += length
    }
  }
}
