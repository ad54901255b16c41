import SiteBuild
import SourceText
import Testing

@testable import Authoring

@Suite struct ThemeEjectionTests {
  private func write(_ ejection: ThemeEjection, into folder: String, of files: InMemoryFileSystem) throws {
    guard case .write(let missing) = try ejection.plan(for: folder, in: files) else {
      Issue.record("something differs")
      return
    }
    for file in missing {
      let path = PathName.join(folder, file.path)
      try files.makeDirectory(PathName.parent(path))
      try files.write(path, file.bytes)
    }
  }

  @Test func aSiteWithTheWholeThemeEjectedIsTheSame() throws {
    let files = try InMemoryFileSystem([
      "/site/content/questions/a.md": "# A\n\n$x^2$\n",
      "/site/quaestio.yml": "base_url: https://wiki.example/\n",
    ])
    var options = BuildOptions()
    options.site = "/site"
    #expect(try SitePipeline(options: options, fileSystem: files).build().isPublished)
    try write(try ThemeEjection(), into: "/site/templates", of: files)
    let report = try SitePipeline(options: options, fileSystem: files).build()
    #expect(report.isPublished && report.diagnostics == [])
    #expect(report.filesWritten == 0 && report.filesRemoved == 0)
  }

  @Test func onlyWhatIsNamedIsWritten() throws {
    #expect(
      try ThemeEjection(only: ["footer", "style.css"]).files.map(\.path) == [
        "assets/style.css", "footer.html",
      ])
    #expect(try ThemeEjection(only: ["assets/site.js"]).files.map(\.path) == ["assets/site.js"])
    #expect(!ThemeEjection.names.contains { $0.hasSuffix(".wasm") })
    let unknown = #expect(throws: ThemeEjection.Unknown.self) { try ThemeEjection(only: ["foter"]) }
    #expect(unknown?.question == "did you mean `footer`?")
  }

  @Test func filesThatDifferAreLeftAsTheyAre() throws {
    let files = try InMemoryFileSystem([
      "/t/footer.html": "mine", "/t/assets/style.css": "mine", "/t/other": "x",
    ])
    guard case .differ(let names) = try ThemeEjection().plan(for: "/t", in: files) else {
      Issue.record("they would be written over")
      return
    }
    #expect(names == ["assets/style.css", "footer.html"])
  }
}
