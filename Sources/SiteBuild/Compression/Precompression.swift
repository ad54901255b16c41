import SourceText

/// Files published a second time in compressed form, `page.html.gz` and `page.html.br` beside `page.html`, which hosts
/// send as they are (nginx: `gzip_static`, `brotli_static`).
///
/// The same bytes always give the same files. A compressed file is kept for as long as its original is, and made again
/// only with it, because the best compression is slow; ``isClean`` makes all of them again, for instance with newer
/// libraries.
struct Precompression: Sendable {
  /// Files of fewer bytes go into one packet either way.
  static let threshold = 1_024

  /// Paths that are taken: the site's own compressed files.
  let taken: Set<String>
  /// Whether nothing is kept.
  let isClean: Bool

  /// The endings that compressed files add to names, each with what makes them.
  private static let forms: [(ending: String, encode: @Sendable ([UInt8]) -> [UInt8]?)] = [
    (".gz", { DeflateCoding.encode($0, as: .gzip) }), (".br", BrotliEncoder.encode),
  ]

  /// The endings of files that hold text or programs, which hosts compress. Images, fonts and the shards of the search
  /// index are dense already.
  private static let compressible: Set<Substring> = [
    "atom", "bib", "css", "csv", "html", "ico", "ics", "js", "json", "map", "md", "mjs", "otf", "py", "rss",
    "svg", "tex", "tsv", "ttf", "txt", "vtt", "wasm", "webmanifest", "xml", "yaml", "yml",
  ]

  /// Whether a file gets compressed ones beside it.
  static func isCompressible(_ file: OutputFile) -> Bool {
    guard file.bytes.count >= threshold, let dot = file.path.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    return compressible.contains(Substring(file.path[file.path.utf8.index(after: dot)...].lowercased()))
  }

  /// The compressed files of a file; none that is not smaller than it.
  ///
  /// - Complexity: O(bytes), of what is published already cheap.
  func companions(of file: OutputFile, publishedIn staging: Staging) -> [OutputFile] {
    guard Precompression.isCompressible(file) else { return [] }
    let isUnchanged = !isClean && staging.publishedBytes(of: file.path) == file.bytes
    return Precompression.forms.compactMap { form in
      let path = file.path + form.ending
      guard !taken.contains(path) else { return nil }
      let kept = isUnchanged ? staging.publishedBytes(of: path) : nil
      guard let bytes = kept ?? form.encode(file.bytes), bytes.count < file.bytes.count else { return nil }
      return OutputFile(path: path, bytes: bytes)
    }
  }
}
