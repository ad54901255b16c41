public import SourceText

/// What the parser may do; the defaults are those of a site without configuration.
public struct ParseOptions: Sendable {
  /// The headings that divide a page; they decide whether `[1]` may cite an item of the page's own list.
  public var sections = SectionNames()
  /// What is too much markup.
  public var limits = MarkupLimits()
  /// Whether more than CommonMark is read: formulas, tables, wiki links and all else of the dialect.
  public var extensions = true
  /// Whether emphasis beside Chinese, Japanese and Korean punctuation works as people expect; CommonMark's own rule
  /// fails there.
  public var emphasisBesideCJK = true
  /// Whether `$$…$$` inside a paragraph is set in the line, as authors mean it who know no other delimiter.
  public var setsDoubleDollarsInline = false

  /// The defaults.
  public init() {}
}

extension Document {
  /// Reads a file: front matter, then the body as CommonMark with the dialect's constructs.
  ///
  /// Parsing is total: whatever the bytes, the result is a tree, and `diagnostics` says what is wrong.
  ///
  /// - Complexity: O(bytes).
  public init(parsing file: SourceFile, options: ParseOptions = ParseOptions()) {
    let (frontMatter, bodyStart, diagnostics) =
      options.extensions ? FrontMatter.parse(file) : (FrontMatter(), 0, [])
    self.init(source: file, frontMatter: frontMatter)
    let hygiene = TextHygiene(file)
    self.diagnostics = diagnostics + hygiene.diagnostics
    parseBody(bodyStart..<file.bytes.count, options: options, hygiene: hygiene)
  }

  /// Reads a text that stands in no file.
  ///
  /// - Complexity: O(bytes).
  public init(parsing text: String, options: ParseOptions = ParseOptions()) {
    self.init(parsing: SourceFile(path: "", bytes: Array(text.utf8)), options: options)
  }

  /// Reads inline Markdown such as a title that stands in front matter.
  ///
  /// - Parameters:
  ///   - range: the bytes of the text in the file; leading block marks have no meaning there, nor have line endings,
  ///     which stay in the text.
  ///   - file: the file the text stands in.
  public init(parsingInlinesIn range: Range<Int>, of file: SourceFile) {
    self.init(source: file, frontMatter: FrontMatter())
    let text = InputBytes(file, range: range)
    var scanner = DialectScanner(file, masked: text.bytes, range: range, options: ParseOptions())
    scanner.scanInlineText()
    var scan = scanner.finish()
    diagnostics = scan.diagnostics
    // A heading holds inlines only; it is one line, without white space at its ends.
    for index in range where ASCII.isLineEnding(scan.masked[index]) { scan.masked[index] = 0x20 }
    let line = scan.masked[range]
    let start = line.firstIndex { !ASCII.isBlank($0) } ?? range.upperBound
    guard let tree = CmarkTree(parsing: ([0x23, 0x20] + line + [0x20, 0x23, 0x0A])[...]) else { return }
    var builder = TreeBuilder(
      document: self, scan: scan, text: text, bodyStart: range.lowerBound, splitsNumericCitations: false)
    builder.begin(.document, range)
    tree.withDocument { document in
      if let block = document.firstChild {
        builder.appendInlines(of: block, lines: [ContentLine(start..<range.upperBound, mayBeRow: false)])
      }
    }
    builder.close()
    self = builder.finish()
  }

  private mutating func parseBody(_ body: Range<Int>, options: ParseOptions, hygiene: TextHygiene) {
    let text = InputBytes(source, range: body, hygiene: hygiene)
    var scanner = DialectScanner(source, masked: text.bytes, range: body, options: options)
    let scan = scanner.scan()
    diagnostics += scan.diagnostics
    let cells = TableCells(scan)
    let (parsed, footnoteText) = scan.textForLibcmark(restoringFrom: text.bytes, of: source)
    guard let tree = CmarkTree(parsing: parsed[body]) else { return }
    let footnotes = footnoteText.bytes.isEmpty ? nil : CmarkTree(parsing: footnoteText.bytes[...])
    var builder = TreeBuilder(
      document: self, scan: scan, text: text, bodyStart: body.lowerBound,
      splitsNumericCitations: scan.hasReferenceSection)
    builder.begin(.document, body)
    builder.footnotePlaces = .extracted(footnoteText.lines)
    cells.withFirst { cell in
      builder.nextCell = cell
      withFirstBlock(of: footnotes) { footnote in
        builder.nextFootnote = footnote
        tree.withDocument { builder.appendBlocks(of: $0, cells: cells.ranges) }
      }
    }
    builder.close()
    builder.numberFootnotes()
    self = builder.finish()
    nodes = nodes.withoutSpareCapacity()
  }

  private func withFirstBlock(of tree: CmarkTree?, _ body: (CmarkNode?) -> Void) {
    guard let tree else { return body(nil) }
    tree.withDocument { body($0.firstChild) }
  }
}
