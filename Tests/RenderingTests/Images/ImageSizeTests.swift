import Testing

@testable import Rendering

@Suite struct ImageSizeTests {
  @Test(arguments: ImageSamples.all)
  func aFileSaysItsSize(sample: ImageSamples.Sample) throws {
    let size = try #require(ImageSize(of: sample.bytes))
    #expect(size == ImageSize(width: sample.width, height: sample.height))
  }

  @Test(arguments: ImageSamples.all)
  func nothingBehindTheHeaderCounts(sample: ImageSamples.Sample) {
    #expect(ImageSize(of: sample.bytes + [UInt8](repeating: 0xA5, count: 999)) == ImageSize(of: sample.bytes))
  }

  /// A part of a file says the same size or none.
  @Test(arguments: ImageSamples.all)
  func aFileThatEndsEarlySaysNothingElse(sample: ImageSamples.Sample) {
    let whole = ImageSize(of: sample.bytes)
    for length in 0..<sample.bytes.count {
      if let size = ImageSize(of: Array(sample.bytes.prefix(length))) {
        #expect(size == whole, "\(length) bytes")
      }
    }
    #expect(ImageSize(of: Array(sample.bytes.prefix(sample.neededBytes - 1))) == nil)
    #expect(ImageSize(of: Array(sample.bytes.prefix(sample.neededBytes))) == whole)
  }

  @Test func anyBytesAreReadWithoutHarm() {
    var random = RandomNumbers(state: 5)
    for round in 0..<20_000 {
      let sample = ImageSamples.all[random.below(ImageSamples.all.count)].bytes
      var bytes = sample
      for _ in 0...(round % 4) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
      if round % 3 == 0 { bytes = Array(bytes.prefix(random.below(bytes.count + 1))) }
      if let size = ImageSize(of: bytes) { #expect(size.width > 0 && size.height > 0) }
    }
    #expect(ImageSize(of: []) == nil)
  }

  @Test func sidesOfZeroAreNoSize() {
    #expect(ImageSize(of: ImageSamples.png(0, 5)) == nil)
    #expect(ImageSize(of: ImageSamples.gif(5, 0)) == nil)
    #expect(ImageSize(of: ImageSamples.jpeg(5, 0)) == nil)
    #expect(ImageSize(of: ImageSamples.png(0x8000_0000, 5)) == nil)
    #expect(ImageSize(width: -1, height: 1) == nil)
  }

  @Test func aSegmentThatPointsIntoItselfEndsTheSearch() {
    #expect(
      ImageSize(of: [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x00] + ImageSamples.jpeg(3, 2).dropFirst(2)) == nil)
    #expect(
      ImageSize(of: [0xFF, 0xD8, 0xFF, 0xDA, 0x00, 0x02] + ImageSamples.jpeg(3, 2).dropFirst(2)) == nil)
    #expect(ImageSize(of: [0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100_000)) == nil)
  }

  // MARK: SVG

  @Test(
    arguments: [
      ("<svg width='300' height='200'/>", 300, 200), ("<svg height=\"2in\" width=\"1in\">", 96, 192),
      ("<svg width='72pt' height='6pc'>", 96, 96), ("<svg width='25.4mm' height='2.54cm'>", 96, 96),
      ("<svg width='101.6Q' height='10em'>", 96, 160), ("<svg width='1e2' height='1E1PX'>", 100, 10),
      ("<svg width=' 30px ' height='+.5e1'>", 30, 5), ("<svg width='0.2' height='10.5'>", 1, 11),
      ("<svg viewBox='0 0 640 480'>", 640, 480), ("<svg viewBox='-1,-1, 64,48'>", 64, 48),
      ("<svg width='320' viewBox='0 0 640 480'>", 320, 240),
      ("<svg height='240px' viewBox='0 0 640 480'>", 320, 240),
      ("<svg width='100%' height='100%' viewBox='0 0 64 48'>", 64, 48),
      ("<svg width='9' height='8' viewBox='0 0 64 48'>", 9, 8),
      ("<svg:svg xmlns:svg='x' width='3' height='2'>", 3, 2),
      ("\u{FEFF}<?xml version='1.0'?>\n<svg width='3' height='2'>", 3, 2),
      (
        "<?xml a='>'?><!-- <svg width='9' height='9'> --><!DOCTYPE svg PUBLIC '-//>' \"x\" [<!ENTITY a '>]'><!-- ]> ' -->]>\n<svg width='3' height='2'>",
        3, 2
      ),
      ("<svg data-width='9' width='&#51;&#x30;' title='a > b' height=\"2\">", 30, 2),
    ])
  func aDrawingSaysItsSize(text: String, width: Int, height: Int) {
    #expect(ImageSize(of: Array(text.utf8)) == ImageSize(width: width, height: height))
  }

  @Test(
    arguments: [
      "", "<svg", "<svg>", "<svg width='3'>", "<svg width='3' height='2", "<svg width='a' height='2'>",
      "<svg width=3 height=2>",
      "<svg width='-3' height='2'>", "<svg width='0' height='2'>", "<svg width='nan' height='inf'>",
      "<svg width='1e999' height='2'>",
      "<svg width='3000000000' height='2'>", "<svg width='3furlongs' height='2'>", "<svg viewBox='0 0 3'>",
      "<svg viewBox='0 0 0 2'>",
      "<html><svg width='3' height='2'>", "text <svg width='3' height='2'>",
      "<!-- <svg width='3' height='2'>", "<!DOCTYPE svg [<svg width='3' height='2'>",
      "<svgx width='3' height='2'>", "<svg width='&w;' height='2'>", "<svg width='1e' height='2'>",
    ])
  func whatIsNoDrawingOrSaysNothingHasNoSize(text: String) {
    #expect(ImageSize(of: Array(text.utf8)) == nil)
  }

  @Test func utf16IsNotRead() {
    let text = "<svg width='3' height='2'>"
    let littleEndian: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] as [UInt8] }
    let bigEndian: [UInt8] = [0xFE, 0xFF] + text.utf8.flatMap { [0, $0] as [UInt8] }
    #expect(ImageSize(of: littleEndian) == nil)
    #expect(ImageSize(of: bigEndian) == nil)
  }
}
