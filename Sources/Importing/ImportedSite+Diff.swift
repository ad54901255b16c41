extension ImportedSite {
  /// What the import would write, as a unified diff: every file is new, for an import never overwrites one. Files that
  /// are copied are only named.
  ///
  /// - Parameter folder: the path that stands before those of the files, such as `content/`.
  /// - Complexity: O(bytes of the files).
  package func unifiedDiff(in folder: String) -> [UInt8] {
    var output: [UInt8] = []
    for file in files {
      var lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let isEnded = lines.last?.isEmpty == true
      if isEnded { lines.removeLast() }
      let count = lines.isEmpty ? "0,0" : "1,\(lines.count)"
      output += Array("--- /dev/null\n+++ b/\(folder)\(file.path)\n@@ -0,0 +\(count) @@\n".utf8)
      for line in lines { output += [0x2B] + line + [0x0A] }
      if !isEnded { output += Array("\\ No newline at end of file\n".utf8) }
    }
    for copy in copies {
      output += Array("Binary files /dev/null and b/\(folder)\(copy.path) differ\n".utf8)
    }
    return output
  }
}
