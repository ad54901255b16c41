import SourceText

/// What lies in an output folder before a build touches it.
struct OutputInventory: Sendable {
  /// Whether the folder exists.
  var exists = false
  /// The manifest of the last build; `nil` without one, or when the folder holds nothing but a damaged one.
  var manifest: OutputManifest? {
    didSet {
      digests = Dictionary(
        (manifest?.entries ?? []).map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    }
  }
  /// The digests in the manifest, by path.
  private(set) var digests: [String: ContentDigest] = [:]
  /// Files of the last build that are still there.
  var ours: Set<String> = []
  /// Every folder but those in `.git`, outermost first.
  var folders: [String] = []
  /// Files that are not ours and stay: below `CNAME`, `.well-known` or `.git`; `.git` as a whole.
  var kept: [String] = []
  /// Folders in which a build staged its files; most are dead.
  var stages: [String] = []

  /// Names at the top of an output folder that belong to its host, not to us.
  static let keptNames = [".git", "CNAME", ".well-known"]

  /// Looks through an output folder.
  ///
  /// - Throws: `.foreignFiles` for files that no build made, `.damagedManifest` when nobody can tell.
  /// - Complexity: One listing for each folder.
  static func scan(
    _ output: String, named name: String, in files: any FileSystem
  ) throws(PublishError) -> OutputInventory {
    var inventory = OutputInventory()
    guard let status = try publishing({ () throws(FileSystemError) in try files.statusIfPresent(output) }),
      status.kind == .directory
    else { return inventory }
    inventory.exists = true
    let manifestPath = PathName.join(output, OutputManifest.fileName)
    var damage: OutputManifest.Damage?
    let manifestStatus = try publishing { () throws(FileSystemError) in
      try files.statusIfPresent(manifestPath)
    }
    if manifestStatus?.kind == .file {
      let bytes = try publishing { () throws(FileSystemError) in try files.read(manifestPath) }
      do {
        inventory.manifest = try OutputManifest(parsing: bytes)
      } catch {
        damage = error
      }
    }
    let foreign = try publishing { () throws(FileSystemError) in
      try inventory.sort(output, in: files)
    }
    if let damage, !foreign.isEmpty { throw .damagedManifest(path: manifestPath, damage) }
    guard foreign.isEmpty else {
      let sorted = foreign.sorted(by: PathName.precedes)
      throw .foreignFiles(output: name, paths: Array(sorted.prefix(5)), count: foreign.count)
    }
    return inventory
  }

  /// Sorts everything in the folder into its place; returns what has none.
  private mutating func sort(_ output: String, in files: any FileSystem) throws(FileSystemError) -> [String] {
    let owned = Set(manifest?.entries.map(\.path) ?? [])
    var foreign: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try files.list(PathName.join(output, folder)) {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        let isKept = Self.keptNames.contains { PathName.contains($0, path) }
        if entry.kind == .directory, path == ".git" {
          kept.append(path)
        } else if entry.kind == .directory, folder.isEmpty, StageFolder.isInnerName(entry.name) {
          stages.append(path)
        } else if entry.kind == .directory, entry.isValidUTF8 {
          folders.append(path)
          pending.append(path)
        } else if entry.kind == .file, entry.isValidUTF8, owned.contains(path) {
          ours.insert(path)
        } else if isKept, entry.isValidUTF8 {
          kept.append(path)
        } else if path != OutputManifest.fileName || entry.kind != .file {
          foreign.append(path)
        }
      }
    }
    return foreign
  }
}
