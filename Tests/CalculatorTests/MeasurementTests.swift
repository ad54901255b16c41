import Calculator
import PerplexityMath
import Testing

private func measure(_ options: String, _ first: String, _ second: String = "") -> Measurement {
  Measurement(
    MeasurementRequest(options: Array(options.utf8), first: Array(first.utf8), second: Array(second.utf8)),
    words: .plainEnglish)
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private func values(_ measurement: Measurement) -> [String] { measurement.results.map { text($0.value) } }

@Suite("Pasted numbers")
struct MeasurementTests {
  @Test("What is uncertain by however little is not wholly 1")
  func almostCertain() throws {
    let tiny = try #require(Amount(DoubleDouble(1e-298), base: .two))
    #expect(!Measurement.text(perplexity: tiny).isWhole)
    let none = try #require(Amount(DoubleDouble(0), base: .two))
    #expect(Measurement.text(perplexity: none).isWhole)
  }

  @Test(
    "A distribution is read however its numbers are separated",
    arguments: [
      "0.5 0.25 0.125 0.125", "0.5,0.25,0.125,0.125", "50%\n25%\n12.5%\n12.5%", "1/2; 1/4; 1/8; 1/8",
      "[0.5, 0.25, 0.125, 0.125]", "０．５，０．２５，０．１２５，０．１２５", "0.5、0.25、0.125、12.5％", " .5\t.25\r\n.125 .125 ",
    ])
  func separators(pasted: String) {
    let measurement = measure("kind=p", pasted)
    #expect(measurement.remarks.isEmpty)
    #expect(values(measurement) == ["4", "1.75", "3.36359"])
    #expect(measurement.formulas.map { text($0.text) } == ["H(P) = −Σ p log_2(p) = 1.75 bits"])
  }

  @Test("Two distributions have a cross-entropy and a divergence")
  func pair() {
    let measurement = measure("kind=pq", "0.5 0.5", "0.25 0.75")
    // H(P) = 1, H(P, Q) = ½·2 + ½·log2(4/3), D = H(P, Q) − H(P).
    #expect(values(measurement) == ["2", "1", "1.20752", "0.207519", "2.30940"])
  }

  @Test(
    "The divergence of near distributions keeps its digits",
    arguments: [
      ("0.5000001 0.4999999", "2.88539e-14"), ("0.50000001 0.49999999", "2.88539e-16"),
      ("0.500000000001 0.499999999999", "2.88539e-24"), ("50.00001% 49.99999%", "2.88539e-14"),
    ])
  func near(q: String, divergence: String) {
    #expect(values(measure("kind=pq", "0.5 0.5", q))[3] == divergence)
  }

  @Test("What is nearly certain keeps its little entropy")
  func nearlyCertain() {
    #expect(values(measure("kind=p", "0.99999999999999999 0.00000000000000001"))[1] == "5.79155e-16")
  }

  @Test(
    "Log-probabilities are taken out of what models print",
    arguments: [
      (
        #"{"choices":[{"logprobs":{"content":[{"token":"Hello","logprob":-0.5,"bytes":[72],"top_logprobs":"#
          + #"[{"token":"Hello","logprob":-0.5},{"token":"Hi","logprob":-3}]},{"token":" 1","logprob":-1.5,"#
          + #""top_logprobs":[]}]}}]}"#,
        2
      ),
      (#"{"tokens":["a","b","c"],"token_logprobs":[null,-0.5,-1.5],"top_logprobs":[null,{"x":-9}]}"#, 2),
      ("[-0.5, null, -1.5]", 2), ("None, -0.5, None, -1.5", 2),
      ("Hello -0.5\n world\t-1.5", 2), ("Hello\t-0.5\n7\t-1.5\n,\t-1\n-1\n", 4),
      ("the quick: -0.5\nfox -1.5", 2),
      ("token,logprob\nHello,-0.5\nworld,-1.5", 2),
      ("tensor([-0.5, -1.5], device='cuda:0', dtype=torch.float32, grad_fn=<SelectBackward0>)", 2),
      ("[np.float32(-0.5), np.float32(-1.5)]", 2), (#"{"Hello": -0.5, " world": -1.5}"#, 2),
      (#"[("Hello", -0.5), ("7", -1.5)]"#, 2),
      (
        #"{"completion_probabilities":[{"id":9,"token":"a","logprob":-0.5,"top_logprobs":[{"id":9,"logprob":-0.5},"#
          + #"{"id":8,"logprob":-2}]},{"id":3,"token":"b","logprob":-1.5,"top_logprobs":[]}]}"#,
        2
      ),
      (
        "[{1: Logprob(logprob=-0.5, rank=1, decoded_token='a'), 2: Logprob(logprob=-4, rank=2, decoded_token='b')},"
          + " {3: Logprob(logprob=-1.5, rank=1, decoded_token='c')}]", 2
      ),
      (
        #"{"prompt_logprobs":[null,{"1":{"logprob":-0.5,"rank":3},"2":{"logprob":-0.1}},{"3":{"logprob":-1.5}}]}"#,
        2
      ),
      (#"{"output_token_logprobs":[[-0.5,1234,"Hello"],[-1.5,5,null]]}"#, 2),
      (
        #"{"tokens":[{"id":1,"text":"a","logprob":-0.5},{"id":2,"logprob":-1.5}],"top_tokens":[[{"logprob":-8}]]}"#,
        2
      ),
      (#"{"choices":[{"logprobs":{"content":[{"logprob":-0.5},{"logprob":-1.5"#, 2),
    ])
  func formats(pasted: String, count: Int) {
    let measurement = measure("kind=logs&base=e", pasted)
    #expect(measurement.remarks.map { text($0.message) } == [])
    #expect(values(measurement).prefix(2) == ["\(count)", "1"])
  }

  @Test(
    "No number of a list is taken for a token",
    arguments: [
      ("-0.1 -0.2\nfoo -0.3", "number 3 in line 2, 'foo': this is not a number"),
      ("-0.5, x -1.5", "number 2 in line 1, 'x': this is not a number"),
      (
        "Hello -0.5\nworld NaN",
        "number 2 in line 2, 'NaN': NaN means that a calculation before this one failed"
      ),
      (
        #"{"token_logprobs":[-0.5,-Infinity]}"#,
        "number 2 in line 1, '-Infinity': the model gave this token probability 0, so the cross-entropy is infinite"
      ),
      (#"{"logprob": "x", "token_logprobs": [y]}"#, "number 1 in line 1, 'y': this is not a number"),
    ])
  func loud(pasted: String, message: String) {
    #expect(measure("kind=logs", pasted).remarks.map { text($0.message) } == [message])
  }

  @Test("A distribution may be a table of names or wrapped by a program, but has no gaps")
  func wrapped() {
    for pasted in [#"{"a": 0.5, "b": 0.25, "c": 0.25}"#, "tensor([0.5, .25, .25], dtype=torch.float64)"] {
      #expect(values(measure("kind=p", pasted)) == ["3", "1.5", "2.82843"])
    }
    #expect(measure("kind=p", "0.5 null 0.5").remarks.count == 1)
  }

  @Test("Log-probabilities come to the mean, in their base and in the unit asked for")
  func logs() {
    #expect(values(measure("kind=logs&base=e", "-1\n-2\n-3")) == ["3", "2", "7.38906"])
    #expect(values(measure("kind=logs&base=2&logs=2", "[-1, -2, -3]")) == ["3", "2", "4"])
    #expect(values(measure("kind=logs&base=10&logs=10", "-300 -300")) == ["2", "300", "1e+300"])
    #expect(values(measure("kind=logs&base=e", "-5000")) == ["1", "5000", "2.96763e+2171"])
  }

  @Test("Probabilities down to 10^-300 count")
  func tiny() {
    let measurement = measure("kind=p&base=10", "1e-300 1")
    #expect(values(measurement) == ["2", "3e-298", "1"])
  }

  @Test(
    "What is wrong is said with the number and its line",
    arguments: [
      ("kind=p", "0.5\nx\n0.5", "number 2 in line 2, 'x': this is not a number", 4..<5),
      (
        "kind=p", "0.5, NaN",
        "number 2 in line 1, 'NaN': NaN means that a calculation before this one failed", 5..<8
      ),
      ("kind=p", "0.5 -0.5 1", "number 2 in line 1, '-0.5': a probability is never negative", 4..<8),
      ("kind=p", "inf", "number 1 in line 1, 'inf': infinity is no probability", 0..<3),
      ("kind=p", "𝑥", "number 1 in line 1, '𝑥': this is not a number", 0..<2),
      ("kind=p", "1e999", "number 1 in line 1, '1e999': this number is too large to calculate with", 0..<5),
      (
        "kind=logs", "-1\n-inf",
        "number 2 in line 2, '-inf': the model gave this token probability 0, so the cross-entropy is infinite",
        3..<7
      ),
      (
        "kind=logs", "0.5",
        "number 1 in line 1, '0.5': a log-probability is never above 0, since a probability is at most 1",
        0..<3
      ),
    ])
  func faults(options: String, pasted: String, message: String, selection: Range<Int>) {
    let measurement = measure(options, pasted)
    #expect(measurement.results.isEmpty)
    #expect(measurement.remarks.map { text($0.message) } == [message])
    #expect(measurement.remarks.first?.selection == selection)
  }

  @Test("Sums that are not one are offered to be divided by")
  func sums() {
    let measurement = measure("kind=p", "1 2 1")
    #expect(measurement.remarks.map { text($0.message) } == ["the probabilities sum to 4, not to 1"])
    #expect(measurement.remarks.first?.normalizing == true)
    let normalized = measure("kind=p&normalize=1", "1 2 1")
    #expect(values(normalized) == ["3", "1.5", "2.82843"])
    #expect(normalized.remarks.map { text($0.message) } == ["divided by their sum, 4"])
    for (pasted, sum) in [
      ("1.0000015", "1.0000015"), ("0.9999985", "0.9999985"), ("0.3 0.30000000001", "0.600000"),
      ("1e308 1e308", "2\u{A0}×\u{A0}10³⁰⁸"), ("1.1000004", "1.10000"),
    ] {
      let remark = measure("kind=p", pasted).remarks.first
      #expect(remark.map { text($0.message) } == "the probabilities sum to \(sum), not to 1")
      #expect(remark?.normalizing == true)
    }
    #expect(
      measure("kind=p", "0 0").remarks.map { text($0.message) }.first?.hasPrefix("all numbers are 0") == true)
    #expect(values(measure("kind=p&normalize=1", "1e308 1e308")) == ["2", "1", "2"])
    #expect(measure("kind=p&normalize=1", "0 0").remarks.map(\.normalizing) == [false])
  }

  @Test("Q must allow what P does, and have as many numbers")
  func disagreement() {
    let missed = measure("kind=pq", "0.5 0.5", "1 0")
    #expect(missed.remarks.map(\.isSecond) == [true])
    #expect(missed.remarks.first?.selection == 2..<3)
    let counts = measure("kind=pq", "0.5 0.5", "0.5 0.25 0.25")
    #expect(counts.remarks.map { text($0.message) } == ["P has 2 numbers and Q has 3"])
    #expect(measure("kind=pq", "1 0", "0.5 0.5").remarks.isEmpty)
  }

  @Test("Of many terms the first are shown, and how many more there are")
  func manyTerms() {
    let measurement = measure(
      "kind=p&normalize=1", [String](repeating: "1", count: 4333).joined(separator: " "))
    var html: [UInt8] = []
    measurement.terms?.appendHTML(to: &html)
    #expect(text(html).contains("… and 4,321 more"))
  }

  @Test("More text than is read is refused, quickly")
  func tooLong() {
    let measurement = measure("kind=logs", String(repeating: "-1 ", count: 2_000_000))
    #expect(measurement.remarks.map { text($0.message) } == ["this is too much text: up to 4 MB is read"])
  }

  @Test("Nothing is ever NaN, and results follow Gibbs' inequality", arguments: 0..<300)
  func madeUp(seed: Int) {
    let (options, first, second) = madeUpMeasurement(UInt64(seed))
    let measurement = measure(options, first, second)
    let json = text(measurement.json).replacing("NaN means", with: "")
    for word in ["nan", "\"inf", "null", "undefined"] where !first.contains("NaN") && !second.contains("NaN")
    {
      #expect(!json.lowercased().contains(word), "\(options) \(first) \(second)")
    }
    #expect(measurement.results.allSatisfy { !$0.value.isEmpty })
    if let divergence = measurement.results.first(where: { $0.name == .divergence }) {
      #expect((Double(text(divergence.value)) ?? -1) >= 0)
    }
  }
}
