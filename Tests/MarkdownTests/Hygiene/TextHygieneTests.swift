import SourceText
import Testing

@testable import Markdown

@Suite("Characters that a text should not hold")
struct TextHygieneTests {
  private func faults(_ bytes: [UInt8]) -> [Diagnostic] {
    TextHygiene.diagnostics(of: SourceFile(path: "a.md", bytes: bytes))
  }

  private func faults(_ text: String) -> [Diagnostic] { faults(Array(text.utf8)) }

  /// `line:column rule`.
  private func summaries(_ text: String) -> [String] { faults(text).map(summary) }

  private func sequence(_ values: UInt32...) -> String {
    String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0) }))
  }

  @Test(
    "Text of any script is clean, and so are the signs it is written with",
    arguments: [
      "", "a", "\t\u{C}\n", "困惑度（perplexity）是“熵”的指数……——，。！？￥～", "naïve café Straße ﬁ ½ € ™ № → ≤ ∑ 𝒜 𠀀",
      "Привет Ελλάδα שלום مرحبا नमस्ते ไทย 한국어 ひらがな", "a\u{A0}b\u{2002}c\u{202F}d\u{3000}e", "葛\u{E0100}",
      "🙂👍🏽❤️🇨🇳", "👩‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 ❤️‍🔥", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
      "می‌خواهم क्‍ष", "ภาษา\u{200B}ไทย",
    ])
  func clean(_ text: String) {
    #expect(faults(text) == [])
  }

  @Test(
    "Each character is told by its rule, at its place",
    arguments: [
      (0x00, "text.nul"), (0x01, "text.control"), (0x0B, "text.control"), (0x1B, "text.control"),
      (0x7F, "text.control"), (0x80, "text.control"), (0x85, "text.control"), (0x9F, "text.control"),
      (0x2028, "text.control"), (0x2029, "text.control"), (0xAD, "text.soft-hyphen"), (0x061C, "text.bidi"),
      (0x200E, "text.bidi"), (0x200F, "text.bidi"), (0x202A, "text.bidi"), (0x202E, "text.bidi"),
      (0x2066, "text.bidi"), (0x2069, "text.bidi"), (0x200B, "text.zero-width"), (0x200C, "text.zero-width"),
      (0x200D, "text.zero-width"), (0x2060, "text.zero-width"), (0x2064, "text.zero-width"),
      (0x206F, "text.zero-width"), (0xFEFF, "text.zero-width"), (0xE0041, "text.zero-width"),
      (0xE000, "text.private-use"), (0xF8FF, "text.private-use"), (0xFFF9, "text.private-use"),
      (0xFFFC, "text.private-use"), (0xFFFD, "text.private-use"), (0xF0000, "text.private-use"),
      (0x10FFFD, "text.private-use"),
    ] as [(UInt32, String)])
  func characters(value: UInt32, rule: String) {
    let sign = sequence(value)
    #expect(summaries("熵\n是\(sign)值") == ["2:2 \(rule)"])
    #expect(summaries("熵\n是\(sign)") == ["2:2 \(rule)"])
    #expect(summaries("ab\(sign)\(sign)c") == ["1:3 \(rule)"])
    #expect(
      faults("---\ntitle: \(sign)熵\n---\n").map(\.id.rawValue) == [rule], "front matter is looked at too")
  }

  /// Written apart from the rules above, from the ranges of the Unicode Character Database.
  private func isExpected(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: !["\t", "\n", "\r", "\u{C}"].contains(scalar)
    case .privateUse, .lineSeparator, .paragraphSeparator: true
    case .format:
      switch scalar.value {
      case 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        true
      default: false
      }
    default: [0xFFFC, 0xFFFD, 0x2065].contains(scalar.value) || 0xE0000...0xE007F ~= scalar.value
    }
  }

  @Test("Of all characters exactly those are found that Unicode says are no text")
  func allCharacters() {
    for value in (0..<0x11_0000 as Range<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = [0x61] + Array(String(scalar).utf8) + [0x61]
      let isFound =
        SuspectBytes.next(from: 0, in: bytes.span) < bytes.count && SuspectCharacter(scalar) != nil
      if isFound != isExpected(scalar) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test("Ten thousand are one finding, with their number, the first place, and a fix for all of them")
  func many() throws {
    let text = "# 熵\n" + String(repeating: "in\u{AD}for\u{AD}ma\u{AD}tion ", count: 3_000)
    let found = faults(text)
    #expect(found.map(summary) == ["2:3 text.soft-hyphen"])
    #expect(found.first?.message == "9000 soft hyphens stand in this file.")
    let fix = try #require(found.first?.fix)
    #expect(applied(fix, to: text) == text.replacing("\u{AD}", with: ""))
  }

  @Test("What a fix removes is gone, and nothing is left to tell of")
  func fixes() throws {
    for text in [
      "\u{FEFF}---\ntitle: 熵\n---\n", "稀疏\u{200B}向量\u{2060}", "a\u{AD}b\u{AD}", "a\nb\r\nc\nd\r\n\r\ne\n\n\n",
    ] {
      let fault = try #require(faults(text).first)
      let mended = applied(try #require(fault.fix), to: text)
      #expect(faults(mended) == [])
    }
    #expect(faults("a\u{202E}b\u{0}\u{1}\u{E000}").allSatisfy { $0.fix == nil })
  }

  private func applied(_ fix: FixIt, to text: String) -> String {
    var bytes = Array(text.utf8)
    for range in ([fix.range] + fix.furtherRanges).reversed() {
      bytes.replaceSubrange(range.bytes, with: fix.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("A byte order mark is one at the beginning only")
  func byteOrderMarks() {
    #expect(summaries("\u{FEFF}熵") == ["1:1 text.byte-order-mark"])
    #expect(summaries("\u{FEFF}熵\n\u{FEFF}值") == ["1:1 text.byte-order-mark", "2:1 text.zero-width"])
    #expect(summaries("\u{FEFF}\u{FEFF}熵").last == "1:1 text.zero-width")
  }

  @Test("Line endings are told once a file, at the first line that ends unlike most")
  func lineEndings() {
    #expect(faults("a\r\nb\r\n").map(\.message) == ["The lines of this file end in CR LF."])
    #expect(faults("a\rb\r").map(\.message) == ["The lines of this file end in CR."])
    #expect(summaries("a\r\nb\r\n") == ["1:2 text.line-endings"])
    #expect(summaries("a\nbc\r\nd\ne\r\nf\n") == ["2:3 text.line-endings"])
    #expect(
      faults("a\r\nb\r\nc\nd\re").map(\.message) == [
        "The lines of this file end in different ways: 2 in CR LF, 1 in LF, 1 in CR."
      ])
    #expect(summaries("a\r\nb\r\nc\nd\re") == ["3:2 text.line-endings"])
  }

  @Test("A joiner by itself, or between letters that do not join, is a leftover")
  func joiners() {
    for text in ["熵\u{200D}值", "a\u{200C}b", "🙂\u{200D}", "\u{200D}🙂", "1\u{200D}2", "a\u{200B}b"] {
      #expect(faults(text).map(\.id) == [.textZeroWidth], "\(text)")
    }
    #expect(
      faults("x\u{E0067}\u{E0062}").map(\.message) == [
        "2 zero-width characters stand in this file, the first is U+E0067 (tag latin small letter g)."
      ])
  }

  @Test("What is no UTF-8 is told with its number and first place; UTF-16 by its name, and nothing else then")
  func illFormed() {
    let one = faults(Array("熵\n是".utf8) + [0xFF, 0x41])
    #expect(one.map(summary) == ["2:2 file.invalid-utf8"])
    #expect(one.first?.message == "This is not UTF-8 text.")
    let three = faults([0x61, 0xC3, 0x28, 0x80, 0xE4, 0xB8])
    #expect(three.map(\.message) == ["This is not UTF-8 text, in 3 places of the file."])
    #expect(three.first?.location?.range == SourceRange(1..<2))
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      #expect(faults(mark + [0x61, 0x00, 0x0D, 0x00]).map(\.message) == ["This file is UTF-16, not UTF-8."])
    }
    // Bytes that begin like a suspect but are cut off.
    for bytes in [[0xC2], [0xE2, 0x80], [0xEF, 0xBB], [0xEE], [0xF4, 0x80], [0xE2, 0x80, 0x20]] as [[UInt8]] {
      #expect(faults(bytes).allSatisfy { $0.id == .fileInvalidUTF8 })
    }
  }

  @Test("Whether the bytes are fit for the parser is known as a by-product")
  func properties() {
    let file = { (bytes: [UInt8]) in TextHygiene(SourceFile(path: "a.md", bytes: bytes)) }
    #expect(file([0x61, 0x09, 0x0C, 0x0D]).isWellFormed)
    #expect(!file([0x61, 0x09, 0x0C, 0x0D]).holdsControls)
    for byte in [0x00, 0x02, 0x0B, 0x0F, 0x1F, 0x7F] as [UInt8] {
      for bytes in [[byte], [0x61, byte], [byte, 0x61], [byte, 0x61, 0x61, 0x61]] {
        #expect(file(bytes).holdsControls)
      }
    }
    #expect(!file([0x61, 0xFF]).isWellFormed)
  }

  @Test("Any bytes: every range lies in the file, every rule speaks once")
  func anyBytes() {
    var random = SystemRandomNumberGenerator()
    let parts: [[UInt8]] = [
      [0xE2, 0x80], [0xEF, 0xBB, 0xBF], [0xC2, 0xAD], [0xF0, 0x9F], [0x8B], [0x0D], [0x0A], [0x00],
      [0xF3, 0xA0, 0x81],
      [0xE2, 0x80, 0x8D], [0xFF], [0x61],
    ]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
        parts.randomElement(using: &random) ?? []
      }
      let found = faults(bytes)
      #expect(Set(found.map(\.id)).count == found.count, "\(bytes)")
      for fault in found {
        let ranges =
          [fault.location?.range].compactMap { $0 } + (fault.fix.map { [$0.range] + $0.furtherRanges } ?? [])
        #expect(ranges.allSatisfy { $0.end <= bytes.count && !$0.isEmpty }, "\(bytes)")
      }
    }
  }
}
