import Calculator
import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

/// What is said of a block with these lines: rule, the bytes marked, the message.
private func faults(_ lines: String, indent: String = "") -> [String] {
  let text =
    "---\ntitle: T\n---\n"
    + "```calculator\n\(lines)\n```\n".split(separator: "\n", omittingEmptySubsequences: true).map {
      indent + $0 + "\n"
    }
    .joined()
  let fixture = KnowledgeFixture(["questions/q": text])
  let bytes = Array(text.utf8)
  return fixture.diagnostics.map { fault in
    let marked = fault.location?.range.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } ?? ""
    return "\(fault.id.rawValue) [\(marked)] \(fault.message)"
  }
}

@Suite("Blocks `calculator`")
struct CalculatorBlockTests {
  @Test(
    "What is right says nothing",
    arguments: [
      "perplexity: 31.1", "perplexity: 31.1\nbase: 2\nexpect: 4.959", "bits: 4.7\nexpect: 25.99",
      "bits: 4.7\nexpect: 3.26 nats", "nats: 2.5\nbase: 2\nshow: [numbers, formula, plot, die, sequence]",
      "entropy: 2\nbase: 10\nexpect: 100", "perplexity: 31.1\nbits: 4.96",
      "ask: 多少比特？\nperplexity: 31.1\nexpect: 4.96 bits",
      "bits: 5\nper: character\nratio: 0.25\ntokens: 50", "bits: 1.3\nof: character\ntext: en",
    ])
  func right(lines: String) {
    #expect(faults(lines) == [])
  }

  @Test(
    "What is wrong is marked where it stands",
    arguments: [
      ("perplexty: 31.1", ["calc.invalid [perplexty] a calculation has no key `perplexty`"]),
      ("perplexity: 0.5", ["calc.invalid [0.5] a perplexity is at least 1"]),
      ("bits: viel", ["calc.invalid [viel] this is not a number"]),
      ("perplexity: 31.1\nbase: 3", ["calc.invalid [3] `base` is one of 2, e and 10"]),
      (
        "perplexity: 31.1\nexpect: 4.95",
        ["calc.mismatch [4.95] This is not the number of bits that follows: 4.96."]
      ),
      ("bits: 4.7\nexpect: 24.7", ["calc.mismatch [24.7] This is not the perplexity that follows: 26.0."]),
      ("bits: 4.7\nexpect: 3.3 nats", []),
      (
        "bits: 4.7\nexpect: 3.2 nats",
        ["calc.mismatch [3.2] This is not the number of nats that follows: 3.3."]
      ),
      (
        "perplexity: 31.1\nbits: 5.1",
        ["calc.mismatch [5.1] This is not the number of bits that follows: 5.0."]
      ),
      ("perplexity: 31.1\nshow: [plots]", ["calc.invalid [plots] a calculation shows no `plots`"]),
      (
        "base: 2",
        [
          "calc.invalid [```calculator] a calculation needs a number: perplexity, bits, nats, hartleys or entropy"
        ]
      ),
      (
        "bits: 2\nper: word",
        ["calc.invalid [word] `per` needs `ratio`, the number of tokens in one such unit"]
      ),
      ("bits: 2\ntokens: 1.5", ["calc.invalid [1.5] the number of tokens is a whole number from 1 up"]),
    ])
  func wrong(lines: String, expected: [String]) {
    #expect(faults(lines) == expected)
  }

  @Test("In a quotation the block itself is marked")
  func quoted() {
    #expect(
      faults("bits: 4.7\nexpect: 24.7", indent: "> ") == [
        "calc.mismatch [```calculator] This is not the perplexity that follows: 26.0."
      ])
  }

  @Test("Keys near a known one are proposed, and one that is alone is put right")
  func suggestions() {
    let text = "---\ntitle: T\n---\n```calculator\nbits: 4.7\nexpct: 25.99\n```\n"
    let fault = KnowledgeFixture(["questions/q": text]).diagnostics.first
    #expect(fault?.notes.map(\.message) == ["did you mean `expect`?"])
    #expect(fault?.fix?.replacement == "expect")
  }

  @Test("A calculation in a text without its result is told it, with the result as a fix")
  func missingResult() throws {
    let text =
      "---\ntitle: T\n---\n即 {calc: 2^4.7}，{calc: 2^4.7 ≈ 25.99}，{calc: 2^^4}，{calc: 2^20}，{calc: 10^9/7}。\n"
    let faults = KnowledgeFixture(["questions/q": text]).diagnostics
    #expect(faults.map(\.id) == Array(repeating: .calcInvalid, count: 4))
    #expect(faults.map(\.message) == Array(repeating: "the result is missing; write it behind '='", count: 4))
    #expect(faults.map { $0.fix?.replacement } == [" = 25.99", nil, " = 1048576", " = 1.429e+8"])
    let fix = try #require(faults[0].fix)
    #expect(
      String(decoding: Array(text.utf8)[..<fix.range.bytes.lowerBound], as: UTF8.self).hasSuffix(
        "{calc: 2^4.7"))
  }

  @Test("An exercise is inline Markdown; what is wrong in its formulas is said at it")
  func exercise() throws {
    let text = "---\ntitle: T\n---\n```calculator\nask: Is $x^2$ **so**?\nperplexity: 31.1\n```\n"
    let fixture = KnowledgeFixture(["questions/q": text])
    #expect(fixture.diagnostics.map(\.message) == [])
    let id = try #require(fixture.id("questions/q"))
    let linear = String(decoding: LinearText(fixture.knowledge, id).text(of: 0), as: UTF8.self)
    #expect(linear.hasPrefix("Is x^2 so?\nH ="))
    let wrong = faults("ask: Is $\\unknown$ so?\nperplexity: 31.1")
    #expect(wrong.count == 1 && wrong[0].hasPrefix("tex.unknown-command [Is $\\unknown$ so?]"))
  }

  @Test("An exercise knows the macros of its page")
  func exerciseWithMacros() throws {
    let text =
      "---\ntitle: T\nmacros: {ent: 'H(#1)'}\n---\n```calculator\nask: Is $\\ent{P}$ so?\nperplexity: 31.1\n```\n"
    let fixture = KnowledgeFixture(["questions/q": text])
    #expect(fixture.diagnostics.map(\.message) == [])
    let id = try #require(fixture.id("questions/q"))
    let linear = String(decoding: LinearText(fixture.knowledge, id).text(of: 0), as: UTF8.self)
    #expect(linear.hasPrefix("Is H(P) so?\nH ="))
  }

  @Test("In plain text a block is its exercise and its formulas")
  func linear() throws {
    let text = "---\ntitle: T\n---\n```calculator\nask: How many?\nperplexity: 31.1\n```\n"
    let fixture = KnowledgeFixture(["questions/q": text])
    let id = try #require(fixture.id("questions/q"))
    let linear = LinearText(fixture.knowledge, id).text(of: 0)
    #expect(
      String(decoding: linear, as: UTF8.self)
        == "How many?\nH = log_2(31.1) ≈ 4.959 bits\nPPL = 2^4.959 ≈ 31.1")
  }
}
