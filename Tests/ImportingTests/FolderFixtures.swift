import KnowledgeBase
import Markdown
import SourceText

@testable import Importing

/// The folders in `Folders/` and what their import is recorded to make, `NAME.expected`.
enum FolderFixtures {
  static let names = ["obsidian", "hugo", "jekyll"]

  static func folder(_ name: String) throws -> ImportedNotes {
    try ImportedNotes(path(name), in: DiskFileSystem())
  }

  static func path(_ name: String) -> String {
    PathName.join(PathName.parent(#filePath), "Folders/\(name)")
  }
}

/// A folder and what its import made, with questions tests ask.
struct ImportedNotes {
  let root: String
  let folder: ImportedFolder
  /// The notes of the folder, as they were.
  let notes: [String: [UInt8]]

  init(_ root: String, in fileSystem: any FileSystem, occupied: Set<String> = []) throws {
    self.root = root
    folder = try FolderImporter(occupied: occupied, reserved: Self.reserved).importFolder(
      root, in: fileSystem)
    var notes: [String: [UInt8]] = [:]
    for file in folder.site.files {
      if let origin = file.origin { notes[origin] = try fileSystem.read(PathName.join(root, origin)) }
    }
    self.notes = notes
  }

  /// Names that the published site needs itself.
  static let reserved: Set<String> = ["search", "tags", "index", "questions", "references", "404"]

  /// A folder in memory.
  init(_ files: [String: String], occupied: Set<String> = []) throws {
    let system = try InMemoryFileSystem(
      Dictionary(uniqueKeysWithValues: files.map { ("/folder/\($0.key)", $0.value) }))
    try self.init("/folder", in: system, occupied: occupied)
  }

  var site: ImportedSite { folder.site }
  var paths: [String] { site.files.map(\.path) }

  func text(_ path: String) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The file behind its front matter.
  func body(_ path: String) -> String? {
    site.files.first { $0.path == path }.map { file in
      let (_, start, _) = FrontMatter.parse(SourceFile(path: "", bytes: file.bytes))
      return String(decoding: file.bytes[start...], as: UTF8.self)
    }
  }

  func frontMatter(_ path: String) -> FrontMatter? {
    site.files.first { $0.path == path }.map {
      FrontMatter.parse(SourceFile(path: $0.path, bytes: $0.bytes)).frontMatter
    }
  }

  func messages(_ id: DiagnosticID) -> [String] { site.diagnostics.filter { $0.id == id }.map(\.message) }

  /// Words of the notes that are neither in a file nor named in a diagnostic.
  var lostWords: Set<String> {
    var kept = Words.of(folder.summary(in: "").utf8)
    for file in site.files { kept.formUnion(Words.of(file.bytes)) }
    for diagnostic in site.diagnostics {
      kept.formUnion(Words.of(diagnostic.message.utf8))
      for note in diagnostic.notes { kept.formUnion(Words.of(note.message.utf8)) }
    }
    return Set(notes.values.flatMap { Words.of($0) }).subtracting(kept)
  }

  /// What the site's own reader and its links object to.
  ///
  /// - Parameter existing: the texts of the files the site had before, by their paths below `content/`.
  func faults(beside existing: [String: String] = [:]) -> [Diagnostic] {
    let reader = EntryReader(options: ParseOptions())
    var faults: [Diagnostic] = []
    var entries: [Entry] = []
    let files =
      site.files.map { ($0.path, $0.bytes) }
      + existing.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    for (path, bytes) in files {
      let source = SourceFile(path: "content/\(path)", bytes: bytes)
      let (entry, diagnostics) = reader.read(source, place: String(path.dropLast(3)))
      faults += diagnostics
      if let entry { entries.append(entry) }
    }
    let knowledge = KnowledgeBase(entries, reserved: Self.reserved, diagnostics: &faults)
    let resolver = LinkResolver(
      knowledge, assets: Set(site.copies.map { "content/\($0.path)" }), builtIn: [], contentFolder: "content/"
    )
    let resolutions = knowledge.entries.indices.map { resolver.resolve(EntryID($0)) }
    return faults + resolver.diagnostics(of: resolutions)
  }

  /// Every file and every diagnostic, as recorded.
  var record: [UInt8] {
    var text = Array(folder.summary(in: "content/").utf8)
    for file in site.files { text += Array("=== \(file.path)\n".utf8) + file.bytes }
    text += Array("=== diagnostics\n".utf8)
    for diagnostic in site.diagnostics {
      let position = diagnostic.location?.position.map { ":\($0.line):\($0.column)" } ?? ""
      let path = diagnostic.location.map { $0.path.dropFirst(root.utf8.count) } ?? ""
      text += Array("\(path)\(position) \(diagnostic.id.rawValue): \(diagnostic.message)\n".utf8)
      for note in diagnostic.notes { text += Array("  \(note.message)\n".utf8) }
    }
    return text
  }
}
