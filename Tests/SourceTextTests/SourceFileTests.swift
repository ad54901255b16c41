import SourceText
import Testing

@Suite("Places in a file")
struct SourceFileTests {
  @Test(
    "Lines end as authors' systems end them, and columns count characters",
    arguments: ["", "a", "熵 $x$\n\nb", "a\r\nb\rc\n", "\u{FEFF}熵\n熵", "e\u{301}😀\n"])
  func positions(_ text: String) {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    var line = 1
    var column = 1
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar == "\u{FEFF}", offset == 0 {
        #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1))
        offset = 3
        continue
      }
      #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
      offset += scalar.utf8.count
      column += 1
      let ends = scalar == "\n" || (scalar == "\r" && file.bytes[offset...].first != 0x0A)
      if ends { (line, column) = (line + 1, 1) }
    }
    #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test("A place counted from an earlier one is the same place")
  func after() {
    let file = SourceFile(path: "a.md", bytes: Array("\u{FEFF}甲b\n乙 d\n熵熵熵".utf8))
    for earlier in 0...file.bytes.count {
      let known = (offset: earlier, position: file.position(at: earlier))
      for offset in 0...file.bytes.count {
        #expect(file.position(at: offset, after: known) == file.position(at: offset))
      }
    }
  }
}
