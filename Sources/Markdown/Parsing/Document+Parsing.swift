public import SourceText

/// What the parser may do; the defaults are those of a site without configuration.
public struct ParseOptions: Sendable {
  /// The headings that divide a page; they decide whether `[1]` may cite an item of the page's own list.
  public var sections = SectionNames()

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
    let (frontMatter, bodyStart, diagnostics) = FrontMatter.parse(file)
    self.init(source: file, frontMatter: frontMatter)
    self.diagnostics = diagnostics
    parseBody(from: bodyStart, options: options)
  }

  /// Reads inline Markdown such as a title that stands in front matter.
  ///
  /// - Parameter range: the bytes of the text in the file; leading block marks have no meaning there.
  public init(parsingInlinesIn range: Range<Int>, of file: SourceFile) {
    self.init(source: file, frontMatter: FrontMatter())
    let bounded = SourceFile(path: file.path, bytes: Array(file.bytes[..<range.upperBound]))
    var scanner = DialectScanner(bounded, bodyStart: range.lowerBound, sections: SectionNames())
    scanner.scanInlines(range)
    var scan = scanner.result
    Document.replaceForbiddenBytes(in: &scan.masked, file: file, from: range.lowerBound)
    let heading = [0x23, 0x20] + scan.masked[range] + [0x20, 0x23, 0x0A]
    guard let tree = CmarkTree(parsing: heading[...]) else { return }
    var builder = TreeBuilder(
      document: self, scan: scan, parsed: scan.masked, firstLine: 0, splitsNumericCitations: false)
    builder.appendRoot(range)
    tree.withDocument { document in
      if let block = document.firstChild { builder.appendInlines(of: block, in: range) }
    }
    builder.close()
    self = builder.document
  }

  private mutating func parseBody(from bodyStart: Int, options: ParseOptions) {
    var scanner = DialectScanner(source, bodyStart: bodyStart, sections: options.sections)
    var scan = scanner.scan()
    let invalid = Document.replaceForbiddenBytes(in: &scan.masked, file: source, from: bodyStart)
    if let invalid {
      diagnostics.append(
        Diagnostic(
          .fileInvalidUTF8, at: SourceLocation(invalid, in: source), "This is not UTF-8 text.",
          notes: [Note("Save the file as UTF-8; the bytes are shown as �.")]))
    }
    let cells = TableCells(scan.tables, definitions: scan.definitions, masked: scan.masked)
    var parsed = scan.masked
    for table in scan.tables { TableScanner.hide(table, file: source, in: &parsed) }
    guard let tree = CmarkTree(parsing: parsed[bodyStart...]) else { return }
    var builder = TreeBuilder(
      document: self, scan: scan, parsed: parsed, firstLine: source.lineIndex(at: bodyStart),
      splitsNumericCitations: scan.hasReferenceSection)
    builder.appendRoot(bodyStart..<source.bytes.count)
    cells.withFirst { cell in
      tree.withDocument { builder.appendBlocks(of: $0, cells: cells.ranges, firstCell: cell) }
    }
    builder.close()
    self = builder.document
  }

  /// Overwrites bytes libcmark must not see: NUL and our own marks where the author's file has them, and
  /// ill-formed UTF-8.
  ///
  /// - Returns: the first ill-formed bytes.
  @discardableResult
  private static func replaceForbiddenBytes(
    in masked: inout [UInt8], file: SourceFile, from start: Int
  ) -> Range<Int>? {
    for index in start..<masked.count where masked[index] < 0x20 {
      let byte = masked[index]
      let isOurs = byte == MaskByte.first || byte == MaskByte.filler
      if byte == 0 || (isOurs && file.bytes[index] == byte) { masked[index] = MaskByte.replaced }
    }
    var first: Range<Int>?
    var position = start
    while let error = utf8Error(in: masked, from: position) {
      for index in error { masked[index] = MaskByte.replaced }
      first = first ?? error
      position = error.upperBound
    }
    return first
  }

  private static func utf8Error(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start...))
      return nil
    } catch {
      let first = start + error.byteOffsets.lowerBound
      return first..<max(first + 1, start + error.byteOffsets.upperBound)
    }
  }
}
