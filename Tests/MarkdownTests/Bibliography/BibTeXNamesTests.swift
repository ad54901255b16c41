import SourceText
import Testing

@testable import Markdown

@Suite("People in BibTeX files")
struct BibTeXNamesTests {
  @Test(
    "Western names are shown given name first",
    arguments: [
      ("Shannon, Claude E.", "Claude E. Shannon"), ("Claude E. Shannon", "Claude E. Shannon"),
      ("van der Berg, Ludwig", "Ludwig van der Berg"), ("King, Jr., Martin Luther", "Martin Luther King Jr."),
      ("de la Vall{\\'e}e Poussin, Charles", "Charles de la Vallée Poussin"), ("Plato", "Plato"),
      ("Plato,", "Plato"),
      ("{\\L}ukasiewicz, Jan", "Jan Łukasiewicz"), ("Knuth, D.~E.", "D. E. Knuth"),
      ("A. B.\n  Cee", "A. B. Cee"),
      ("Ludwig van Beethoven", "Ludwig van Beethoven"),
    ])
  func western(written: String, shown: String) {
    #expect(BibTeX.names(written) == shown)
  }

  @Test(
    "Names are divided by the word `and`, whatever its case, and braces protect it",
    arguments: [
      ("A B and C D", "A B | C D"), ("A B AND C D", "A B | C D"), ("A B\n  and\n  C D", "A B | C D"),
      ("Sandy Anderson and Landry, M", "Sandy Anderson | M Landry"),
      ("{Barnes and Noble}", "Barnes and Noble"),
      ("{National Bureau, Dept. of and} and X", "National Bureau, Dept. of and | X"),
      ("A and and B", "A | B"), ("", ""), ("{}", ""), ("Android", "Android"),
    ])
  func division(written: String, shown: String) {
    #expect(BibTeX.names(written) == shown)
  }

  @Test(
    "Others are no person",
    arguments: [
      ("A B and others", "A B …"), ("张三 and others", "张三 …"), ("张三 and 李四 and 等", "张三 | 李四 …"),
      ("A B and et al.", "A B …"), ("张三；李四等", "张三 | 李四 …"), ("others", " …"), ("Others, Some", "Some Others"),
    ])
  func others(written: String, shown: String) {
    #expect(BibTeX.names(written) == shown)
  }

  @Test(
    "Names in ideographs are shown family name first without a space",
    arguments: [
      ("张, 三", "张三"), ("张三", "张三"), ("张 三", "张三"), ("{张三} and {李四}", "张三 | 李四"), ("{张三}", "张三"),
      ("欧阳, 明远", "欧阳明远"), ("湯川, 秀樹", "湯川秀樹"), ("諸葛, 亮", "諸葛亮"),
      ("张, 三 and Shannon, Claude", "张三 | Claude Shannon"),
      ("张三;李四;王五", "张三 | 李四 | 王五"), ("张三; 李四;", "张三 | 李四"), ("张三，李四", "张三 | 李四"), ("张三、李四", "张三 | 李四"),
      ("张三, 李四, 王五", "张三 | 李四 | 王五"), ("王小明, 李华", "王小明 | 李华"), ("克劳德·香农", "克劳德·香农"),
      ("{中国科学院 计算技术研究所}", "中国科学院计算技术研究所"), ("Zhang, San (张三)", "San (张三) Zhang"),
    ])
  func chinese(written: String, shown: String) {
    #expect(BibTeX.names(written) == shown)
  }

  @Test("A name stands at its bytes in the file")
  func places() throws {
    let file = BibTeX("@misc{k, author = {Shannon, Claude and {张三}}}")
    let field = try #require(file.reader.entries.first?["author"])
    let names = BibTeXNames(BibTeXText(field, in: file.file))
    let written = names.names.map { String(decoding: file.file.bytes[$0.range.bytes], as: UTF8.self) }
    #expect(written == ["Shannon, Claude", "{张三}"])
  }
}
