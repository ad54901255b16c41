import SourceText

/// Finds what an author meant as front matter and nobody reads as such: keys would be published as text.
///
/// Only the first lines are looked at, and only lines with keys of ours count, so that a text that merely begins with
/// a line of dashes is left alone.
struct MisplacedFrontMatter {
  /// The most lines that are looked at.
  private static let lineLimit = 64

  private let file: SourceFile
  /// Where the text begins, behind a byte order mark.
  private let start: Int

  /// What is wrong in a file that has no front matter; at most one diagnostic.
  ///
  /// - Complexity: O(1), but for the length of the first lines.
  static func diagnostics(in file: SourceFile, from start: Int) -> [Diagnostic] {
    let search = MisplacedFrontMatter(file: file, start: start)
    let found =
      search.belowBlankLines() ?? search.betweenOtherDashes() ?? search.ofTOML() ?? search.inCodeBlock()
    return found.map { [$0] } ?? []
  }

  private init(file: SourceFile, start: Int) {
    self.file = file
    self.start = start
  }

  /// A line's bytes without white space at their ends; empty behind the last line.
  private func line(_ index: Int) -> Range<Int> {
    guard index < file.lineStarts.count else { return file.bytes.count..<file.bytes.count }
    let line = file.lineRange(index)
    return YAMLLine.trimmed(max(start, line.lowerBound)..<max(start, line.upperBound), of: file)
  }

  private func isEqual(_ range: Range<Int>, _ text: String) -> Bool {
    file.bytes[range].elementsEqual(text.utf8)
  }

  /// Whether a line gives one of our keys a value.
  private func holdsKnownKey(_ index: Int) -> Bool {
    YAMLLine.key(in: line(index), of: file).map { FrontMatterKey.meaning(of: $0.name) != nil } ?? false
  }

  // MARK: The ways to miss it

  private func belowBlankLines() -> Diagnostic? {
    var index = 0
    while index < MisplacedFrontMatter.lineLimit, index < file.lineStarts.count, line(index).isEmpty {
      index += 1
    }
    guard index > 0, isEqual(line(index), "---"), holdsKnownKey(index + 1) else { return nil }
    return report(
      line(index), "front matter begins on the first line of a file; delete the blank lines above it",
      fix: FixIt(range: SourceRange(start..<Int(file.lineStarts[index])), replacement: ""))
  }

  /// `———`, as editors write that turn hyphens into dashes.
  private func betweenOtherDashes() -> Diagnostic? {
    guard isRowOfDashes(line(0)), holdsKnownKey(1) else { return nil }
    let further = (2..<MisplacedFrontMatter.lineLimit).first {
      isRowOfDashes(line($0)) || isEqual(line($0), "---")
    }
    let closing = further.map(line).flatMap { isEqual($0, "---") ? nil : SourceRange($0) }
    return report(
      line(0), "front matter stands between lines of three hyphens, `---`; these are other dashes",
      fix: FixIt(
        range: SourceRange(line(0)), replacement: "---", furtherRanges: closing.map { [$0] } ?? []))
  }

  /// One to three hyphens and dashes, not all of them hyphens.
  private func isRowOfDashes(_ range: Range<Int>) -> Bool {
    guard 3...9 ~= range.count else { return false }
    let scalars = String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars
    return scalars.count <= 3 && scalars.allSatisfy { "-–—―−".unicodeScalars.contains($0) }
      && scalars.contains { $0 != "-" }
  }

  private func ofTOML() -> Diagnostic? {
    guard isEqual(line(0), "+++"), file.bytes[line(1)].contains(UInt8(ascii: "=")),
      (2..<MisplacedFrontMatter.lineLimit).contains(where: { isEqual(line($0), "+++") })
    else { return nil }
    return report(
      line(0), "front matter in TOML is not read; write `key: value` lines between lines of `---`", fix: nil)
  }

  /// A fence around the front matter or the whole file, as language models answer; a text about front matter may begin
  /// so too.
  private func inCodeBlock() -> Diagnostic? {
    guard ["```", "```yaml", "```yml", "```md", "```markdown"].contains(where: { isEqual(line(0), $0) }),
      isEqual(line(1), "---") ? holdsKnownKey(2) : isEqual(line(0), "```yaml") && holdsKnownKey(1)
    else { return nil }
    return report(
      line(0), "this code block hides the front matter; delete this line and the fence that closes it",
      fix: nil,
      severity: .warning)
  }

  private func report(
    _ range: Range<Int>, _ message: String, fix: FixIt?, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    var diagnostic = Diagnostic(.frontMatterMisplaced, at: SourceLocation(range, in: file), message, fix: fix)
    diagnostic.severity = severity
    return diagnostic
  }
}
