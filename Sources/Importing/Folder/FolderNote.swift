import Markdown
import SourceText

/// A note of a folder, read but not yet placed.
struct FolderNote {
  /// What a note becomes.
  enum Role: CaseIterable {
    case question, page, reference

    /// The folder below `content/`.
    var folder: String {
      switch self {
      case .question: "questions"
      case .page: "pages"
      case .reference: "references"
      }
    }
  }

  let place: FolderInventory.Note
  let file: SourceFile
  let metadata: NoteMetadata
  /// The text without foreign marks, and where it stood.
  let text: EditedText
  let document: Document
  /// What links can lead to on it: the ids of its headings, and those of its blocks behind `^`.
  let anchors: Set<[UInt8]>
  let role: Role
  /// What it is called, as plain text.
  let title: String
  var report: ImportReport
  /// The path relative to `content/`, once it is placed.
  var target = ""
  /// The end of the address that keeps it apart from another note's, where it needs one.
  var slug: String?

  /// The names in the path of the file.
  var originFolder: String { PathName.parent(place.origin) == "." ? "" : PathName.parent(place.origin) }

  /// The last part of the path that tells where the note belongs.
  var stem: String { place.place.last ?? "" }

  /// Whether the note stands for its folder.
  var isIndex: Bool { FolderNote.isIndex(stem) }

  /// Whether a name is that of a note that stands for its folder.
  static func isIndex(_ name: String) -> Bool { ["index", "_index"].contains(name.lowercased()) }

  /// Reads a note.
  ///
  /// - Complexity: O(bytes).
  init(_ file: SourceFile, _ place: FolderInventory.Note, kind: FolderKind) {
    var report = ImportReport(file)
    report.examineEncoding()
    let (metadata, bodyStart) = NoteMetadata.read(file, &report)
    var foreign = ForeignText(file, from: bodyStart, kind: kind, report: report)
    foreign.run()
    // Without a blank line at its head the text could begin as front matter does.
    let document = Document(parsing: SourceFile(path: file.path, bytes: [0x0A] + foreign.output.bytes))
    self.place = place
    self.file = file
    self.metadata = metadata
    self.text = foreign.output
    self.document = document
    anchors = Set(document.headings.map(\.id)).union(document.blockIDs.map { [0x5E] + $0.id })
    self.report = foreign.report
    let heading = document.headings.first { $0.level == 1 }.map {
      String(decoding: $0.plainText, as: UTF8.self)
    }
    title = metadata.text("title") ?? heading ?? place.place.last ?? ""
    role = FolderNote.role(of: place, title: title, metadata: metadata, document: document)
  }

  /// Where a place in the document stands in the file.
  func original(_ range: Range<Int>) -> Range<Int> {
    let start = text.original(max(0, range.lowerBound - 1))
    return start..<max(start, min(file.bytes.count, start + range.count))
  }

  // MARK: Roles

  private static func role(
    of place: FolderInventory.Note, title: String, metadata: NoteMetadata, document: Document
  ) -> Role {
    let kinds = [metadata.text("kind"), metadata.text("type")].compactMap { $0?.lowercased() }
    if kinds.contains("reference") || kinds.contains("source") { return .reference }
    if kinds.contains("question") { return .question }
    if kinds.contains("page") { return .page }
    let folders = place.place.dropLast().map { $0.lowercased() }
    if folders.contains(where: isReferenceFolder) { return .reference }
    if folders.first == "questions" || folders.first == "问题" { return .question }
    let name = place.place.last ?? ""
    if place.place.count == 1, isIndex(name) { return .page }
    let sections = SectionNames()
    let hasAnswer = document.headings.contains {
      $0.level <= 3 && sections.kind(of: $0.plainText[...]) == .answer
    }
    return hasAnswer || QuestionWords.ask(title) || QuestionWords.ask(name) ? .question : .page
  }

  /// Whether a folder holds sources.
  static func isReferenceFolder(_ name: String) -> Bool {
    ["references", "reference", "literature", "sources", "文献", "文獻", "参考文献", "參考文獻", "参考资料", "參考資料"]
      .contains(name.lowercased())
  }
}
