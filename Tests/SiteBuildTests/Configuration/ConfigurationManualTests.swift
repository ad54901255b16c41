import SourceText
import Testing

@testable import SiteBuild

/// Documentation/Configuration.md names every key there is, and no other.
@Suite struct ConfigurationManualTests {
  private static func names(_ heading: String) throws -> Set<String> {
    let path = PathName.parent(FixtureSite.testsFolder) + "/Documentation/Configuration.md"
    let text = String(decoding: try DiskFileSystem().read(path), as: UTF8.self)
    let section = try #require(text.firstRange(of: heading))
    var names: Set<String> = []
    for line in text[section.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .drop(while: { !$0.hasPrefix("|") }).prefix(while: { $0.hasPrefix("|") })
    {
      let cell = line.split(separator: "|")[0]
      for match in cell.matches(of: /`([a-z_]+)`/) { names.insert(String(match.1)) }
    }
    return names
  }

  @Test func everyKeyIsExplained() throws {
    #expect(try Self.names("# quaestio.yml") == Set(SiteConfiguration.keys))
    #expect(try Self.names("## Limits") == Set(ContentLimits.keys.map(\.name)))
  }

  /// The keys that are named are those that are read.
  @Test(arguments: SiteConfiguration.keys)
  func everyKeyIsKnown(key: String) {
    let file = SourceFile(path: "quaestio.yml", bytes: Array("\(key):\n\(key)s:\n".utf8))
    let unknown = SiteConfiguration.read(file).diagnostics.filter { $0.id == .configUnknownKey }
    #expect(unknown.map { $0.location?.position?.line } == [2])
    #expect(unknown.first?.notes.map(\.message) == ["did you mean `\(key)`?"])
  }
}
