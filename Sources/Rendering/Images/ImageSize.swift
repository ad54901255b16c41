/// How large an image is by itself, in CSS pixels.
package struct ImageSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Names a size; `nil` unless both sides are positive and fit 31 bits.
  package init?(width: Int, height: Int) {
    guard ImageSize.sides.contains(width), ImageSize.sides.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads the size of a PNG, GIF, JPEG, WebP or SVG file from its bytes; `nil` for anything else, and where the
  /// file does not say.
  ///
  /// The format is told by the bytes, not by a name. A JPEG that is turned by its Exif orientation has the sides
  /// readers see.
  ///
  /// - Complexity: O(1) for PNG, GIF and WebP, O(segments before the frame header) for JPEG, O(bytes before the end
  ///   of the `svg` tag) for SVG. Nothing is copied but the values of two attributes.
  package init?(of bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    let size =
      ImageSize(png: reader) ?? ImageSize(gif: reader) ?? ImageSize(webP: reader)
      ?? ImageSize(jpeg: reader) ?? ImageSize(svg: bytes)
    guard let size else { return nil }
    self = size
  }

  private static let sides = 1...Int(Int32.max)
}

/// Numbers in a file, asked for by offset; beyond the end there are none.
struct ByteReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  /// An unsigned number of up to four bytes.
  func number(_ offset: Int, length: Int, isLittleEndian: Bool = false) -> Int? {
    guard offset >= 0, offset <= bytes.count - length else { return nil }
    var number = 0
    for index in 0..<length {
      number = number << 8 | Int(bytes[offset + (isLittleEndian ? length - 1 - index : index)])
    }
    return number
  }

  /// Whether a text of ASCII characters stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset <= bytes.count - text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes[offset..<(offset + $0.count)].elementsEqual($0) }
  }
}
