import Testing

@testable import Rendering

@Suite("What an author wrote, as CommonMark that stands by itself")
struct MirrorMarkupTests {
  /// What an author wrote and what the mirror says; both without the last end of line.
  struct Case: Sendable, CustomTestStringConvertible {
    let written: String
    let mirror: String

    init(_ written: String, _ mirror: String) {
      (self.written, self.mirror) = (written, mirror)
    }

    var testDescription: String { written.debugDescription }
  }

  private func check(_ test: Case) {
    let found = SmallSite.mirror(test.written)
    #expect(found == test.mirror + "\n", "\(found)")
  }

  @Test(
    "Blocks keep their form",
    arguments: [
      Case("a\nb\n\n\n\nc", "a\nb\n\nc"),
      Case("* a\n* b\n    * c", "- a\n- b\n  - c"),
      Case("7) a\n8) b\n\n   c", "7. a\n\n8. b\n\n   c"),
      Case("> a\nb\n>\n> > c", "> a\n> b\n>\n> > c"),
      Case("- [ ] a\n- [X] b", "- [ ] a\n- [x] b"),
      Case("-\n- a", "- \n- a"),
      Case("> [!Tip]- **T**\n> a\n>\n> b", "> [!tip]- **T**\n> a\n>\n> b"),
      Case("> [!note]\n> - a", "> [!note]\n> - a"),
      Case("a | b\n:-|-:\nc", "| a | b |\n| :-- | --: |\n| c |  |"),
      Case("- a\n\n  | x |\n  |---|\n  | y |", "- a\n\n  | x |\n  | --- |\n  | y |"),
      Case("Title\nof two\n===", "# Title of two"),
      Case("## 熵 {#h .c}", "## 熵"),
      Case("C #\n---", "## C \\#"),
      Case("- - a\n  - b", "- - a\n  - b"),
      Case("___\n\n- * * *", "***\n\n- ***"),
    ])
  func blocks(test: Case) { check(test) }

  @Test(
    "Code stays as it is, also where it was indented or stands in a list",
    arguments: [
      Case("```swift title=\"a.swift\" {1}\nlet x = `a`  \n\n\t[[y]] $z$\n```", nil),
      Case("~~~\n```\n~~~", "````\n```\n````"),
      Case("    a\n\n      b\n", "```\na\n\n  b\n```"),
      Case("1. a\n\n   ```\n   b\n\n     c\n   ```", nil),
      Case("> ```\n> %%a%%\n>\n> <b>\n> ```", nil),
      Case("```\n```", nil),
      Case("~~~ a`b\n~~~", "~~~a`b\n~~~"),
      Case("`a` `` ` `` `  ` ` a ` ` $x$ `", "`a` `` ` `` `  ` `a` `$x$`"),
      Case("a ` b", "a \\` b"),
      Case("| `a\\|b` |\n|---|", "| `a\\|b` |\n| --- |"),
    ])
  func code(test: Case) { check(test) }

  @Test(
    "Formulas are TeX between dollars",
    arguments: [
      Case("$a_1$ and \\(b*c*\\) and $`d`$", "$a_1$ and $b*c*$ and $d$"),
      Case("\\(x\\)2", "$`x`$2"),
      Case("$$\na\n\\\\ b\n$$", "$$\na\n\\\\ b\n$$"),
      Case("\\[\na\n\\]", "$$a$$"),
      Case("```math\na\n\nb\n```", "$$\na\nb\n$$"),
      Case("> $$\n> a\n> b\n> $$", "> $$\n> a\n> b\n> $$"),
      Case("| $a\\|b$ |\n|---|", "| $a\\|b$ |\n| --- |"),
      Case("$a\n+b$", "$a +b$"),
      Case("$$a$$ {#eq:a}\n\nBy \\eqref{eq:a}.", "$$a$$ (1)\n\nBy [(1)](../../questions/q/#eq:a)."),
      Case("$$a \\tag{T} \\label{eq:a}$$", "$$a \\tag{T} \\label{eq:a}$$"),
      Case("It costs $5, \\$6 or \\\\$7.", "It costs \\$5, \\$6 or \\\\\\$7."),
    ])
  func formulas(test: Case) { check(test) }

  @Test(
    "What is not published is not in the mirror",
    arguments: [
      Case("a %%secret%% b", "a  b"),
      Case("a\n\n%%\nsecret\n%%\n\nb", "a\n\nb"),
      Case("a <!-- secret --> b", "a  b"),
      Case("a\n\n<!--\nsecret\n\nsecret\n-->\n\nb", "a\n\nb"),
      Case("a ^secret", "a"),
      Case("> %%secret%%\n> a", "> a"),
      Case("[a][s]\n\n[s]: https://e.org/ \"T\"", "[a](https://e.org/ \"T\")"),
      Case("a\n\n[^secret]: b", "a"),
      Case("[a](javascript:secret)", "a"),
    ])
  func hidden(test: Case) {
    check(test)
    #expect(!test.mirror.contains("secret"))
  }

  @Test(
    "Inlines",
    arguments: [
      Case("*a* _b_ **c** __d__ ~~e~~ ==f==", "*a* _b_ **c** __d__ ~~e~~ ==f=="),
      Case("***a** b*", "***a** b*"),
      Case("a  \nb\\\nc", "a  \nb  \nc"),
      Case("困惑\n度", "困惑度"),
      Case("1 \\* 2 &lt; 3 &copy; \\[[x]]", "1 \\* 2 \\< 3 © \\[[x]]"),
      Case("{calc: 2^4.7 = 25.99}", "25.99"),
      Case("a[^x] b[^y]\n\n[^y]: 2\n\n[^x]: 1\n\n    c", "a[^1] b[^2]\n\n[^1]: 1\n\n    c\n\n[^2]: 2"),
      Case("H<sub>2</sub>O <u>a", "H<sub>2</sub>O <u>a</u>"),
      Case("<script>a</script> *b*", "<div>&lt;script&gt;a&lt;/script&gt; *b*</div>"),
      Case("a <x y=\"[b](https://e.org)\">", "a \\<x y=\"\\[b\\](https://e.org)\">"),
      Case("<details>\n<summary>a</summary>\n\n*b*\n\n</details>", nil),
      Case(
        "<https://e.org/> https://e.org/ www.e.org a@e.org",
        "<https://e.org/> <https://e.org/> [www.e.org](http://www.e.org) <a@e.org>"),
    ])
  func inlines(test: Case) { check(test) }

  @Test("What stays text in the file stays text where a line begins elsewhere")
  func lineStarts() {
    let lines = ["# a", "> a", "- a", "+ a", "1. a", "10) a", "```", "~~~", "***", "[a]: b", "<!-- a -->"]
    for line in lines where line != "<!-- a -->" {
      let written = "a\n      " + line
      #expect(SmallSite.html(SmallSite.mirror(written)) == SmallSite.html(written), "\(line)")
    }
    #expect(SmallSite.mirror("a\n    # b") == "a\n\\# b\n")
    #expect(SmallSite.mirror("> a\n===") == "> a\n> \\=\\=\\=\n")
    #expect(SmallSite.mirror("a\n    12. b") == "a\n12\\. b\n")
    #expect(SmallSite.mirror("a\n-5 and #b and 1.5") == "a\n-5 and #b and 1.5\n")
  }

  @Test("Lists that a comment kept apart stay apart")
  func neighbours() {
    #expect(SmallSite.mirror("- a\n\n%%c%%\n\n* b") == "- a\n\n<!-- -->\n\n- b\n")
    #expect(SmallSite.mirror("- a\n\n1. b") == "- a\n\n1. b\n")
  }
}

extension MirrorMarkupTests.Case {
  /// What stays as it is.
  init(_ written: String, _ mirror: String?) {
    self.init(written, mirror ?? written)
  }
}
