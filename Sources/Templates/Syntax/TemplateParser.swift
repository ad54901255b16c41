import SourceText

/// A template's tree and what is wrong with its form.
struct ParsedTemplate {
  var nodes: [TemplateNode]
  var diagnostics: [Diagnostic]

  /// Whether the tree says what its author meant.
  var isWellFormed: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// Builds the tree line by line, because a tag that has its line for itself takes the line with it.
///
/// Rules: the Mustache specification 1.4 (<https://github.com/mustache/spec>), with several inheritance tags
/// counting as one on a line.
struct TemplateParser {
  /// How deep sections, blocks and parents may lie in each other.
  static let nestingLimit = 100

  private let file: SourceFile
  private var nodes: [TemplateNode] = []
  private var openTags: [OpenTag] = []
  private var diagnostics: [Diagnostic]

  /// A tag whose end has not come yet, with the content of what surrounds it.
  private struct OpenTag {
    var token: TemplateToken
    var line: LinePlace
    var surrounding: [TemplateNode]
    var bodyIndentation: Range<Int>?
    /// First content of a parent that no block holds.
    var stray: Range<Int>?
  }

  /// How a tag stands on its line.
  private struct LinePlace {
    var isStandalone: Bool
    /// White space before a tag that comes first on its line.
    var indentation: Range<Int>?
  }

  /// Parses a whole template.
  static func parse(_ file: SourceFile) -> ParsedTemplate {
    let (tokens, diagnostics) = TemplateScanner.scan(file)
    var parser = TemplateParser(file: file, diagnostics: diagnostics)
    var start = 0
    for index in tokens.indices
    where index == tokens.count - 1
      || (tokens[index].kind == .text && file.bytes[tokens[index].range.upperBound - 1] == Byte.lineFeed)
    {
      parser.line(tokens[start...index])
      start = index + 1
    }
    parser.closeAll()
    return ParsedTemplate(nodes: parser.nodes, diagnostics: parser.diagnostics)
  }

  private init(file: SourceFile, diagnostics: [Diagnostic]) {
    self.file = file
    self.diagnostics = diagnostics
  }

  // MARK: Lines

  private mutating func line(_ tokens: ArraySlice<TemplateToken>) {
    let indentation = leadingSpace(of: tokens)
    guard let first = tokens.first(where: { !isBlank($0) }) else {
      for token in tokens { nodes.append(.text(token.range)) }
      return
    }
    noteBodyIndentation(indentation, before: first)
    if standsAlone(tokens) {
      for token in tokens where token.kind != .text {
        add(token, at: LinePlace(isStandalone: true, indentation: indentation))
      }
      return
    }
    nodes.append(.lineStart(indentation))
    for token in tokens {
      if token.kind == .text {
        let range = max(token.range.lowerBound, indentation.upperBound)..<token.range.upperBound
        if !range.isEmpty { add(text: range) }
      } else {
        let isFirst = token.range == first.range
        add(token, at: LinePlace(isStandalone: false, indentation: isFirst ? indentation : nil))
      }
    }
  }

  private func leadingSpace(of tokens: ArraySlice<TemplateToken>) -> Range<Int> {
    guard let first = tokens.first else { return 0..<0 }
    var end = first.range.lowerBound
    while first.kind == .text, end < first.range.upperBound,
      file.bytes[end] == 0x20 || file.bytes[end] == 0x09
    {
      end += 1
    }
    return first.range.lowerBound..<end
  }

  private func isBlank(_ token: TemplateToken) -> Bool {
    token.kind == .text && file.bytes[token.range].allSatisfy(Byte.isSpace)
  }

  /// The first line inside a block says how far its body is indented, unless it ends the block at once.
  private mutating func noteBodyIndentation(_ indentation: Range<Int>, before first: TemplateToken) {
    guard let last = openTags.indices.last, openTags[last].token.kind == .block,
      openTags[last].line.isStandalone, openTags[last].bodyIndentation == nil, first.kind != .close
    else { return }
    openTags[last].bodyIndentation = indentation
  }

  private func standsAlone(_ tokens: ArraySlice<TemplateToken>) -> Bool {
    var tags: [TemplateToken] = []
    for token in tokens {
      if token.kind.mayStandAlone { tags.append(token) } else if !isBlank(token) { return false }
    }
    return tags.count == 1 || isInheritanceOnly(tags)
  }

  /// Whether all tags open or close parents and their blocks; an empty block that waits to be filled, `{{$x}}{{/x}}`,
  /// is content of its line.
  private func isInheritanceOnly(_ tags: [TemplateToken]) -> Bool {
    var kinds = openTags.map(\.token.kind)
    let outer = kinds.count
    for tag in tags {
      switch tag.kind {
      case .parent, .block: kinds.append(tag.kind)
      case .close:
        guard let kind = kinds.popLast(), kind == .parent || kind == .block else { return false }
        if kind == .block, kinds.count >= outer, kinds.last != .parent { return false }
      default: return false
      }
    }
    return true
  }

  // MARK: Tree

  private mutating func add(text range: Range<Int>) {
    if !file.bytes[range].allSatisfy(Byte.isSpace) { noteStray(range) }
    nodes.append(.text(range))
  }

  private mutating func add(_ token: TemplateToken, at place: LinePlace) {
    switch token.kind {
    case .text, .comment, .delimiters:
      break
    case .variable, .unescaped:
      noteStray(token.range)
      let isEscaped = token.kind == .variable
      nodes.append(.variable(VariableTag(name: token.name, isEscaped: isEscaped, range: token.range)))
    case .partial:
      noteStray(token.range)
      nodes.append(.partial(inclusion(token, at: place)))
    case .section, .inverted, .parent:
      noteStray(token.range)
      open(token, at: place)
    case .block:
      open(token, at: place)
    case .close:
      close(token)
    }
  }

  private func inclusion(_ token: TemplateToken, at place: LinePlace) -> InclusionTag {
    InclusionTag(name: token.name, indentation: place.isStandalone ? place.indentation : nil)
  }

  /// Content directly inside a parent is never written; the first of it is remembered for a warning.
  private mutating func noteStray(_ range: Range<Int>) {
    guard let last = openTags.indices.last, openTags[last].token.kind == .parent, openTags[last].stray == nil
    else { return }
    openTags[last].stray = range
  }

  private mutating func open(_ token: TemplateToken, at place: LinePlace) {
    if openTags.count == TemplateParser.nestingLimit {
      fail(token.range, "Tags lie in each other more than \(TemplateParser.nestingLimit) levels deep here.")
    }
    openTags.append(OpenTag(token: token, line: place, surrounding: nodes))
    nodes = []
  }

  private mutating func close(_ token: TemplateToken) {
    guard let match = openTags.lastIndex(where: { $0.token.name.text == token.name.text }) else {
      let notes = openTags.last.map { open in
        [Note("The tag still open here is `\(open.token.name.text)`.", at: location(open.token.range))]
      }
      fail(token.range, "`\(token.name.text)` is closed here but was not opened.", notes: notes ?? [])
      return
    }
    while openTags.count > match + 1 { closeUnfinished() }
    closeLast()
  }

  private mutating func closeAll() {
    while !openTags.isEmpty { closeUnfinished() }
  }

  private mutating func closeUnfinished() {
    if let open = openTags.last {
      fail(open.token.range, "`\(open.token.name.text)` is opened here but never closed.")
    }
    closeLast()
  }

  private mutating func closeLast() {
    guard var open = openTags.popLast() else { return }
    let body = nodes
    nodes = open.surrounding
    open.surrounding = []
    // Beyond the limit the template is in error anyway, and a deeper tree would cost stack.
    guard openTags.count < TemplateParser.nestingLimit else { return }
    switch open.token.kind {
    case .parent:
      warnOfStray(in: open)
      let overrides = body.compactMap { node in if case .block(let block) = node { block } else { nil } }
      nodes.append(.parent(inclusion(open.token, at: open.line), overrides: overrides))
    case .block:
      nodes.append(
        .block(
          BlockTag(
            name: open.token.name, body: body, isStandalone: open.line.isStandalone,
            indentation: open.line.indentation, bodyIndentation: open.bodyIndentation)))
    default:
      nodes.append(
        .section(
          SectionTag(
            name: open.token.name, isInverted: open.token.kind == .inverted, range: open.token.range,
            body: body)))
    }
  }

  // MARK: Diagnostics

  private mutating func warnOfStray(in open: OpenTag) {
    guard let stray = open.stray else { return }
    var warning = Diagnostic(
      .templateSyntax, at: location(stray),
      "This is never written: directly inside `{{<\(open.token.name.text)}}` only blocks count.",
      notes: [Note("Put it into a block, `{{$name}}…{{/name}}`, that the parent has.")])
    warning.severity = .warning
    diagnostics.append(warning)
  }

  private mutating func fail(_ range: Range<Int>, _ message: String, notes: [Note] = []) {
    diagnostics.append(Diagnostic(.templateSyntax, at: location(range), message, notes: notes))
  }

  private func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(range, in: file) }
}
