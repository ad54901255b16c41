import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The step from a finished stage to a published site.
struct Publication {
  let files: any FileSystem
  let output: String
  let inventory: OutputInventory
  let stage: StageFolder
  let mode: Publisher.Mode
  let next: NextState

  init(staging: Staging, next: NextState) {
    self.files = staging.files
    self.output = staging.output
    self.inventory = staging.inventory
    self.stage = staging.stage
    self.mode = staging.mode
    self.next = next
  }

  /// Publishes in the best way there is. The stage is gone when this returns; when it throws, it may not be.
  func publish() throws(PublishError) -> PublishReport {
    for path in kept {
      let blocked =
        next.folders.contains(path) || OutputPath.folders(of: path).contains(where: next.paths.contains)
      if blocked { throw .fileAndFolder(path) }
    }
    if isUntouched { return report(.untouched, leftover: stage.remove(in: files)) }
    if stage.isInner {
      return try publishing { () throws(FileSystemError) in try publishInPlace(from: stage, because: nil) }
    }
    do {
      try completeStage()
      guard inventory.exists else {
        try files.rename(stage.path, to: output)
        stage.release()
        return report(.created)
      }
      try files.exchange(stage.path, output)
      return report(.exchanged, leftover: stage.remove(in: files))
    } catch {
      guard inventory.exists, ExchangeLimits.isLimit(error) else { throw .fileSystem(error) }
      if mode == .exchange { throw .exchangeImpossible(output: output, error) }
      let inner = try publishing { () throws(FileSystemError) in try moveStageInside() }
      do {
        return try publishInPlace(from: inner, because: error)
      } catch {
        inner.remove(in: files)
        throw .fileSystem(error)
      }
    }
  }

  /// Files of the last build that are not in the next state.
  var obsolete: Set<String> { inventory.ours.subtracting(next.paths) }

  /// Files that are not ours and that the next state does not replace.
  var kept: [String] { inventory.kept.filter { !next.paths.contains($0) } }

  /// Whether the published folder already is what the stage would make of it.
  private var isUntouched: Bool {
    inventory.exists && inventory.manifest == next.manifest && next.files.allSatisfy(\.isUnchanged)
      && inventory.folders.allSatisfy(isNeeded)
  }

  /// Whether a folder has a place in the next state.
  func isNeeded(_ folder: String) -> Bool {
    next.folders.contains(folder) || kept.contains { PathName.contains(folder, $0) }
  }

  func report(
    _ way: PublishReport.Way, because failure: FileSystemError? = nil, leftover: FileSystemError? = nil
  ) -> PublishReport {
    var report = PublishReport(way: way)
    for file in next.files {
      if file.isUnchanged {
        report.unchanged += 1
      } else {
        report.written += 1
        report.writtenBytes += file.size
      }
    }
    report.removed = obsolete.count
    report.exchangeFailure = failure
    report.leftover = leftover
    return report
  }

  /// Adds to the stage what a whole output folder has beside our pages: the host's files and the manifest.
  private func completeStage() throws(FileSystemError) {
    for path in kept { try linkTree(path) }
    try files.writeAtomically(
      PathName.join(stage.path, OutputManifest.fileName), next.manifest.serialized())
    if inventory.exists {
      try files.setPermissions(stage.path, try files.status(output).permissions)
    }
  }

  /// Gives a host's file, or all files of a folder, second names in the stage.
  private func linkTree(_ path: String) throws(FileSystemError) {
    let target = PathName.join(stage.path, path)
    try files.makeDirectory(PathName.parent(target))
    var pending = [""]
    guard try files.status(PathName.join(output, path), followingLinks: false).kind == .directory else {
      return try files.createHardLink(target, to: PathName.join(output, path))
    }
    while let folder = pending.popLast() {
      let source = PathName.join(PathName.join(output, path), folder)
      let copy = PathName.join(target, folder)
      try files.createDirectory(copy)
      for entry in try files.list(source) {
        guard entry.isValidUTF8 else {
          throw FileSystemError(.createLink, PathName.join(source, entry.name), .system(EILSEQ))
        }
        if entry.kind == .directory {
          pending.append(PathName.join(folder, entry.name))
        } else {
          try files.createHardLink(
            PathName.join(copy, entry.name), to: PathName.join(source, entry.name))
        }
      }
      try files.setPermissions(copy, try files.status(source).permissions)
    }
  }
}
