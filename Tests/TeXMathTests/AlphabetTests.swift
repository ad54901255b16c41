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
    Case("\\mathbf{\\bm q}", "<mi>𝒒</mi>"),
    Case("\\mathbf{\\mathcal q}", "<mi>𝓆</mi>"),
    Case("\\boldsymbol{\\cal q}", "<mi>𝓺</mi>"),
    Case("\\mathsfit{x}", "<mi>𝘹</mi>"),
    Case("\\mathbfsfit{x}", "<mi>𝙭</mi>"),
    Case("\\symbfup{x}", "<mi>𝐱</mi>"),
    Case("\\boldsymbol{\\mathsf{x}}", "<mi>𝘅</mi>"),
    Case("\\mathbb{\\pi}", "<mi>ℼ</mi>"),
    Case("\\boldsymbol\\nabla f", "<mi>𝜵</mi><mi>f</mi>"),
    Case("\\upalpha", "<mi mathvariant=\"normal\">α</mi>"),
    Case("\\varGamma", "<mi>Γ</mi>"),
    Case("Γ", "<mi mathvariant=\"normal\">Γ</mi>"),
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
      .sansSerifBold, .sansSerifItalic, .sansSerifBoldItalic, .monospace,
    ]
    var seen: Set<UInt32> = []
    for alphabet in alphabets {
      for letter in letters {
        let mapped = alphabet.mapped(letter)
        #expect(seen.insert(mapped).inserted)
        let scalar = Unicode.Scalar(mapped)
        #expect(scalar?.properties.generalCategory != .unassigned)
        // Two letters of Fraktur are also signs of their own, which stay what they are.
        if mapped != 0x2111, mapped != 0x211C {
          let parts = Alphabet.decomposed(mapped)
          #expect(parts?.letter == letter && parts?.alphabet == alphabet)
        }
      }
    }
  }

  @Test func everyCharacterOfTheBlockGoesToAnAlphabetAndBack() {
    for scalar in UInt32(0x1D400)...0x1D7FF {
      // Reserved, for the letters that Unicode had before; and the two digammas, which have no plain capital here.
      guard let category = Unicode.Scalar(scalar)?.properties.generalCategory, category != .unassigned,
        scalar != 0x1D7CA, scalar != 0x1D7CB
      else { continue }
      let parts = Alphabet.decomposed(scalar)
      #expect(parts != nil)
      // Capital theta's variant is the one letter no alphabet command reaches.
      if let parts, parts.letter != 0x3F4 { #expect(parts.alphabet.mapped(parts.letter) == scalar) }
    }
  }
}
