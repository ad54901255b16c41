import SourceText
import Testing

@testable import Markdown

@Suite("Entries of BibTeX files as sources")
struct BibliographyTests {
  @Test(
    "The date is as exact as it is written",
    arguments: [
      ("date = {2017-06-12}", "2017-06-12"), ("date = {2017-06}", "2017-06"), ("date = {2017}", "2017"),
      ("date = {2017-06-12/2017-06-15}", "2017-06-12"), ("date = {2017-06-12T10:00:00}", "2017-06-12"),
      ("date = {2017?}", "2017"), ("date = {2017~}", "2017"), ("date = {2017/}", "2017"),
      ("year = 2017", "2017"), ("year = {2017}, month = jun", "2017-06"),
      ("year = 2017, month = 6", "2017-06"),
      ("year = 2017, month = {June}", "2017-06"), ("year = 2017, month = {Jun.}", "2017-06"),
      ("year = 2017, month = jun, day = 12", "2017-06-12"),
      ("year = 2017, month = jun # {~12}", "2017-06-12"),
      ("year = 2017, month = {12 June}", "2017-06-12"), ("year = {2017年}, month = {6月}", "2017-06"),
      ("year = 2017, month = {spring}", "2017"), ("year = 2017, month = feb, day = 31", "2017-02"),
      ("year = 2017, month = 13", "2017"), ("year = {2017-06}", "2017-06"),
      ("date = {2016}, year = 2017", "2016"), ("date = {2021年3月5日}", "2021-03-05"),
      ("date = {2021 年 3 月}", "2021-03"), ("date = {2021年}", "2021"),
      ("date = {2021年十二月5日}", "2021-12-05"), ("year = 2021, month = {十月}", "2021-10"),
      ("year = 2021, month = {十二月}", "2021-12"), ("year = 2021, month = {May--June}", "2021-05"),
      ("year = 2021, month = {Jul/Aug}", "2021-07"),
    ])
  func dates(fields: String, date: String) throws {
    let source = try #require(BibTeX.source("@misc{a, \(fields)}"))
    #expect(source.document.frontMatter.date.map { String(decoding: $0.isoBytes, as: UTF8.self) } == date)
    #expect(BibTeX.diagnostics("@misc{a, \(fields)}") == [])
  }

  @Test(
    "What is no date is told and not made up",
    arguments: [
      ("year = {in press}", "{in press}"), ("year = {17}", "{17}"), ("date = {June 2017}", "{June 2017}"),
      ("year = 20170, month = jun", "20170"), ("date = {2017-13}", "{2017-13}"),
      ("year = 2017, urldate = {yesterday}", "{yesterday}"), ("date = {2021年13月5日}", "{2021年13月5日}"),
      ("date = {2021年2月30日}", "{2021年2月30日}"),
      ("date = {2021年3月5}", "{2021年3月5}"),
    ])
  func wrongDates(fields: String, place: String) {
    #expect(BibTeX.diagnostics("@misc{a, \(fields)}") == ["bibtex.value@\(place)"])
  }

  @Test(
    "The address is `url`, else that of the identifier, else that of the preprint",
    arguments: [
      ("url = {https://a.example/x}, doi = {10.1/x}", "https://a.example/x"),
      (#"url = {https://a.example/x\_y\%20z}"#, "https://a.example/x_y%20z"),
      (#"url = {\url{https://a.example/~x}}"#, "https://a.example/~x"),
      ("doi = {10.1000/ab(c)<d>}", "https://doi.org/10.1000/ab(c)%3Cd%3E"),
      ("doi = {https://doi.org/10.1/x}", "https://doi.org/10.1/x"),
      ("doi = {doi:10.1/x}", "https://doi.org/10.1/x"), (#"doi = {10.1/a\_b}"#, "https://doi.org/10.1/a_b"),
      ("eprint = {1706.03762}, archivePrefix = {arXiv}", "https://arxiv.org/abs/1706.03762"),
      ("eprint = {1706.03762v5}", "https://arxiv.org/abs/1706.03762v5"),
      ("eprint = {arXiv:cs/9901001}, eprinttype = {arxiv}", "https://arxiv.org/abs/cs/9901001"),
      (#"howpublished = {\url{https://a.example/}}"#, "https://a.example/"),
      ("note = {https://a.example/}", "https://a.example/"),
      ("doi = {10.1/x}, note = {https://a.example/}", "https://doi.org/10.1/x"),
    ])
  func addresses(fields: String, url: String) throws {
    let source = try #require(BibTeX.source("@misc{a, \(fields)}"))
    #expect(source.document.frontMatter.url?.value == url)
  }

  @Test(
    "Without an address there is none",
    arguments: ["eprint = {12}", "eprint = {x}, eprinttype = {jstor}", "doi = {}"])
  func noAddress(fields: String) throws {
    #expect(try #require(BibTeX.source("@misc{a, \(fields)}")).document.frontMatter.url == nil)
  }

  @Test(
    "The venue is the first of several fields, with volume, number and pages",
    arguments: [
      ("journal = {J}, volume = 27, number = 3, pages = {379--423}", "J 27(3), 379–423"),
      ("journaltitle = {J}, volume = 27, pages = {379-423}", "J 27, 379–423"),
      ("journal = {J}, issue = {02}", "J (02)"),
      ("booktitle = {B}, publisher = {P}, pages = 7", "B, 7"), ("publisher = {P}, volume = 2", "P"),
      ("howpublished = {A talk}", "A talk"), ("school = {S}", "S"), ("institution = {I}", "I"),
      (#"howpublished = {\url{https://a.example/}}, institution = {I}"#, "I"),
      ("eprint = {1706.03762}", "arXiv"), ("journal = {J}, pages = {1, 3--5}", "J, 1, 3–5"),
      ("journal = {J \\& K}", "J & K"),
    ])
  func venues(fields: String, site: String) throws {
    let source = try #require(BibTeX.source("@misc{a, \(fields)}"))
    #expect(source.document.frontMatter.site?.value == site)
  }

  @Test("Key, authors, tags, language and day of access are taken over")
  func frontMatter() throws {
    let source = try #require(
      BibTeX.source(
        """
        @article{k, author = {A, B and others}, keywords = {sparsity, 稀疏；entropy, sparsity}, langid = {chinese},
          urldate = {2025-02}}
        """))
    let matter = source.document.frontMatter
    #expect(matter.id?.value == "k" && matter.kind == .reference)
    #expect(matter.authors.map(\.value) == ["B A"] && matter.hasMoreAuthors)
    #expect(matter.tags.map(\.value) == ["sparsity", "稀疏", "entropy"])
    #expect(matter.lang?.value == "zh")
    #expect(matter.accessed == CalendarDate(partial: "2025-02"))
    #expect(Sketch(source.title).text == "k", "without a title the key")
    #expect(source.document.nodes.count == 1, "no excerpt")
  }

  @Test(
    "Languages are named as HTML wants them, or not at all",
    arguments: [
      ("langid = {english}", "en"), ("language = {中文}", "zh"), ("langid = {zh-CN}", "zh-CN"),
      ("language = {ngerman}", "de"),
      ("language = {Klingon}", nil), ("langid = {elvish}, language = {french}", "fr"),
    ])
  func languages(fields: String, lang: String?) throws {
    #expect(try #require(BibTeX.source("@misc{a, \(fields)}")).document.frontMatter.lang?.value == lang)
  }

  @Test(
    "The abstract, else a note, is the excerpt",
    arguments: [
      ("abstract = {A $x$.\n\nB}, note = {N}", "p(A {$x}.)p(B)"), ("annote = {A}, note = {N}", "p(A)"),
      ("note = {N}", "p(N)"),
      (#"note = {\url{https://a.example/}}"#, ""), ("abstract = {}", ""),
    ])
  func excerpts(fields: String, body: String) throws {
    #expect(Sketch(try #require(BibTeX.source("@misc{a, \(fields)}")).document).text == body)
  }

  @Test("Papers inherit from their proceedings, in either order, and name those that are missing")
  func inheritance() throws {
    let paper = "@inproceedings{p, title = {T}, crossref = {Proc}}"
    let proceedings = "@proceedings{proc, title = {Proc. of X}, year = 2017, publisher = {P}}"
    for text in [paper + proceedings, proceedings + paper] {
      let source = try #require(
        Bibliography(parsing: BibTeX(text).file).sources.first { $0.document.frontMatter.id?.value == "p" })
      #expect(source.document.frontMatter.site?.value == "Proc. of X")
      #expect(source.document.frontMatter.date == CalendarDate(year: 2017))
      #expect(Sketch(source.title).text == "T")
      #expect(BibTeX.diagnostics(text) == [])
    }
    #expect(BibTeX.diagnostics(paper) == ["bibtex.unresolved@{Proc}"])
    #expect(BibTeX.diagnostics("@misc{a, crossref = {a}}") == ["bibtex.unresolved@{a}"])
    let data = "@xdata{x, publisher = {P}, author = {A, B}}@book{b, xdata = {x}, title = {T}}"
    let sources = Bibliography(parsing: BibTeX(data).file).sources
    #expect(sources.map { $0.document.frontMatter.site?.value } == ["P"])
    #expect(sources.map { $0.document.frontMatter.authors.map(\.value) } == [["B A"]])
  }

  @Test("Title and subtitle are joined as the language does it")
  func subtitles() throws {
    #expect(Sketch(try #require(BibTeX.source("@book{a, title = {A}, subtitle = {B}}")).title).text == "A: B")
    #expect(Sketch(try #require(BibTeX.source("@book{a, title = {甲}, subtitle = {乙}}")).title).text == "甲：乙")
  }

  @Test(
    "Nothing in a field is Markdown by accident",
    arguments: [
      "*a* _b_ **c**", "# heading", "- item", "1. item", "> quote", "[a](b) ![c](d)", "[[wiki]]", "[@cite]",
      "`code`",
      "<b>raw</b> <script>", "| a | b |", "{calc: 1+1 = 3}", "==mark== ~~del~~", "a\n\n    code", "---",
      "http://a.example",
      "[^1]", "%%comment%%", "&amp; &#42;", "```\nx\n```", ":::note", "![[embed]]", "^id",
    ])
  func noMarkdown(text: String) throws {
    let protected = text.replacing("~", with: "\\textasciitilde{}").replacing("`", with: "\\textasciigrave{}")
      .replacing("{calc: 1+1 = 3}", with: "\\{calc: 1+1 = 3\\}").replacing("---", with: "-{}-{}-")
    let source = try #require(BibTeX.source("@misc{a, title = {\(protected)}, abstract = {\(protected)}}"))
    let shown = text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
    let words = shown.joined(separator: " ")
    for document in [source.title, source.document] {
      let kinds = Set(document.nodes.map(\.kind))
      #expect(kinds.isSubset(of: [.document, .paragraph, .text]))
      let texts = document.nodes.filter { $0.kind == .text }.map {
        String(decoding: document.bytes(of: $0.literal), as: UTF8.self)
      }
      #expect(texts.joined(separator: document.nodes.contains { $0.kind == .paragraph } ? " " : "") == words)
    }
  }

  @Test("The day on which a source was read may be written in Chinese")
  func accessed() {
    let source = BibTeX.source("@misc{k, title = {T}, urldate = {2023年1月2日}}")
    #expect(source?.document.frontMatter.accessed == CalendarDate(year: 2023, month: 1, day: 2))
  }

  @Test("A name in braces is an organization's, one with braces in it a person's")
  func organizations() {
    let written =
      "{World Health Organization} and {\\'E}douard, Jean and {Van} Damme, {Claude} and {中国人工智能学会}"
    let matter = BibTeX.source("@misc{k, author = {\(written)}}")?.document.frontMatter
    #expect(matter?.organizations == ["World Health Organization", "中国人工智能学会"])
    #expect(matter?.authors.count == 4)
  }

  @Test("What a source is a part of is known by its name alone")
  func containers() {
    let article =
      "@article{k, title = T, journal = {J. Assoc. Comput. Mach.}, volume = 27, number = 2, pages = {97--111}}"
    let matter = BibTeX.source(article)?.document.frontMatter
    #expect(matter?.container == WorkContainer(name: "J. Assoc. Comput. Mach.", isPeriodical: true))
    #expect(matter?.site?.value == "J. Assoc. Comput. Mach. 27(2), 97–111")
    let paper = BibTeX.source("@inproceedings{k, title = T, booktitle = {Proc. of A}}")?.document.frontMatter
    #expect(paper?.container?.isPeriodical == false)
    #expect(BibTeX.source("@book{k, title = T, publisher = {P}}")?.document.frontMatter.container == nil)
  }
}
