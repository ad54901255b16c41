import Foundation
import SourceText
import Testing

@testable import Markdown

@Suite("The examples of CommonMark 0.30", .enabled(if: !CommonMarkExample.all.isEmpty))
struct CommonMarkExamplesTests {
  private func document(_ example: CommonMarkExample, _ change: (inout ParseOptions) -> Void) -> Document {
    var options = ParseOptions()
    change(&options)
    return Document(
      parsing: SourceFile(path: "q.md", bytes: Array(example.markdown.utf8)), options: options)
  }

  @Test("Without extensions each has libcmark's tree", arguments: CommonMarkExample.all)
  func withoutExtensions(_ example: CommonMarkExample) {
    let document = document(example) { $0.extensions = false }
    #expect(TreeOutline(document).lines == TreeOutline(libcmark: example.markdown.utf8).lines)
    #expect(faults(of: document) == [])
  }

  @Test("None changes by the rule for emphasis beside CJK punctuation", arguments: CommonMarkExample.all)
  func emphasis(_ example: CommonMarkExample) {
    let with = document(example) { $0.emphasisBesideCJK = true }
    let without = document(example) { $0.emphasisBesideCJK = false }
    #expect(Sketch(with).text == Sketch(without).text)
    #expect(faults(of: with) == [])
  }

  @Test("They are all there")
  func count() {
    #expect(CommonMarkExample.all.count == 668)
  }
}

/// A case of the public suite, which lies beside the repository; it is none of it.
struct CommonMarkExample: Decodable, Sendable, CustomTestStringConvertible {
  let example: Int
  let section: String
  let markdown: String

  var testDescription: String { "\(example), \(section)" }

  static let all: [CommonMarkExample] = {
    let root = (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = root.deletingLastPathComponent().appending(path: "shared/conformance/commonmark-0.30.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([CommonMarkExample].self, from: data)) ?? []
  }()
}
