import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Imported folders")
struct RecordedFolderTests {
  @Test(
    "A folder becomes the recorded files; QUAESTIO_RECORD=1 records them", arguments: FolderFixtures.names)
  func recorded(_ name: String) throws {
    let record = try FolderFixtures.folder(name).record
    let path = FolderFixtures.path(name) + ".expected"
    if PageFixtures.isRecording {
      try DiskFileSystem().writeAtomically(path, record)
      Issue.record("recorded \(path); read the difference and run again without recording")
      return
    }
    #expect(
      String(decoding: try DiskFileSystem().read(path), as: UTF8.self)
        == String(decoding: record, as: UTF8.self))
  }

  /// Words of marks that mean something to their program alone and were read as such.
  private static let marks: [String: Set<String>] = [
    "obsidian": [], "hugo": ["figure", "caption", "highlight", "katex", "display", "relref", "ref"],
    "jekyll": ["toc", "highlight", "endhighlight", "post", "url", "link", "endraw", "endcomment", "comment"],
  ]

  @Test("No word of a note is lost", arguments: FolderFixtures.names)
  func words(_ name: String) throws {
    let lost = try FolderFixtures.folder(name).lostWords
    #expect(lost.subtracting(Self.marks[name] ?? []) == [])
  }

  @Test(
    "Every file reads without an error, and every link leads to something", arguments: FolderFixtures.names)
  func reads(_ name: String) throws {
    // A name of several notes stays one, and is told of.
    let faults = try FolderFixtures.folder(name).faults().filter { $0.id != .linkAmbiguous }
    #expect(faults.filter { $0.severity == .error }.map { "\($0.location?.path ?? ""): \($0.message)" } == [])
    #expect(faults.filter { $0.id == .frontMatterUnknownKey }.map(\.message) == [])
  }

  @Test("Front matter says what it said", arguments: FolderFixtures.names)
  func frontMatter(_ name: String) throws {
    let folder = try FolderFixtures.folder(name)
    for file in folder.site.files {
      let (_, _, diagnostics) = FrontMatter.parse(SourceFile(path: file.path, bytes: file.bytes))
      #expect(diagnostics.map(\.message) == [], "\(file.path)")
    }
  }

  @Test("An import of the same folder twice writes nothing the second time", arguments: FolderFixtures.names)
  func twice(_ name: String) throws {
    let first = try FolderFixtures.folder(name).site
    let occupied = Set(first.files.map(\.path) + first.copies.map(\.path))
    let second = try ImportedNotes(FolderFixtures.path(name), in: DiskFileSystem(), occupied: occupied)
    #expect(second.site.files.isEmpty && second.site.copies.isEmpty)
    #expect(second.messages(.importExists).count == occupied.count)
  }

  @Test("Every message names a place in the folder", arguments: FolderFixtures.names)
  func places(_ name: String) throws {
    let folder = try FolderFixtures.folder(name)
    #expect(folder.site.diagnostics.allSatisfy { $0.location?.path.hasPrefix(folder.root) == true })
    for diagnostic in folder.site.diagnostics {
      guard let range = diagnostic.location?.range, let path = diagnostic.location?.path else { continue }
      let origin = String(path.dropFirst(folder.root.utf8.count + 1))
      #expect(Int(range.end) <= folder.notes[origin]?.count ?? 0)
    }
  }
}
