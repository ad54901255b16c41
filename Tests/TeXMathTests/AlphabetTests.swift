import Testing

@testable import TeXMath

@Suite struct AlphabetTests {
  @Test(arguments: [
    Case("\\mathrm{d}x", "<mi mathvariant=\"normal\">d</mi><mi>x</mi>"),
    Case("\\mathrm{KL}", "<mi>KL</mi>"),
    Case("\\mathbf{x}", "<mi>𝐱</mi>"),
    Case("\\mathbf{AB}", "<mi>𝐀𝐁</mi>"),
    Case("\\mathbf{1}", "<mn>𝟏</mn>"),
    Case("\\mathit{ab}", "<mi>𝑎𝑏</mi>"),
    Case("\\mathbb{R}", "<mi>ℝ</mi>"),
    Case("\\mathbb{E}", "<mi>𝔼</mi>"),
    Case("\\mathcal{L}", "<mi>ℒ</mi>"),
    Case("\\mathfrak{g}", "<mi>𝔤</mi>"),
    Case("\\mathsf{A}", "<mi>𝖠</mi>"),
    Case("\\mathtt{x1}", "<mi>𝚡</mi><mn>𝟷</mn>"),
    Case("\\boldsymbol{\\theta}", "<mi>𝜽</mi>"),
    Case("\\bm{x}", "<mi>𝒙</mi>"),
    Case("\\boldsymbol{\\Gamma}", "<mi>𝚪</mi>"),
    Case("\\boldsymbol{\\mathcal{L}}", "<mi>𝓛</mi>"),
    Case("{\\bf x}y", "<mi>𝐱</mi><mi>y</mi>"),
    Case("{\\rm KL}", "<mi>KL</mi>"),
    Case("\\mathbf x y", "<mi>𝐱</mi><mi>y</mi>"),
  ])
  func alphabets(_ sample: Case) {
    #expect(mathML(sample.tex) == sample.expected)
  }

  @Test func everyLetterOfAnAlphabetIsDifferentAndAssigned() {
    let letters = Array(UInt32(0x41)...0x5A) + Array(0x61...0x7A)
    let alphabets: [Alphabet] = [
      .italic, .bold, .boldItalic, .script, .boldScript, .fraktur, .boldFraktur, .doubleStruck, .sansSerif,
      .sansSerifBold, .monospace,
    ]
    var seen: Set<UInt32> = []
    for alphabet in alphabets {
      for letter in letters {
        let mapped = alphabet.mapped(letter)
        #expect(seen.insert(mapped).inserted)
        let scalar = Unicode.Scalar(mapped)
        #expect(scalar?.properties.generalCategory != .unassigned)
      }
    }
  }
}
