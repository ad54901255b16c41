extension ImageSize {
  /// JPEG (ITU-T T.81, B.1 and B.2): the first frame header, turned as the Exif orientation says.
  init?(jpeg reader: ByteReader) {
    guard reader.number(0, length: 2) == 0xFFD8 else { return nil }
    var isTurned = false
    var offset = 2
    while let prefix = reader.byte(offset), prefix == 0xFF, let marker = reader.byte(offset + 1) {
      switch marker {
      case 0xFF:
        // Any number of fill bytes may stand before a marker.
        offset += 1
        continue
      case 0x01, 0xD0...0xD7:
        offset += 2
        continue
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = reader.number(offset + 5, length: 2),
          let width = reader.number(offset + 7, length: 2)
        else { return nil }
        self.init(width: isTurned ? height : width, height: isTurned ? width : height)
        return
      case 0xD8...0xDA:
        return nil
      default:
        guard let length = reader.number(offset + 2, length: 2), length >= 2 else { return nil }
        if marker == 0xE1, let orientation = ImageSize.orientation(at: offset + 4, in: reader) {
          isTurned = 5...8 ~= orientation
        }
        offset += 2 + length
      }
    }
    return nil
  }

  /// The orientation an Exif segment gives (TIFF 6.0, section 2; Exif 2.3, 4.6.4): tag 0x0112 of the first directory.
  private static func orientation(at start: Int, in reader: ByteReader) -> Int? {
    guard reader.has("Exif", at: start), reader.number(start + 4, length: 2) == 0 else { return nil }
    let tiff = start + 6
    let isLittleEndian = reader.has("II", at: tiff)
    guard isLittleEndian || reader.has("MM", at: tiff) else { return nil }
    func number(_ offset: Int, _ length: Int) -> Int? {
      reader.number(tiff + offset, length: length, isLittleEndian: isLittleEndian)
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else {
      return nil
    }
    for entry in 0..<count {
      let offset = directory + 2 + 12 * entry
      guard let tag = number(offset, 2) else { return nil }
      if tag == 0x0112 { return number(offset + 2, 2) == 3 ? number(offset + 8, 2) : nil }
    }
    return nil
  }
}
