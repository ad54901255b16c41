import SourceText
import Testing

@testable import Markdown

@Suite("What only some BibTeX entries say of a work")
struct WorkFactTests {
  @Test(
    "Series, volume, edition, editors and degree are kept",
    arguments: [
      (
        "@book{a, series = {LNCS}, volume = {2}, edition = {3rd}}",
        [WorkFact.series("LNCS"), .volume("2"), .edition("3rd")]
      ),
      ("@book{a, series = {丛书}, number = 7}", [.series("丛书 7")]),
      ("@book{a, editor = {Knuth, Donald}}", [.isEdited]),
      (
        "@incollection{a, author = {A}, editor = {李, 四 and others}, booktitle = {B}, volume = 3, edition = 2}",
        [.editors(["李四"], hasMore: true), .edition("2")]
      ),
      ("@phdthesis{a, school = {MIT}}", [.thesis(.doctor)]), ("@mastersthesis{a}", [.thesis(.master)]),
      ("@thesis{a, type = {phdthesis}}", [.thesis(.doctor)]),
      ("@thesis{a, type = {硕士论文}}", [.thesis(.master)]),
      ("@thesis{a, type = {Bachelor's thesis}}", [.thesis(.bachelor)]), ("@thesis{a}", []),
      ("@article{a, journal = {J}, volume = 1, number = 2}", []),
      ("@inproceedings{a, booktitle = {P}, series = {LNCS}, volume = 9}", []),
      ("@inproceedings{a, booktitle = {P}, series = {LNCS}}", [.series("LNCS")]),
    ])
  func facts(entry: String, expected: [WorkFact]) throws {
    let source = try #require(BibTeX.source(entry))
    #expect(source.document.frontMatter.workFacts == expected)
  }

  @Test("The volume of proceedings in a series stands with the series")
  func proceedings() throws {
    let source = try #require(
      BibTeX.source("@inproceedings{a, booktitle = {P}, series = {LNCS}, volume = 9, pages = {1--2}}"))
    #expect(source.document.frontMatter.site?.value == "P, LNCS 9, 1–2")
  }

  @Test(
    "The number of an edition is read in digits and words",
    arguments: [
      ("3", 3), ("3rd", 3), ("Third", 3), ("2nd ed.", 2), ("Second Edition", 2), ("第三版", 3), ("第 12 版", nil),
      ("第12版", 12), ("修订版", nil), ("Revised", nil), ("", nil), ("0", nil), ("1st", 1),
    ] as [(String, Int?)])
  func editions(written: String, number: Int?) {
    #expect(WorkFact.editionNumber(of: written) == number)
  }
}
