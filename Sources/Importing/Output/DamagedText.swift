import KnowledgeBase
import Lint
import Markdown
import SourceText

/// What the rules of an editor find in files that were made of a page: numbers and headings that were damaged before, and
/// what language models left.
///
/// The rules are those of the checks that authors run later; what is sure is mended at once.
enum DamagedText {
  /// Mends files and tells what was and what seems to be damaged.
  ///
  /// - Parameter source: the text the files were made of, where the places of messages are looked for.
  /// - Complexity: O(bytes of the files + findings × bytes of the source).
  static func mend(_ files: inout [ImportedFile], of source: SourceFile, _ report: inout ImportReport) {
    for index in files.indices {
      let bytes = files[index].bytes
      let found = diagnostics(of: bytes, files[index].path)
      for diagnostic in found { tell(diagnostic, in: bytes, of: source, &report) }
      guard found.contains(where: { $0.fix?.applicability == .safe }) else { continue }
      let path = files[index].path
      files[index].bytes = FixApplication.fixing(bytes) { diagnostics(of: $0, path) }.text
    }
  }

  private static func diagnostics(of bytes: [UInt8], _ path: String) -> [Diagnostic] {
    let file = SourceFile(path: "content/" + path, bytes: bytes)
    let place = String(path.dropLast(".md".count))
    guard let entry = EntryReader(options: ParseOptions()).read(file, place: place).entry else { return [] }
    return LintPass.diagnostics(of: entry).filter { rules.contains($0.id) }
  }

  private static let rules: Set<DiagnosticID> = [
    .lintLostSuperscript, .lintTruncatedNumber, .lintWrongNumber, .lintGluedHeading, .lintModelCitation,
    .lintModelLink, .lintModelPhrase, .lintTrackingParameter,
  ]

  private static func tell(
    _ diagnostic: Diagnostic, in bytes: [UInt8], of source: SourceFile, _ report: inout ImportReport
  ) {
    let range = diagnostic.location?.range?.bytes ?? 0..<0
    let text = "`\(String(decoding: bytes[range], as: UTF8.self))`"
    let notes = [Note(diagnostic.message)]
    let place = place(of: range, in: bytes, of: source.bytes)
    let isMended = diagnostic.fix?.applicability == .safe
    switch diagnostic.id {
    case .lintLostSuperscript where isMended:
      report.add(
        .importRepaired, place, "a superscript was lost in \(text); it is a power again", notes: notes)
    case .lintLostSuperscript:
      report.add(.importDamaged, place, "a superscript seems to be lost in \(text)", notes: notes)
    case .lintGluedHeading where isMended:
      report.add(.importRepaired, place, "the marks of a heading had no space behind them: \(text)")
    case .lintGluedHeading:
      report.add(.importDamaged, place, "a heading seems to be glued to its text: \(text)", notes: notes)
    case .lintModelCitation where isMended:
      report.add(.importRemoved, place, "a chat program's citation mark, which leads nowhere: \(text)")
    case .lintModelLink where isMended, .lintTrackingParameter where isMended:
      report.add(
        .importRemoved, place, "parameters that follow readers were taken out of an address: \(text)")
    case .lintModelCitation, .lintModelLink, .lintTrackingParameter:
      report.add(.importDamaged, place, "a chat program left \(text)", notes: notes)
    case .lintModelPhrase:
      report.add(.importDamaged, place, "a language model speaks of itself: \(text)")
    default:
      report.add(.importDamaged, place, "the result \(text) is wrong or was cut off", notes: notes)
    }
  }

  /// Where a piece of a file stands in the text: with what stands before it in its line, else by itself.
  private static func place(of range: Range<Int>, in bytes: [UInt8], of source: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < longestContext, bytes[start - 1] != 0x0A { start -= 1 }
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    for piece in [start..<range.upperBound, range] {
      if let found = TextBytes.find(Array(bytes[piece]), in: 0..<source.count, of: source) {
        return (found.upperBound - range.count)..<found.upperBound
      }
    }
    return 0..<0
  }

  /// In bytes.
  private static let longestContext = 24
}
