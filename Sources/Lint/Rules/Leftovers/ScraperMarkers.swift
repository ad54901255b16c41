import Markdown
import SourceText

/// Markers that programs which save web pages put before headings and text: `[heading2]`, `[content]`.
enum ScraperMarkers: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let markers = page.runs.flatMap { run in self.markers(in: run.range, of: page.bytes).map { ($0, run) } }
    let holdsHeadings = markers.contains { $0.0.level > 0 }
    for (marker, run) in markers {
      let finding = Finding(
        .lintScraperMarker, marker.range, "This marker comes from the program that copied the page.",
        advice: "Delete it, or write the heading or paragraph as Markdown.")
      let isSure =
        marker.level > 0 || holdsHeadings || !run.beginsBlock
        || marker.range.lowerBound > run.range.lowerBound
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

  private struct Marker {
    var range: Range<Int>
    /// 1–6 for a heading, 0 for the text below one.
    var level: Int
    var isClosing: Bool
  }

  private static func markers(in range: Range<Int>, of bytes: [UInt8]) -> [Marker] {
    var found: [Marker] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == 0x5B, let marker = marker(at: offset, to: range.upperBound, in: bytes) {
        found.append(marker)
        offset = marker.range.upperBound
      } else {
        offset += 1
      }
    }
    return found
  }

  private static func marker(at start: Int, to end: Int, in bytes: [UInt8]) -> Marker? {
    var index = start + 1
    let isClosing = index < end && bytes[index] == 0x2F
    if isClosing { index += 1 }
    var level = 0
    if ByteSearch.matches(Array("heading".utf8), at: index, in: bytes, to: end), index + 7 < end {
      level = Int(bytes[index + 7]) - 0x30
      guard 1...6 ~= level else { return nil }
      index += 8
    } else if ByteSearch.matches(Array("content".utf8), at: index, in: bytes, to: end) {
      index += 7
    } else {
      return nil
    }
    guard index < end, bytes[index] == 0x5D else { return nil }
    return Marker(range: start..<(index + 1), level: level, isClosing: isClosing)
  }

  /// A heading of Markdown where one can stand, a new paragraph between text and text, otherwise nothing.
  private static func replacement(of marker: Marker, in run: ProseRun, on page: LintedPage) -> String {
    let bytes = page.bytes
    guard page.isTopLevelParagraph(run.block) else { return "" }
    let beginsBlock = run.beginsBlock && marker.range.lowerBound == run.range.lowerBound
    // Directly behind an address the marker cuts it in two.
    if marker.range.lowerBound == run.range.lowerBound, !run.beginsLine { return "" }
    let rest = bytes[marker.range.upperBound..<run.range.upperBound]
    let text = rest.prefix { $0 != 0x5B }
    let holdsText = text.contains { $0 > 0x20 }
    if marker.level > 0, !marker.isClosing, holdsText, text.count <= longestHeading {
      return (beginsBlock ? "" : "\n\n") + String(repeating: "#", count: marker.level) + " "
    }
    return beginsBlock || !holdsText ? "" : "\n\n"
  }

  private static let longestHeading = 120
}
