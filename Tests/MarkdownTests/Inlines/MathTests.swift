import SourceText
import Testing

@testable import Markdown

@Suite("Formulas in Markdown")
struct MathTests {
  @Test(
    "A dollar sign opens a formula by pandoc's rule",
    arguments: [
      SketchCase("Let $x$ and $y_1$.", "p(Let {$x} and {$y_1}.)"),
      SketchCase("熵为$H$，即$2^{H}$个。", "p(熵为{$H}，即{$2^{H}}个。)"),
      SketchCase("It costs $5 and $6 more.", "p(It costs $5 and $6 more.)"),
      SketchCase("From 2000$ to 30$.", "p(From 2000$ to 30$.)"),
      SketchCase("US$10 or HK$80", "p(US$10 or HK$80)"),
      SketchCase("$x$2 is text", "p($x$2 is text)"),
      SketchCase("$x$二 is none", "p({$x}二 is none)"),
      SketchCase("$ x$ and $x $", "p($ x$ and $x $)"),
      SketchCase("$x\\ $ ends in a space of TeX", "p({$x\\ } ends in a space of TeX)"),
      SketchCase("\\$x$ is money", "p($x$ is money)"),
      SketchCase("$\\text{costs \\$5}$", "p({$\\text{costs \\$5}})"),
      SketchCase("$\\text{if $x$ holds}$", "p({$\\text{if $x$ holds}})"),
      SketchCase("$a}$ and $b$", "p($a}$ and {$b})"),
      SketchCase("$\\{a\\}$", "p({$\\{a\\}})"),
      SketchCase("$a *b* c$ and $f[a](b)$ and $a<b>c$", "p({$a *b* c} and {$f[a](b)} and {$a<b>c})"),
      SketchCase("$a\\\\b$", "p({$a\\\\b})"),
      SketchCase("$a\nb$", "p({$a\nb})"),
      SketchCase("$a\n\nb$", "p($a)p(b$)"),
      SketchCase("＄x＄", "p(＄x＄)"),
      SketchCase("$$$$ is no formula, $ neither", "p($$$$ is no formula, $ neither)"),
      SketchCase("`$x$` and ``a`$b$`` then $c$", "p(tt($x$) and tt(a`$b$) then {$c})"),
      SketchCase("$`a`$ and $`b$c`$", "p({$a} and {$b$c})"),
      SketchCase("\\(a*b*c\\) and \\(d\\)", "p({$a*b*c} and {$d})"),
      SketchCase("\\\\(a\\\\)", "p(\\(a\\))"),
      SketchCase("a \\[1\\] b", "p(a [1] b)"),
    ])
  func inline(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Two dollar signs make display math, and its lines are never Markdown",
    arguments: [
      SketchCase("$$a$$", "p({$$a})"),
      SketchCase("so $$a$$ holds", "p(so {$$a} holds)"),
      SketchCase("$$a$$ holds", "p({$$a} holds)"),
      SketchCase("$$\na\n$$", "p({$$\na\n})"),
      SketchCase("$$\na\n=\nb\n$$", "p({$$\na\n=\nb\n})"),
      SketchCase("$$\n+ y\n- b\n# w\n> c\n1. d\n$$", "p({$$\n+ y\n- b\n# w\n> c\n1. d\n})"),
      SketchCase("$$\n```\n---\n<div>\n    x\n$$", "p({$$\n```\n---\n<div>\n    x\n})"),
      SketchCase("$$a\n===\nb$$ c\nd", "p({$$a\n===\nb} c/d)"),
      SketchCase("a\n$$\n- b\n$$\n- c", "p(a/{$$\n- b\n})ul(li(p(c)))"),
      SketchCase("$$a$$ {#eq:x}", "p({$$a#eq:x})"),
      SketchCase("$$\na\n$$ {#eq:y} and", "p({$$\na\n#eq:y} and)"),
      SketchCase("\\[\n- a\n\\]", "p({$$\n- a\n})"),
      SketchCase("\\[a\\] {#eq:x}", "p({$$a#eq:x})"),
      SketchCase("\\[a\\] b", "p([a] b)"),
      SketchCase("> $$\n> a\n> > b\n> $$\n> c", "quote(p({$$\na\n> b\n}/c))"),
      SketchCase("> > $$\n> > a\n> > $$", "quote(quote(p({$$\na\n})))"),
      SketchCase("- $$\n  - a\n  $$\n- b", "ul(li(p({$$\n  - a\n  }))li(p(b)))"),
      SketchCase("1. x\n\n   $$\n   # a\n   $$\n", "ol(li(p(x)p({$$\n   # a\n   })))"),
      SketchCase("| a |\n|---|\n| $$x\\|y$$ |", "table(th(a)tr({$$x|y}))"),
    ])
  func display(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Formulas stand inside other inlines and blocks",
    arguments: [
      SketchCase("## The $H$ of it", "h2(The {$H} of it)"),
      SketchCase("# $a$ #", "h1({$a})"),
      SketchCase("a $b$\n---", "h2(a {$b})"),
      SketchCase("*a $b*c$ d* **$e$**", "p(em(a {$b*c} d) strong({$e}))"),
      SketchCase("这是**$x$**的值", "p(这是strong({$x})的值)"),
      SketchCase("[see $a]b$](u) ![$c$](v)", "p(link:u(see {$a]b}) image:v({$c}))"),
      SketchCase(
        "| $a|b$ | c |\n|---|---|\n| $P(A\\|B)$ | `x\\|y` |", "table(th({$a|b}|c)tr({$P(A|B)}|tt(x|y)))"),
      SketchCase("| costs $5 | and $6 |\n|---|---|", "table(th(costs $5|and $6))"),
    ])
  func nested(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "No formula stands in code, HTML, addresses and definitions",
    arguments: [
      SketchCase("```\n$x$\n```", "code($x$\n)"),
      SketchCase("- ~~~\n  $$\n  ~~~", "ul(li(code($$\n)))"),
      SketchCase("    $x$\n", "code($x$\n)"),
      SketchCase("<div>\n$x$\n</div>\n\n$y$", "html(<div>\n$x$\n</div>\n)p({$y})"),
      SketchCase("a <b title=\"$x$\">c</b>", "p(a tag:<b title=\"$x$\">;ctag:</b>;)"),
      SketchCase("a <!-- $x$ --> $y$", "p(a tag:<!-- $x$ -->; {$y})"),
      SketchCase("<http://e/$a$b>", "p(link:http://e/$a$b(http://e/$a$b))"),
      SketchCase("[t](/$a$b \"$c$\")", "p(link:/$a$b(t))"),
      SketchCase("[t][r]\n\n[r]: /$a$b '$c$'", "p(link:/$a$b(t))"),
      SketchCase("a <b and $x > y$", "p(a <b and {$x > y})"),
    ])
  func elsewhere(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "What was meant as a formula is reported",
    arguments: [
      ("a $ x $ b", [DiagnosticID.mathSpaces]), ("a $ \\log n $ b", [.mathSpaces]), ("5 $ or 6 $ each", []),
      ("$$\na\n\nb\n$$", [.mathBlankLine]), ("a $$ b", [.mathUnclosed]), ("`$ x $` $$a$$", []),
      ("```\n$$\n```", []), ("\\$\\$ a", []),
    ])
  func reported(_ text: String, _ expected: [DiagnosticID]) {
    #expect(Sketch.diagnostics(text) == expected)
  }

  @Test(
    "A brace without a partner is reported where it stands",
    arguments: [
      (#"一半是 $\frac{1}{2$。"#, [14]), (#"$2^{H$"#, [4]), (#"$x_{i}}$"#, [7]),
      (#"$\frac{1{2}$ 与 $\frac{1}{2$"#, [7, 25]),
      (#"| $x^{2$ | $y$ |\#n|---|---|\#n| a | $\sum_{i$ |"#, [6, 40]), (#"# $\log{x$"#, [8]),
      ("$\\text{a\nb$", [7]),
      (#"$\frac{1}{2$ and $y$"#, [10]), (#"> $\left\{ x_{1 \right\}$"#, [14]), (#"${x}_{1$"#, [6]),
      (#"$s_k \equiv 0 \pmod m}$"#, [22]),
    ])
  func unbalanced(_ text: String, _ columns: [Int]) {
    let document = Sketch(text).document
    let found = document.diagnostics.filter { $0.id == .mathUnbalanced }
    let bytes = Array(text.utf8)
    #expect(
      found.compactMap { diagnostic in
        diagnostic.location?.range.map { String(decoding: bytes[..<Int($0.start)], as: UTF8.self).count + 1 }
      } == columns)
    #expect(found.map(\.severity) == columns.map { _ in .warning })
    #expect(document.diagnostics.filter { $0.id == .mathSpaces } == [])
  }

  @Test(
    "Prices, code and formulas whose braces balance are not reported",
    arguments: [
      "$5 {a} and $6", "$5 {a and $6", "${HOME}/bin:$PATH", "${HOME:-$OTHER", "$(cmd {a) and $b",
      "\\${a and $b",
      "$a_{$b}", "$5 and x_{1$", "${a_${b}}", "$5, where \\frac{1}{2 at $x$", "价格$5，公式\\frac{1}{2等于$x$",
      "$x^{2} and no end",
      "$x^{2 and no end", "$x^{2 $", "$ x^{2$", "$x^{2$5", "`$x^{2$`", "$x `^{2` y$", "$\\{x\\}$", "$\\{x$",
      "$x^{\\text{a $b$}}$",
      "```\n$x^{2$\n```", "$x^{2\n\ny$", "$}$", "${$", "$a{b$ and c}", "echo ${x} > $y", "$$x^{2$$",
      "\\(x^{2\\)",
    ])
  func balanced(_ text: String) {
    #expect(Sketch.diagnostics(text).filter { $0 == .mathUnbalanced } == [])
  }

  @Test("A formula's range and the places in it are exact")
  func ranges() throws {
    let text = "> a $b$ {x}\n> $$\n> c\\|\n> $$ {#eq:l}\n"
    let document = Sketch(text).document
    let bytes = Array(text.utf8)
    func slice(_ range: SourceRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
    let nodes = document.nodes.filter { $0.kind == .math }
    #expect(nodes.map { slice($0.range) } == ["$b$", "$$\n> c\\|\n> $$ {#eq:l}"])
    #expect(document.formulas.map { slice($0.contentRange) } == ["b", "\n> c\\|\n> "])
    let display = try #require(document.formulas.last)
    #expect(String(decoding: document.tex(of: display), as: UTF8.self) == "\nc\\|\n")
    #expect(bytes[document.sourceOffset(ofTeXOffset: 1, in: display)] == UInt8(ascii: "c"))
  }

  @Test("Every byte of a formula's TeX is the byte of the file it says it is")
  func offsets() {
    let text = "> | a | $x\\|y$ |\n> |---|---|\n> | $\\|z\\|$ | > |\n\n> $$\n> a\n> b\n> $$\n"
    let document = Sketch(text).document
    #expect(document.formulas.count == 3)
    for formula in document.formulas {
      for (offset, byte) in document.tex(of: formula).enumerated() {
        #expect(document.source.bytes[document.sourceOffset(ofTeXOffset: offset, in: formula)] == byte)
      }
    }
  }
}
