import SourceText
import Testing

@testable import SiteBuild

/// `rules:` and `--strict`, for every rule that a text can break.
@Suite("Levels of rules")
struct RuleLevelTests {
  /// The fixtures of one rule, with its severity.
  static let fixtures = DiagnosticFixture.all.filter { $0.id != nil }

  private func findings(_ report: BuildReport, of id: DiagnosticID) -> [Diagnostic] {
    report.diagnostics.filter { $0.id == id }
  }

  @Test(
    "A rule that is off says nothing, and the site is published as it is when kept going", arguments: fixtures
  )
  func off(_ fixture: DiagnosticFixture) throws {
    let id = try #require(fixture.id)
    let (report, site) = try fixture.build(configuration: "rules: {\(id.rawValue): off}\n")
    #expect(findings(report, of: id).isEmpty)
    #expect(report.exitCode == 0)
    #expect(report.isPublished)
    let (kept, marked) = try fixture.build { $0.keepsGoing = true }
    guard kept.isPublished else { return }
    #expect(try site.published() == marked.published(), "a page shows a fault whatever the level")
  }

  @Test("A rule can be lowered to info or raised to error", arguments: fixtures)
  func changed(_ fixture: DiagnosticFixture) throws {
    let id = try #require(fixture.id)
    for severity in [.info, .error] as [Diagnostic.Severity] {
      let report = try fixture.build(configuration: "rules: {\(id.rawValue): \(severity.rawValue)}\n").report
      let found = findings(report, of: id)
      #expect(!found.isEmpty && found.allSatisfy { $0.severity == severity })
      #expect(report.isPublished == (severity != .error))
      #expect(report.exitCode == (severity != .error ? 0 : id == .configInvalid ? 2 : 1))
    }
  }

  @Test("A level for a path counts there and nowhere else", arguments: fixtures)
  func paths(_ fixture: DiagnosticFixture) throws {
    let id = try #require(fixture.id)
    let own = try findings(fixture.build().report, of: id)
    guard let path = own.first?.location?.path else { return }
    for pattern in [path, "**/\(PathName.lastComponent(path))"] {
      let report = try fixture.build(configuration: "rules: {'\(pattern)': {\(id.rawValue): off}}\n").report
      #expect(findings(report, of: id) == own.filter { $0.location?.path != path }, "\(pattern)")
    }
    let elsewhere = try fixture.build(
      configuration: "rules: {'questions/nowhere/**': {\(id.rawValue): off}}\n")
    #expect(findings(elsewhere.report, of: id) == own)
  }

  @Test(
    "Strict makes errors of warnings and of nothing else, what `rules:` says included", arguments: fixtures)
  func strict(_ fixture: DiagnosticFixture) throws {
    let id = try #require(fixture.id)
    for level in ["info", "warning"] {
      let rules = "rules: {output.no-base-url: info, \(id.rawValue): \(level)}\n"
      guard id != .outputNoBaseURL else { continue }
      let report = try fixture.build(configuration: rules) { $0.isStrict = true }.report
      #expect(findings(report, of: id).allSatisfy { $0.severity == (level == "info" ? .info : .error) })
      #expect(report.isPublished == (level == "info"))
    }
  }

  @Test("What a lowered or silent fault looks like in its page")
  func pages() throws {
    let site = try SiteFixture([
      "quaestio.yml": """
      rules:
        link.unresolved: info
        link.wanted: off
        citation.unresolved: warning
        questions/**: {tex.unknown-command: off, front-matter.invalid: off, asset.missing: off}
      """,
      "content/questions/a.md":
        "---\ntitle: 熵: 是什么\n---\n\n见[困惑度](nowhere.md)、[[无此页]]、[@nobody]、$\\foo$ 与 ![图](none.png)。\n",
    ])
    let report = try site.build()
    #expect(report.isPublished)
    #expect(
      SiteFixture.summary(report) == [
        "link.unresolved content/questions/a.md:5:2", "citation.unresolved content/questions/a.md:5:30",
      ])
    let page = try #require(site.page("questions/a/index.html"))
    #expect(page.contains("熵: 是什么</h1>"), "the raw text of the value is kept")
    #expect(page.contains("困惑度") && !page.contains("nowhere.md"))
    #expect(page.contains("无此页"))
    #expect(page.contains("<code class=\"formula-error\">\\foo</code>"))
    #expect(!page.contains("none.png\""))
  }

  @Test("A page that is left out is missing whatever the level, and nothing else is")
  func missingPages() throws {
    let site = try SiteFixture([
      "quaestio.yml": "limits: {file_bytes: 30}\nrules: {file.too-large: off, slug.duplicate: off}\n",
      "content/questions/a.md": "# A\n", "content/questions/b.md": String(repeating: "# B\n", count: 10),
      "content/questions/x/c.md": "# First\n", "content/questions/y/c.md": "# Second\n",
    ])
    let report = try site.build()
    #expect(report.isPublished && report.questions == 2)
    #expect(site.page("questions/a/index.html") != nil)
    #expect(site.page("questions/b/index.html") == nil)
    #expect(site.page("questions/c/index.html")?.contains("First</h1>") == true)
  }

  @Test("The last path that speaks of a file counts, and is stronger than the site's own level")
  func order() throws {
    let site = try SiteFixture([
      "quaestio.yml": """
      rules:
        "**": {link.wanted: error}
        link.wanted: off
        questions/draft/**: {link.wanted: info}
        questions/draft/old/**: {tex.syntax: off}
      """,
      "content/questions/a.md": "[[x]]\n", "content/questions/draft/b.md": "[[x]]\n",
      "content/questions/draft/old/c.md": "[[x]]\n",
    ])
    let wanted = findings(try site.build(), of: .linkWanted)
    #expect(wanted.map(\.severity) == [.error, .info, .info])
  }
}
