import SourceText
import Templates
import Testing

@Suite struct RobustnessTests {
  /// Pieces that make most random templates reach the deeper parts.
  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{=", "=}}", "title", "items",
    "author", "name", ".", "none", "yes", "body", "p", "q", "{{#items}}", "{{/items}}", "{{$b}}", "{{/b}}",
    "{{<p}}",
    "{{/p}}", "{{>p}}", "{{>q}}", "\n", "\r\n", "  ", "<a href=\"", "\">", "<script>", "</script>", "<!--",
    "-->",
    "<", ">", "'", "=", "\u{0}", "熵", "{{#author}}", "{{/author}}", "{{.}}", "{{{body}}}", "{{title}}",
  ]

  @Test func anyTextCompilesAndRenders() {
    var random = SplitMix64(state: 7)
    for _ in 0..<3_000 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 0...24, using: &random)).map { _ in
          RobustnessTests.pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      check(texts.map { Array($0.utf8) })
    }
  }

  @Test func anyBytesCompileAndRender() {
    var random = SplitMix64(state: 11)
    for _ in 0..<1_000 {
      check(
        (0..<3).map { _ in
          (0..<Int.random(in: 0...60, using: &random)).map { _ in
            Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8(ascii: "{")
          }
        })
    }
  }

  /// What is written without a fault is what the template says: every fault is reported inside its file.
  private func check(_ texts: [[UInt8]]) {
    let names = ["main.html", "p.html", "q.html"]
    let sources = zip(names, texts).map { name, bytes in
      TemplateSource(name: name, file: SourceFile(path: name, bytes: bytes))
    }
    let (templates, diagnostics) = TemplateSet.compile(sources, entries: [("main.html", Fixture.page)])
    for diagnostic in diagnostics {
      let file = sources.first { $0.file.path == diagnostic.location?.path }?.file
      #expect(file != nil && Int(diagnostic.location?.range?.end ?? .max) <= file?.bytes.count ?? 0)
    }
    var output: [UInt8] = []
    templates.template("main.html")?.render(Fixture.record, into: &output)
    if !texts[0].contains(UInt8(ascii: "{")), !texts[0].starts(with: [0xEF, 0xBB, 0xBF]) {
      #expect(output == texts[0])
    }
  }

  @Test func everyForgottenTagIsReported() {
    let (_, diagnostics) = compile(String(repeating: "{{a \n", count: 20_000))
    #expect(diagnostics.count == 20_000)
  }
}

/// Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
