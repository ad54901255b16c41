import Markdown
import SourceText
import Testing

@Suite("Walking a tree")
struct MarkupVisitorTests {
  /// Writes what it enters and leaves.
  private struct Recorder: MarkupVisitor {
    var events: [String] = []
    var skips: NodeKind?
    var stops: NodeKind?

    mutating func enter(_ markup: Markup) -> MarkupVisit {
      events.append("+\(markup.kind.name)")
      if markup.kind == stops { return .stop }
      return markup.kind == skips ? .skip : .children
    }

    mutating func leave(_ markup: Markup) {
      events.append("-\(markup.kind.name)")
    }
  }

  private static let document = Document(parsing: "*a* b\n\n- c\n")

  @Test("Nodes are entered and left in document order, children inside their parents")
  func order() {
    var recorder = Recorder()
    Self.document.walk(with: &recorder)
    #expect(
      recorder.events == [
        "+document", "+paragraph", "+emph", "+text", "-text", "-emph", "+text", "-text", "-paragraph",
        "+list",
        "+item", "+paragraph", "+text", "-text", "-paragraph", "-item", "-list", "-document",
      ])
  }

  @Test("A node that is skipped is left without its children")
  func skipping() {
    var recorder = Recorder(skips: .paragraph)
    Self.document.walk(with: &recorder)
    #expect(
      recorder.events == [
        "+document", "+paragraph", "-paragraph", "+list", "+item", "+paragraph", "-paragraph", "-item",
        "-list",
        "-document",
      ])
  }

  @Test("A walk that stops leaves nothing")
  func stopping() {
    var recorder = Recorder(stops: .emphasis)
    Self.document.walk(with: &recorder)
    #expect(recorder.events == ["+document", "+paragraph", "+emph"])
  }

  @Test("A walk may begin anywhere")
  func beginning() {
    var recorder = Recorder()
    Self.document.walk(with: &recorder, from: 2)
    #expect(recorder.events == ["+emph", "+text", "-text", "-emph"])
  }

  @Test("Deep nesting is walked without recursion")
  func depth() {
    let text = String(repeating: "*a ", count: 10_000) + String(repeating: "b*", count: 10_000)
    var recorder = Recorder()
    Document(parsing: text).walk(with: &recorder)
    #expect(recorder.events.count { $0 == "+emph" } > 5_000)
    #expect(recorder.events.last == "-document")
  }

  @Test("A node tells what only its kind has")
  func content() throws {
    let document = Document(parsing: "## T {#i}\n\n| a |\n|:-:|\n| $x$ |\n\n- [x] y\n")
    var ids: [[UInt8]] = []
    var alignments: [TableAlignment] = []
    var tex: [[UInt8]] = []
    var tasks: [Bool] = []
    for index in document.nodes.indices {
      switch Markup(document: document, index: index).content {
      case .heading(let heading): ids.append(heading.id)
      case .tableCell(let alignment): alignments.append(alignment)
      case .math(let formula): tex.append(document.tex(of: formula))
      case .taskItem(let isChecked): tasks.append(isChecked)
      default: break
      }
    }
    #expect(ids == [Array("i".utf8)])
    #expect(alignments == [.center, .center])
    #expect(tex == [Array("x".utf8)])
    #expect(tasks == [true])
    #expect(document.root.children.map(\.kind) == [.heading, .table, .list])
  }
}
