import Testing

/// The beginnings of image files, made byte by byte from their formats' specifications.
enum ImageSamples {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var width: Int
    var height: Int
    /// Bytes from which on the size is known.
    var neededBytes: Int

    var testDescription: String { name }
  }

  static let all: [Sample] =
    [
      Sample(name: "PNG", bytes: png(800, 600), width: 800, height: 600, neededBytes: 24),
      Sample(name: "GIF89a", bytes: gif(320, 513), width: 320, height: 513, neededBytes: 10),
      Sample(
        name: "GIF87a", bytes: Array("GIF87a".utf8) + [1, 0, 2, 0], width: 1, height: 2, neededBytes: 10),
      Sample(name: "WebP lossy", bytes: lossyWebP(550, 368), width: 550, height: 368, neededBytes: 30),
      Sample(
        name: "WebP lossless", bytes: losslessWebP(16_384, 1), width: 16_384, height: 1, neededBytes: 25),
      Sample(
        name: "WebP extended", bytes: extendedWebP(70_000, 16), width: 70_000, height: 16, neededBytes: 30),
    ]
    + [UInt8](0xC0...0xCF).filter { ![0xC4, 0xC8, 0xCC].contains($0) }.map { marker in
      let bytes = jpeg(640, 480, frame: marker)
      return Sample(
        name: "JPEG \(String(marker, radix: 16))", bytes: bytes, width: 640, height: 480,
        neededBytes: bytes.count - 4)
    }
    + (1...9).map { orientation in
      let isTurned = 5...8 ~= orientation
      let bytes = jpeg(640, 480, before: exif(orientation, isLittleEndian: orientation % 2 == 0))
      return Sample(
        name: "JPEG, orientation \(orientation)", bytes: bytes, width: isTurned ? 480 : 640,
        height: isTurned ? 640 : 480, neededBytes: bytes.count - 4)
    }

  private static func big(_ number: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(number >> (8 * (length - 1 - $0)) & 255) }
  }

  private static func little(_ number: Int, _ length: Int) -> [UInt8] { big(number, length).reversed() }

  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4)
      + big(height, 4) + [8, 6, 0, 0, 0]
  }

  static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0xF7, 0, 0]
  }

  private static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(content.count + 12, 4) + Array("WEBP\(chunk)".utf8) + little(content.count, 4)
      + content
  }

  /// The two highest bits of each side are a scale, which does not count.
  static func lossyWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP(
      "VP8 ", [0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A] + little(width | 0x4000, 2) + little(height | 0x8000, 2))
  }

  static func losslessWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14 | 1 << 28, 4))
  }

  static func extendedWebP(_ width: Int, _ height: Int) -> [UInt8] {
    webP("VP8X", [0x10, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
  }

  /// A file with an application segment, a table, a marker without content and fill bytes before its frame header.
  static func jpeg(_ width: Int, _ height: Int, frame: UInt8 = 0xC0, before: [UInt8] = []) -> [UInt8] {
    let application: [UInt8] =
      [0xFF, 0xE0] + big(16, 2) + Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]
    let table: [UInt8] = [0xFF, 0xC4] + big(5, 2) + [0xFF, 0xC0, 0x00]
    return [0xFF, 0xD8] + application + before + table + [0xFF, 0x01, 0xFF, 0xFF, 0xFF, frame] + big(11, 2)
      + [8]
      + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
  }

  static func exif(_ orientation: Int, isLittleEndian: Bool) -> [UInt8] {
    func number(_ number: Int, _ length: Int) -> [UInt8] {
      isLittleEndian ? little(number, length) : big(number, length)
    }
    let other = number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("Abc\0".utf8)
    let entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
    let tiff =
      Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + other + entry
    let content = Array("Exif\0\0".utf8) + tiff
    return [0xFF, 0xE1] + big(content.count + 2, 2) + content
  }
}
