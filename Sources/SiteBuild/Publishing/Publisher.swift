package import SourceText

/// Publishes a site so that its readers see the old state or the new one, never a mixture.
///
/// The new state is put together in a stage, a folder of its own, in which unchanged files are second names of
/// the published ones; nothing that is published is ever written to. Then both folders are exchanged in one step
/// and the old one is removed. Where the system cannot exchange them (mount points, some file systems, macOS),
/// each file is renamed into place: files named by their contents first, pages next, deletions last.
/// A process killed at any instant leaves the old state, the new one, or in the second way a mixture of whole
/// files all of which the next build knows as ours.
package struct Publisher: Sendable {
  /// How the new state gets into its place.
  package enum Mode: String, CaseIterable, Sendable {
    /// By exchange where possible, else in place with a note in the report.
    case auto
    /// By exchange or not at all.
    case exchange
    /// File by file; a folder that does not exist yet still appears as a whole.
    case inPlace = "in-place"
  }

  private let files: any FileSystem

  package init(fileSystem: any FileSystem) {
    self.files = fileSystem
  }

  /// Opens a stage for the next state of a site. Whoever calls this holds the site's ``BuildLock``.
  ///
  /// - Throws: Every refusal there is, before anything is changed; `.fileSystem` when no stage can be made.
  package func begin(
    output: String, protecting guardian: OutputGuard, mode: Mode = .auto
  ) throws(PublishError) -> Staging {
    let place = try guardian.locate(output, fileSystem: files)
    let inventory = try OutputInventory.scan(place, named: output, in: files)
    StageFolder.removeDead(of: place, inner: inventory.stages, in: files)
    let stage = try makeStage(for: place, exists: inventory.exists, mode: mode)
    return Staging(output: place, inventory: inventory, stage: stage, mode: mode, fileSystem: files)
  }

  /// Beside the output folder where an exchange can be hoped for, else in it.
  private func makeStage(for output: String, exists: Bool, mode: Mode) throws(PublishError) -> StageFolder {
    if exists, mode == .inPlace || (mode == .auto && isMountPoint(output)) {
      return try publishing { () throws(FileSystemError) in
        try StageFolder.create(for: output, isInner: true, in: files)
      }
    }
    do {
      try files.makeDirectory(PathName.parent(output))
      return try StageFolder.create(for: output, isInner: false, in: files)
    } catch {
      guard exists, ExchangeLimits.isLimit(error) else { throw .fileSystem(error) }
      if mode == .exchange { throw .exchangeImpossible(output: output, error) }
      return try publishing { () throws(FileSystemError) in
        try StageFolder.create(for: output, isInner: true, in: files)
      }
    }
  }

  private func isMountPoint(_ path: String) -> Bool {
    guard let inside = try? files.status(path), let outside = try? files.status(PathName.parent(path)) else {
      return false
    }
    return inside.identity.device != outside.identity.device
  }
}

/// What a build has published.
package struct PublishReport: Hashable, Sendable {
  /// How the new state got into its place.
  package enum Way: String, Sendable {
    /// Nothing differed, so nothing was touched.
    case untouched
    /// The folder is new and appeared as a whole.
    case created
    /// Old and new folder were exchanged.
    case exchanged
    /// Each file was renamed into place.
    case inPlace = "in-place"
  }

  package var way: Way
  /// Files that are new or have new contents.
  package var written = 0
  /// Bytes in those files.
  package var writtenBytes = 0
  /// Files that stayed as they were, with their identity and times.
  package var unchanged = 0
  /// Files of the last build that are gone.
  package var removed = 0
  /// Why the exchange was not possible, when it was tried.
  package var exchangeFailure: FileSystemError?
  /// What stood in the way of removing the stage; the next build tries again.
  package var leftover: FileSystemError?

  /// One for a way, with nothing counted.
  package init(way: Way) {
    self.way = way
  }
}
