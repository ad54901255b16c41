import KnowledgeBase
import Markdown
import Rendering
import SourceText

/// Files that are published beside the pages, under names that change with their contents.
struct SiteAssets {
  /// Path below the output folder and contents.
  var files: [OutputFile] = []
  /// Addresses below the root, by the name the theme or the source gives.
  var urls: [String: [UInt8]] = [:]
  private var paths: Set<String> = []

  /// Adds a file as `assets/<name>.<hash>.<extension>`.
  mutating func add(_ name: String, bytes: [UInt8], stem: String) {
    let dot = stem.lastIndex(of: ".") ?? stem.endIndex
    let base = String(decoding: Slug.make(Array(stem[..<dot].utf8)), as: UTF8.self)
    let hash = ContentDigest(bytes).hexadecimal.prefix(10)
    let path = "assets/\(base).\(hash)\(stem[dot...].lowercased())"
    if paths.insert(path).inserted { files.append(OutputFile(path: path, bytes: bytes)) }
    urls[name] = PercentEncoding.encode(path.utf8)
  }

  /// The address of a file of the theme, such as `style.css`.
  func url(_ name: String) -> [UInt8] { urls["theme/" + name] ?? [] }
}
