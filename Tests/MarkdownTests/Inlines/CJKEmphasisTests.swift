import SourceText
import Testing

@testable import Markdown

@Suite("Emphasis beside Chinese, Japanese and Korean text")
struct CJKEmphasisTests {
  @Test(
    "Punctuation inside the delimiters does not keep them from closing or opening",
    arguments: [
      SketchCase("**注意：**后", "p(strong(注意：)后)"),
      SketchCase("**“引用”**，", "p(strong(“引用”)，)"),
      SketchCase("这是**我想做的事。**所以继续。又**「重要」**的", "p(这是strong(我想做的事。)所以继续。又strong(「重要」)的)"),
      SketchCase("中文*强调，*中文", "p(中文em(强调，)中文)"),
      SketchCase("***重要。***后", "p(em(strong(重要。))后)"),
      SketchCase("前***“重要”***后", "p(前em(strong(“重要”))后)"),
      SketchCase("前**《书》**后，前**【注】**后", "p(前strong(《书》)后，前strong(【注】)后)"),
      SketchCase("前**（甲）**后，前**『乙』**后", "p(前strong(（甲）)后，前strong(『乙』)后)"),
      SketchCase("前**‘甲’**后，前**“乙”**后", "p(前strong(‘甲’)后，前strong(“乙”)后)"),
      SketchCase("前**——甲**后，前**…乙…**后", "p(前strong(——甲)后，前strong(…乙…)后)"),
      SketchCase("前**·甲·**后", "p(前strong(·甲·)后)"),
      SketchCase("**为什么？！**因为。", "p(strong(为什么？！)因为。)"),
      SketchCase("これは**「強調」**です。**強調。**です", "p(これはstrong(「強調」)です。strong(強調。)です)"),
      SketchCase("**ｶﾅ｡**です", "p(strong(ｶﾅ｡)です)"),
      SketchCase("한국어**(강조)**입니다", "p(한국어strong((강조))입니다)"),
      SketchCase("**강조(괄호)**는", "p(strong(강조(괄호))는)"),
      SketchCase("ㄅ**“ㄅ”**ㄅ ｱ**“ｱ”**ｱ あ**“あ”**あ", "p(ㄅstrong(“ㄅ”)ㄅ ｱstrong(“ｱ”)ｱ あstrong(“あ”)あ)"),
      SketchCase("𠀀**「𠀀」**𠀀 𠀀**(𠀀)**𠀀", "p(𠀀strong(「𠀀」)𠀀 𠀀strong((𠀀))𠀀)"),
      SketchCase("葛\u{E0100}**「葛\u{E0100}」**葛\u{E0100}", "p(葛\u{E0100}strong(「葛\u{E0100}」)葛\u{E0100})"),
    ])
  func punctuation(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "A letter of another script may stand outside punctuation of these scripts",
    arguments: [
      SketchCase("**a。**b", "p(strong(a。)b)"), SketchCase("a**。b**", "p(astrong(。b))"),
      SketchCase("a**（b）**c", "p(astrong(（b）)c)"), SketchCase("1.**「a」**2", "p(1.strong(「a」)2)"),
      SketchCase("**a：**b**c：**d", "p(strong(a：)bstrong(c：)d)"),
      SketchCase("**a。**😀", "p(strong(a。)😀)"), SketchCase("**😀！**后", "p(strong(😀！)后)"),
    ])
  func otherScripts(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Text without these scripts follows CommonMark alone",
    arguments: [
      SketchCase("a**\"b\"**c", "p(a**\"b\"**c)"), SketchCase("**a.**b", "p(**a.**b)"),
      SketchCase("*(a)*b", "p(*(a)*b)"), SketchCase("a~~\"b\"~~c", "p(a~~\"b\"~~c)"),
      SketchCase("a**“b”**c", "p(a**“b”**c)"), SketchCase("a==(b)==c", "p(a==(b)==c)"),
      SketchCase("**«a»**b", "p(**«a»**b)"),
    ])
  func commonMark(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "White space inside a delimiter, ideographic too, keeps it text",
    arguments: [
      SketchCase("** 中**", "p(** 中**)"), SketchCase("中** 文**", "p(中** 文**)"),
      SketchCase("**中 **文", "p(**中 **文)"), SketchCase("**注意。　**后", "p(**注意。　**后)"),
      SketchCase("　**注意。**　后", "p(　strong(注意。)　后)"), SketchCase("**a。**\nb", "p(strong(a。)/b)"),
      SketchCase("a\n**「b」**", "p(a/strong(「b」))"), SketchCase("**「b」**", "p(strong(「b」))"),
      SketchCase("中****中", "p(中****中)"), SketchCase("中**", "p(中**)"), SketchCase("**。", "p(**。)"),
    ])
  func whiteSpace(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Runs one after the other, and one character between two",
    arguments: [
      SketchCase("**a。**b**。c**", "p(strong(a。)bstrong(。c))"),
      SketchCase("*a。*b*c。*d", "p(em(a。)bem(c。)d)"),
      SketchCase("*a。***b。**", "p(em(a。)strong(b。))"),
      SketchCase("**a。***b。*", "p(strong(a。)em(b。))"),
      SketchCase("**注意：***后*", "p(strong(注意：)em(后))"),
      SketchCase("*「a」***「b」***「c」*", "p(em(「a」)strong(「b」)em(「c」))"),
      SketchCase("**a**。**b**", "p(strong(a)。strong(b))"),
      SketchCase("**a。**，**b。**", "p(strong(a。)，strong(b。))"),
      SketchCase("**中**文**中**文", "p(strong(中)文strong(中)文)"),
      SketchCase("中**。**文", "p(中strong(。)文)"), SketchCase("**。**", "p(strong(。))"),
      SketchCase("中**!**中", "p(中strong(!)中)"), SketchCase("「*「a」*」", "p(「em(「a」)」)"),
      SketchCase("「**a**」**b**", "p(「strong(a)」strong(b))"),
      SketchCase("**“中”“文”**后", "p(strong(“中”“文”)后)"),
      SketchCase("**「a*b。*c」**d", "p(strong(「aem(b。)c」)d)"),
    ])
  func runs(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  /// A run of four may open and close; CommonMark's rule on sums that are multiples of three keeps it from closing.
  @Test(
    "A longer run between two follows CommonMark's rule of three",
    arguments: [
      SketchCase("**a。****b。**", "p(strong(a。****b。))"), SketchCase("**a****b**", "p(strong(a****b))"),
    ])
  func ruleOfThree(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "Other inlines stand at the edges",
    arguments: [
      SketchCase("中文**[链接](u)**中文", "p(中文strong(link:u(链接))中文)"),
      SketchCase("中文**`code`**中文", "p(中文strong(tt(code))中文)"),
      SketchCase("中文**![图](u)**中文", "p(中文strong(image:u(图))中文)"),
      SketchCase("**(abc)**中文", "p(strong((abc))中文)"),
      SketchCase("中文**$x$。**中文", "p(中文strong({$x}。)中文)"),
      SketchCase("**注意：**`x`，**注意：**[a](b)", "p(strong(注意：)tt(x)，strong(注意：)link:b(a))"),
      SketchCase("中**\\*a。\\***文", "p(中strong(*a。*)文)"),
      SketchCase("**&ldquo;甲&rdquo;**后", "p(strong(“甲”)后)"),
      SketchCase("**「a」**[x](u)**「b」**", "p(strong(「a」)link:u(x)strong(「b」))"),
      SketchCase("**注意：**_后_", "p(strong(注意：)em(后))"),
      SketchCase("**~~删。~~**后~~**甲。**~~后", "p(strong(del(删。))后del(strong(甲。))后)"),
      SketchCase("==**甲。**==后**==乙。==**后", "p(mark(strong(甲。))后strong(mark(乙。))后)"),
    ])
  func inlines(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "What is masked behind emphasis does not spoil it",
    arguments: [
      SketchCase("**注意：**$x$", "p(strong(注意：){$x})"),
      SketchCase("**注意：**\\(x\\)", "p(strong(注意：){$x})"),
      SketchCase("**注意：**[[a]]", "p(strong(注意：){[a|a]})"),
      SketchCase("**注意：**![[a]]", "p(strong(注意：){![a|a]})"),
      SketchCase("**注意：**[@k]", "p(strong(注意：){@k})"),
      SketchCase("**注意：**{calc: 1 = 1}", "p(strong(注意：){=1})"),
      SketchCase("**注意：**\\eqref{eq:x}", "p(strong(注意：){@eq:x})"),
      SketchCase("**注意：**%%c%%后", "p(strong(注意：)后)"),
      SketchCase("**注意：**[^1]\n\n[^1]: b", "p(strong(注意：){^1.0})note:1(p(b))"),
      SketchCase("**中：**$x$，**中：**$y$", "p(strong(中：){$x}，strong(中：){$y})"),
      SketchCase("*中，*$x$*，中*", "p(em(中，){$x}em(，中))"),
      SketchCase("~~注意：~~$x$==注意：==[[a]]", "p(del(注意：){$x}mark(注意：){[a|a]})"),
    ])
  func maskedNeighbours(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "What CommonMark alone makes of the characters beside is kept",
    arguments: [
      SketchCase("中**「_强调_」**文", "p(中strong(「em(强调)」)文)"),
      SketchCase("中**「__强调__」**文", "p(中strong(「strong(强调)」)文)"),
      SketchCase("[**「a」**后]\n\n[**「a」**后]: /u", "p(link:/u(strong(「a」)后))"),
      SketchCase("[t][**注意：**后]\n\n[**注意：**后]: /u", "p(link:/u(t))"),
      SketchCase("[a](/*「b」*后) *「b」*后", "p(link:/*「b」*后(a) em(「b」)后)"),
      SketchCase("<http://e/*「b」*后> `*「b」*后`", "p(link:http://e/*「b」*后(http://e/*「b」*后) tt(*「b」*后))"),
    ])
  func kept(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test(
    "It works in every block",
    arguments: [
      SketchCase("# **a。**b", "h1(strong(a。)b)"), SketchCase("**a。**b\n---", "h2(strong(a。)b)"),
      SketchCase("- **a。**b", "ul(li(p(strong(a。)b)))"),
      SketchCase("- [ ] **注意：**后", "ul(todo(p(strong(注意：)后)))"),
      SketchCase("> **a。**b\n> **「c」**d\n**「e」**f", "quote(p(strong(a。)b/strong(「c」)d/strong(「e」)f))"),
      SketchCase("> [!note] 前**「a」**后", "note!(title(前strong(「a」)后))"),
      SketchCase("| **a。**b | 前~~「c」~~后 |\n|---|---|", "table(th(strong(a。)b|前del(「c」)后))"),
      SketchCase("x[^1]\n\n[^1]: **a。**b", "p(x{^1.0})note:1(p(strong(a。)b))"),
    ])
  func blocks(_ sketch: SketchCase) {
    #expect(Sketch.of(sketch.text) == sketch.expected)
  }

  @Test("Strikethrough and marks follow the same rule", arguments: ["~~", "=="])
  func otherDelimiters(_ mark: String) {
    let name = mark == "~~" ? "del" : "mark"
    for text in ["删除。|后", "前|「删」|后", "前|（标）|后", "前|“引”|后", "前|(a)|后"] {
      let parts = text.split(separator: "|").map(String.init)
      let (before, inside, after) =
        parts.count == 2 ? ("", parts[0], parts[1]) : (parts[0], parts[1], parts[2])
      #expect(Sketch.of(before + mark + inside + mark + after) == "p(\(before)\(name)(\(inside))\(after))")
    }
  }

  @Test(
    "Switched off, CommonMark's rule alone holds, for all delimiters",
    arguments: [
      SketchCase("**注意：**后", "p(**注意：**后)"), SketchCase("前**「重要」**后", "p(前**「重要」**后)"),
      SketchCase("~~删除。~~后", "p(~~删除。~~后)"), SketchCase("==标记。==后", "p(==标记。==后)"),
      SketchCase("**注意**：后", "p(strong(注意)：后)"), SketchCase("**「重要」** 的", "p(strong(「重要」) 的)"),
    ])
  func switchedOff(_ sketch: SketchCase) {
    var options = ParseOptions()
    options.emphasisBesideCJK = false
    let file = SourceFile(path: "q.md", bytes: Array(sketch.text.utf8))
    #expect(Sketch(Document(parsing: file, options: options)).text == sketch.expected)
  }
}
