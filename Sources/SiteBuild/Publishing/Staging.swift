import SourceText
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The next state of a site while it is being put together.
///
/// Pages are handed over as they are rendered, from any number of threads; no page is kept in memory.
/// Ends with ``commit()`` or ``abandon()``; a stage that is forgotten is abandoned.
package final class Staging: Sendable {
  let output: String
  let inventory: OutputInventory
  let stage: StageFolder
  let mode: Publisher.Mode
  let files: any FileSystem
  private let state = Mutex(State())

  struct State: Sendable {
    var paths: Set<String> = []
    var folders: Set<String> = []
    /// Those of `folders` that exist in the stage.
    var madeFolders: Set<String> = []
    var staged: [StagedFile] = []
    var isFinished = false
  }

  init(
    output: String, inventory: OutputInventory, stage: StageFolder, mode: Publisher.Mode,
    fileSystem: any FileSystem
  ) {
    self.output = output
    self.inventory = inventory
    self.stage = stage
    self.mode = mode
    self.files = fileSystem
  }

  deinit { abandon() }

  /// Adds one file to the next state.
  ///
  /// A published file with the same bytes is kept; otherwise the bytes are written to the stage at once.
  /// - Throws: `.invalidPath`, `.duplicatePath`, `.fileAndFolder` for what the site itself got wrong;
  ///   `.fileSystem` when the machine fails: then the stage is to be abandoned.
  /// - Complexity: O(bytes); at most one file of the same size is read for comparison.
  package func write(_ file: OutputFile) throws(PublishError) {
    if let problem = OutputPath.problem(in: file.path) { throw .invalidPath(file.path, problem) }
    let isUnchanged = isPublished(file)
    // In place, a file that stays needs no second name.
    try reserve(file.path, makingFolders: !(isUnchanged && stage.isInner))
    let staged = StagedFile(
      path: file.path, digest: ContentDigest(file.bytes), size: file.bytes.count, isUnchanged: isUnchanged)
    if !(isUnchanged && (stage.isInner || linkToPublished(file.path))) {
      do {
        try files.write(PathName.join(stage.path, file.path), file.bytes)
      } catch {
        // Where upper and lower case are one, two paths may still be the same file.
        throw error.code == EEXIST ? .duplicatePath(file.path) : .fileSystem(error)
      }
    }
    state.withLock { $0.staged.append(staged) }
  }

  /// The bytes of a published file, if they are still those the last build wrote.
  ///
  /// - Complexity: O(bytes).
  func publishedBytes(of path: String) -> [UInt8]? {
    guard let digest = inventory.digests[path], inventory.ours.contains(path),
      let bytes = try? files.read(PathName.join(output, path)), ContentDigest(bytes) == digest
    else { return nil }
    return bytes
  }

  /// Throws the stage away; the published site stays as it is. After the end of a stage this does nothing.
  package func abandon() {
    guard state.withLock({ $0.finish() }) else { return }
    stage.remove(in: files)
  }

  /// Makes the stage the published site. All calls of ``write(_:)`` have returned by then.
  ///
  /// - Throws: `.exchangeImpossible` if the exchange was demanded; `.fileSystem` when the machine fails. The
  ///   stage is gone afterwards in any case.
  package func commit() throws(PublishError) -> PublishReport {
    guard state.withLock({ $0.finish() }) else { throw .finished }
    let next = NextState(state.withLock { $0.staged })
    do {
      return try Publication(staging: self, next: next).publish()
    } catch {
      stage.remove(in: files)
      throw error
    }
  }

  /// Claims a path and makes the folders it needs in the stage.
  private func reserve(_ path: String, makingFolders: Bool) throws(PublishError) {
    try state.withLock { (state) throws(PublishError) in
      guard !state.isFinished else { throw .finished }
      guard !state.folders.contains(path) else { throw .fileAndFolder(path) }
      guard state.paths.insert(path).inserted else { throw .duplicatePath(path) }
      // A folder is never noted without those above it.
      guard let folder = OutputPath.folder(of: path),
        !(makingFolders ? state.madeFolders : state.folders).contains(folder)
      else { return }
      for folder in OutputPath.folders(of: path) {
        if state.paths.contains(folder) { throw .fileAndFolder(folder) }
        state.folders.insert(folder)
        if makingFolders, state.madeFolders.insert(folder).inserted {
          // Under the lock: whoever finds a folder in the set may write into it at once.
          try publishing { () throws(FileSystemError) in
            try makeFolder(PathName.join(stage.path, folder))
          }
        }
      }
    }
  }

  /// Makes a folder in one that exists.
  private func makeFolder(_ path: String) throws(FileSystemError) {
    do {
      try files.createDirectory(path)
    } catch {
      // Where upper and lower case are one, it may be another folder of the stage.
      guard error.code == EEXIST else { throw error }
      try files.makeDirectory(path)
    }
  }

  /// Whether the published file has these bytes and the permissions we would give it.
  private func isPublished(_ file: OutputFile) -> Bool {
    guard inventory.ours.contains(file.path) else { return false }
    let path = PathName.join(output, file.path)
    guard let status = try? files.status(path, followingLinks: false), status.kind == .file,
      status.size == file.bytes.count, status.permissions == 0o644
    else { return false }
    return (try? files.read(path, limit: status.size)) == file.bytes
  }

  /// Gives a published file a second name in the stage; `false` where that is not possible.
  private func linkToPublished(_ path: String) -> Bool {
    let link = PathName.join(stage.path, path)
    return (try? files.createHardLink(link, to: PathName.join(output, path))) != nil
  }
}

extension Staging.State {
  /// Ends the stage; `false` if it had already ended.
  fileprivate mutating func finish() -> Bool {
    defer { isFinished = true }
    return !isFinished
  }
}
