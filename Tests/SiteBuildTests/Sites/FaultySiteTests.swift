import SourceText
import Testing

@testable import SiteBuild

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sites with faults, below Tests/Fixtures/Sites/faulty: `report.txt` is what their authors are told, written by
/// hand. None of them changes what was published before.
@Suite struct FaultySiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let site: FixtureSite
    var exitCode: Int32 = 1
    /// Whether `--keep-going` publishes it: not when no page could show the fault.
    var isPublishedWhenKeptGoing = true

    init(_ name: String, exitCode: Int32 = 1, isPublishedWhenKeptGoing: Bool = true) {
      site = FixtureSite("faulty/" + name)
      self.exitCode = exitCode
      self.isPublishedWhenKeptGoing = isPublishedWhenKeptGoing
    }

    var testDescription: String { site.name }

    func report() throws -> String {
      String(decoding: try DiskFileSystem().read(site.folder + "/report.txt"), as: UTF8.self)
    }
  }

  static let cases: [Case] = [
    Case("front-matter"), Case("duplicate-slug"), Case("not-utf8"), Case("unknown-name"),
    Case("missing-partial"),
    Case("broken-form", isPublishedWhenKeptGoing: false),
    Case("configuration", exitCode: 2, isPublishedWhenKeptGoing: false), Case("two-files-one-address"),
    Case("many"),
  ]

  @Test(arguments: cases, PublishingPlace.allCases)
  func theAuthorIsToldAndTheSiteIsAsItWas(test: Case, place: PublishingPlace) throws {
    try place.withSite { site in
      let before = try publishGoodSite(site)
      try site.install(test.site.sources())
      let report = try site.build()
      let (told, expected) = (text(report), try test.report())
      #expect(told == expected, "\(told)")
      #expect(report.exitCode == test.exitCode)
      #expect(!report.isPublished)
      #expect(try site.publishedState() == before)
      #expect(try site.leftovers() == [])
    }
  }

  @Test(arguments: cases)
  func keepGoingPublishesWhatPagesCanShowAndStillTells(test: Case) throws {
    try PublishingPlace.memory.withSite { site in
      let before = try publishGoodSite(site)
      try site.install(test.site.sources())
      let report = try site.build { $0.keepsGoing = true }
      #expect(text(report) == (try test.report()))
      #expect(report.exitCode == test.exitCode)
      #expect(report.isPublished == test.isPublishedWhenKeptGoing)
      if !report.isPublished { #expect(try site.publishedState() == before) }
      #expect(SiteLinks(try site.publishedBytes()).faults == [])
    }
  }

  @Test func keepGoingMarksTheFaultsInThePage() throws {
    try PublishingPlace.memory.withSite { site in
      try site.install(FixtureSite("faulty/many").sources())
      _ = try site.build { $0.keepsGoing = true }
      let page = String(
        decoding: try #require(site.publishedBytes()["questions/b/index.html"]), as: UTF8.self)
      #expect(page.contains("<code class=\"formula-error\">\\frac{1}{2} + \\sprt{x}</code>"))
      #expect(page.contains("<code class=\"formula-error\">\\aleph_0 \\foo</code>"))
      #expect(page.contains("class=\"broken\""))
      #expect(page.contains("表格"))
    }
  }

  @Test(
    arguments: ["layout.html", "question.html", "head.html", "404.html"],
    [
      "{{", "{{{", "{{#a}}", "{{/a}}", "{{=<% %>=}}<%x%>", "<a href=\"{{{site.title}}}\">",
      "{{page.title.x}}",
      "{{>nothing}}", "{{<nothing}}{{/nothing}}",
    ])
  func noFaultOfATemplateBreaksABuild(name: String, text: String) throws {
    let report = try build(template: name, text)
    #expect(report.exitCode == 1)
    #expect(report.diagnostics.filter { $0.severity == .error }.allSatisfy { $0.location?.position != nil })
  }

  @Test(
    arguments: ["layout.html", "question.html", "head.html", "404.html"],
    ["{{>question}}", "{{>layout}}", "{{<layout}}{{/layout}}", "{{<404}}{{$main}}{{>head}}{{/main}}{{/404}}"])
  func noTemplateRunsInCircles(name: String, text: String) throws {
    _ = try build(template: name, text)
  }

  /// Builds a site with a template of its own, which is published only when nothing is wrong with it; kept going,
  /// with nothing but whole pages.
  private func build(template name: String, _ text: String) throws -> BuildReport {
    var result = BuildReport()
    try PublishingPlace.memory.withSite { site in
      let before = try publishGoodSite(site)
      try site.install("templates/" + name, Array(text.utf8))
      result = try site.build()
      let errors = result.diagnostics.filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.id.rawValue.hasPrefix("template.") })
      #expect(result.isPublished == errors.isEmpty)
      if !errors.isEmpty { #expect(try site.publishedState() == before) }
      _ = try site.build { $0.keepsGoing = true }
      let pages = try site.publishedBytes().filter { $0.key.hasSuffix(".html") }
      #expect(pages.allSatisfy { !$0.value.isEmpty })
    }
    return result
  }

  @Test func aTemplateThatIsNotUTF8DoesNotBreakABuild() throws {
    try PublishingPlace.memory.withSite { site in
      let before = try publishGoodSite(site)
      try site.install("templates/card.html", Array("<p>".utf8) + [0xFF, 0x0A])
      let report = try site.build()
      #expect(SiteFixture.summary(report) == ["file.invalid-utf8 templates/card.html:1:4"])
      #expect(try site.publishedState() == before)
    }
  }

  @Test func aConfigurationThatIsNotUTF8IsNamed() throws {
    try PublishingPlace.memory.withSite { site in
      let before = try publishGoodSite(site)
      try site.install("quaestio.yml", Array("title: 熵".utf8) + [0xFF] + Array("\n".utf8))
      let report = try site.build()
      #expect(SiteFixture.summary(report) == ["config.invalid quaestio.yml:1:9"])
      #expect(report.exitCode == 2)
      #expect(try site.publishedState() == before)
    }
  }

  // MARK: What only a file system can do wrong

  @Test(arguments: PublishingPlace.allCases)
  func whatIsNoFileIsNeverWaitedFor(place: PublishingPlace) throws {
    try place.withSite { site in
      let before = try publishGoodSite(site)
      for path in ["content/questions/pipe.md", "content/static/pipe", "templates/card.html"] {
        try site.files.makeDirectory(PathName.parent(PathName.join(site.root, path)))
        try site.createFIFO(path)
      }
      let report = try site.build()
      #expect(
        SiteFixture.summary(report) == [
          "file.not-regular content/questions/pipe.md", "file.not-regular content/static/pipe",
          "file.not-regular templates/card.html",
        ])
      #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
      #expect(report.isPublished)
      #expect(try site.publishedState() == before)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func aPipeForAConfigurationIsRefused(place: PublishingPlace) throws {
    try place.withSite { site in
      let before = try publishGoodSite(site)
      try site.createFIFO("quaestio.yml")
      let failure = #expect(throws: BuildFailure.self) { try site.build() }
      #expect(failure?.exitCode == 2)
      #expect(failure?.message.hasSuffix("quaestio.yml: it is neither a file nor a folder") == true)
      #expect(try site.publishedState() == before)
    }
  }

  @Test(arguments: PublishingPlace.allCases)
  func linksOutOfTheSiteAreNotFollowed(place: PublishingPlace) throws {
    try place.withSite { site in
      _ = try publishGoodSite(site)
      let secret = PathName.join(PathName.parent(site.root), "secret")
      try site.files.makeDirectory(secret)
      try site.files.write(secret + "/key.md", Array("# The secret\n".utf8))
      let folder = PathName.join(site.root, "content/questions")
      try site.files.createSymbolicLink(folder + "/b.md", to: secret + "/key.md")
      try site.files.createSymbolicLink(folder + "/c", to: secret)
      try site.files.createSymbolicLink(folder + "/d.md", to: "nowhere.md")
      try site.files.createSymbolicLink(folder + "/e.md", to: "e.md")
      try site.files.createSymbolicLink(folder + "/f.md", to: "a.md")
      try site.files.makeDirectory(PathName.join(site.root, "templates"))
      try site.files.createSymbolicLink(site.root + "/templates/footer.html", to: secret + "/key.md")
      let report = try site.build { $0.keepsGoing = true }
      #expect(
        SiteFixture.summary(report) == [
          "file.outside-site content/questions/b.md", "file.outside-site content/questions/c",
          "file.unreadable content/questions/d.md", "file.unreadable content/questions/e.md",
          "file.outside-site templates/footer.html",
        ])
      let published = try site.publishedBytes()
      #expect(published["questions/f/index.html"] != nil, "a link within the site is a file")
      for (path, bytes) in published {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("The secret"), "\(path)")
      }
    }
  }

  @Test(
    arguments: [
      ("content/questions/b.md", "file.unreadable content/questions/b.md"),
      ("content/static/b.txt", "file.unreadable content/static/b.txt"),
      ("content/questions/图.svg", "file.unreadable content/questions/图.svg"),
      ("templates/card.html", "file.unreadable templates/card.html"),
    ])
  func aFileThatMayNotBeReadIsNamed(path: String, expected: String) throws {
    // In memory permissions are obeyed, on a disk not by root.
    try PublishingPlace.memory.withSite { site in
      try site.install("content/questions/a.md", Array("# A\n\n![x](图.svg)\n".utf8))
      try site.install("content/questions/图.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8))
      _ = try site.build()
      let before = try site.publishedState()
      if path != "content/questions/图.svg" { try site.install(path, Array("x".utf8)) }
      try site.files.setPermissions(PathName.join(site.root, path), 0)
      let report = try site.build()
      #expect(SiteFixture.summary(report) == [expected])
      #expect(report.diagnostics.contains { $0.message == "This file cannot be read: Permission denied." })
      #expect(report.exitCode == 1)
      #expect(try site.publishedState() == before)
    }
  }

  @Test func aConfigurationThatMayNotBeReadIsTheMachinesFault() throws {
    try PublishingPlace.memory.withSite { site in
      let before = try publishGoodSite(site)
      try site.install("quaestio.yml", Array("title: T\n".utf8))
      try site.files.setPermissions(PathName.join(site.root, "quaestio.yml"), 0)
      let failure = #expect(throws: BuildFailure.self) { try site.build() }
      #expect(failure?.exitCode == 3)
      #expect(try site.publishedState() == before)
    }
  }

  // MARK: Folders

  @Test(arguments: PublishingPlace.allCases)
  func whereThereIsNoContentNothingIsWritten(place: PublishingPlace) throws {
    try place.withSite { site in
      try site.files.removeDirectory(PathName.join(site.root, "content"))
      let failure = #expect(throws: BuildFailure.self) { try site.build() }
      #expect(failure?.exitCode == 2)
      #expect(failure?.message.hasPrefix("there is no folder content in \(site.root); ") == true)
      #expect(try site.files.list(site.root) == [])
    }
  }

  @Test func whatIsWrongInTheConfigurationIsToldBeforeTheMissingFolder() throws {
    try PublishingPlace.memory.withSite { site in
      try site.install("quaestio.yml", Array("contents: text\nlanguage: klingon\n".utf8))
      try site.files.removeDirectory(PathName.join(site.root, "content"))
      let report = try site.build()
      #expect(
        SiteFixture.summary(report) == [
          "config.unknown-key quaestio.yml:1:1", "config.invalid quaestio.yml:2:11",
        ])
      #expect(report.exitCode == 2)
      #expect(!report.isPublished)
    }
  }

  @Test func twoBuildsAtOnceAreRefused() throws {
    try PublishingPlace.disk.withSite { site in
      let before = try publishGoodSite(site)
      let lock = try BuildLock.acquire(site: site.root, fileSystem: site.files)
      let failure = #expect(throws: BuildFailure.self) { try site.build() }
      #expect(failure?.exitCode == 3)
      #expect(failure?.message.contains("process \(getpid())") == true)
      #expect(try site.publishedState() == before)
      lock.release()
      #expect(try site.build().filesWritten == 0)
    }
  }

  private func publishGoodSite(_ site: PublishingSite) throws -> [String: PublishedFile] {
    try site.install("content/questions/a.md", Array("# A\n\nOld.\n".utf8))
    #expect(try site.build().isPublished)
    return try site.publishedState()
  }

  /// What the author reads, without the advice on `base_url`.
  private func text(_ report: BuildReport) -> String {
    let diagnostics = report.diagnostics.filter { $0.id != .outputNoBaseURL }
    return String(decoding: DiagnosticReporter(format: .text).report(diagnostics), as: UTF8.self)
  }
}

extension PublishingSite {
  func createFIFO(_ path: String) throws {
    let path = PathName.join(root, path)
    if let memory = files as? InMemoryFileSystem { return try memory.createFIFO(path) }
    try #require(mkfifo(path, 0o600) == 0)
  }
}
