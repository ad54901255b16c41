import SourceText
import Testing

@testable import Markdown

@Suite("Attributes, images and embeds")
struct LinkAttributeTests {
  private func firstAttributes(of text: String) -> Attributes? {
    Sketch(text).document.links.first?.attributes
  }

  @Test(
    "Braces directly behind a link or image are its attributes",
    arguments: [
      SketchCase("[a](b){.c}", "p(link:b(a))"), SketchCase("![a](b){width=300}", "p(image:b(a))"),
      SketchCase("![a](b \"t\"){width=1} c", "p(image:b(a) c)"),
      SketchCase("[a][r]{.c}\n\n[r]: u", "p(link:u(a))"), SketchCase("[r]{.c}\n\n[r]: u", "p(link:u(r))"),
      SketchCase("[r][]{.c}\n\n[r]: u", "p(link:u(r))"),
      SketchCase("**[a](b){.c}**。", "p(strong(link:b(a))。)"),
      SketchCase("- ![甲](乙.png){.c}", "ul(li(p(image:乙.png(甲))))"),
      SketchCase("# [a](b){.c} d", "h1(link:b(a) d)"),
      SketchCase("| [a](b){.c} |\n|---|", "table(th(link:b(a)))"),
      SketchCase("x[^1]\n\n[^1]: [a](b){.c}", "p(x{^1.0})note:1(p(link:b(a)))"),
    ])
  func directlyBehind(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(firstAttributes(of: sketch.text) != Attributes.none)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "Braces elsewhere are text",
    arguments: [
      SketchCase("![a](b) {width=3}", "p(image:b(a) {width=3})"), SketchCase("[a](b){}", "p(link:b(a){})"),
      SketchCase("[a](b){c", "p(link:b(a){c)"),
      SketchCase("[a](b){.c\n.d}", "p(link:b(a){.c/.d})"), SketchCase("[a]{.c}", "p([a]{.c})"),
      SketchCase("<https://a.b>{.c}", "p(link:https://a.b(https://a.b){.c})"),
      SketchCase("`a`{.c}", "p(tt(a){.c})"), SketchCase("*a*{.c}", "p(em(a){.c})"),
      SketchCase("[[a]]{.c}", "p({[a|a]}{.c})"), SketchCase("[a](b)\\{.c}", "p(link:b(a){.c})"),
      SketchCase("[a](b){.c}{.d}", "p(link:b(a){.d})"),
    ])
  func elsewhere(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("They hold an id, classes, values and flags")
  func values() throws {
    let attributes = try #require(firstAttributes(of: "![a](b){#i .c .d width=50% alt=\"甲 {乙}\" lazy}"))
    #expect(attributes.id.map { String(decoding: $0, as: UTF8.self) } == "i")
    #expect(attributes.classes.map { String(decoding: $0, as: UTF8.self) } == ["c", "d"])
    #expect(attributes["width"].map { String(decoding: $0, as: UTF8.self) } == "50%")
    #expect(attributes["alt"].map { String(decoding: $0, as: UTF8.self) } == "甲 {乙}")
    #expect(attributes["lazy"] == [])
  }

  @Test("An image in a link and the link have each their own")
  func nested() {
    let document = Sketch("[![a](b){w=1}](c){.d}").document
    #expect(Sketch(document).text == "p(link:c(image:b(a)))")
    #expect(document.links.map(\.attributes.classes) == [[Array("d".utf8)], []])
    #expect(document.links.map { $0.attributes["w"] } == [nil, Array("1".utf8)])
  }

  @Test("The link's bytes go up to the closing brace")
  func ranges() {
    let text = "熵 [a](b){.c} d"
    let link = Sketch(text).document.nodes.first { $0.kind == .link }
    #expect(link.map { String(decoding: Array(text.utf8)[$0.range.bytes], as: UTF8.self) } == "[a](b){.c}")
  }

  @Test(
    "Embeds",
    arguments: [
      SketchCase("![[a.png]]", "p({![a.png|a.png]})"), SketchCase("![[a.png|300]]", "p({![a.png|300]})"),
      SketchCase("![[a.png|300x200]]", "p({![a.png|300x200]})"),
      SketchCase("![[n#s]] ![[n#^b]]", "p({![n#s|n#s]} {![n#^b|n#^b]})"),
      SketchCase("\\![[a]]", "p(!{[a|a]})"), SketchCase("!\\[[a]]", "p(![[a]])"),
      SketchCase("\\\\![[a]]", "p(\\{![a|a]})"), SketchCase("中![[图.png]]文", "p(中{![图.png|图.png]}文)"),
      SketchCase("**![[a]]**", "p(strong({![a|a]}))"),
      SketchCase("| ![[a.png\\|300]] |\n|---|", "table(th({![a.png|300]}))"),
      SketchCase("# ![[a]]", "h1({![a|a]})"), SketchCase("`![[a]]`", "p(tt(![[a]]))"),
      SketchCase("- ![[a]]\n> ![[b]]", "ul(li(p({![a|a]})))quote(p({![b|b]}))"),
      SketchCase("![[a\nb]]", "p(![[a/b]])"), SketchCase("![[]]", "p(![[]])"),
    ])
  func embeds(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test("An embed's bytes begin at its exclamation mark")
  func embedRange() {
    let text = "熵![[a|b]]。"
    let node = Sketch(text).document.nodes.first { $0.kind == .wikiLink }
    #expect(node.map { String(decoding: Array(text.utf8)[$0.range.bytes], as: UTF8.self) } == "![[a|b]]")
  }
}
