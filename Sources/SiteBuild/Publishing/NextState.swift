/// One file of the state that is to be published.
struct StagedFile: Hashable, Sendable {
  var path: String
  var digest: ContentDigest
  var size: Int
  /// Whether the published file is the same.
  var isUnchanged: Bool
}

/// All files of the state that is to be published.
struct NextState: Sendable {
  /// Sorted by the bytes of their paths.
  let files: [StagedFile]
  let paths: Set<String>
  let folders: Set<String>
  let manifest: OutputManifest

  init(_ staged: [StagedFile]) {
    files = staged.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    paths = Set(staged.map(\.path))
    folders = Set(staged.flatMap { OutputPath.folders(of: $0.path) })
    manifest = OutputManifest(files.map { OutputManifest.Entry(path: $0.path, digest: $0.digest) })
  }
}
