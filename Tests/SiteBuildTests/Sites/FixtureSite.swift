import SourceText
import Testing

@testable import SiteBuild

/// A small whole site of Tests/Fixtures/Sites: what its author wrote, and what is expected of a build.
struct FixtureSite: Sendable, CustomTestStringConvertible {
  let name: String

  init(_ name: String) { self.name = name }

  var testDescription: String { name }

  /// The folder of Tests, found from this file.
  static let testsFolder = (0..<3).reduce(#filePath) { path, _ in PathName.parent(path) }

  var folder: String { FixtureSite.testsFolder + "/Fixtures/Sites/" + name }

  /// What the author wrote, by path.
  func sources() throws -> [String: [UInt8]] { try FixtureSite.files(below: folder + "/site") }

  /// All files below a folder of the disk, by path.
  static func files(below folder: String) throws -> [String: [UInt8]] {
    let disk = DiskFileSystem()
    var files: [String: [UInt8]] = [:]
    for path in try disk.walk(folder).files { files[path] = try disk.read(PathName.join(folder, path)) }
    return files
  }
}

extension PublishingSite {
  /// Writes an author's files.
  func install(_ sources: [String: [UInt8]]) throws {
    for (path, bytes) in sources { try install(path, bytes) }
  }

  func install(_ path: String, _ bytes: [UInt8]) throws {
    let path = PathName.join(root, path)
    try files.makeDirectory(PathName.parent(path))
    try files.writeAtomically(path, bytes)
  }

  /// Builds the site as `quaestio build` does.
  func build(_ change: (inout BuildOptions) -> Void = { _ in }) throws(BuildFailure) -> BuildReport {
    var options = BuildOptions()
    options.site = root
    options.jobs = 2
    change(&options)
    return try SitePipeline(options: options, fileSystem: files).build()
  }

  /// All published files by path, but for the manifest.
  func publishedBytes() throws -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for path in try files.walk(output).files where path != OutputManifest.fileName {
      result[path] = try files.read(PathName.join(output, path))
    }
    return result
  }

  /// What stands at every published name: contents, identity and time of change. Equal before and after a build
  /// only if the build did not touch the published site.
  func publishedState() throws -> [String: PublishedFile] {
    var result: [String: PublishedFile] = [:]
    for path in try files.walk(output).files {
      let place = PathName.join(output, path)
      result[path] = PublishedFile(bytes: try files.read(place), status: try files.status(place))
    }
    return result
  }
}

/// A published file with its identity.
struct PublishedFile: Hashable {
  var bytes: [UInt8]
  var status: FileStatus
}
