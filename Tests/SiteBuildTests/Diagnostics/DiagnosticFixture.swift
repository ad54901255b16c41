import SourceText
import Testing

@testable import SiteBuild

/// A fault of Tests/Fixtures/Diagnostics, and what its author is told, written by hand: `ID.md` with `ID.txt`, or a
/// whole site in `ID/site` with `ID/report.txt`.
///
/// A name that is no rule's is that of a case about several rules.
struct DiagnosticFixture: Sendable, CustomTestStringConvertible {
  let name: String
  /// Whether it is a folder with a whole site.
  let isSite: Bool

  static let folder = FixtureSite.testsFolder + "/Fixtures/Diagnostics"

  static let all: [DiagnosticFixture] = {
    let names = (try? DiskFileSystem().list(folder).map(\.name)) ?? []
    return names.sorted(by: PathName.precedes).compactMap { name in
      if name.hasSuffix(".md") { return DiagnosticFixture(name: String(name.dropLast(3)), isSite: false) }
      return name.hasSuffix(".txt") ? nil : DiagnosticFixture(name: name, isSite: true)
    }
  }()

  var testDescription: String { name }

  var id: DiagnosticID? { DiagnosticID(rawValue: name) }

  /// What the author wrote, by path.
  func sources() throws -> [String: [UInt8]] {
    let path = DiagnosticFixture.folder + "/" + name
    guard isSite else { return ["content/questions/\(name).md": try DiskFileSystem().read(path + ".md")] }
    return try FixtureSite.files(below: path + "/site")
  }

  /// What the author is told.
  func report() throws -> String {
    let path = DiagnosticFixture.folder + "/" + name + (isSite ? "/report.txt" : ".txt")
    return String(decoding: try DiskFileSystem().read(path), as: UTF8.self)
  }

  /// Builds the site in memory, with further lines of `quaestio.yml`.
  func build(
    configuration: String = "", _ change: (inout BuildOptions) -> Void = { _ in }
  ) throws -> (report: BuildReport, site: SiteFixture) {
    var site = try SiteFixture(["content/questions/other.md": "# 另一页\n\n正文。\n"])
    change(&site.options)
    for (path, bytes) in try sources() {
      try site.files.makeDirectory(PathName.parent("/site/" + path))
      try site.files.writeAtomically("/site/" + path, bytes)
    }
    if !configuration.isEmpty {
      let own = (try? site.files.read("/site/quaestio.yml")) ?? []
      try site.files.writeAtomically("/site/quaestio.yml", own + Array(configuration.utf8))
    }
    return (try site.build(), site)
  }
}
