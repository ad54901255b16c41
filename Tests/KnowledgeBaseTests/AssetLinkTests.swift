import Markdown
import SourceText
import Testing

@testable import KnowledgeBase

@Suite("Wiki links and embeds of files that are no pages")
struct AssetLinkTests {
  private static let assets: Set<String> = [
    "content/attachments/diagram.svg", "content/attachments/doc.pdf", "content/questions/x/plot.png",
    "content/questions/y/plot.png", "content/attachments/Case.PNG", "content/static/logo.png",
  ]

  private func resolve(_ link: String, from place: String = "questions/x/start") -> (
    LinkTarget?, KnowledgeFixture
  ) {
    let fixture = KnowledgeFixture([place: "# Start\n\n\(link)\n"], assets: Self.assets)
    return (fixture.links(place)?.wikiLinks.first, fixture)
  }

  @Test(
    "A file is found by its path, then by its name wherever it lies",
    arguments: [
      ("![[diagram.svg|200]]", "attachments/diagram.svg"), ("[[doc.pdf]]", "attachments/doc.pdf"),
      ("![[attachments/diagram.svg]]", "attachments/diagram.svg"), ("![[plot.png]]", "questions/x/plot.png"),
      ("![[y/plot.png]]", "questions/y/plot.png"), ("![[../y/plot.png]]", "questions/y/plot.png"),
      ("![[case.png]]", "attachments/Case.PNG"), ("![[DIAGRAM.svg]]", "attachments/diagram.svg"),
    ])
  func found(link: String, path: String) {
    let (target, fixture) = resolve(link)
    #expect(target == .asset("content/" + path, fragment: nil))
    #expect(fixture.faults == [])
  }

  @Test func aFilePublishedAsItIsIsLinkedToThere() {
    #expect(resolve("![[logo.png]]").0 == .builtIn(Array("logo.png".utf8)))
  }

  @Test("A file that is missing is no page to be written; the nearest ones are named as links find them")
  func missing() {
    for (link, note) in [
      ("![[nope.png]]", nil), ("![[diagramm.svg]]", "`diagram.svg`"), ("[[dok.pdf|the paper]]", "`doc.pdf`"),
      ("![[Diagram_.svg]]", "`diagram.svg`"),
      ("![x](diagram.svg)", "`../../attachments/diagram.svg`"),
    ] as [(String, String?)] {
      let (target, fixture) = resolve(link)
      #expect(target == nil || target == .broken)
      #expect(fixture.faults == ["asset.missing"], "\(link)")
      #expect(
        fixture.diagnostics.first?.notes.map(\.message) == [
          note.map { "did you mean \($0)?" } ?? "Put the file where this name leads, or correct the name."
        ])
    }
    #expect(resolve("[[Node.js]]").1.faults == ["link.wanted"])
    #expect(resolve("[[GPT-4.5]]").1.faults == ["link.wanted"])
  }

  @Test func severalFilesOfANameAreNamed() {
    let (target, fixture) = resolve("![[plot.png]]", from: "questions/start")
    #expect(target == .broken)
    #expect(fixture.faults == ["link.ambiguous"])
    #expect(
      fixture.diagnostics.first?.notes.map(\.message) == [
        "content/questions/x/plot.png", "content/questions/y/plot.png",
        "Write the path, such as ![[questions/x/plot.png]].",
      ])
  }
}
