import Markdown
import SourceText

extension ProseRun {
  /// What has been passed since the last run, on the way through a document.
  struct Neighbours {
    /// `nil` directly behind a run and behind marks of emphasis.
    private var passed: Neighbour? = .nothing
    /// The text of an image stands up to there.
    private var imageEnd = 0

    mutating func passBreak() { passed = .nothing }

    mutating func pass(_ neighbour: Neighbour, _ runs: inout [ProseRun]) {
      if passed == nil, let last = runs.indices.last { runs[last].after = neighbour }
      passed = neighbour
    }

    /// Passes an inline that is no running text.
    mutating func pass(_ node: Node, of document: Document, _ runs: inout [ProseRun]) {
      switch node.kind {
      case .emphasis, .strong, .strikethrough, .mark, .link: return
      case .math, .calculation: pass(.formula, &runs)
      case .wikiLink:
        let text = document.wikiLinks[Int(node.payload)].text
        pass(ProseRun.first(of: text, 0, text.count), &runs)
        passed = ProseRun.last(of: text, text.count, 0)
      case .image:
        pass(.other, &runs)
        imageEnd = Int(node.subtreeEnd)
      default: pass(.other, &runs)
      }
    }

    /// Adds a run, which begins at a node.
    mutating func append(_ run: ProseRun, _ node: Int, to runs: inout [ProseRun], of document: Document) {
      var run = run
      let bytes = document.source.bytes
      let start = run.range.lowerBound
      // What an author has escaped is meant as it stands.
      let isEscaped = start > 0 && bytes[start - 1] == 0x5C
      if isEscaped { pass(.other, &runs) }
      if let passed {
        run.before = passed
      } else if let last = runs.indices.last {
        run.before = ProseRun.last(of: bytes, runs[last].range.upperBound, runs[last].range.lowerBound)
        runs[last].after = ProseRun.first(of: bytes, start, run.range.upperBound)
      }
      runs.append(run)
      if node >= imageEnd { passed = nil }
    }
  }

  private static func first(of bytes: [UInt8], _ start: Int, _ end: Int) -> Neighbour {
    Characters.character(at: start, in: bytes, to: end).map { .character($0.value) } ?? .other
  }

  private static func last(of bytes: [UInt8], _ end: Int, _ start: Int) -> Neighbour {
    Characters.character(before: end, in: bytes, from: start).map { .character($0.value) } ?? .other
  }
}
