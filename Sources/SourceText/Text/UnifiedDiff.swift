/// The difference of two texts in the unified format of POSIX `diff -u`.
package struct UnifiedDiff: Sendable {
  private static let context = 3

  /// A run of lines that differ.
  private struct Change: Sendable {
    var old: Range<Int>
    var new: Range<Int>
  }

  private let oldText: [UInt8]
  private let newText: [UInt8]
  private let oldLines: LineTable
  private let newLines: LineTable
  private var changes: [Change] = []

  /// Compares two texts.
  ///
  /// - Parameter origins: for each new line the old line that it is, increasing; `nil` for a changed one.
  /// - Complexity: O(bytes).
  package init(from oldText: [UInt8], to newText: [UInt8], origins: [Int?]) {
    self.oldText = oldText
    self.newText = newText
    oldLines = LineTable(oldText)
    newLines = LineTable(newText)
    var old = 0
    var new = 0
    for (index, origin) in origins.enumerated() {
      guard let origin else { continue }
      append(Change(old: old..<origin, new: new..<index))
      (old, new) = (origin + 1, index + 1)
    }
    append(Change(old: old..<oldLines.count, new: new..<newLines.count))
  }

  /// The lines of a new text, all of them added.
  ///
  /// - Complexity: O(bytes).
  package init(adding text: [UInt8]) { self.init(from: [], to: text, origins: []) }

  private mutating func append(_ change: Change) {
    if !change.old.isEmpty || !change.new.isEmpty { changes.append(change) }
  }

  /// The diff, with the file's name in its head; a file that did not exist is `/dev/null` before.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - isNew: whether there was no such file.
  /// - Complexity: O(bytes of the diff).
  package func bytes(path: String, isNew: Bool = false) -> [UInt8] {
    var output = Array("--- \(isNew ? "/dev/null" : "a/\(path)")\n+++ b/\(path)\n".utf8)
    var start = 0
    while start < changes.count {
      var end = start + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * Self.context
      {
        end += 1
      }
      appendHunk(changes[start..<end], to: &output)
      start = end
    }
    return output
  }

  private func appendHunk(_ hunk: ArraySlice<Change>, to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.context, first.old.lowerBound)
    let behind = min(Self.context, oldLines.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + behind)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + behind)
    output += Array("@@ -\(name(of: old)) +\(name(of: new)) @@\n".utf8)
    var position = old.lowerBound
    for change in hunk {
      for line in position..<change.old.lowerBound {
        append(0x20, oldText[oldLines.ranges[line]], to: &output)
      }
      for line in change.old { append(0x2D, oldText[oldLines.ranges[line]], to: &output) }
      for line in change.new { append(0x2B, newText[newLines.ranges[line]], to: &output) }
      position = change.old.upperBound
    }
    for line in position..<old.upperBound { append(0x20, oldText[oldLines.ranges[line]], to: &output) }
  }

  /// First line and number of lines; without lines the line before.
  private func name(of lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }

  private func append(_ mark: UInt8, _ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(mark)
    output += line
    if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
  }
}
