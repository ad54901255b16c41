import Markdown
package import SourceText

/// Turns a folder made for Obsidian, Hugo or Jekyll, or any folder of Markdown, into files of ours.
///
/// Notes become questions, pages and sources; what stands above their text becomes front matter of ours; links lead
/// where they led; other files are copied. Nothing is lost: what is not in a file is quoted in a diagnostic.
package struct FolderImporter: Sendable {
  private let occupied: Set<String>
  /// The same in lower case, for files whose names differ only in case are one file elsewhere.
  private let occupiedFolded: Set<String>
  private let reserved: Set<String>

  /// The largest note, in bytes.
  package static let largestNote = 8 << 20

  /// Prepares to import.
  ///
  /// - Parameters:
  ///   - occupied: paths relative to `content/` that exist already; nothing is written there, and no note gets the
  ///     address of a page there.
  ///   - reserved: names at the root of the published site that belong to pages of its own.
  package init(occupied: Set<String> = [], reserved: Set<String> = []) {
    self.occupied = occupied
    occupiedFolded = Set(occupied.map { $0.lowercased() })
    self.reserved = reserved
  }

  /// Imports a folder. Hidden files are passed over, and no link is followed out of the folder.
  ///
  /// - Parameter root: the path of the folder, which diagnostics name before those of its files.
  /// - Throws: when the folder cannot be listed; trouble below it is in the diagnostics.
  /// - Complexity: O(bytes of the notes + n log n) for n files; other files are not read.
  package func importFolder(
    _ root: String, in fileSystem: any FileSystem
  ) throws(FileSystemError) -> ImportedFolder {
    let walk = try fileSystem.walk(root) { path, _ in
      !PathName.lastComponent(path).hasPrefix(".") && PathName.lastComponent(path) != "node_modules"
    }
    let read: (String) -> Result<[UInt8], FileSystemError> = { path in
      do throws(FileSystemError) {
        return .success(try fileSystem.read(PathName.join(root, path), limit: FolderImporter.largestNote))
      } catch {
        return .failure(error)
      }
    }
    let settings = PathName.join(root, ".obsidian")
    let kind = FolderKind(files: walk.files, hasVaultSettings: fileSystem.exists(settings)) {
      try? read($0).get()
    }
    let templates = try? JSONReader.read((try? read(".obsidian/templates.json").get())?[...] ?? [])
    let folderSettings = FolderSettings(of: kind) { path in try? read(path).get() }
    let inventory = FolderInventory(
      walk.files, kind: kind, templates: templates?["folder"]?.text, settings: folderSettings)
    var diagnostics = FolderImporter.diagnostics(of: inventory.skipped, in: root)
    for skipped in walk.skipped {
      let message = "this is no file of the folder and was passed over"
      diagnostics.append(
        Diagnostic(.importSkipped, at: SourceLocation(path: PathName.join(root, skipped.path)), message))
    }
    if fileSystem.exists(PathName.join(root, ".trash")) {
      let place = SourceLocation(path: PathName.join(root, ".trash"))
      diagnostics.append(Diagnostic(.importSkipped, at: place, "what was thrown away is not imported"))
    }
    var notes: [FolderNote] = []
    for place in inventory.notes {
      switch read(place.origin) {
      case .success(let bytes):
        let file = SourceFile(path: PathName.join(root, place.origin), bytes: bytes)
        notes.append(FolderNote(file, place, kind: kind))
      case .failure(let error):
        let path = SourceLocation(path: PathName.join(root, place.origin))
        diagnostics.append(
          Diagnostic(.importSkipped, at: path, "the note cannot be read: \(error.description)"))
      }
    }
    let site = importNotes(
      notes, assets: inventory.assets, kind: kind, settings: folderSettings, root: root,
      diagnostics: diagnostics)
    return ImportedFolder(kind: kind, site: site)
  }

  // MARK: Stages

  private func importNotes(
    _ unplaced: [FolderNote], assets unplacedAssets: [FolderInventory.Asset], kind: FolderKind,
    settings: FolderSettings, root: String, diagnostics: [Diagnostic]
  ) -> ImportedSite {
    let assets = FolderImporter.withoutTwins(unplacedAssets)
    var notes = unplaced
    var placement = FolderPlacement(
      assets: assets.map(\.target), occupied: occupied, reserved: reserved)
    for index in notes.indices { placement.place(&notes[index]) }
    let writer = NoteWriter(
      kind: kind, notes: notes, assets: assets,
      index: FolderIndex(notes, assets: assets, kind: kind, settings: settings),
      names: PlacedNames(notes, occupied: occupied))
    var site = ImportedSite(diagnostics: diagnostics)
    for note in notes {
      let (file, faults) = writer.write(note)
      site.diagnostics += faults
      if !isOccupied(file.path, root: root, origin: note.place.origin, &site) { site.files.append(file) }
    }
    for asset in assets where !isOccupied(asset.target, root: root, origin: asset.origin, &site) {
      site.copies.append(ImportedCopy(path: asset.target, origin: asset.origin))
    }
    return site
  }

  /// Tells of a file that exists, which is never overwritten.
  private func isOccupied(_ path: String, root: String, origin: String, _ site: inout ImportedSite) -> Bool {
    guard occupiedFolded.contains(path.lowercased()) else { return false }
    site.diagnostics.append(
      Diagnostic(
        .importExists, at: SourceLocation(path: PathName.join(root, origin)),
        "`\(path)` exists in the site already and was not written"))
    return true
  }

  /// Gives files whose names differ only in case, or in what keeps a name from being published, names of their own.
  private static func withoutTwins(_ assets: [FolderInventory.Asset]) -> [FolderInventory.Asset] {
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    return assets.map { asset in
      var asset = asset
      let key = asset.target.lowercased()
      let name = PathName.lastComponent(asset.target)
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      while !taken.insert(asset.target.lowercased()).inserted {
        let number = (numbers[key] ?? 1) + 1
        numbers[key] = number
        asset.target = PathName.join(
          PathName.parent(asset.target), "\(name[..<dot])-\(number)\(name[dot...])")
      }
      return asset
    }
  }

  private static func diagnostics(of skipped: [(reason: String, files: [String])], in root: String)
    -> [Diagnostic]
  {
    skipped.map { reason, files in
      let count = files.count == 1 ? "1 file was" : "\(files.count) files were"
      let more = files.count > 10 ? [Note("and \(files.count - 10) more")] : []
      return Diagnostic(
        .importSkipped, at: SourceLocation(path: root), "\(count) not imported: \(reason)",
        notes: files.prefix(10).map { Note($0) } + more)
    }
  }
}
