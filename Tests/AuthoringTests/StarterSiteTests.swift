import Rendering
import SiteBuild
import SourceText
import Testing

@testable import Authoring

/// A new site is an example to its author: nothing in it is wrong.
@Suite struct StarterSiteTests {
  private func site(
    _ language: UILanguage, title: String? = nil, baseURL: String? = nil
  ) throws -> (files: InMemoryFileSystem, pipeline: SitePipeline) {
    let starter = StarterSite(language: language, title: title, baseURL: baseURL, date: "2026-11-22")
    let files = try InMemoryFileSystem([:])
    for file in starter.files {
      let path = "/site/" + file.path
      try files.makeDirectory(PathName.parent(path))
      try files.write(path, file.bytes)
    }
    var options = BuildOptions()
    options.site = "/site"
    return (files, SitePipeline(options: options, fileSystem: files))
  }

  @Test(arguments: UILanguage.allCases, [nil, "https://wiki.example/"])
  func itBuildsAndChecksClean(language: UILanguage, baseURL: String?) throws {
    let (files, pipeline) = try site(language, baseURL: baseURL)
    #expect(try pipeline.check().diagnostics == [])
    let report = try pipeline.build()
    #expect(report.diagnostics == [])
    #expect(report.isPublished && report.questions == 1 && report.references == 1)
    let home = String(decoding: try files.read("/site/public/index.html"), as: UTF8.self)
    #expect(home.contains("<html lang=\"\(language.rawValue)\""))
    let headers = String(decoding: try files.read("/site/public/_headers"), as: UTF8.self)
    #expect(headers.contains("script-src 'self' 'wasm-unsafe-eval'"))
    #expect(files.exists("/site/public/feed.xml") == (baseURL != nil))
  }

  @Test(arguments: ["A: b #c", "%RULES%", "'", "[x]", "{title}"])
  func aTitleIsWrittenAsItIs(title: String) throws {
    let (files, pipeline) = try site(.en, title: title)
    #expect(try pipeline.build().diagnostics == [])
    let text = try files.read("/site/quaestio.yml")
    let read = SiteConfiguration.read(SourceFile(path: "quaestio.yml", bytes: text)).configuration
    #expect(read.title == title)
    #expect(String(decoding: text, as: UTF8.self).contains("/new?title={title}"), "a template stays one")
  }

  @Test(arguments: UILanguage.allCases)
  func everyExplainedSettingIsOne(language: UILanguage) throws {
    let starter = StarterSite(language: language, title: nil, baseURL: nil, date: "2026-11-22")
    let text = String(decoding: try #require(starter.files.first).bytes, as: UTF8.self)
    // With the mark of a comment gone, every `# key: value` is a setting that can be read.
    let lines = text.split(separator: "\n").compactMap { line -> Substring? in
      guard line.firstMatch(of: #/^# [a-z_]+: /#) != nil else { return line.hasPrefix("#") ? nil : line }
      return line.dropFirst(2)
    }
    let file = SourceFile(path: "quaestio.yml", bytes: Array(lines.joined(separator: "\n").utf8))
    #expect(lines.count > 8)
    #expect(SiteConfiguration.read(file).diagnostics == [])
  }
}
