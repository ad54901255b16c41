import Testing

@testable import Markdown

@Suite("TeX in the fields of BibTeX files")
struct TeXTextTests {
  @Test(
    "Accents become characters, however they are written",
    arguments: [
      (#"G{\"o}del"#, "Gödel"), (#"G\"odel"#, "Gödel"), (#"G\"{o}del"#, "Gödel"), (#"G{\"{o}}del"#, "Gödel"),
      (#"Erd{\H o}s"#, "Erdős"), (#"Erd\H{o}s"#, "Erdős"), (#"{\'e}{\`e}{\^e}{\~n}{\=a}{\.z}"#, "éèêñāż"),
      (#"{\u g}{\v c}{\c c}{\k a}{\r u}{\d s}{\b d}"#, "ğčçąůṣḏ"), (#"Dvo\v{r}\'ak"#, "Dvořák"),
      (#"na{\"\i}ve"#, "naïve"), (#"Garc\'{\i}a"#, "García"), (#"\'\i"#, "í"), (#"{\i}{\j}"#, "ıȷ"),
      (#"{\o}{\O}{\l}{\L}{\ss}{\aa}{\AA}{\ae}{\OE}"#, "øØłŁßåÅæŒ"), (#"\o rsted"#, "ørsted"),
      (#"\ss{}e"#, "ße"),
      (#"\'{\^e}"#, "ế"), (#"\"{oe}"#, "öe"), (#"\~{}\^{}"#, "~^"), (#"\c 张"#, "张\u{327}"),
      ("Gödel 张", "Gödel 张"),
    ])
  func accents(tex: String, text: String) {
    #expect(BibTeX.runs(tex) == text)
  }

  @Test(
    "Signs and spaces become what they look like",
    arguments: [
      (##"95\% \& \_ \$ \# \{x\}"##, "95% & _ $ # {x}"), ("1--2 --- 3-4", "1–2 — 3-4"), ("a~b", "a\u{A0}b"),
      ("``typical'' `set'", "“typical” ‘set’"), ("O'Brien", "O'Brien"), (#"\textendash{}\ldots"#, "–…"),
      (#"\LaTeX{} and \TeX"#, "LaTeX and TeX"), ("  a \n  b  ", "a b"),
      ("{A}daptive {ADAM}", "Adaptive ADAM"),
      ("中文\n  标题", "中文标题"), ("中文\n English", "中文 English"), ("中文 标题", "中文 标题"),
      (#"a\\b\ c\,d"#, "a b c d"), (#"a\-b\/c"#, "abc"), (#"\textsc{Foo} {\sc bar} \mbox{x}"#, "Foo bar x"),
      (#"\enquote{x y}"#, "“x y”"), ("", ""), ("{}", ""), ("\\", "\\"), ("a { b", "a b"),
      ("100% sure", "100% sure"),
      ("a^b_c & d # e", "a^b_c & d # e"), ("a\u{7}b", "a\u{FFFD}b"),
    ])
  func signs(tex: String, text: String) {
    #expect(BibTeX.runs(tex) == text)
  }

  @Test(
    "Emphasis is kept",
    arguments: [
      (#"a \emph{b c} d"#, "a em(b c) d"), (#"\textit{a} \textbf{b}"#, "em(a) strong(b)"),
      (#"{\em a} b"#, "em(a) b"),
      (#"{\bf a}"#, "strong(a)"), (#"\emph{a \textbf{b} c}"#, "em(a strong(b) c)"), (#"\emph{}"#, ""),
      (#"\emph x"#, "x"),
      (#"\emph{a"#, "em(a)"), (#"a\emph{ b }c"#, "a em(b) c"), (#"\em a"#, "a"),
    ])
  func emphasis(tex: String, text: String) {
    #expect(BibTeX.runs(tex) == text)
  }

  @Test(
    "Formulas stay as they are written",
    arguments: [
      (#"the $\ell_1$ norm"#, #"the {$\ell_1} norm"#), ("${x}$ is", "{${x}} is"),
      (#"{$O(n^2)$}: a bound"#, "{$O(n^2)}: a bound"), (#"\(a\) and \[b\]"#, "{$a} and {$b}"),
      ("$$a$$", "{$a}"),
      (#"\ensuremath{k/n}"#, "{$k/n}"), (#"cost \$5"#, "cost $5"), ("5 $ only", "5 $ only"), ("$$", "$$"),
      (#"$a\$b$"#, #"{$a\$b}"#), (#"\( open"#, #"\( open"#), ("稀疏$k$比", "稀疏{$k}比"),
    ])
  func formulas(tex: String, text: String) {
    #expect(BibTeX.runs(tex) == text)
  }

  @Test("A formula from two strings has no place in the file and is shown as it is written")
  func composedFormula() {
    let file = BibTeX("@string{s = {$a+}} @misc{a, title = s # {b$}}")
    let source = Bibliography(parsing: file.file).sources.first
    #expect(source?.title.formulas.isEmpty == true)
    #expect(source?.document.frontMatter.title?.value == "$a+b$")
  }

  @Test("Blank lines and \\par divide paragraphs")
  func paragraphs() {
    #expect(BibTeX.runs("a\nb\n\n c \\par d\n \n\n") == "a b/c/d")
    #expect(BibTeX.runs("a \\emph{b\n\nc} d") == "a em(b/c) d")
  }

  @Test("Addresses are verbatim; behind a link's words an excerpt shows where it leads")
  func addresses() {
    #expect(BibTeX.runs(#"\url{https://a.example/x\_y~z#1}"#) == "https://a.example/x_y~z#1")
    let link = #"see \href{https://a.example/x\_y}{the \emph{page}} here"#
    #expect(BibTeX.runs(link) == "see the em(page) here")
    #expect(BibTeX.runs(link, showsAddresses: true) == "see the em(page) (https://a.example/x_y) here")
    let same = #"\href{https://a.example/}{https://a.example/}"#
    #expect(BibTeX.runs(same, showsAddresses: true) == "https://a.example/")
  }

  @Test("Of an unknown command the words stay, and it is told once an entry")
  func unknownCommands() {
    let text = #"@misc{a, title = {\frobnicate{Words} and \frobnicate x}}"#
    #expect(BibTeX.runs(#"\frobnicate{Words} and \frobnicate x"#) == "Words and x")
    #expect(BibTeX.diagnostics(text) == [#"bibtex.unknown-command@\frobnicate"#])
  }

  @Test("Deep groups are no danger")
  func deepGroups() {
    for opener in ["{", #"\emph{"#, #"\href{u}{"#, #"\enquote{"#, #"\textbf{\url{"#] {
      let tex = String(repeating: opener, count: 20_000) + "x" + String(repeating: "}", count: 40_000)
      let file = BibTeX("@misc{a, title = {\(tex)}, year = 1948}")
      let titles = Bibliography(parsing: file.file).sources.map(\.title.nodes.count)
      #expect(titles.first.map { $0 > 0 } == true)
    }
  }
}
