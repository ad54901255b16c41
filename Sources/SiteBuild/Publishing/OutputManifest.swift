/// Which files of an output folder are ours: `.quaestio-manifest` in it.
///
/// A text file: the line `quaestio-manifest 1 <count>`, then for each file its digest, a space and its path,
/// sorted by the bytes of the paths, each line ended by a line feed. The count makes a cut file a damaged one.
/// The manifest does not list itself.
package struct OutputManifest: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var path: String
    package var digest: ContentDigest

    package init(path: String, digest: ContentDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// The manifest's own name in the output folder.
  package static let fileName = ".quaestio-manifest"
  /// Version of the format; a manifest of another version is not read.
  package static let version = 1

  /// The files, sorted by the bytes of their paths, no path twice.
  package private(set) var entries: [Entry]

  /// Sorts entries into a manifest; of entries with one path the first stays.
  package init(_ entries: [Entry]) {
    var seen: Set<[UInt8]> = []
    self.entries = entries.filter { seen.insert(Array($0.path.utf8)).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The manifest of two states at once, for the time in which an output folder passes from one to the other.
  package func union(_ other: OutputManifest) -> OutputManifest {
    OutputManifest(entries + other.entries)
  }

  /// The bytes of the file.
  package func serialized() -> [UInt8] {
    var bytes = Array("quaestio-manifest \(Self.version) \(entries.count)\n".utf8)
    for entry in entries {
      bytes += entry.digest.hexadecimal.utf8
      bytes.append(UInt8(ascii: " "))
      bytes += entry.path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Why a manifest cannot be believed: the line, from 1, and what is wrong there.
  package struct Damage: Error, Hashable, Sendable {
    package var line: Int
    package var problem: Problem

    package enum Problem: String, Hashable, Sendable {
      case header = "the first line is not “quaestio-manifest”, a version and a count"
      case version = "it was written by another version"
      case entry = "this is not a digest and a path"
      case order = "the paths are not sorted"
      case count = "lines are missing or left over"
    }
  }

  /// Reads exactly what ``serialized()`` writes.
  package init(parsing bytes: [UInt8]) throws(Damage) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let header = lines[0].split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard header.count == 3, header[0].elementsEqual("quaestio-manifest".utf8),
      let version = Int(String(decoding: header[1], as: UTF8.self)),
      let count = Int(String(decoding: header[2], as: UTF8.self)), count >= 0
    else { throw Damage(line: 1, problem: .header) }
    guard version == Self.version else { throw Damage(line: 1, problem: .version) }
    guard lines.popLast()?.isEmpty == true, lines.count - 1 == count else {
      throw Damage(line: lines.count + 1, problem: .count)
    }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for (index, line) in lines.enumerated().dropFirst() {
      guard line.count > 33, line[line.startIndex + 32] == UInt8(ascii: " "),
        let digest = ContentDigest(hexadecimal: line.prefix(32)),
        let path = String(validating: line.dropFirst(33), as: UTF8.self), OutputPath.problem(in: path) == nil
      else { throw Damage(line: index + 1, problem: .entry) }
      if let last = entries.last, !last.path.utf8.lexicographicallyPrecedes(path.utf8) {
        throw Damage(line: index + 1, problem: .order)
      }
      entries.append(Entry(path: path, digest: digest))
    }
    self.entries = entries
  }
}
