import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite struct EquationReferenceTests {
  private static let entropy = "# Entropy\n\n$$H = \\log n \\label{eq:h}$$\n\n$$D \\label{eq:same}$$\n"

  private func fixture(_ text: String) -> KnowledgeFixture {
    KnowledgeFixture([
      "questions/entropy": Self.entropy, "questions/other": "# Other\n\n$$E$$ {#eq:same}\n",
      "questions/what": "# What is it?\n\n$$Q$$ {#eq:q}\n",
      "questions/xin-xi": "# 什么是《信息》？\n\n$$I$$ {#eq:i}\n", "questions/shang": "# 熵 $S$\n\n$$S$$ {#eq:s}\n",
      "questions/start": "# Start\n\n$$a$$ {#eq:own}\n\n\(text)\n",
    ])
  }

  @Test(arguments: [
    (#"\eqref{eq:own}"#, "questions/start", true), (#"\ref{eq:own}"#, "questions/start", false),
    ("[@eq:own]", "questions/start", true), (#"\eqref{eq:h}"#, "questions/entropy", true),
    (#"\ref{eq:h}"#, "questions/entropy", false), ("[@eq:h]", "questions/entropy", true),
  ])
  func aReferenceFindsTheOnlyEquation(text: String, page: String, isParenthesized: Bool) throws {
    let fixture = fixture(text)
    let place = EquationPlace(page: try #require(fixture.id(page)), index: 0)
    #expect(fixture.faults == [])
    #expect(
      try #require(fixture.links("questions/start")).citations == [
        [.equation(place, isParenthesized: isParenthesized)]
      ])
  }

  @Test(arguments: [
    (#"\eqref{eq:nowhere}"#, "math.label-unresolved"), ("[@eq:nowhere]", "math.label-unresolved"),
    (#"$\eqref{eq:nowhere}$"#, "math.label-unresolved"), (#"\eqref{eq:same}"#, "math.label-ambiguous"),
    ("[@eq:same]", "math.label-ambiguous"), (#"$x = \ref{eq:same}$"#, "math.label-ambiguous"),
    (#"\eqref{nowhere}"#, "math.label-unresolved"), ("[@nowhere]", "citation.unresolved"),
  ])
  func aReferenceWithoutItsOneEquationIsReported(text: String, fault: String) {
    #expect(fixture(text).faults == [fault])
  }

  @Test func theLabelOfThePageItselfComesFirst() throws {
    let fixture = KnowledgeFixture([
      "questions/entropy": Self.entropy, "questions/other": "$$E$$ {#eq:same}\n\n\\eqref{eq:same}\n",
    ])
    #expect(fixture.faults == [])
    let place = EquationPlace(page: try #require(fixture.id("questions/other")), index: 0)
    #expect(
      try #require(fixture.links("questions/other")).citations == [[.equation(place, isParenthesized: true)]])
  }

  @Test func aFaultInsideAFormulaStandsWhereTheReferenceDoes() throws {
    let fixture = KnowledgeFixture(["questions/a": "> - $$\n>   x\n>   = \\eqref{eq:x}\n>   $$\n"])
    let location = try #require(fixture.diagnostics.first?.location)
    #expect(fixture.faults == ["math.label-unresolved"])
    #expect(location.position.map { [$0.line, $0.column] } == [3, 7])
    #expect(location.range.map { $0.end - $0.start } == 12)
  }

  @Test(arguments: [#"\eqref{eq:h}"#, "[@eq:h]", #"$\eqref{eq:h}$"#])
  func aReferenceToAnotherPageIsAMention(text: String) throws {
    let fixture = fixture("By \(text).")
    let start = try #require(fixture.id("questions/start"))
    let incoming = fixture.knowledge.graph.incoming(of: try #require(fixture.id("questions/entropy")))
    #expect(incoming.map(\.from) == [start])
  }

  @Test(arguments: [
    (#"By \eqref{eq:own}, so."#, "By (1), so."), (#"See \ref{eq:own}."#, "See 1."),
    ("By [see @eq:own].", "By see (1)."), (#"By \eqref{eq:h}."#, "By Entropy, (1)."),
    ("In [[#eq:own]] and [[entropy#eq:h]].", "In (1) and Entropy, (1)."),
    ("See [[entropy]] and [[entropy|that]].", "See Entropy and that."),
    ("See [[entropy#Entropy]] and [[#Start]].", "See Entropy › Entropy and Start."),
    (#"By \eqref{eq:q} we see."#, "By What is it, (1) we see."),
    ("Wanted is [[nobody]].", "Wanted is nobody."),
    ("由[[xin-xi#eq:i]]得", "由什么是《信息》，(1)得"), (#"由\eqref{eq:i}得"#, "由什么是《信息》，(1)得"),
    (#"由\eqref{eq:s}得"#, "由熵 S，(1)得"),
  ])
  func plainTextShowsNumbersAndTitles(text: String, expected: String) throws {
    let fixture = fixture(text)
    let id = try #require(fixture.id("questions/start"))
    let document = fixture.knowledge[id].document
    let paragraph = try #require(document.nodes.indices.last { document.nodes[$0].kind == .paragraph })
    #expect(LinearText(fixture.knowledge, id).text(of: paragraph).text == expected)
  }
}
