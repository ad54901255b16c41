import SourceText
import Testing

@testable import SiteBuild

/// `quaestio check` over whole sites.
@Suite struct SiteCheckTests {
  private static let question = """
    ---
    title: 什么是困惑度
    provenance: human
    ---
    困惑度是什么,它怎么算？

    ## Answer

    困惑度衡量模型【8†source】，见 [[没有这一页]] 与 [坏链接](missing.md)。

    > 引文里,逗号不动。

    """

  private func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(["content/questions/a.md": Self.question].merging(more) { $1 })
  }

  private func check(_ site: SiteFixture, _ mode: FixMode = .none) throws -> CheckReport {
    try SitePipeline(options: site.options, fileSystem: site.files).check(mode)
  }

  private func ids(_ report: CheckReport) -> [String] { report.diagnostics.map(\.id.rawValue) }

  @Test("It reports what a build reports, and lints, and publishes nothing")
  func reports() throws {
    let site = try site()
    let report = try check(site)
    #expect(
      Set(["link.unresolved", "link.wanted", "lint.ascii-punctuation", "lint.model-citation"])
        .isSubset(of: ids(report)))
    #expect(report.exitCode == 1)
    #expect(report.pages == 1)
    #expect(site.page("index.html") == nil)
    #expect(
      try Set(ids(report)).isSuperset(
        of: site.build().diagnostics.map(\.id.rawValue)
          .filter { $0 != "output.no-base-url" }))
  }

  @Test("Fixes are made in the files, quotations are spared, and a second check finds none of them")
  func fixes() throws {
    let site = try site()
    let report = try check(site, .apply)
    #expect(report.fixes.map(\.path) == ["content/questions/a.md"])
    let text = String(decoding: try site.files.read("/site/content/questions/a.md"), as: UTF8.self)
    #expect(text.contains("困惑度是什么，它怎么算？"))
    #expect(text.contains("困惑度衡量模型，见"))
    #expect(text.contains("> 引文里,逗号不动。"))
    #expect(!ids(report).contains("lint.model-citation"))
    #expect(try check(site, .apply).fixes.isEmpty)
  }

  @Test("A dry run shows the changes and makes none")
  func dryRun() throws {
    let site = try site()
    let report = try check(site, .dryRun)
    let diff = String(decoding: report.fixes[0].diff, as: UTF8.self)
    #expect(diff.hasPrefix("--- a/content/questions/a.md\n+++ b/content/questions/a.md\n@@ "))
    #expect(diff.contains("\n-困惑度是什么,它怎么算？\n+困惑度是什么，它怎么算？\n"))
    #expect(try site.files.read("/site/content/questions/a.md") == Array(Self.question.utf8))
    #expect(ids(report).contains("lint.model-citation"))
  }

  @Test("A rule that is off neither reports nor mends")
  func rules() throws {
    let site = try site(["quaestio.yml": "rules:\n  lint.ascii-punctuation: off\n"])
    let report = try check(site, .dryRun)
    #expect(!ids(report).contains("lint.ascii-punctuation"))
    #expect(!String(decoding: report.fixes[0].diff, as: UTF8.self).contains("什么，它"))
  }

  @Test("A folder that is no site is a wrong use")
  func noSite() throws {
    let site = try SiteFixture(["quaestio.yml": "title: x\n"])
    #expect(throws: BuildFailure.self) { try check(site) }
  }
}
