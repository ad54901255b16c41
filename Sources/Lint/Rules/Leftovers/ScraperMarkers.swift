import KnowledgeBase
import Markdown
import SourceText

/// Markers that programs which save web pages put before headings and text: `[heading2]`, `[content]`.
///
/// Those that are words in brackets, such as `[title]`, are left alone: here they may be the author's.
enum ScraperMarkers: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let markers = page.runs.flatMap { run in self.markers(in: run.range, of: page.bytes).map { ($0, run) } }
    let holdsHeadings = markers.contains { $0.0.isNumbered }
    for (marker, run) in markers {
      let finding = Finding(
        .lintScraperMarker, marker.range, "This marker comes from the program that copied the page.",
        advice: "Delete it, or write the heading or paragraph as Markdown.")
      let isSure =
        holdsHeadings || !run.beginsBlock || marker.range.lowerBound > run.range.lowerBound
      findings.append(
        finding.replacing(
          marker.range, by: replacement(of: marker, in: run, on: page), isSure ? .safe : .proposed))
    }
    for address in page.addresses {
      guard let place = address.place else { continue }
      for marker in self.markers(in: place, of: page.bytes) {
        findings.append(
          Finding(
            .lintScraperMarker, marker.range,
            "This marker of the program that copied the page breaks the address.",
            advice: "Delete it."
          ).replacing(marker.range, by: ""))
      }
    }
  }

  private static func markers(in range: Range<Int>, of bytes: [UInt8]) -> [ScraperMarker] {
    var found: [ScraperMarker] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == 0x5B, let marker = ScraperMarker(at: offset, end: range.upperBound, in: bytes),
        !marker.isWord
      {
        found.append(marker)
        offset = marker.range.upperBound
      } else {
        offset += 1
      }
    }
    return found
  }

  /// A heading of Markdown where one can stand, a new paragraph between text and text, otherwise nothing.
  private static func replacement(of marker: ScraperMarker, in run: ProseRun, on page: LintedPage) -> String {
    let bytes = page.bytes
    guard page.isTopLevelParagraph(run.block) else { return "" }
    let beginsBlock = run.beginsBlock && marker.range.lowerBound == run.range.lowerBound
    // Directly behind an address the marker cuts it in two.
    if marker.range.lowerBound == run.range.lowerBound, !run.beginsLine { return "" }
    let rest = bytes[marker.range.upperBound..<run.range.upperBound]
    let text = rest.prefix { $0 != 0x5B }
    let holdsText = text.contains { $0 > 0x20 }
    if let level = marker.headingLevel, holdsText, text.count <= longestHeading {
      return (beginsBlock ? "" : "\n\n") + String(repeating: "#", count: level) + " "
    }
    return beginsBlock || !holdsText ? "" : "\n\n"
  }

  private static let longestHeading = 120
}
