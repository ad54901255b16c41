import Testing

@testable import SourceText

@Suite("Columns of a terminal")
struct TerminalWidthTests {
  private func columns(_ text: String) -> [Int] {
    text.unicodeScalars.map(TerminalWidth.columns)
  }

  @Test("Letters take one column, ideographs, kana, Hangul and fullwidth forms two")
  func widths() {
    #expect(columns("aé熵ァ한Ａ、「𠀀") == [1, 1, 2, 2, 2, 2, 2, 2, 2])
    #expect(columns("ｱ…·“×αЖ") == [1, 1, 1, 1, 1, 1, 1])
  }

  @Test("Combining marks, joiners and the inner letters of Hangul take none")
  func zeroWidths() {
    #expect(columns("e\u{301}\u{3099}\u{200D}\u{FE0F}\u{20DD}\u{1161}\u{11A8}") == [1, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test("Emoji take two, a half of a flag one")
  func emoji() {
    #expect(columns("🙂⌚⭐🇨❤") == [2, 2, 2, 1, 1])
  }

  @Test(
    "Wide ranges begin and end where the standard says",
    arguments: [
      (0x10FF, 0x1100), (0x303F, 0x303E), (0x3040, 0x3041), (0x324F, 0x3250), (0x4DC0, 0x4DBF),
      (0xA4D0, 0xA4CF),
      (0xABFF, 0xAC00), (0xFF61, 0xFF60), (0xFFE7, 0xFFE6), (0x1FFFF, 0x20000), (0x2FFFE, 0x2FFFD),
    ] as [(UInt32, UInt32)])
  func edges(narrow: UInt32, wide: UInt32) throws {
    #expect(TerminalWidth.columns(of: try #require(Unicode.Scalar(narrow))) == 1)
    #expect(TerminalWidth.columns(of: try #require(Unicode.Scalar(wide))) == 2)
  }
}
