import SourceText
import Testing

@testable import Markdown

@Suite("Code blocks")
struct CodeBlockTests {
  struct Info: Sendable, CustomTestStringConvertible {
    let text: String
    let language: String
    var title: String?
    var lines: [ClosedRange<Int>] = []
    var testDescription: String { text }
  }

  @Test(
    "An info string names the language, and may give a title and lines to mark",
    arguments: [
      Info(text: "swift", language: "swift"), Info(text: " swift ", language: "swift"),
      Info(text: "c++", language: "c++"),
      Info(text: "", language: ""), Info(text: "swift {1,3-5}", language: "swift", lines: [1...1, 3...5]),
      Info(text: "swift{2}", language: "swift", lines: [2...2]),
      Info(text: "py {1-3,2-6,9}", language: "py", lines: [1...6, 9...9]),
      Info(text: "py {9, 2,1}", language: "py", lines: [1...2, 9...9]),
      Info(text: "py {5-3,0}", language: "py"),
      Info(text: "py {x}", language: "py"), Info(text: "py title=\"a b\"", language: "py", title: "a b"),
      Info(text: "py title=a.py", language: "py", title: "a.py"),
      Info(text: "py {title=\"甲 {x}\"}", language: "py", title: "甲 {x}"),
      Info(text: "py {title=\"t\" hl_lines=\"2 4-5\"}", language: "py", title: "t", lines: [2...2, 4...5]),
      Info(text: "py hl_lines=\"1\" title=t", language: "py", title: "t", lines: [1...1]),
      Info(text: "py {1,3} title=\"t\"", language: "py", title: "t", lines: [1...1, 3...3]),
      Info(text: "py {2} title=\"t\"", language: "py", title: "t", lines: [2...2]),
      Info(text: "py {3-5} title=\"t\"", language: "py", title: "t", lines: [3...5]),
      Info(text: "py title=\"a.py\" {2}", language: "py", title: "a.py", lines: [2...2]),
      Info(text: "py title=\"{1}\" {2,4} hl_lines=3", language: "py", title: "{1}", lines: [2...2, 4...4]),
      Info(text: "py title=\"&amp;\"", language: "py", title: "&"),
      Info(text: "py title=\"t", language: "py"),
    ])
  func info(_ info: Info) {
    for fence in ["```", "~~~~"] {
      let document = Sketch("\(fence)\(info.text)\na\n\(fence)\n").document
      let code = document.codeBlocks.first
      #expect(code?.language.elementsEqual(info.language.utf8) == true)
      #expect(code?.title.map { String(decoding: $0, as: UTF8.self) } == info.title)
      #expect(code?.markedLines == info.lines)
      #expect(Sketch(document).text == "code(a\n)")
    }
  }

  @Test(
    "Fenced math is a display formula wherever code may stand",
    arguments: [
      SketchCase("```math\nx\ny\n```", "{$$x\ny}"), SketchCase("~~~ math\nx\n~~~", "{$$x}"),
      SketchCase("```math {#eq:x}\nx\n```", "{$$x#eq:x}"),
      SketchCase("> ```math\n> x\n> y\n> ```", "quote({$$x\ny})"),
      SketchCase("```math\n*a* $b$ <c> `d` \\e\n```", "{$$*a* $b$ <c> `d` \\e}"),
      SketchCase("> > ```math\n> > x\n> > ```", "quote(quote({$$x}))"),
      SketchCase("> [!note]\n> ```math\n> x\n> ```", "note!({$$x})"),
      SketchCase("```math\n\nx\n\n```", "{$$\nx\n}"),
      SketchCase("a\n```math\n> b\n- c\n# d\n```\ne", "p(a){$$> b\n- c\n# d}p(e)"),
      SketchCase("```math\n```", "code()"), SketchCase("```Math\nx\n```", "code(x\n)"),
      SketchCase("```mathx\nx\n```", "code(x\n)"),
      SketchCase("    ```math\n    x\n    ```", "code(```math\nx\n```\n)"),
    ])
  func math(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
    #expect(faults(of: Sketch(sketch.text).document) == [])
  }

  @Test(
    "In lists and footnotes its lines lose nothing but white space",
    arguments: [
      "- ```math\n  x\n  y\n  ```", "1. a\n\n   ```math\n   x\n   y\n   ```",
      "- > ```math\n  > x\n  > y\n  > ```", "> - ```math\n>   x\n>   y\n>   ```",
      "[^1]\n\n[^1]: a\n\n    ```math\n    x\n    y\n    ```", "  ```math\n  x\n  y\n  ```",
    ])
  func mathInContainers(_ text: String) throws {
    let document = Sketch(text).document
    let formula = try #require(document.formulas.first)
    let tex = document.tex(of: formula)
    let lines = tex.split(separator: 0x0A).map { $0.drop { $0 == 0x20 } }
    #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["x", "y"])
    for (offset, byte) in tex.enumerated() {
      #expect(document.source.bytes[document.sourceOffset(ofTeXOffset: offset, in: formula)] == byte)
    }
  }

  @Test(
    "A calculator and a diagram are code blocks with their text exact",
    arguments: [
      SketchCase("```calculator\nperplexity: 31.1\nbase: 2\n```", "code(perplexity: 31.1\nbase: 2\n)"),
      SketchCase("- ```calculator\n  bits: 4.7\n  ```", "ul(li(code(bits: 4.7\n)))"),
      SketchCase("> ```calculator\n> bits: 4.7\n> ```", "quote(code(bits: 4.7\n))"),
      SketchCase("```mermaid\ngraph $x$ [[a]]\n```", "code(graph $x$ [[a]]\n)"),
    ])
  func other(_ sketch: SketchCase) {
    let document = Sketch(sketch.text).document
    #expect(Sketch(document).text == sketch.expected)
    #expect(
      document.codeBlocks.first.map {
        $0.language.elementsEqual("calculator".utf8) || $0.language.elementsEqual("mermaid".utf8)
      } == true)
  }

  @Test("An open fence is reported at the fence, below Chinese text and in containers")
  func unclosed() {
    let document = Sketch("熵\n\n> 甲\n>\n> ```py\n> a\n\nb ```\n").document
    #expect(document.diagnostics.map(\.id) == [.codeUnclosedFence])
    #expect(document.diagnostics.first?.location?.position == SourcePosition(line: 5, column: 3))
    #expect(Sketch.diagnostics("```\na\n").contains(.codeUnclosedFence))
    #expect(Sketch.diagnostics("```\na\n```\n").isEmpty)
  }
}
