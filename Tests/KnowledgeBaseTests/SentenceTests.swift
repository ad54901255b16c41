import Markdown
import SourceText
import TeXMath
import Testing

@testable import KnowledgeBase

@Suite struct SentenceTests {
  /// The sentence around the first link or citation of a text.
  private func sentence(_ text: String) throws -> String {
    let document = Document(parsing: SourceFile(path: "a.md", bytes: Array(text.utf8)))
    let formulas = document.formulas.map {
      MathConverter().convert(document.tex(of: $0), display: $0.isDisplay)
    }
    let node = try #require(document.nodes.firstIndex { [.wikiLink, .citation, .link].contains($0.kind) })
    let block = try #require(document.nodes[..<node].lastIndex { $0.kind == .paragraph })
    return SentenceReader(document: document, formulas: formulas).sentence(around: node, in: block)
      .text.text
  }

  @Test(arguments: [
    ("第一句。第二句[@a]在此。第三句。", "第二句在此。"), ("One. Two [[x|link]] here. Three.", "Two link here."),
    ("第一句。第二句。[@a]第三句。", "第二句。"), ("One. Two. [@a] Three.", "Two."),
    ("困惑度是 $2^{H}$ [@a]。", "困惑度是 2^H。"), ("Version 1.5 is out [@a]. Next.", "Version 1.5 is out."),
    ("一行\n接着[@a]一行。", "一行接着一行。"), ("What? Yes [@a]!", "Yes!"),
  ])
  func aSentenceIsCutAroundTheMark(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test(
    "A link that begins a sentence is of that sentence; a citation behind the full stop of the one before",
    arguments: [
      ("First sentence here. [[entropy]] is the second sentence.", "entropy is the second sentence."),
      ("第一句话。[[entropy|熵]]是第二句。", "熵是第二句。"), ("第一句话！ [熵](b.md)是第二句。", "熵是第二句。"),
      ("第一句话。[@a]第二句。", "第一句话。"), ("“第一句话。”[@a]第二句。", "“第一句话。”"),
      ("[[entropy]] first. Second.", "entropy first."), ("One. $x$ is two. [[y]] is three.", "y is three."),
      ("One. $x$ is [[y]]. Three.", "x is y."),
    ])
  func aSentenceBeginsWithTheMark(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test(
    "Quotation marks and brackets that close behind a full stop belong to the sentence",
    arguments: [
      ("他说：“它很大。”所以[[entropy|熵]]大。后来。", "所以熵大。"), ("（见上文。）[[entropy|熵]]的定义如下。", "熵的定义如下。"),
      ("一。所以[[entropy|熵]]大（真的。）后来。其他。", "所以熵大（真的。）后来。"), ("一。「[[entropy|熵]]大。」二。", "「熵大。」"),
      ("他说\"很大。\"[[entropy|熵]]也大。", "熵也大。"), ("很大。\"[[entropy|熵]]\"也大。", "\"熵\"也大。"),
      ("真的吗？！[[entropy|熵]]大。", "熵大。"), ("He said \"no.\" [[entropy|H]] is.", "H is."),
      ("(See above.) [[entropy|H]] is.", "H is."), ("“Why?” asked [[entropy|H]]. No.", "“Why?” asked H."),
      ("One. It is [[entropy|large]] (really!) and grows. No.", "It is large (really!) and grows."),
    ])
  func closingMarksBelongToTheSentence(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test(
    "The question that is a link's text or a title does not end the sentence, nor does a mark in a formula",
    arguments: [
      ("One. See [[a|What is it?]] (in Chinese) and more. No.", "See What is it? (in Chinese) and more."),
      ("一。见[[a|熵是什么？]]一页。二。", "见熵是什么？一页。"), ("[什么是熵？](a.md)（英文） 二", "什么是熵？（英文） 二"),
      ("一。见《[[a|熵]]是什么？》一页。二。", "见《熵是什么？》一页。"), ("一。见[[a|《熵是什么？》]]。二。", "见《熵是什么？》。"),
      ("一。有 $n!$ 种[[a|排列]]。二。", "有 n! 种排列。"), ("One is $x = 1.$ See [[a]].", "See a."),
      ("[All of it.](b.md) Two.", "All of it."),
    ])
  func titlesAndFormulasAreNotCut(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test(
    "No sentence ends behind an abbreviation or an initial, nor before a word in lower case",
    arguments: [
      ("One. Shannon et al. [[entropy]] showed it.", "Shannon et al. entropy showed it."),
      ("One. Signs, e.g. here, [[entropy]].", "Signs, e.g. here, entropy."),
      ("One. Fig. 3 of [[entropy]] shows. No.", "Fig. 3 of entropy shows."),
      ("One. By C. E. Shannon, [[entropy]]. No.", "By C. E. Shannon, entropy."),
      ("One. In No. 5 [[entropy]] is. No.", "In No. 5 entropy is."),
      ("The answer is no. [[entropy]] is.", "entropy is."), ("It is $H$. See [[entropy]].", "See entropy."),
      ("Well ... so it is with [[entropy]].", "Well ... so it is with entropy."),
      ("In the U.S. too, [[entropy]] is.", "In the U.S. too, entropy is."),
    ])
  func abbreviationsEndNoSentence(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }

  @Test("An image has its alternative text in a sentence, and no size")
  func sizesOfImagesAreNoText() throws {
    #expect(try sentence("See ![alt|100](i.png) and ![b|c](i.png) [x](y). No.") == "See alt and b|c x.")
    #expect(try sentence("![[i.png|300]] shows. No.") == "i.png shows.")
    #expect(try sentence("![[i.png|A plot]] shows. No.") == "A plot shows.")
  }

  @Test(arguments: [
    ("one two three four five", 13), ("one two three four five", 14), ("onetwothree four", 11),
    ("稀疏性 是什么意思", 3),
    ("稀疏性 是什么意思", 4), ("aa bb  ", 5), ("a  b", 3),
  ])
  func aCutLineHasNoMoreCharactersThanAllowed(text: String, limit: Int) {
    let cut = SentenceReader.cut(Array(text.utf8)[...], limit: limit).text
    #expect(cut.count <= limit)
    let words = text.split(separator: " ").joined(separator: " ")
    #expect(cut == words || cut.hasSuffix("…") && words.count > limit)
  }

  @Test(arguments: [
    ("short", 10, "short"), ("one two three four", 12, "one two…"), ("稀疏性是什么意思", 5, "稀疏性是…"),
    ("a\n b   c", 10, "a b c"),
  ])
  func textIsCutForPeople(text: String, limit: Int, expected: String) {
    #expect(SentenceReader.cut(Array(text.utf8)[...], limit: limit).text == expected)
  }
}
