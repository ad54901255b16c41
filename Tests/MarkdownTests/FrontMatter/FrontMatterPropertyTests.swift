import SourceText
import Testing

@testable import Markdown

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Front matter: properties")
struct FrontMatterPropertyTests {
  /// Pieces that make text look like YAML more often than chance would.
  static let pieces = [
    "a", "b: ", "title", ": ", ":", "\n", "\n", "\n  ", "\n- ", "\n  - ", "\n    ", "- ", " ", "  ", "# c",
    " #d",
    "#", "'", "''", "\"", "\\", "\\n", "\\\"", "\\t", "[", "]", ", ", ",", "{", "}", "[x, y]", "'q'", "\"r\"",
    "熵",
    "：", "é", "~", "null", "no", "|", ">", "&", "*", "!", "%", "@", "`", "?", "? ", "-", "--", ".", "\r\n",
    "\r",
    "\t", "1.10", "k1: v\n", "k2:\n", "key: value\n", "list: [a, 'b', \"c\"]\n", "\u{2028}", "\u{85}",
    "\u{FEFF}",
    "x: 'y'\n", "n:\n  m: 1\n", "t:\n- p\n- q\n",
  ]

  @Test(
    "Where the byte reader accepts, Yams reads the same keys, values, styles and places", arguments: 0..<40)
  func readersAgree(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var accepted = 0
    for _ in 0..<1_000 {
      var text = Bool.random(using: &random) ? "key: " : ""
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      let file = SourceFile(path: "q.md", bytes: Array(text.utf8))
      guard let fast = FastYAMLReader.read(0..<file.bytes.count, of: file) else { continue }
      accepted += 1
      do throws(YAMLFailure) {
        let full = try YamsReader.read(0..<file.bytes.count, of: file)
        let entries: [MetadataEntry]
        switch full?.content {
        case nil, .null: entries = []
        case .map(let read): entries = read
        case .scalar, .list:
          Issue.record("not a map: \(text.debugDescription)")
          continue
        }
        if fast != entries { Issue.record("different: \(text.debugDescription)") }
      } catch {
        Issue.record("refused by Yams: \(text.debugDescription): \(error)")
      }
    }
    #expect(accepted > 50)
  }

  @Test("Any bytes are read without a crash, inside the file, and always the same", arguments: 0..<20)
  func anyBytes(seed: Int) {
    var random = SeededGenerator(seed: 1_000 + UInt64(seed))
    for round in 0..<300 {
      var bytes = Array("---\n".utf8)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        if round.isMultiple(of: 2) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      if !round.isMultiple(of: 3) { bytes += Array("\nz: 1\n---\nBody".utf8) }
      let file = SourceFile(path: "q.md", bytes: bytes)
      let result = FrontMatter.parse(file)
      #expect(0...bytes.count ~= result.bodyStart)
      #expect(Int(result.frontMatter.range.end) <= bytes.count)
      for entry in result.frontMatter.entries { #expect(isInside(entry, bytes.count)) }
      #expect(Set(result.frontMatter.entries.map(\.key)).count == result.frontMatter.entries.count)
      let again = FrontMatter.parse(file)
      #expect(again.frontMatter == result.frontMatter && again.diagnostics == result.diagnostics)
    }
  }

  private func isInside(_ entry: MetadataEntry, _ count: Int) -> Bool {
    guard Int(entry.keyRange.end) <= count, Int(entry.value.range.end) <= count else { return false }
    switch entry.value.content {
    case .null, .scalar: return true
    case .list(let items): return items.allSatisfy { Int($0.range.end) <= count }
    case .map(let entries): return entries.allSatisfy { isInside($0, count) }
    }
  }
}
