import Synchronization

/// Finds the files of a site that are no pages by the names that wiki links and embeds use: by their path, then, as
/// Obsidian does, by file name or by the end of the path, wherever they lie.
final class AssetNames: Sendable {
  enum Result {
    case found(String)
    case ambiguous([String])
    case nothing
  }

  /// The paths of all files, relative to the site.
  let paths: Set<String>
  private let contentFolder: String
  /// The files by their names in lower case, sorted. Few sites need them, so they are collected when one does.
  private let named = Mutex<[String: [String]]?>(nil)

  init(_ paths: Set<String>, contentFolder: String) {
    self.paths = paths
    self.contentFolder = contentFolder
  }

  /// What a name stands for in a folder; of names that differ only in case the one as written goes first.
  ///
  /// - Complexity: O(1) for paths and for names that have no ending; for the first other one O(files).
  func find(_ name: String, from folder: String) -> Result {
    for path in [contentFolder + name, folder + name] where paths.contains(path) { return .found(path) }
    guard !paths.isEmpty, AssetNames.ending(of: name) != nil else { return .nothing }
    if let path = RelativePath.resolve(name, against: folder), paths.contains(path) { return .found(path) }
    let wanted = name.drop { $0 == "/" }
    let stem = AssetNames.fileName(of: wanted)
    var found = files(named: stem)
    if stem.utf8.count < wanted.utf8.count {
      let end = "/" + wanted.lowercased()
      found = found.filter { $0.lowercased().hasSuffix(end) }
    }
    let exact = found.filter { $0.hasSuffix("/" + wanted) }
    if !exact.isEmpty { found = exact }
    return found.isEmpty ? .nothing : found.count == 1 ? .found(found[0]) : .ambiguous(found)
  }

  /// The shortest name by which wiki links find a file: its file name, or its path.
  func shortestName(of path: String) -> String {
    let name = AssetNames.fileName(of: path[...])
    if files(named: name).count == 1 { return String(name) }
    return path.hasPrefix(contentFolder) ? String(path.dropFirst(contentFolder.count)) : path
  }

  private func files(named name: Substring) -> [String] {
    named.withLock { known in
      let names = known ?? collected()
      known = names
      return names[name.lowercased()] ?? []
    }
  }

  private func collected() -> [String: [String]] {
    var names: [String: [String]] = [:]
    for path in paths.sorted() {
      names[AssetNames.fileName(of: path[...]).lowercased(), default: []].append(path)
    }
    return names
  }

  /// The part of a path behind its last slash.
  static func fileName(of path: Substring) -> Substring {
    path.utf8.lastIndex(of: 0x2F).map { path[path.utf8.index(after: $0)...] } ?? path
  }

  // MARK: Endings

  /// Whether a name is that of an image, a recording, a document to download or an archive, which no page has. Names
  /// such as `Node.js` may be those of pages.
  static func isAsset(_ name: String) -> Bool { ending(of: name).map { endings.contains($0) } ?? false }

  /// What stands behind a name's last full stop, in lower case; `nil` where that is no file's ending.
  private static func ending(of name: String) -> String? {
    guard let stop = name.utf8.lastIndex(of: 0x2E) else { return nil }
    let ending = name[name.utf8.index(after: stop)...]
    let isWord = ending.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    return 1...8 ~= ending.utf8.count && isWord ? ending.lowercased() : nil
  }

  private static let endings: Set<String> = [
    "3gp", "7z", "aac", "apng", "avif", "bmp", "bz2", "csv", "doc", "docx", "eps", "epub", "flac", "gif",
    "gz", "heic",
    "ico", "ipynb", "jfif", "jpeg", "jpg", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "odp", "ods", "odt",
    "oga", "ogg",
    "ogv", "opus", "pdf", "png", "ppt", "pptx", "rar", "rtf", "svg", "tar", "tgz", "tif", "tiff", "tsv",
    "wav", "webm",
    "webp", "xls", "xlsx", "xz", "zip", "zst",
  ]
}
