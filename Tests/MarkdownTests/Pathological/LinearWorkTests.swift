import MarkdownFamilies
import SourceText
import Testing

@testable import Markdown

/// Inputs that make a careless parser quadratic are read in linear time: the work is counted, not timed.
@Suite("Work grows with the input, whatever it is")
struct LinearWorkTests {
  /// Limits that hide no loop; but for the depth of blocks, for which the time of a line is allowed to grow.
  private static let options: ParseOptions = {
    var options = ParseOptions()
    options.limits.paragraphBytes = 1 << 40
    options.limits.paragraphBrackets = 1 << 40
    options.limits.formulaBytes = 1 << 40
    options.limits.tableColumns = 1 << 40
    return options
  }()

  private static func work(_ family: InputFamily, size: Int) -> (work: Double, bytes: Int) {
    let bytes = family.input(size: size)
    let work = Document(parsing: SourceFile(path: "family.md", bytes: bytes), options: options).work
    return (Double(work.bytes + work.nodes), bytes.count)
  }

  @Test("Twice the input is at most twice the work, and a little", arguments: InputFamily.all)
  func doubling(family: InputFamily) {
    let single = Self.work(family, size: 10_000)
    let double = Self.work(family, size: 20_000)
    let longer = Double(double.bytes) / Double(single.bytes)
    #expect(
      double.work <= 1.1 * longer * single.work + 10_000,
      "\(single.work) for \(single.bytes) bytes, \(double.work) for \(double.bytes)")
  }

  @Test(
    "Every byte of a text is counted at least once", arguments: ["a", "a b\n", "> - c\n", "[d](e) `f` $g$\n"])
  func everyByte(unit: String) {
    let bytes = Array(String(repeating: unit, count: 500).utf8)
    let work = Document(parsing: SourceFile(path: "text.md", bytes: bytes)).work
    #expect(work.bytes >= bytes.count)
    #expect(work.nodes > 0)
  }

  @Test("The trees are sound", arguments: InputFamily.all)
  func soundness(family: InputFamily) {
    let file = SourceFile(path: "family.md", bytes: family.input(size: 3_000))
    for fault in faults(of: Document(parsing: file)) { Issue.record("\(fault)") }
  }

  @Test("No two families have one name")
  func names() {
    let names = InputFamily.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 60)
  }
}
