import Foundation

/// Files of a folder, in an order that does not depend on the file system.
enum FileTree {
  /// Every file below `folder` but hidden ones: its path relative to `folder`, and its content.
  static func regularFiles(in folder: URL) throws -> [(name: String, content: Data)] {
    try paths(in: folder).map { (name: $0, content: try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// The paths of all files below `folder` that have this extension (nil: any), relative to it, sorted.
  static func paths(in folder: URL, withExtension suffix: String? = nil) throws -> [String] {
    let folder = folder.resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { path in
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        return !isHidden && (suffix.map { path.hasSuffix(".\($0)") } ?? true)
      }
      .filter { path in
        var isDirectory: ObjCBool = false
        let file = folder.appending(path: path).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory)
          && !isDirectory.boolValue
      }
      .sorted()
  }
}
