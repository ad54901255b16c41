package import SourceText

/// Refuses output folders that would cost somebody their sources.
package struct OutputGuard: Sendable {
  /// The site's root folder.
  package var site: String
  /// Folders with sources, relative to the root or absolute; they need not exist.
  package var sources: [String]

  package init(site: String, sources: [String] = ["content", "templates"]) {
    self.site = site
    self.sources = sources
  }

  /// Where an output folder really is: its canonical path, also when it does not exist yet.
  ///
  /// Folders are compared by identity as well as by path, so that links, mounts and case-insensitive disks
  /// cannot hide a source.
  /// - Throws: `.overlapsSources` or `.outputNotFolder`; nothing is changed in any case.
  package func locate(
    _ output: String, fileSystem files: any FileSystem
  ) throws(PublishError) -> String {
    let place = try resolve(output, in: files)
    if let status = try publishing({ () throws(FileSystemError) in try files.statusIfPresent(place) }),
      status.kind != .directory
    {
      throw .outputNotFolder(output)
    }
    let root = try resolve(site, in: files)
    if let overlap = overlap(of: place, with: root, in: files), overlap != .inside {
      throw .overlapsSources(output: output, source: site, overlap)
    }
    for source in sources {
      let folder = try resolve(PathName.join(site, source), in: files)
      if let overlap = overlap(of: place, with: folder, in: files) {
        throw .overlapsSources(output: output, source: source, overlap)
      }
    }
    // Repositories and our own state are not to be overwritten, but the preview lives in the state folder.
    let state = PathName.join(root, BuildLock.stateFolder)
    if PathName.contains(state, place), !PathName.contains(PathName.join(state, "preview"), place) {
      throw .overlapsSources(output: output, source: BuildLock.stateFolder, place == state ? .same : .inside)
    }
    if place.split(separator: "/").contains(".git") {
      throw .overlapsSources(output: output, source: ".git", .inside)
    }
    return place
  }

  private func overlap(
    of place: String, with source: String, in files: any FileSystem
  ) -> PublishError.Overlap? {
    if PathName.contains(source, place) { return source == place ? .same : .inside }
    if PathName.contains(place, source) { return .contains }
    let outputs = identities(upwardsFrom: place, in: files)
    let sources = identities(upwardsFrom: source, in: files)
    if let output = outputs[0], let distance = sources.firstIndex(of: output) {
      return distance == 0 ? .same : .contains
    }
    if let source = sources[0], outputs.contains(source) { return .inside }
    return nil
  }

  /// The identities of a path and of every folder above it; `nil` where nothing exists yet.
  private func identities(upwardsFrom path: String, in files: any FileSystem) -> [FileIdentity?] {
    var identities: [FileIdentity?] = []
    var path = path
    while true {
      identities.append(try? files.status(path).identity)
      let parent = PathName.parent(path)
      if parent == path { return identities }
      path = parent
    }
  }

  /// The canonical path of the nearest existing folder, and the names that are still missing.
  private func resolve(_ path: String, in files: any FileSystem) throws(PublishError) -> String {
    var missing: [String] = []
    var current = path
    while true {
      do throws(FileSystemError) {
        let existing = try files.canonicalPath(current)
        return missing.reversed().reduce(existing, PathName.join)
      } catch {
        let name = PathName.lastComponent(current)
        let isLink = (try? files.statusIfPresent(current)) != nil
        guard error.isNotFound, !isLink, name != "..", current != PathName.parent(current) else {
          throw error.isNotFound ? .outputNotFolder(path) : .fileSystem(error)
        }
        if name != "." { missing.append(name) }
        current = PathName.parent(current)
      }
    }
  }
}
