import Testing

@testable import Rendering

@Suite struct DisplayedSizeTests {
  @Test(
    arguments: [
      (nil, nil, 800, 600), (400, nil, 400, 300), (nil, 300, 400, 300), (400, 400, 400, 400), (1, nil, 1, 1),
      (3, nil, 3, 2),
      (1_600, nil, 1_600, 1_200), (0, nil, 800, 600), (-5, 300, 400, 300), (.max, nil, 100_000, 75_000),
      (nil, .max, 133_333, 100_000), (.min, .min, 800, 600),
    ] as [(Int?, Int?, Int, Int)])
  func aMissingSideFollowsTheFilesRatio(width: Int?, height: Int?, shownWidth: Int, shownHeight: Int) {
    let shown = DisplayedSize.displayed(
      natural: ImageSize(width: 800, height: 600), requestedWidth: width, requestedHeight: height)
    #expect(shown == DisplayedSize(width: shownWidth, height: shownHeight))
  }

  @Test func withoutTheFilesSizeOnlyWhatIsAskedForIsKnown() {
    #expect(DisplayedSize.displayed(natural: nil) == DisplayedSize())
    #expect(DisplayedSize.displayed(natural: nil, requestedWidth: 300) == DisplayedSize(width: 300))
    #expect(DisplayedSize.displayed(natural: nil, requestedHeight: 200) == DisplayedSize(height: 200))
    #expect(
      DisplayedSize.displayed(natural: nil, requestedWidth: 300, requestedHeight: 200)
        == DisplayedSize(width: 300, height: 200))
  }

  @Test func extremeRatiosKeepAPixel() {
    let line = ImageSize(width: Int(Int32.max), height: 1)
    #expect(
      DisplayedSize.displayed(natural: line, requestedWidth: 100) == DisplayedSize(width: 100, height: 1))
    let height = DisplayedSize.displayed(natural: line, requestedHeight: 100_000)
    #expect(height.width == Int(Int32.max) * 100_000)
  }

  @Test func aTagKeepsItsPlaceFree() {
    var output: [UInt8] = []
    ImageTag(
      url: Array("a&b.png".utf8), alternative: Array("\"熵\"".utf8), title: Array("t".utf8),
      size: DisplayedSize(width: 3, height: 2)
    ).appendAttributes(to: &output)
    #expect(
      String(decoding: output, as: UTF8.self)
        == " src=\"a&amp;b.png\" alt=\"&quot;熵&quot;\" title=\"t\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\""
    )
    output = []
    ImageTag(url: Array("a".utf8)).appendAttributes(to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == " src=\"a\" alt=\"\" loading=\"lazy\" decoding=\"async\"")
  }
}
