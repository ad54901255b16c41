@testable import Calculator
import PerplexityMath
import Testing

private func sheet(_ query: String) -> CalculatorSheet {
  CalculatorSheet(CalculatorRequest(query: Array(query.utf8)), words: .plainEnglish)
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite("What the calculator shows")
struct SheetTests {
  @Test(
    "Each quantity leads to the others, with one digit more than was typed and at least four",
    arguments: [
      ("ppl=31.1", ["31.1", "4.959", "3.437", "1.493"]), ("bits=4.7", ["25.99", "4.7", "3.258", "1.415"]),
      ("nats=1", ["2.718", "1.443", "1", "0.4343"]), ("hartleys=2", ["100", "6.644", "4.605", "2"]),
      ("ppl=25.992", ["25.992", "4.70000", "3.25779", "1.41484"]), ("ppl=1", ["1", "0", "0", "0"]),
      ("bits=20", ["1048576", "20", "13.86", "6.021"]),
      // No zero stands for a digit that is not known.
      ("bits=17.3", ["161369", "17.3", "11.99", "5.208"]),
      ("bits=20.6", ["1.589e+6", "20.6", "14.28", "6.201"]),
      ("bits=19.932", ["1.00030e+6", "19.932", "13.8158", "6.00013"]),
      ("ppl=1e300", ["1e300", "996.6", "690.8", "300"]),
      ("bits=2000", ["1.1481e+602", "2000", "1386.3", "602.06"]),
      ("bits=1e-9", ["1.000000000693", "1e-9", "6.931e-10", "3.010e-10"]),
      ("entropy=4.7&base=2", ["25.99", "4.7", "3.258", "1.415"]),
    ])
  func quantities(query: String, expected: [String]) {
    let sheet = sheet(query)
    #expect(sheet.faults.isEmpty)
    #expect(sheet.fields.prefix(4).map { text($0.text) } == expected)
  }

  @Test(
    "Formulas hold the reader's numbers; = stands only where nothing was rounded",
    arguments: [
      ("ppl=31.1", ["H = log_2(31.1) ≈ 4.959 bits", "PPL = 2^4.959 ≈ 31.1"]),
      ("ppl=8", ["H = log_2(8) = 3 bits", "PPL = 2^3 = 8"]),
      ("bits=4.7", ["PPL = 2^4.7 ≈ 25.99", "H = log_2(25.99) ≈ 4.7 bits"]),
      ("bits=10", ["PPL = 2^10 = 1024", "H = log_2(1024) = 10 bits"]),
      ("ppl=1000&base=10", ["H = log_10(1000) = 3 hartleys", "PPL = 10^3 = 1000"]),
      ("ppl=8&base=e", ["H = ln(8) ≈ 2.079 nats", "PPL = e^2.079 ≈ 8"]),
      ("nats=2.5&base=2", ["H = 2.5 / ln(2) ≈ 3.607 bits", "PPL = 2^3.607 ≈ 12.18"]),
      ("bits=2&base=10", ["H = 2 × log_10(2) ≈ 0.6021 hartleys", "PPL = 10^0.6021 ≈ 4"]),
      ("bits=1.3&of=character", ["H = 1.3 × 4 = 5.2 bits", "PPL = 2^5.2 ≈ 36.76"]),
      (
        "ppl=90&of=word",
        ["H_word = log_2(90) ≈ 6.492 bits", "H = 6.492 / 1.3 ≈ 4.994 bits", "PPL = 2^4.994 ≈ 31.86"]
      ),
      ("ppl=1", ["H = log_2(1) = 0 bits", "PPL = 2^0 = 1"]),
    ])
  func formulas(query: String, expected: [String]) {
    #expect(sheet(query).formulas.map { text($0.text) } == expected)
  }

  @Test(
    "A sequence has a probability, with its digits however small it is",
    arguments: [
      ("ppl=31.1", "P = 31.1^(−100) ≈ 5.296e-150"),
      ("ppl=31.1&tokens=1000", "P = 31.1^(−1000) ≈ 1.736e-1493"),
      ("ppl=31.1&tokens=1e6", "P = 31.1^(−1e6) ≈ 4.083e-1492761"),
      ("ppl=31.1&tokens=123456789", "P = 31.1^(−123456789) ≈ 4.211e-184291405"),
      // The 25 digits of the exponent leave three.
      (
        "bits=1e9&tokens=9007199254740992",
        "P = (4.613e+301029995)^(−9007199254740992) ≈ 8.00e-2711437152599295474746263"
      ),
      ("ppl=1", "P = 1^(−100) = 1"), ("ppl=1e3&tokens=100", "P = (1e3)^(−100) = 1e-300"),
      ("ppl=4&tokens=2", "P = 4^(−2) = 0.0625"),
      (
        "nats=398.19299329510&tokens=1e9",
        "P = (8.57076762797562e+172)^(−1e9) ≈ 2.50909269037927e-172933019721"
      ),
      ("ppl=1.000000000009558&tokens=1e9", "P = 1.000000000009558^(−1e9) ≈ 0.990487532500028"),
      ("ppl=1.00000001", "P = 1.00000001^(−100) ≈ 0.9999990000"),
    ])
  func probabilities(query: String, expected: String) {
    #expect(sheet(query).sequence.first.map { text($0.text) } == expected)
  }

  @Test("A sequence holds n times the entropy")
  func sequences() {
    #expect(text(sheet("ppl=31.1").sequence[1].text) == "nH = 100 × 4.959 ≈ 495.9 bits")
    #expect(text(sheet("bits=2&tokens=3").sequence[1].text) == "nH = 3 × 2 = 6 bits")
    #expect(text(sheet("bits=1&tokens=1").sequence[1].text) == "nH = 1 × 1 = 1 bit")
  }

  @Test("A base with an exponent of its own stands in brackets")
  func brackets() {
    let power = sheet("bits=2000").sequence[0]
    #expect(text(power.text) == "P = (1.1481e+602)^(−100) ≈ 1.0020e-60206")
    #expect(text(power.tex).contains("(1.1481 \\times 10^{602})^{-100}"))
    var html: [UInt8] = []
    power.markup.appendHTML(to: &html)
    let open = "<mo form=\"prefix\" stretchy=\"false\">(</mo>"
    let close = "<mo form=\"postfix\" stretchy=\"false\">)</mo></mrow><mrow>"
    #expect(text(html).contains("<msup><mrow>\(open)<mrow><mn>1.1481</mn>") && text(html).contains(close))
  }

  @Test(
    "A perplexity beside 1 keeps every digit that was typed",
    arguments: [
      ("1.000000000001", "1.4426950408882e-12"), ("1.00000001", "1.442695034e-8"),
      ("1.0000000000000002", "2.88539008177793e-16"), ("1.00000000000000001", "1.44269504088896e-17"),
    ])
  func besideOne(perplexity: String, bits: String) {
    let sheet = sheet("ppl=\(perplexity)")
    #expect(text(sheet.text(.entropy(.two))) == bits)
    #expect(text(sheet.formulas[0].text) == "H = log_2(\(perplexity)) ≈ \(bits) bits")
  }

  @Test("A perplexity just below 1 is none, though no double tells it from 1")
  func belowOne() {
    #expect(
      sheet("ppl=0.99999999999999999999").faults.map { text($0.message) } == ["a perplexity is at least 1"])
  }

  @Test(
    "Fifteen digits are right per every unit of text",
    arguments: [
      ("ppl=2.5494121782435e116", "2.12996306658706e+151"), ("ppl=6.0915432481199e2", "4170.09099242933"),
    ])
  func manyDigits(query: String, perWord: String) {
    #expect(text(sheet(query + "&text=en").text(.perplexity, per: .word)) == perWord)
  }

  @Test("= stands between a whole logarithm and its number also per another unit")
  func wholeLogarithm() {
    #expect(text(sheet("ppl=8&of=word").formulas[0].text) == "H_word = log_2(8) = 3 bits")
  }

  @Test("Sentences show powers of ten as formulas do")
  func sentences() {
    let sheet = sheet("bits=1e9")
    #expect(
      text(sheet.die) == "as uncertain as the throw of a fair die with 4.613\u{A0}×\u{A0}10³⁰¹⁰²⁹⁹⁹⁵ faces")
    var html: [UInt8] = []
    sheet.plot?.appendHTML(to: &html)
    #expect(
      text(html).contains("at an entropy of 10⁹ bits the perplexity is 4.613\u{A0}×\u{A0}10³⁰¹⁰²⁹⁹⁹⁵</desc>"))
  }

  @Test("One is singular, in formulas and in the plot's words")
  func singular() {
    #expect(text(sheet("ppl=2").formulas[0].text) == "H = log_2(2) = 1 bit")
    #expect(text(sheet("nats=1&base=e").formulas[1].text).hasSuffix("≈ 1 nat"))
    var html: [UInt8] = []
    sheet("ppl=2").plot?.appendHTML(to: &html)
    #expect(text(html).contains("at an entropy of 1 bit the perplexity is 2"))
  }

  @Test("Ratios lead from tokens to words, characters and bytes, and back")
  func units() {
    let tokens = sheet("bits=5.2&text=en")
    func entropy(_ unit: TextUnit) -> String { text(tokens.text(.entropy(.two), per: unit)) }
    #expect(TextUnit.allCases.map(entropy) == ["5.2", "6.76", "1.3", "1.3"])
    #expect(text(sheet("bits=6.76&of=word&text=en").text(.entropy(.two))) == "5.2")
    #expect(text(sheet("bits=1.3&of=byte&text=en").text(.entropy(.two))) == "5.2")
    let zh = sheet("bits=6&text=zh")
    #expect(text(zh.text(.entropy(.two), per: .character)) == "4")
    #expect(text(zh.text(.entropy(.two), per: .byte)) == "1.333")
    #expect(text(sheet("bits=6&per=character&ratio=0.5").text(.entropy(.two), per: .character)) == "3")
    #expect(text(sheet("bits=6&per=word&ratio=1.5").text(.entropy(.two), per: .word)) == "9")
    #expect(text(sheet("bits=6&per=byte&ratio=0.25").text(.entropy(.two), per: .byte)) == "1.5")
  }

  @Test(
    "What cannot be calculated is said at its field, and nothing else is shown",
    arguments: [
      ("ppl=0", "ppl", "a perplexity is at least 1"), ("ppl=-1", "ppl", "a perplexity is at least 1"),
      ("ppl=0.99", "ppl", "a perplexity is at least 1"), ("bits=-1", "bits", "an entropy is at least 0"),
      ("ppl=1e999", "ppl", "this number is too large to calculate with"),
      ("bits=1e12", "bits", "this number is too large to calculate with"),
      ("ppl=NaN", "ppl", "this is not a number"), ("nats=12,34", "nats", "this is not a number"),
      ("ppl=inf", "ppl", "infinity is no number to calculate with"),
      ("ppl=2&tokens=0", "tokens", "the number of tokens is a whole number from 1 up"),
      ("ppl=2&tokens=1.5", "tokens", "the number of tokens is a whole number from 1 up"),
      ("ppl=2&tokens_per_word=0", "tokens_per_word", "a ratio is greater than 0"),
    ])
  func faults(query: String, field: String, message: String) {
    let sheet = sheet(query)
    #expect(sheet.faults.map { "\($0.field)" } == [field])
    #expect(sheet.faults.map { text($0.message) } == [message])
    if field == "ppl" || field == "bits" || field == "nats" {
      #expect(sheet.formulas.isEmpty && sheet.plot == nil && sheet.sequence.isEmpty)
    }
  }

  @Test(
    "Numbers are understood as people type them",
    arguments: ["３１．１", " 31.1 ", "+31.1", "3.11e1", "0031.1", "%2B31.1", "31%2E1", "３１．１　"])
  func typing(number: String) {
    #expect(sheet("ppl=\(number.replacing("+", with: "%2B"))").perToken?.perplexity == 31.1)
  }

  @Test(
    "+ in an address is a sign before a digit, else the blank that forms write",
    arguments: ["1e+5", "+1e+5+", "1e%2B5"])
  func plus(number: String) {
    #expect(sheet("ppl=\(number)").perToken?.perplexity == 1e5)
  }

  @Test("A query tells which usual ratios were chosen")
  func chosenRatios() {
    let request = CalculatorRequest(query: Array("ppl=31.1&of=word&text=en".utf8), preset: .chinese)
    #expect(text(request.query) == "ppl=31.1&of=word&base=2&text=en")
    #expect(
      text(CalculatorRequest(query: Array("ppl=31.1".utf8), preset: .chinese).query) == "ppl=31.1&base=2")
  }

  @Test("Groups of digits may have commas")
  func grouping() {
    #expect(sheet("ppl=50,257").perToken?.perplexity == 50257)
    #expect(sheet("ppl=1,048,576.5").perToken?.perplexity == 1_048_576.5)
    #expect(sheet("ppl=5,02").perToken == nil)
  }

  @Test("A request survives its own query", arguments: 0..<200)
  func roundTrip(seed: Int) {
    let query = madeUpQuery(UInt64(seed))
    let request = CalculatorRequest(query: Array(query.utf8), preset: .chinese)
    let again = CalculatorRequest(query: request.query, preset: request.preset)
    #expect(text(again.query) == text(request.query), "\(query)")
    #expect(
      text(CalculatorSheet(again, words: .plainEnglish).json)
        == text(CalculatorSheet(request, words: .plainEnglish).json), "\(query)")
  }

  @Test("No sheet ever holds NaN, an infinity or nothing where a number belongs", arguments: 0..<400)
  func words(seed: Int) {
    let query = madeUpQuery(UInt64(seed))
    let sheet = sheet(query)
    let json = text(sheet.json)
    for word in ["nan", "inf\"", "infinity\"", "null", "undefined"] {
      #expect(!json.lowercased().contains(word), "\(query): \(json)")
    }
    if sheet.perToken != nil {
      #expect(sheet.fields.prefix(4).allSatisfy { !$0.text.isEmpty }, "\(query)")
    }
  }

  @Test("The plot's curve and point stay inside the picture", arguments: 0..<300)
  func plots(seed: Int) {
    var generator = SplitMix(state: UInt64(seed))
    let exponent = Double(generator.next() % 300_000) / 1000
    let base = ["2", "e", "10"][Int(generator.next() % 3)]
    let sheet = sheet("hartleys=\(exponent)&base=\(base)")
    var html: [UInt8] = []
    sheet.plot?.appendHTML(to: &html)
    let picture = text(html)
    #expect(!html.isEmpty)
    for match in picture.matches(of: #/ (x|cx)="([-0-9.]+)"/#) {
      #expect((0.0...360).contains(Double(match.2) ?? -1), "\(picture)")
    }
    for match in picture.matches(of: #/ (y|cy)="([-0-9.]+)"/#) {
      #expect((0.0...256).contains(Double(match.2) ?? -1), "\(picture)")
    }
    #expect(picture.contains("<title>") && picture.contains("<desc>at an entropy of"))
  }
}
