extension ImageSize {
  /// PNG (ISO/IEC 15948, 5.2 and 11.2.2): the first chunk is the header.
  init?(png reader: ByteReader) {
    guard reader.number(0, length: 4) == 0x8950_4E47, reader.number(4, length: 4) == 0x0D0A_1A0A,
      reader.has("IHDR", at: 12),
      let width = reader.number(16, length: 4), let height = reader.number(20, length: 4)
    else { return nil }
    self.init(width: width, height: height)
  }

  /// GIF (version 89a, section 18): the logical screen.
  init?(gif reader: ByteReader) {
    guard reader.has("GIF87a", at: 0) || reader.has("GIF89a", at: 0),
      let width = reader.number(6, length: 2, isLittleEndian: true),
      let height = reader.number(8, length: 2, isLittleEndian: true)
    else { return nil }
    self.init(width: width, height: height)
  }

  /// WebP (RFC 9649, 2.5 to 2.7): lossy, lossless or extended, by the first chunk.
  init?(webP reader: ByteReader) {
    guard reader.has("RIFF", at: 0), reader.has("WEBP", at: 8) else { return nil }
    let content = 20
    if reader.has("VP8X", at: 12) {
      guard let width = reader.number(content + 4, length: 3, isLittleEndian: true),
        let height = reader.number(content + 7, length: 3, isLittleEndian: true)
      else { return nil }
      self.init(width: width + 1, height: height + 1)
    } else if reader.has("VP8L", at: 12) {
      guard reader.byte(content) == 0x2F,
        let bits = reader.number(content + 1, length: 4, isLittleEndian: true)
      else { return nil }
      self.init(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    } else if reader.has("VP8 ", at: 12) {
      guard reader.number(content + 3, length: 3) == 0x9D_012A,
        let width = reader.number(content + 6, length: 2, isLittleEndian: true),
        let height = reader.number(content + 8, length: 2, isLittleEndian: true)
      else { return nil }
      self.init(width: width & 0x3FFF, height: height & 0x3FFF)
    } else {
      return nil
    }
  }
}
