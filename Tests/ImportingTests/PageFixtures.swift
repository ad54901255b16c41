import Importing
import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pages in `Pages/`: `NAME.txt` and what its import is recorded to make, `NAME.expected`.
enum PageFixtures {
  static let names = [
    "adam", "attention-menu", "batchnorm-markdown", "bayes-stacked", "compression-titles", "cups-code",
    "entropy-minimal", "entropy-traditional", "optimisers-thirty", "perplexity",
    "p-value-forum", "references-no-address", "sparsity-damaged", "tuples-two-answers", "water-traditional",
  ]

  static func page(_ name: String) throws -> Imported {
    Imported(try DiskFileSystem().read(path(name, "txt")))
  }

  static func path(_ name: String, _ kind: String) -> String {
    PathName.join(PathName.parent(#filePath), "Pages/\(name).\(kind)")
  }

  static var isRecording: Bool { getenv("QUAESTIO_RECORD").map { String(cString: $0) } == "1" }
}

extension Imported {
  /// Every file and every diagnostic, as recorded.
  var record: [UInt8] {
    var text: [UInt8] = []
    for file in site.files { text += Array("=== \(file.path)\n".utf8) + file.bytes }
    text += Array("=== diagnostics\n".utf8)
    for diagnostic in site.diagnostics {
      let position = diagnostic.location?.position
      let place = position.map { "\($0.line):\($0.column)" } ?? "-"
      text += Array("\(place) \(diagnostic.id.rawValue): \(diagnostic.message)\n".utf8)
      for note in diagnostic.notes { text += Array("  \(note.message)\n".utf8) }
    }
    return text
  }
}
