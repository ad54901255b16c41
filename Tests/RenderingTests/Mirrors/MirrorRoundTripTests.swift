import Testing

@testable import Rendering

/// A mirror is Markdown again, and says what the author's file says.
@Suite("Reading a mirror")
struct MirrorRoundTripTests {
  private static let pieces = [
    "熵", "a", "b", " ", "\n", "\n\n", "\n\n", "> ", "- ", "- [ ] a", "1. ", "3) ", "# ", "## ", "|",
    "\n|-|-|\n", "`", "```\n", "\n    ", "$x$", "$$x$$", "*", "**", "_", "~~", "==", "[^1]", "\n\n[^1]: ",
    " [", "]", " [c](https://e.org/) ", " <https://e.org/a_b> ", " https://e.org/ ", "> [!note]\n> ",
    "\n\n> [!tip]- ", " %%c%% ", "\\", "\\*", " {calc: 1 = 1} ", "\\(y\\)", "\n```math\nz\n```\n",
    "<sub>2</sub>", "\n\n<div>\n\n", "\n\n</div>\n\n", "c<u>", "<br>", "&amp;", "&lt;", "=", "-", "***",
    "+ ", "  \n", "#", "\n===\n",
  ]

  @Test("The page of a mirror is the page itself", arguments: 0..<600)
  func page(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let text = (0..<30).map { _ in Self.pieces[random.next(below: Self.pieces.count)] }.joined()
    let mirror = SmallSite.mirror(text)
    let (found, expected) = (Self.form(SmallSite.html(mirror)), Self.form(SmallSite.html(text)))
    #expect(found == expected, "\(text.debugDescription)\n\(mirror.debugDescription)")
  }

  /// HTML without white space, ids, also those headings lead to, and breaks, and without the `div` around text that was
  /// raw HTML.
  private static func form(_ html: String) -> String {
    html.replacing(#/(<h[1-6][^>]*>)<a href="#[^"]*">/#) { "\($0.1)<a>" }
      .replacing(#/\s|<\/?div>|<br>|id="[^"]*"/#, with: "")
      .replacing("<p></p>", with: "")
  }
}
