import Markdown
import Testing

@testable import Rendering

@Suite struct SafeHTMLPropertyTests {
  private static let pieces: [String] =
    SafeHTMLElement.allCases.flatMap { ["<\($0)>", "</\($0)>", "<\($0) "] }
    + SafeHTMLAttribute.allCases.map { " \($0)=" }
    + [
      "<", ">", "\"", "'", "=", "/", " ", "\n", "&", ";", "#", "&#", "&lt;", "<!--", "-->", "<![CDATA[", "<?",
      "<script>",
      "</script>", "<b>", "<svg/onload=x>", "onerror=x", "a.png", "javascript:", "https://e.org", "center",
      "\u{0}", "\u{B}",
      "熵", "\u{202E}", "x", "\\", "`",
    ]

  @Test func whateverComesInWhatComesOutIsBalancedAndAllowed() {
    var random = RandomNumbers(state: 3)
    for round in 0..<4_000 {
      var parts: [[UInt8]] = [[]]
      for _ in 0..<(1 + round % 40) {
        parts[parts.count - 1] += Array(Self.pieces[random.below(Self.pieces.count)].utf8)
        if random.below(8) == 0 { parts.append([]) }
      }
      let place: SafeHTMLPlace =
        switch round % 4 {
        case 0: .inline(depth: 1)
        case 1: .inline(depth: 1, allowsBlocks: true)
        case 2: .inline(depth: 1, isInLink: true)
        default: .block(depth: 0)
        }
      let result = SafeHTMLHarness(parts, place: place)
      let faults = SternHTMLReader(result.html).faults
      #expect(faults == [], "\(parts.map { String(decoding: $0, as: UTF8.self) }) gave \(result.html)")
      #expect(result.isBalanced)
    }
  }

  @Test func anyBytesAreReadOnceAndStayWithinTheirCharacters() throws {
    var random = RandomNumbers(state: 9)
    let likely = Array("<</>\"'= &;#!-asubdivpt\n".utf8)
    for round in 0..<3_000 {
      let bytes: [UInt8] = (0..<(round % 90)).map { _ in
        random.below(3) == 0 ? UInt8(random.below(256)) : likely[random.below(likely.count)]
      }
      let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
      var writer = SafeHTMLWriter()
      var output: [UInt8] = []
      writer.write(text[...], at: .block(depth: 0), into: &output) { address, _ in .link(address) }
      writer.close(downTo: 0, into: &output)
      #expect(String(validating: output, as: UTF8.self) != nil, "\(text)")
      #expect(writer.steps == text.count)
      #expect(
        writer.findings.allSatisfy {
          text.indices.contains($0.range.lowerBound) && $0.range.upperBound <= text.count
        })
      // Bytes that are no UTF-8 do no harm either.
      output = []
      writer.write(bytes[...], at: .block(depth: 0), into: &output) { address, _ in .link(address) }
    }
  }

  /// Each byte of the input is looked at once, and each byte of the output belongs to one of the input or to an end tag.
  @Test(
    arguments: [
      "<", "<a ", "<a x=\"", "<a x='<b y=\"", "<sub>", "<div>", "</sub>", "<sub></div>", "<p>", "<p><sub>",
      "<!--", "<!-- ", "<!",
      "<script>", "</script", "&", "&#", "&#1", "&a", "<ruby><rt>", "<a href=x>", "<details>", "a=b ",
      "<i a=\"<b\" ", "<x/",
    ])
  func everyFamilyIsLinear(unit: String) {
    for count in [1_000, 4_000] {
      let html = Array(String(repeating: unit, count: count).utf8)
      let result = SafeHTMLHarness([html])
      #expect(result.steps == html.count)
      #expect(result.html.utf8.count <= 6 * html.count + 1_000)
      #expect(result.isBalanced)
    }
  }

  @Test func manyBlocksThatAreNeverClosedStayLinear() {
    let result = SafeHTMLHarness(Array(repeating: Array("<div><p>\n".utf8), count: 2_000))
    #expect(result.steps == 2_000 * 9)
    #expect(SternHTMLReader(result.html).faults == [])
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
struct RandomNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() % UInt64(bound)) }
}
