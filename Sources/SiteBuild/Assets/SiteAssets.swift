import KnowledgeBase
import Markdown
import Rendering
import SourceText

/// Files that are published beside the pages, under names that change with their contents.
struct SiteAssets {
  /// Path below the output folder and contents.
  var files: [OutputFile] = []
  /// Addresses below the root, by the name the theme or the source gives.
  private(set) var published = PublishedFiles()
  private var paths: Set<String> = []

  /// Adds the files of a theme. Where its style sheets name other files of it, as in `url("fonts/x.woff2")`, they
  /// name the published ones; those they import become a part of them.
  mutating func add(_ theme: [ThemeFiles.Asset]) {
    for file in theme where !file.name.hasSuffix(".css") {
      add(file, bytes: file.name.hasSuffix(".js") ? CompactScript.made(of: file.bytes) : file.bytes)
    }
    let styleSheets = StyleSheetImports(theme.filter { $0.name.hasSuffix(".css") })
    for file in theme where file.name.hasSuffix(".css") && !StyleSheetImports.isPart(file.name) {
      let bytes = CompactStyleSheet.made(of: styleSheets.bundled(file.name))
      add(file, bytes: StyleSheetAddresses.replaced(in: bytes) { published["theme/" + $0] })
    }
  }

  private mutating func add(_ file: ThemeFiles.Asset, bytes: [UInt8]) {
    add("theme/" + file.name, bytes: bytes, stem: PathName.lastComponent(file.name))
  }

  /// Adds a file as `assets/<name>.<hash>.<extension>`.
  mutating func add(_ name: String, bytes: [UInt8], stem: String) {
    let dot = stem.lastIndex(of: ".") ?? stem.endIndex
    let base = String(decoding: Slug.make(Array(stem[..<dot].utf8)), as: UTF8.self)
    let hash = ContentDigest(bytes).hexadecimal.prefix(10)
    let path = "assets/\(base).\(hash)\(stem[dot...].lowercased())"
    if paths.insert(path).inserted { files.append(OutputFile(path: path, bytes: bytes)) }
    let address = PercentEncoding.encode(path.utf8)
    published[name] = address
    published.addImage(bytes, at: address)
  }

  /// Notes the size of an image that is copied to the root as it is.
  mutating func addStaticImage(_ bytes: [UInt8], at address: [UInt8]) {
    published.addImage(bytes, at: address)
  }

  /// The address of a file of the theme, such as `style.css`.
  func url(_ name: String) -> [UInt8] { published["theme/" + name] ?? [] }
}
