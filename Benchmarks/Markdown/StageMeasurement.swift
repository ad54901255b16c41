import BenchmarkSupport
import Markdown
import Rendering
import SourceText

/// What each stage of making HTML of Markdown costs, beside libcmark's own parse and rendering of the same bytes.
struct StageMeasurement {
  /// What the text is.
  let name: String
  let bytes: Int
  /// Median CPU seconds of libcmark alone, from bytes to HTML.
  let libcmark: Double
  /// Median CPU seconds by stage: finding the lines; front matter, scan, libcmark's parse and our tree; formulas,
  /// links and outline; HTML.
  let stages: [(name: String, seconds: Double)]

  /// CPU of scan, parse, tree and HTML for each second of libcmark's; formulas are no work of libcmark's.
  var ratio: Double {
    stages.reduce(0) { $1.name == "formulas" ? $0 : $0 + $1.seconds } / libcmark
  }

  /// Measures all stages in alternation with libcmark, so that whatever else the machine does meets all alike.
  init(_ name: String, _ texts: [[UInt8]], runs: Int) {
    self.name = name
    bytes = texts.reduce(0) { $0 + $1.count }
    var baseline: [Double] = []
    var lines: [Double] = []
    var trees: [Double] = []
    var entries: [Double] = []
    var pages: [Double] = []
    var output: [UInt8] = []
    for run in 0...runs {
      let whole = CPUClock.measure {
        for text in texts { _ = PlainCommonMark.html(text, allowsRawHTML: true) }
      }
      var files: [SourceFile] = []
      let finding = CPUClock.measure { files = texts.map { SourceFile(path: "text.md", bytes: $0) } }
      let parsing = CPUClock.measure { for file in files { _ = Document(parsing: file) } }
      var documents: [LoneDocument] = []
      let reading = CPUClock.measure { documents = files.map { LoneDocument(parsing: $0) } }
      let rendering = CPUClock.measure {
        for document in documents {
          output.removeAll(keepingCapacity: true)
          document.appendHTML(to: &output)
        }
      }
      // The first round warms the caches.
      guard run > 0 else { continue }
      baseline.append(whole)
      lines.append(finding)
      trees.append(parsing)
      entries.append(reading - parsing)
      pages.append(rendering)
    }
    libcmark = baseline.median
    stages = [
      ("lines", lines.median), ("tree", trees.median), ("formulas", entries.median), ("html", pages.median),
    ]
  }
}
