import Testing

@testable import SourceText

@Suite("Reports of diagnostics for programs")
struct ReportingFormatsTests {
  private let broken = Diagnostic(
    .linkUnresolved, at: place(of: "](b%20c.md", in: "é\n熵](b%20c.md)\n", path: "x, y:z.md"),
    "No \"b c.md\".", notes: [Note("100 %")],
    fix: FixIt(range: SourceRange(8..<10), replacement: "b"))

  @Test("JSON has the contract's keys, a line each")
  func json() {
    let general = Diagnostic(.outputNoBaseURL, at: nil, "m")
    #expect(
      printed([broken, general], as: .json) == """
        {"id":"output.no-base-url","severity":"warning","path":null,"range":null,"line":null,"column":null,\
        "message":"m","notes":[]}
        {"id":"link.unresolved","severity":"error","path":"x, y:z.md","range":[6,16],"line":2,"column":2,\
        "message":"No \\"b c.md\\".","notes":[{"message":"100 %"}],\
        "fix":{"range":[8,10],"replacement":"b"}}

        """)
  }

  @Test("A note's place is in the note")
  func jsonNotes() {
    var diagnostic = Diagnostic(.slugDuplicate, at: SourceLocation(path: "a.md"), "m")
    diagnostic.notes = [Note("n", at: place(of: "x", in: "x", path: "b.md"))]
    #expect(
      printed([diagnostic], as: .json) == """
        {"id":"slug.duplicate","severity":"error","path":"a.md","range":null,"line":null,"column":null,\
        "message":"m","notes":[{"message":"n","path":"b.md","range":[0,1],"line":1,"column":1}]}

        """)
  }

  @Test("GitHub's commands escape what would end a property or the command")
  func github() {
    #expect(
      printed([broken, Diagnostic(.outputNotExchanged, at: nil, "m")], as: .github) == """
        ::notice title=output.not-exchanged::m
        ::error file=x%2C y%3Az.md,line=2,col=2,endColumn=12,title=link.unresolved::No "b c.md".%0A100 %25

        """)
    var reporter = DiagnosticReporter(format: .github)
    reporter.folder = "wiki"
    let wanted = Diagnostic(.linkWanted, at: SourceLocation(path: "a.md"), "m")
    #expect(
      String(decoding: reporter.report([wanted]), as: UTF8.self)
        == "::warning file=wiki/a.md,title=link.wanted::m\n")
  }

  @Test("SARIF is one document with the column kind, the rules and the results")
  func sarif() throws {
    var reporter = DiagnosticReporter(format: .sarif)
    reporter.folder = "维基"
    let wanted = Diagnostic(
      .linkWanted, at: place(of: "x", in: "x"), "w", notes: [Note("n", at: place(of: "x", in: "x"))])
    let document = try JSONReader.read(reporter.report([broken, wanted])[...])
    #expect(document["version"]?.text == "2.1.0")
    let run = try #require(document["runs"]?.elements.first)
    #expect(run["columnKind"]?.text == "unicodeCodePoints")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    #expect(rules.map { $0["id"]?.text } == ["link.unresolved", "link.wanted"])
    let results = try #require(run["results"]?.elements)
    #expect(results.map { $0["level"]?.text } == ["warning", "error"])
    #expect(results.map { $0["ruleIndex"] } == [.number("1"), .number("0")])
    #expect(results[1]["message"]?["text"]?.text == "No \"b c.md\".\n100 %")

    let place = try #require(results[1]["locations"]?.elements.first?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"]?.text == "%E7%BB%B4%E5%9F%BA/x%2C%20y%3Az.md")
    let region = try #require(place["region"])
    #expect(
      ["startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"].map { region[$0] }
        == ["2", "2", "2", "12", "6", "10"].map { .number($0) })
    #expect(results[0]["relatedLocations"]?.elements.first?["message"]?["text"]?.text == "n")
    let replacement = results[1]["fixes"]?.elements.first?["artifactChanges"]?.elements.first?["replacements"]
    #expect(replacement?.elements.first?["deletedRegion"]?["byteLength"] == .number("2"))
  }

  @Test("A place over several lines ends where it ends, for each format as far as it can say so")
  func severalLines() throws {
    let found = [
      Diagnostic(.mathUnclosed, at: place(of: "b\n熵\n", in: "ab\n熵\nc"), "m"),
      Diagnostic(.mathUnclosed, at: place(of: "熵\nc", in: "ab\n熵\nc"), "m"),
    ]
    #expect(
      printed(found, as: .github) == """
        ::error file=a.md,line=1,endLine=2,title=math.unclosed::m
        ::error file=a.md,line=2,endLine=3,title=math.unclosed::m

        """)
    let results = try JSONReader.read(DiagnosticReporter(format: .sarif).report(found)[...])["runs"]?
      .elements.first?["results"]?.elements
    let regions =
      results?.compactMap { $0["locations"]?.elements.first?["physicalLocation"]?["region"] } ?? []
    #expect(regions.map { $0["endLine"] } == [.number("3"), .number("3")])
    #expect(regions.map { $0["endColumn"] } == [.number("1"), .number("2")])
  }

  @Test("No format for people shows percent-encoded letters; JSON keeps them for programs")
  func percentEncoding() {
    let diagnostic = Diagnostic(
      .linkUnresolved, at: nil, "No %E7%86%B5.md.", notes: [Note("did you mean `%E4%BF%A1.md`?")])
    for format in [.text, .github, .sarif] as [DiagnosticFormat] {
      let report = printed([diagnostic], as: format)
      #expect(report.contains("No 熵.md."))
      #expect(report.contains("`信.md`"))
      #expect(!report.contains("%E"))
    }
    #expect(printed([diagnostic], as: .json).contains("No %E7%86%B5.md."))
  }

  @Test("A fix of many places names them all to programs")
  func fixesOfManyPlaces() throws {
    let fix = FixIt(
      range: SourceRange(0..<2), replacement: "",
      furtherRanges: [SourceRange(5..<7), SourceRange(9..<11)])
    let diagnostic = Diagnostic(.textSoftHyphen, at: place(of: "x", in: "x"), "m", fix: fix)
    #expect(
      printed([diagnostic], as: .json).hasSuffix(
        "\"fix\":{\"range\":[0,2],\"replacement\":\"\",\"further\":[[5,7],[9,11]]}}\n"))
    let document = try JSONReader.read(DiagnosticReporter(format: .sarif).report([diagnostic])[...])
    let fixes = document["runs"]?.elements.first?["results"]?.elements.first?["fixes"]?.elements
    let replacements = fixes?.first?["artifactChanges"]?.elements.first?["replacements"]?.elements
    #expect(replacements?.map { $0["deletedRegion"]?["byteOffset"] } == ["0", "5", "9"].map { .number($0) })
  }

  @Test("SARIF's rules carry the catalogue's text")
  func rulesOfSARIF() throws {
    let document = try JSONReader.read(
      DiagnosticReporter(format: .sarif).report([Diagnostic(.mathMoney, at: nil, "m")])[...])
    let rule = try #require(
      document["runs"]?.elements.first?["tool"]?["driver"]?["rules"]?.elements.first)
    let explanation = DiagnosticID.mathMoney.explanation
    #expect(rule["shortDescription"]?["text"]?.text == explanation.summary + ".")
    #expect(rule["fullDescription"]?["text"]?.text == explanation.reason)
    #expect(rule["help"]?["text"]?.text?.hasPrefix(explanation.remedy) == true)
    #expect(rule["help"]?["markdown"]?.text?.contains("```text\n\(explanation.wrong)\n```") == true)
    #expect(rule["defaultConfiguration"]?["level"]?.text == "warning")
  }

  @Test("SARIF without diagnostics is a document without results, not nothing")
  func emptySARIF() throws {
    let document = try JSONReader.read(DiagnosticReporter(format: .sarif).report([])[...])
    #expect(document["runs"]?.elements.first?["results"] == .array([]))
  }

  @Test("Every rule has a severity each program format knows")
  func everyRule() throws {
    let all = DiagnosticID.allCases.map { Diagnostic($0, at: nil, "m") }
    #expect(printed(all, as: .json).split(separator: "\n").count == all.count)
    for line in printed(all, as: .github).split(separator: "\n") {
      #expect(["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) })
    }
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
