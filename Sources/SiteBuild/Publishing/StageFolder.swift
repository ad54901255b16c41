import SourceText

/// The folder in which the next state of a site is put together.
///
/// From its first file on it holds a manifest, and while its build lives it is locked. So a later build
/// recognises what a dead one left behind (the name, no lock, a manifest) and removes it: either a new state
/// that was never published, or the old one after the exchange.
struct StageFolder: Sendable {
  let path: String
  /// Whether it lies in the output folder rather than beside it.
  let isInner: Bool
  private let lock: FileLock?

  private static let mark = ".quaestio-stage-"

  /// Whether a name at the top of an output folder is that of a stage.
  static func isInnerName(_ name: String) -> Bool { name.hasPrefix(mark) }

  /// What the names of an output folder's stages beside it begin with.
  private static func siblingPrefix(_ output: String) -> String {
    "." + PathName.lastComponent(output) + mark
  }

  /// Creates an empty stage beside or in an output folder.
  static func create(
    for output: String, isInner: Bool, in files: any FileSystem
  ) throws(FileSystemError) -> StageFolder {
    let unique = String(UInt64.random(in: .min ... .max), radix: 36)
    let path =
      isInner
      ? PathName.join(output, mark + unique)
      : PathName.join(PathName.parent(output), siblingPrefix(output) + unique)
    try files.createDirectory(path)
    // Where folders cannot be locked, nobody can lock them to remove them either.
    let lock = try? files.lockDirectory(path)
    let stage = StageFolder(path: path, isInner: isInner, lock: lock)
    do {
      try files.write(PathName.join(path, OutputManifest.fileName), OutputManifest([]).serialized())
    } catch {
      stage.remove(in: files)
      throw error
    }
    return stage
  }

  /// Removes it with all it holds, as far as that is possible; returns what stayed behind.
  @discardableResult
  func remove(in files: any FileSystem) -> FileSystemError? {
    defer { lock?.release() }
    do {
      try files.removeTree(path, last: OutputManifest.fileName)
      return nil
    } catch {
      return error
    }
  }

  /// Ends the lock of a stage whose folder has become the output.
  func release() {
    lock?.release()
  }

  /// Removes the stages of dead builds beside and in an output folder.
  ///
  /// What cannot be removed, or may be the only place of a host's file, is left alone.
  static func removeDead(of output: String, inner: [String], in files: any FileSystem) {
    let parent = PathName.parent(output)
    let siblings = ((try? files.list(parent)) ?? [])
      .filter { $0.kind == .directory && $0.isValidUTF8 && $0.name.hasPrefix(siblingPrefix(output)) }
      .map { PathName.join(parent, $0.name) }
    for stage in siblings + inner.map({ PathName.join(output, $0) }) {
      guard let lock = (try? files.lockDirectory(stage)) ?? nil else { continue }
      defer { lock.release() }
      guard let names = try? files.list(stage).map(\.name), isOurs(names, output: output, in: files) else {
        continue
      }
      try? files.removeTree(stage, last: OutputManifest.fileName)
    }
  }

  /// Whether a folder with a stage's name and these contents is one, and holds nothing that is missed elsewhere.
  ///
  /// The folder that lay at the output before a first exchange has no manifest, but then nothing except names
  /// that were carried over.
  private static func isOurs(_ names: [String], output: String, in files: any FileSystem) -> Bool {
    let kept = names.filter(OutputInventory.keptNames.contains)
    let areCarriedOver = kept.allSatisfy { name in
      ((try? files.statusIfPresent(PathName.join(output, name))) ?? nil) != nil
    }
    return areCarriedOver && (names.contains(OutputManifest.fileName) || kept.count == names.count)
  }
}
