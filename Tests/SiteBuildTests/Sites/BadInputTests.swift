import SourceText
import Testing

@testable import SiteBuild

/// Each fault of a site: a clear message with its place, the right exit code, and the published site untouched.
@Suite struct BadInputTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    let expected: [String]
    var exitCode: Int32 = 1

    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "broken front matter",
      files: ["content/questions/b.md": "---\ntitle: [open\n---\nText.\n"],
      expected: ["front-matter.invalid content/questions/b.md:2:8"]),
    Fault(
      name: "front matter that does not end",
      files: ["content/questions/b.md": "---\ntitle: b\n\nText.\n"],
      expected: ["front-matter.unclosed content/questions/b.md:1:1"]),
    Fault(
      name: "two files with one slug",
      files: ["content/questions/x/b.md": "# B\n", "content/questions/y/b.md": "# C\n"],
      expected: ["slug.duplicate content/questions/y/b.md"]),
    Fault(
      name: "slugs that differ only in case",
      files: ["content/questions/b.md": "# B\n", "content/questions/c.md": "---\nslug: B\n---\n# C\n"],
      expected: ["slug.duplicate content/questions/c.md:2:7"]),
    Fault(
      name: "a page at an address of ours",
      files: ["content/pages/search.md": "# S\n"], expected: ["slug.reserved content/pages/search.md"]),
    Fault(
      name: "a citation without its source",
      files: [
        "content/questions/b.md": "# B\n\n见[@shanon]。\n", "content/references/shannon.md": "# Shannon\n",
      ],
      expected: ["citation.unresolved content/questions/b.md:3:4"]),
    Fault(
      name: "a link to a file that is not there",
      files: ["content/questions/b.md": "# B\n\n[x](missing.md)\n"],
      expected: ["link.unresolved content/questions/b.md:3:1"]),
    Fault(
      name: "a link to a heading that is not there",
      files: ["content/questions/b.md": "# B\n\n[[b#nothing]]\n"],
      expected: ["link.fragment content/questions/b.md:3:1"]),
    Fault(
      name: "an unknown TeX command in a quoted formula",
      files: ["content/questions/b.md": "# B\n\n> $$\n> a + \\foo\n> $$\n"],
      expected: ["tex.unknown-command content/questions/b.md:4:7"]),
    Fault(
      name: "a number that is not the expression's",
      files: ["content/questions/b.md": "# B\n\n即 {calc: 2^4.7 = 24.7}。\n"],
      expected: ["calc.mismatch content/questions/b.md:3:18"]),
    Fault(
      name: "an expression that cannot be read",
      files: ["content/questions/b.md": "# B\n\n{calc: 2^^4 = 16}\n"],
      expected: ["calc.invalid content/questions/b.md:3:10"]),
    Fault(
      name: "a script as a link",
      files: ["content/questions/b.md": "# B\n\n[x](java%73cript:alert(1))\n"],
      expected: ["link.unsafe content/questions/b.md:3:1"]),
    Fault(
      name: "a template with an unknown name",
      files: ["content/questions/b.md": "# B\n", "templates/footer.html": "<p>{{sitee}}</p>\n"],
      expected: ["template.unknown-name templates/footer.html:1:6"]),
    Fault(
      name: "a configuration that cannot be read",
      files: ["quaestio.yml": "language: klingon\n", "content/questions/b.md": "# B\n"],
      expected: ["config.invalid quaestio.yml:1:11"], exitCode: 2),
  ]

  @Test(arguments: faults)
  func aFaultIsNamedAndPublishesNothing(fault: Fault) throws {
    let site = try SiteFixture(["content/questions/a.md": "# A\n\nOld.\n"])
    _ = try site.build()
    let before = try site.published()
    for (path, text) in fault.files { try write(path, text, to: site) }
    let report = try site.build()
    let errors = report.diagnostics.filter { $0.severity == .error }
    var faults = report
    faults.diagnostics = errors
    #expect(SiteFixture.summary(faults) == fault.expected)
    #expect(report.exitCode == fault.exitCode)
    #expect(!report.isPublished)
    #expect(try site.published() == before)
  }

  private func write(_ path: String, _ text: String, to site: SiteFixture) throws {
    try site.files.makeDirectory(PathName.parent("/site/" + path))
    try site.write(path, text)
  }

  @Test func bothFilesOfADuplicateSlugAreNamed() throws {
    let site = try SiteFixture(["content/questions/x/b.md": "# B\n", "content/questions/y/b.md": "# C\n"])
    let report = try site.build()
    let duplicate = try #require(report.diagnostics.first { $0.id == .slugDuplicate })
    #expect(duplicate.notes.contains { $0.message.contains("content/questions/x/b.md") })
  }

  @Test func aMisspeltCitationIsGivenTheRightKey() throws {
    let site = try SiteFixture([
      "content/questions/b.md": "# B\n\n见[@shanon]。\n", "content/references/shannon.md": "# Shannon\n",
    ])
    let report = try site.build()
    let fault = try #require(report.diagnostics.first { $0.id == .citationUnresolved })
    #expect(fault.notes.map(\.message) == ["did you mean `shannon`?"])
  }

  @Test func textThatIsNotUTF8IsNamedAtItsByte() throws {
    let site = try SiteFixture(["content/questions/a.md": "# A\n"])
    try site.files.writeAtomically("/site/content/questions/b.md", Array("# B\n\n中".utf8) + [0xFF, 0x0A])
    let report = try site.build()
    #expect(SiteFixture.summary(report) == ["file.invalid-utf8 content/questions/b.md:3:2"])
    #expect(report.exitCode == 1)
    #expect(!report.isPublished)
  }

  @Test func keepGoingPublishesTheFaultsMarked() throws {
    var site = try SiteFixture(["content/questions/b.md": "# B\n\nA [link](missing.md) and $\\foo$.\n"])
    site.options.keepsGoing = true
    let report = try site.build()
    #expect(report.isPublished)
    #expect(report.exitCode == 1)
    let page = try #require(site.page("questions/b/index.html"))
    #expect(page.contains("<span class=\"broken\">link</span>"))
    #expect(page.contains("<code class=\"formula-error\">\\foo</code>"))
  }

  @Test func strictMakesWarningsErrors() throws {
    var site = try SiteFixture([
      "quaestio.yml": "base_url: https://wiki.example/\n",
      "content/questions/b.md": "# B\n\n[[Nobody wrote this]]\n",
    ])
    #expect(try site.build().isPublished)
    site.options.isStrict = true
    let report = try site.build()
    #expect(!report.isPublished)
    #expect(report.exitCode == 1)
  }

  @Test func aSiteWithoutContentIsRefused() throws {
    let site = try SiteFixture(["quaestio.yml": "title: T\n"])
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.exitCode == 2)
    #expect(failure?.message.contains("content") == true)
  }

  @Test func anOutputFolderThatIsNotOursIsRefused() throws {
    let site = try SiteFixture(["content/questions/a.md": "# A\n", "public/photo.jpg": "precious"])
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.exitCode == 2)
    #expect(failure?.message.contains("photo.jpg") == true)
    #expect(site.page("photo.jpg") == "precious")
  }

  @Test(arguments: ["/site/content", "/site/content/public", "/site", "/"])
  func anOutputFolderAmongTheSourcesIsRefused(output: String) throws {
    var site = try SiteFixture(["content/questions/a.md": "# A\n"])
    site.options.output = output
    let failure = #expect(throws: BuildFailure.self) { try site.build() }
    #expect(failure?.exitCode == 2)
    #expect(try site.files.read("/site/content/questions/a.md") == Array("# A\n".utf8))
  }
}
