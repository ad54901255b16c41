import SourceText
import Testing

@testable import Markdown

@Suite("Wiki links, citations, numbers")
struct LinkTests {
  @Test(
    "Wiki links",
    arguments: [
      SketchCase("[[a b]] and [[c|d]]", "p({[a b|a b]} and {[c|d]})"),
      SketchCase(
        "[[a#b]] [[#c]] [[a#b#c|x]] [[a#^id]]", "p({[a#b|a#b]} {[#c|#c]} {[a#b#c|x]} {[a#^id|a#^id]})"),
      SketchCase("![[p.png|300]] !\\[[a]]", "p({![p.png|300]} ![[a]])"),
      SketchCase("\\![[a]]", "p(!{[a|a]})"),
      SketchCase("| [[a\\|b]] |\n|---|", "table(th({[a|b]}))"),
      SketchCase("[[]] [[a\nb]] [[a]", "p([[]] [[a/b]] [[a])"),
      SketchCase("`[[a]]` **[[b*c]]**", "p(tt([[a]]) strong({[b*c|b*c]}))"),
      SketchCase("[[熵|$H$]]", "p({[熵|$H$]})"),
    ])
  func wikiLinks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Citations stand in brackets",
    arguments: [
      SketchCase("[@a]", "p({@a})"),
      SketchCase("[@a, p. 3]", "p({@a , p. 3})"),
      SketchCase("[see @a; also @b, 2]", "p({@see a;@also b , 2})"),
      SketchCase("[-@a] [@a#s2] [@{odd key}]", "p({@a} {@a#s2} {@odd key})"),
      SketchCase("困惑度[@甲乙，第 2 节]", "p(困惑度{@甲乙 ，第 2 节})"),
      SketchCase("@a and b@c [x@y]", "p(@a and b@c [x@y])"),
      SketchCase("[@a](u) `[@a]`", "p(link:u(@a) tt([@a]))"),
      SketchCase("\\eqref{eq:x} \\ref{eq:y} [@eq:z]", "p({@eq:x} {@eq:y} {@eq:z})"),
      SketchCase("[@a: b]: /u", "p({@a : b}: /u)"),
    ])
  func citations(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Numbers in brackets cite only where the page lists its sources",
    arguments: [
      SketchCase("a [1]", "p(a [1])"),
      SketchCase("a [1][2], 【3】 and [0]\n\n## 参考资料", "p(a {#1}{#2}, {#3} and [0])h2(参考资料)"),
      SketchCase("\\[1] \\[2\\] [x] `[3]`\n\n## References", "p([1] [2] [x] tt([3]))h2(References)"),
      SketchCase("[4](u) [a [5]](u)\n\n# Sources:", "p(link:u(4) link:u(a [5]))h1(Sources:)"),
      SketchCase("[1] &amp; [2]\n\n## 参考", "p({#1} & {#2})h2(参考)"),
    ])
  func numbers(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Calculations",
    arguments: [
      SketchCase("{calc: 2^4.7 = 25.99} bits", "p({=25.99} bits)"),
      SketchCase("{calc: 2^4.7 ≈ 25.99} bits", "p({=25.99} bits)"),
      // Without a result, which is reported, the expression is shown.
      SketchCase("{calc: 2} {calc: a\n= 3}", "p({=2} {calc: a/= 3})"),
      SketchCase("`{calc: 1 = 1}`", "p(tt({calc: 1 = 1}))"),
    ])
  func calculations(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("The number and the key stand where they say")
  func places() throws {
    let document = Sketch("熵 {calc: 1 + 1 = 2.0} [see @key, p. 3]").document
    let number = try #require(document.calculations.first)
    let item = try #require(document.citations.first?.items.first)
    #expect(document.source.bytes[number.valueRange.bytes].elementsEqual("2.0".utf8))
    #expect(number.expression.elementsEqual("1 + 1".utf8))
    #expect(document.source.bytes[item.range.bytes].elementsEqual("key".utf8))
  }

  @Test(
    "A title ends where libcmark ends it: at the last quote it can",
    arguments: [
      SketchCase("[](i \"b**所\\\\\"\")**扂**x", "p(link:i()strong(扂)x)"),
      SketchCase("[a](i \"b\\\") *c*", "p(link:i(a) em(c))"),
      SketchCase("[a](i (b\\\\(c)) *d*", "p(link:i(a) em(d))"),
    ])
  func titles(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "A title that stands in front matter is read as inlines",
    arguments: [
      ("# a", "# a"), ("- $x$ *b*", "- {$x} em(b)"), ("a\nb", "a\nb"), ("$$c$$ # ", "{$$c} #"),
      ("[[p]] \\*", "{[p|p]} *"), ("\n&#65534;*a*", "\u{FFFD}em(a)"),
      ("a *b\n\\*c*\n$x$", "a em(b\n*c)\n{$x}"),
    ])
  func title(_ text: String, _ expected: String) {
    let file = SourceFile(path: "q.md", bytes: Array("title: \(text)".utf8))
    let document = Document(parsingInlinesIn: 7..<file.bytes.count, of: file)
    #expect(Sketch(document).text == expected)
    #expect(faults(of: document) == [])
  }
}
