import Testing

@testable import Rendering

@Suite("Formulas as HTML")
struct FormulaRenderingTests {
  private static let x = #"<math data-tex="x"><mi>x</mi></math>"#

  @Test(
    "Punctuation stays with the formula it belongs to",
    arguments: [
      ("若 $x$，则", "若 <span class=\"unbroken\">\(x)，</span>则"),
      ("（$x$）。又", "<span class=\"unbroken\">（\(x)）。</span>又"),
      ("a ($x$), b", "a <span class=\"unbroken\">(\(x)),</span> b"),
      ("“$x$”", "<span class=\"unbroken\">“\(x)”</span>"),
      ("$x$.", "<span class=\"unbroken\">\(x).</span>"),
      ("($x$", "<span class=\"unbroken\">(\(x)</span>"),
      ("是$x$的", "是\(x)的"), ("$x$ , $x$", "\(x) , \(x)"), ("$x$—", "\(x)—"), ("a) $x$", "a) \(x)"),
      ("**$x$**。", "<span class=\"unbroken\"><strong>\(x)</strong>。</span>"),
      ("(*$x$*)", "<span class=\"unbroken\">(<em>\(x)</em>)</span>"),
      ("**$x$** a", "<strong>\(x)</strong> a"),
      ("***$x$***，a", "<span class=\"unbroken\"><em><strong>\(x)</strong></em>，</span>a"),
      ("**熵 $x$**。又", "<strong>熵 <span class=\"unbroken\">\(x)。</span></strong>又"),
      ("**熵 *$x$*，**又", "<strong>熵 <span class=\"unbroken\"><em>\(x)</em>，</span></strong>又"),
      ("==熵 $x$==。", "<mark>熵 \(x)</mark>。"),
    ])
  func punctuation(text: String, html: String) {
    #expect(Alone.html(text + "\n") == "<p>\(html)</p>\n")
  }

  @Test("Two formulas with punctuation between them are two boxes")
  func neighbours() {
    let html = Alone.html("$x$，$x$。\n")
    #expect(
      html
        == "<p><span class=\"unbroken\">\(Self.x)，</span><span class=\"unbroken\">\(Self.x)。</span></p>\n")
  }

  @Test("What may be wider than a small screen is reached by the keyboard, to be scrolled")
  func wide() {
    let sum = (1...13).map { "x_{\($0)}" }.joined(separator: " + ")
    #expect(Alone.html("$\(sum)$\n").contains("\" tabindex=\"0\"><msub>"))
    #expect(!Alone.html("$\(sum.prefix(40))}$\n").contains("tabindex"))
    // Its source is long, what it shows is not.
    let bold = "abcdef".map { "\\mathbf{\($0)}" }.joined()
    #expect(!Alone.html("$\(bold)$\n").contains("tabindex"))
    // Nothing in a link is another stop of the keyboard.
    #expect(!Alone.html("[$\(sum)$](https://example.org)\n").contains("tabindex"))
  }

  @Test("The TeX is kept for copying, without the marks of quotations and tables, and escaped")
  func source() {
    #expect(Alone.html("$a<\"b\"$ c\n").contains(#"<math data-tex="a&lt;&quot;b&quot;">"#))
    #expect(Alone.html("> $$a\n> +b$$\n").contains("<math data-tex=\"a\n+b\" display=\"block\">"))
    #expect(Alone.html("| $a\\|b$ |\n|---|\n").contains(#"<math data-tex="a|b">"#))
  }

  @Test("A formula with a fault is its TeX, marked, under the id others may link to")
  func faults() {
    #expect(
      Alone.html("$\\nix<$ $x$\n") == "<p><code class=\"formula-error\">\\nix&lt;</code> \(Self.x)</p>\n")
    #expect(
      Alone.html("$$\\nix$$ {#eq:x}\n") == "<p><code class=\"formula-error\" id=\"eq:x\">\\nix</code></p>\n")
  }

  @Test("A formula prints the numbers it refers to; a name twice on a page is one id")
  func numbers() {
    let html = Alone.html(
      "$$a$$ {#eq:a}\n\n$$b$$ {#eq:b}\n\n$$c$$ {#eq:a}\n\n$\\eqref{eq:b} = \\ref{eq:a}$\n")
    #expect(html.contains("<mtext>(2)</mtext><mo>=</mo><mtext>1</mtext></math>"))
    #expect(html.components(separatedBy: "id=\"eq:a\"").count == 2)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
