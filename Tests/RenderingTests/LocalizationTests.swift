import Markdown
import SourceText
import Templates
import Testing

@testable import Rendering

@Suite("Localization")
struct LocalizationTests {
  @Test(
    "A page's language tag chooses the language of its labels",
    arguments: [
      ("zh", UILanguage.zhHans), ("zh-CN", .zhHans), ("zh-Hans-HK", .zhHans), ("zh-TW", .zhHant),
      ("zh_HK", .zhHant), ("ZH-hant", .zhHant), ("en", .en), ("en-GB", .en), ("fr", nil), ("", nil),
      ("zho", nil),
    ])
  func languageForTag(tag: String, expected: UILanguage?) {
    #expect(UILanguage(closestTo: tag) == expected)
  }

  @Test(
    "A language tag tells which way its lines run",
    arguments: [
      ("ar", true), ("he-IL", true), ("fa", true), ("az-Arab", true), ("ckb_IQ", true), ("en", false),
      ("", false),
      ("zh-Hans", false), ("ku-Latn", false), ("pa-Aran-PK", true), ("ar-Latn", false), ("de-1996", false),
    ])
  func direction(tag: String, isRightToLeft: Bool) {
    #expect(WritingDirection.isRightToLeft(Array(tag.utf8)) == isRightToLeft)
  }

  @Test("Every label of every language says something", arguments: UILanguage.allCases)
  func noLabelIsEmpty(language: UILanguage) {
    for (field, value) in zip(Strings.schema.fields, language.strings.record.values) {
      #expect(value != .text([]), "\(field.name)")
    }
    #expect(language.strings.language == language)
  }

  @Test(
    "Authors who are not named are told as the language does it",
    arguments: [
      (["Ada", "Bob"], false, "Ada、Bob", "Ada and Bob"),
      (["Ada", "Bob"], true, "Ada、Bob 等", "Ada, Bob et al."),
      (["刘洋", "陈静"], true, "刘洋、陈静等", "刘洋, 陈静 et al."), (["Ada"], true, "Ada 等", "Ada et al."),
      ([], false, "", ""),
    ])
  func authors(names: [String], hasMore: Bool, chinese: String, english: String) {
    var frontMatter = FrontMatter()
    frontMatter.authors = names.map { Sourced($0, range: SourceRange(0..<0)) }
    frontMatter.hasMoreAuthors = hasMore
    #expect(UILanguage.zhHans.authors(of: frontMatter) == bytes(chinese))
    #expect(UILanguage.zhHant.authors(of: frontMatter) == bytes(chinese))
    #expect(UILanguage.en.authors(of: frontMatter) == bytes(english))
  }

  @Test(
    "Dates without a day are written and marked up as far as they are known",
    arguments: [
      ("2017", "2017年", "2017"), ("2017-06", "2017年6月", "June 2017"),
      ("2017-06-12", "2017年6月12日", "12 June 2017"),
    ])
  func partialDates(iso: String, chinese: String, english: String) throws {
    let date = try #require(CalendarDate(partial: iso))
    for (language, text) in [(UILanguage.zhHans, chinese), (.zhHant, chinese), (.en, english)] {
      #expect(PageDate(date, language: language).text == bytes(text))
      #expect(PageDate(date, language: language).iso == bytes(iso))
    }
  }

  @Test("Numbers are grouped by thousands")
  func numbers() {
    let cases = [(0, "0"), (999, "999"), (1000, "1,000"), (12_345_678, "12,345,678"), (-1234, "−1,234")]
    for (value, expected) in cases {
      #expect(UILanguage.en.number(value) == bytes(expected))
    }
  }

  @Test("Dates show as much as is known, in the order of the language")
  func dates() {
    #expect(UILanguage.zhHans.date(year: 2024, month: 9, day: 7) == bytes("2024年9月7日"))
    #expect(UILanguage.zhHant.date(year: 2024, month: 12) == bytes("2024年12月"))
    #expect(UILanguage.en.date(year: 2024, month: 9, day: 7) == bytes("7 September 2024"))
    #expect(UILanguage.en.date(year: 1977, month: 12) == bytes("December 1977"))
    #expect(UILanguage.en.date(year: 1948) == bytes("1948"))
    #expect(UILanguage.en.date(year: 1948, month: 13, day: 1) == bytes("1948"))
  }

  @Test("The machine form of a date is as exact as the date")
  func machineDates() {
    #expect(PageDate(year: 2024, month: 9, day: 7, language: .zhHans).iso == bytes("2024-09-07"))
    #expect(PageDate(year: 1977, month: 12, language: .en).iso == bytes("1977-12"))
    #expect(PageDate(year: 850, language: .en).iso == bytes("0850"))
    #expect(PageDate(year: 1948, month: 0, day: 3, language: .en).iso == bytes("1948"))
  }

  @Test("Names are joined as the language joins them")
  func lists() {
    let names = ["A", "B", "C"].map(bytes)
    #expect(UILanguage.en.list([]) == [])
    #expect(UILanguage.en.list(Array(names.prefix(1))) == bytes("A"))
    #expect(UILanguage.en.list(Array(names.prefix(2))) == bytes("A and B"))
    #expect(UILanguage.en.list(names) == bytes("A, B and C"))
    #expect(UILanguage.zhHans.list(names) == bytes("A、B、C"))
  }

  @Test("Counts take the singular where the language has one")
  func counts() {
    #expect(UILanguage.en.questionCount(1) == bytes("1 question"))
    #expect(UILanguage.en.questionCount(0) == bytes("0 questions"))
    #expect(UILanguage.en.citationCount(1) == bytes("cited once"))
    #expect(UILanguage.zhHans.questionCount(1000) == bytes("1,000 个问题"))
    #expect(UILanguage.zhHant.pagePosition(2, of: 5) == bytes("第 2 頁，共 5 頁"))
  }

  @Test("A related question says what it shares")
  func reasons() {
    #expect(UILanguage.zhHans.sharedNames([bytes("熵"), bytes("Adam")]) == bytes("共有 熵、Adam"))
    #expect(UILanguage.en.sharedSources([bytes("S")]) == bytes("Cites the same source: S"))
  }

  @Test("Only one of several answers has a number in its heading")
  func answerHeadings() {
    #expect(UILanguage.zhHans.answerHeading(1, of: 1) == bytes("答案"))
    #expect(UILanguage.en.answerHeading(2, of: 3) == bytes("Answer 2"))
  }

  @Test("Filling a label's gaps looks at no text that was filled in")
  func patternsAreFilledOnce() {
    let filled = Pattern("{a} and {b}, {c").filled(["{a}": bytes("{b}"), "{b}": bytes("x")])
    #expect(filled == bytes("{b} and x, {c"))
  }
}

@Suite("Provenance notices")
struct ProvenanceNoticeTests {
  private let day = PageDate(year: 2024, month: 9, day: 7, language: .zhHans)

  @Test("A bare kind makes a whole sentence in every language")
  func bareKinds() {
    let language = UILanguage.zhHans
    #expect(language.notice(ProvenanceStatement(kind: .human)) == bytes("本答案由人撰写。"))
    #expect(
      language.notice(ProvenanceStatement(kind: .ai)) == bytes("本答案由人工智能生成，内容可能有误，请核实后使用。"))
    #expect(
      UILanguage.en.notice(ProvenanceStatement(kind: .ai))
        == bytes("This answer was generated by AI and may contain mistakes: verify it before use."))
  }

  @Test("What was declared is named: tool, model, day, reviewer")
  func allDetails() {
    let statement = ProvenanceStatement(
      kind: .ai, generator: bytes("aily"), model: bytes("M-1"), date: day, reviewer: bytes("林"), reviewed: day
    )
    #expect(
      UILanguage.zhHans.notice(statement)
        == bytes("本答案由人工智能（aily，模型 M-1）于2024年9月7日生成，内容可能有误，请核实后使用。已由林于2024年9月7日审阅。"))
  }

  @Test("A review without a name was made by a person")
  func unnamedReviewer() {
    let statement = ProvenanceStatement(
      kind: .human, reviewed: PageDate(year: 2025, month: 3, day: 1, language: .en))
    #expect(
      UILanguage.en.notice(statement)
        == bytes("This answer was written by people. Reviewed by a person on 1 March 2025."))
  }

  @Test("No notice shows an unfilled gap", arguments: UILanguage.allCases)
  func noGapsLeft(language: UILanguage) {
    for kind in [ProvenanceStatement.Kind.human, .ai, .mixed] {
      for (generator, model) in [("", ""), ("g", ""), ("", "m"), ("g", "m")] {
        for date in [nil, day] {
          let statement = ProvenanceStatement(
            kind: kind, generator: bytes(generator), model: bytes(model), date: date, reviewed: date)
          let notice = language.notice(statement)
          #expect(!notice.contains(UInt8(ascii: "{")))
        }
      }
    }
  }
}

/// The UTF-8 of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
