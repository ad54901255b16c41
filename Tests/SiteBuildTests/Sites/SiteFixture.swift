import SourceText

@testable import SiteBuild

/// A small site in memory.
struct SiteFixture {
  let files: InMemoryFileSystem
  var options = BuildOptions()

  init(_ contents: [String: String]) throws(FileSystemError) {
    var all: [String: String] = [:]
    for (path, text) in contents { all["/site/" + path] = text }
    files = try InMemoryFileSystem(all)
    options.site = "/site"
    options.jobs = 2
  }

  func build() throws(BuildFailure) -> BuildReport {
    try SitePipeline(options: options, fileSystem: files).build()
  }

  /// The text of a published file; `nil` when it is not there.
  func page(_ path: String) -> String? {
    (try? files.read("/site/public/" + path)).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ path: String, _ text: String) throws {
    try files.writeAtomically("/site/" + path, Array(text.utf8))
  }

  /// All published files with their contents.
  func published() throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for path in try files.walk("/site/public").files { result[path] = try files.read("/site/public/" + path) }
    return result
  }

  /// `id path:line:column` of every diagnostic, without the advice on `base_url`.
  static func summary(_ report: BuildReport) -> [String] {
    report.diagnostics.filter { $0.id != .outputNoBaseURL }.map { diagnostic in
      let place = diagnostic.location?.position.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(diagnostic.id.rawValue) \(diagnostic.location?.path ?? "")\(place)"
    }
  }
}
