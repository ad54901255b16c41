/// The regular files below a folder, and what was passed over.
public struct FileWalk: Hashable, Sendable {
  /// Paths relative to the folder, sorted by their bytes.
  public var files: [String]
  /// What is there but is not in `files`, sorted by the bytes of the paths.
  public var skipped: [Skipped]

  /// A name that a walk passed over.
  public struct Skipped: Hashable, Sendable {
    /// The path relative to the folder.
    public var path: String
    /// Why.
    public var reason: Reason
  }

  /// Why a walk passes over a name.
  public enum Reason: Hashable, Sendable {
    /// A symbolic link whose target lies outside.
    case linkOutside(target: String)
    /// A symbolic link that leads nowhere, or in a circle.
    case brokenLink
    /// A symbolic link to a directory; only links to files are followed, so a walk ends and no file comes twice.
    case linkToDirectory
    /// A FIFO, socket or device.
    case special
    /// A name that is not UTF-8; `path` shows it with U+FFFD.
    case nameNotUTF8
    /// A directory that cannot be listed.
    case unreadable(FileSystemError)
  }
}

extension FileSystem {
  /// Finds all regular files below a folder, and all links to regular files that stay inside.
  ///
  /// Every directory is listed once and no link to a directory is followed, so a walk always ends.
  /// - Parameters:
  ///   - root: The folder; may itself be a link.
  ///   - boundary: Links may also lead to files below this folder: the site, when a part of it is walked.
  ///   - include: Asked with the relative path and kind of every name; `false` leaves it out without a word, a
  ///     directory with all it holds.
  /// - Throws: When `root` or `boundary` cannot be found or listed; trouble below them is in `skipped`.
  /// - Complexity: O(n log n) for n names; one call to the system for each directory and each link.
  public func walk(
    _ root: String, boundary: String? = nil, include: (String, FileKind) -> Bool = { _, _ in true }
  ) throws(FileSystemError) -> FileWalk {
    var insides = [try canonicalPath(root)]
    if let boundary { insides.append(try canonicalPath(boundary)) }
    var walk = FileWalk(files: [], skipped: [])
    var pending = [("", try list(root))]
    while let (folder, entries) = pending.popLast() {
      for entry in entries {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        guard include(path, entry.kind) else { continue }
        guard entry.isValidUTF8 else {
          walk.skipped.append(.init(path: path, reason: .nameNotUTF8))
          continue
        }
        switch entry.kind {
        case .file: walk.files.append(path)
        case .directory:
          do {
            pending.append((path, try list(PathName.join(root, path))))
          } catch {
            walk.skipped.append(.init(path: path, reason: .unreadable(error)))
          }
        case .symbolicLink:
          if let reason = reasonToSkipLink(PathName.join(root, path), insides: insides) {
            walk.skipped.append(.init(path: path, reason: reason))
          } else {
            walk.files.append(path)
          }
        case .other: walk.skipped.append(.init(path: path, reason: .special))
        }
      }
    }
    walk.files.sort(by: PathName.precedes)
    walk.skipped.sort { PathName.precedes($0.path, $1.path) }
    return walk
  }

  private func reasonToSkipLink(_ link: String, insides: [String]) -> FileWalk.Reason? {
    guard let target = try? canonicalPath(link), let kind = try? status(target).kind else {
      return .brokenLink
    }
    guard insides.contains(where: { PathName.contains($0, target) }) else {
      return .linkOutside(target: target)
    }
    switch kind {
    case .file: return nil
    case .directory: return .linkToDirectory
    case .symbolicLink, .other: return .special
    }
  }
}
