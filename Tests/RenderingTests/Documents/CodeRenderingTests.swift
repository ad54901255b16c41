import Testing

@testable import Rendering

@Suite("Code")
struct CodeRenderingTests {
  @Test("A title stands above the code")
  func titles() {
    #expect(
      Alone.html("```swift title=\"a < b\"\nx\n```\n")
        == "<figure class=\"code\"><figcaption>a &lt; b</figcaption>\n<pre tabindex=\"0\">"
        + "<code class=\"language-swift\">x\n</code></pre></figure>\n")
  }

  @Test("Marked lines are whole lines, with their line ends")
  func markedLines() {
    #expect(
      Alone.html("```txt {1,3-4}\na\nb\n<\nd\n```\n")
        == "<pre tabindex=\"0\"><code class=\"language-txt\"><span class=\"line marked\">a\n</span>b\n"
        + "<span class=\"line marked\">&lt;\n</span><span class=\"line marked\">d\n</span></code></pre>\n")
  }

  @Test("Marks behind the last line mark nothing")
  func marksBehindTheEnd() {
    let html = Alone.html("```txt {2,9}\na\nb\n```\n")
    #expect(html.contains("a\n<span class=\"line marked\">b\n</span></code>"))
  }

  @Test("The text of the HTML is the code", arguments: 0..<200)
  func textIsCode(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let pieces = [
      "let x = 1\n", "\n", "// 熵 <&>\n", "\"a\n", "/* b\n", "*/", "'\\n' ", "end", "\n\n", "#!\n", "`",
    ]
    let code = (0..<12).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    let languages = ["", "swift", "python", "yaml", "html", "sh", "unknown"]
    let language = languages[random.next(below: languages.count)]
    let html = Alone.html("~~~~~~ \(language) {2,4-5}\n\(code)\n~~~~~~\n")
    #expect(MarkupText(html).text.hasPrefix(code))
    #expect(MarkupText(html).fault == nil)
  }
}
