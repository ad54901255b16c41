import SourceText

extension Publication {
  /// Renames every new file into its place and deletes what is no longer produced.
  ///
  /// First of all the folder gets a manifest of the old and the new files together, last the new one: in
  /// between every file in it is known as ours, and the next build can go on after any interruption.
  func publishInPlace(
    from stage: StageFolder, because failure: FileSystemError?
  ) throws(FileSystemError) -> PublishReport {
    let manifestPath = PathName.join(output, OutputManifest.fileName)
    let stagedManifest = PathName.join(stage.path, OutputManifest.fileName)
    let transition = PathName.join(stage.path, ".quaestio-transition")
    try files.writeAtomically(stagedManifest, next.manifest.serialized())
    let both = next.manifest.union(inventory.manifest ?? OutputManifest([]))
    try files.write(transition, both.serialized())
    try files.rename(transition, to: manifestPath)

    var obsolete = obsolete
    for path in obsolete where isInTheWay(path) {
      try files.removeFile(PathName.join(output, path))
      obsolete.remove(path)
    }
    removeEmptyFolders(where: isInTheWay)
    for path in stepsInOrder {
      try files.rename(PathName.join(stage.path, path), to: PathName.join(output, path))
    }
    for path in obsolete { try files.removeFile(PathName.join(output, path)) }
    removeEmptyFolders { _ in true }

    // A stage is recognised by its manifest, so that goes when nothing else is left.
    let emptied = try files.list(stage.path).map(\.name).filter { $0 != OutputManifest.fileName }
    for folder in emptied { try files.removeTree(PathName.join(stage.path, folder)) }
    try files.rename(stagedManifest, to: manifestPath)
    return report(.inPlace, because: failure, leftover: stage.remove(in: files))
  }

  /// What has to be renamed into place, files that others name first: changed files, and folders that are new as
  /// a whole, so that from the first renaming on no step needs room on the disk.
  private var stepsInOrder: [String] {
    let existing = Set(inventory.folders)
    let changed = next.files.filter { !$0.isUnchanged }.map(\.path)
    var seen: Set<String> = []
    return (changed.filter(OutputPath.isHashed) + changed.filter { !OutputPath.isHashed($0) })
      .map { path in OutputPath.folders(of: path).first { !existing.contains($0) } ?? path }
      .filter { seen.insert($0).inserted }
  }

  /// Moves a stage that lies beside the output folder into it, so that its files can be renamed into place.
  ///
  /// Where a mount lies in between, the new files are copied: a full disk is then met before the first
  /// published file changes.
  func moveStageInside() throws(FileSystemError) -> StageFolder {
    let inner = try StageFolder.create(for: output, isInner: true, in: files)
    do throws(FileSystemError) {
      for file in next.files where !file.isUnchanged {
        let source = PathName.join(stage.path, file.path)
        let target = PathName.join(inner.path, file.path)
        try files.makeDirectory(PathName.parent(target))
        do throws(FileSystemError) {
          try files.rename(source, to: target)
        } catch {
          guard ExchangeLimits.isLimit(error) else { throw error }
          try files.write(target, files.read(source))
        }
      }
    } catch {
      inner.remove(in: files)
      throw error
    }
    stage.remove(in: files)
    return inner
  }

  /// Whether an old file or folder is, or lies in, what has to change from one of the two into the other.
  private func isInTheWay(_ path: String) -> Bool {
    let becomesFolder = inventory.ours.contains(path) && next.folders.contains(path)
    let becomesFile = !inventory.ours.contains(path) && next.paths.contains(path)
    return becomesFolder || becomesFile || OutputPath.folders(of: path).contains(where: next.paths.contains)
  }

  /// Removes folders that the next state does not need, innermost first.
  ///
  /// One that somebody has put a file into meanwhile stays.
  private func removeEmptyFolders(where condition: (String) -> Bool) {
    for folder in inventory.folders.reversed() where condition(folder) && !isNeeded(folder) {
      try? files.removeDirectory(PathName.join(output, folder))
    }
  }
}
