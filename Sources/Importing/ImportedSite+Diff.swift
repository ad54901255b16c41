import SourceText

extension ImportedSite {
  /// What the import would write, as a unified diff: every file is new, for an import never overwrites one. Files that
  /// are copied are only named.
  ///
  /// - Parameter folder: the path that stands before those of the files, such as `content/`.
  /// - Complexity: O(bytes of the files).
  package func unifiedDiff(in folder: String) -> [UInt8] {
    var output: [UInt8] = []
    for file in files {
      output += UnifiedDiff(adding: file.bytes).bytes(path: folder + file.path, isNew: true)
    }
    for copy in copies {
      output += Array("Binary files /dev/null and b/\(folder)\(copy.path) differ\n".utf8)
    }
    return output
  }
}
