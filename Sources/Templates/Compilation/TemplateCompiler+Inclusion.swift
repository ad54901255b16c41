import SourceText

/// All that decides how an included template comes out.
struct InclusionKey: Hashable {
  var source: Int
  var records: [Int]
  var current: ResolvedField?
  var environment: Int
  var layout: LineLayout
  var markup: MarkupContext
}

/// What became of an included template.
enum Inclusion {
  case inProgress
  /// Compiled: its number, and where in the HTML it ends.
  case subroutine(Int, markup: MarkupContext)
}

extension TemplateCompiler {
  /// Compiles a call of a partial or a parent.
  mutating func include(
    _ tag: InclusionTag, overrides: [BlockTag], in scope: TemplateScope, into code: inout TemplateCode
  ) {
    guard let source = library.index(of: tag.name.text) else { return failMissing(tag.name, in: scope) }
    guard library.templates[source].parsed.isWellFormed else { return }
    checkNames(of: overrides, filling: source, in: scope)
    var inner = scope
    inner.source = source
    inner.environment = environment(adding: overrides, in: scope)
    inner.layout = LineLayout()
    if let space = tag.indentation {
      inner.layout.indentation = scope.layout.apply(to: bytes(space, in: scope))
    }
    let key = InclusionKey(
      source: source, records: inner.records, current: inner.current, environment: inner.environment,
      layout: inner.layout, markup: markup)
    switch inclusions[key] {
    case .subroutine(let number, let end):
      code.instructions.append(.call(UInt32(number)))
      markup = end
    case .inProgress:
      abandon(
        tag.name.range, "`\(tag.name.text)` includes itself without end.",
        notes: [Note("It may do so only inside a section over a list or record.")], in: scope)
    case nil:
      guard enter(tag.name.range, in: scope) else { return }
      inclusions[key] = .inProgress
      var subroutine = TemplateCode()
      compile(library.templates[source].parsed.nodes[...], in: inner, into: &subroutine)
      subroutine.instructions.append(.return)
      code.instructions.append(.call(UInt32(subroutines.count)))
      inclusions[key] = .subroutine(subroutines.count, markup: markup)
      subroutines.append(subroutine)
      leave()
    }
  }

  /// Compiles a block's own content or what fills it; both see the context of the block's place.
  mutating func compile(_ block: BlockTag, in scope: TemplateScope, into code: inout TemplateCode) {
    guard enter(block.name.range, in: scope) else { return }
    defer { leave() }
    guard let filling = environments[scope.environment][block.name.text] else {
      compile(block.body[...], in: scope, into: &code)
      return
    }
    let place = block.isStandalone ? block.bodyIndentation ?? block.indentation : block.indentation
    var inner = scope
    inner.source = filling.source
    inner.environment = filling.environment
    inner.layout.indentation = scope.layout.apply(to: bytes(place ?? 0..<0, in: scope))
    inner.layout.stripped = filling.block.bodyIndentation?.count ?? 0
    var body = filling.block.body[...]
    if block.isStandalone, !filling.block.isStandalone, !body.isEmpty {
      write(inner.layout.indentation, into: &code)
    } else if !block.isStandalone, case .lineStart? = body.first {
      // The place has already begun its line.
      body.removeFirst()
    }
    compile(body, in: inner, into: &code)
  }

  /// The filled blocks inside an inclusion: what was filled from further outside wins.
  private mutating func environment(adding overrides: [BlockTag], in scope: TemplateScope) -> Int {
    var environment = environments[scope.environment]
    for block in overrides where environments[scope.environment][block.name.text] == nil {
      environment[block.name.text] = BlockOverride(
        block: block, source: scope.source, environment: scope.environment)
    }
    if let number = environmentNumbers[environment] { return number }
    environmentNumbers[environment] = environments.count
    environments.append(environment)
    return environments.count - 1
  }

  // MARK: Diagnostics

  private mutating func failMissing(_ name: TagName, in scope: TemplateScope) {
    let note =
      Suggestion.question(for: name.text, among: library.callNames)
      ?? "Put `\(name.text).html` into `templates/`, or correct the name."
    fail(
      .templateMissingPartial, name.range, "There is no template `\(name.text)`.", notes: [Note(note)],
      in: scope)
  }

  private mutating func checkNames(of overrides: [BlockTag], filling source: Int, in scope: TemplateScope) {
    if overrides.isEmpty { return }
    let known = library.blockNames(of: source)
    for block in overrides where !known.contains(block.name.text) {
      let list = known.isEmpty ? "none" : known.map { "`\($0)`" }.joined(separator: ", ")
      let note = Suggestion.question(for: block.name.text, among: known) ?? "Its blocks: \(list)."
      fail(
        .templateUnknownName, block.name.range,
        "`\(library.templates[source].name)` has no block `\(block.name.text)`.", notes: [Note(note)],
        in: scope)
    }
  }
}
