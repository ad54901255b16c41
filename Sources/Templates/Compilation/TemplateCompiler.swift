import SourceText

/// Compiles one template for one page model.
///
/// Included templates become subroutines, one for each way they can come out: same context stack, same filled
/// blocks, same place in the HTML, same indentation. No subroutine calls itself, so a program always ends.
struct TemplateCompiler {
  /// How deep sections, blocks and included templates may lie in each other, taken together.
  static let depthLimit = 200
  /// How many tags and lines one page may consist of, each inclusion counted that had to be compiled.
  static let stepLimit = 200_000

  let library: TemplateLibrary
  let schema: ModelSchema
  /// The site's values for its theme by their names.
  let settings: [String: String]
  var report: TemplateReport
  var markup = MarkupContext()
  /// Schemas by their numbers.
  private(set) var schemas: [ModelSchema] = []
  private var schemaNumbers: [ModelSchema: Int] = [:]
  /// Filled blocks by their numbers; 0 is none.
  var environments: [[String: BlockOverride]] = [[:]]
  var environmentNumbers: [[String: BlockOverride]: Int] = [[:]: 0]
  var inclusions: [InclusionKey: Inclusion] = [:]
  var subroutines: [TemplateCode] = []
  private var program = TemplateProgram()
  private var depth = 0
  private var steps = 0
  /// Set once a limit was passed: what follows would only repeat it.
  private var isAbandoned = false

  init(library: TemplateLibrary, schema: ModelSchema, settings: [String: String], report: TemplateReport) {
    self.library = library
    self.schema = schema
    self.settings = settings
    self.report = report
  }

  /// Compiles a well-formed template with all it includes.
  mutating func compile(_ source: Int) -> TemplateProgram {
    let scope = TemplateScope(
      source: source, records: [number(of: schema)], current: nil, environment: 0, layout: LineLayout())
    var code = TemplateCode()
    compile(library.templates[source].parsed.nodes[...], in: scope, into: &code)
    code.instructions.append(.return)
    link(main: code)
    return program
  }

  mutating func compile(
    _ nodes: ArraySlice<TemplateNode>, in scope: TemplateScope, into code: inout TemplateCode
  ) {
    for node in nodes {
      if isAbandoned { return }
      steps += 1
      switch node {
      case .lineStart(let space):
        write(scope.layout.apply(to: bytes(space, in: scope)), into: &code)
      case .text(let range):
        write(bytes(range, in: scope), into: &code)
      case .variable(let variable):
        compile(variable, in: scope, into: &code)
      case .section(let section):
        compile(section, in: scope, into: &code)
      case .partial(let tag):
        include(tag, overrides: [], in: scope, into: &code)
      case .parent(let tag, let overrides):
        include(tag, overrides: overrides, in: scope, into: &code)
      case .block(let block):
        compile(block, in: scope, into: &code)
      }
    }
  }

  // MARK: Variables and sections

  private mutating func compile(
    _ variable: VariableTag, in scope: TemplateScope, into code: inout TemplateCode
  ) {
    defer { markup.consumeValue() }
    if isSetting(variable.name) { return compileSetting(variable, in: scope, into: &code) }
    guard let field = resolve(variable.name, in: scope) else { return }
    if let objection = objection(to: variable, of: field.type, in: scope) {
      fail(.templateType, variable.range, objection.message, notes: objection.notes, in: scope)
      return
    }
    let reference = reference(to: field)
    code.instructions.append(variable.isEscaped ? .text(reference) : .markup(reference))
  }

  private mutating func compile(
    _ section: SectionTag, in scope: TemplateScope, into code: inout TemplateCode
  ) {
    guard enter(section.range, in: scope) else { return }
    defer { leave() }
    let before = markup
    if isSetting(section.name) {
      compileSetting(section, in: scope, into: &code)
      return endSection(section, from: before, in: scope)
    }
    guard let field = resolve(section.name, in: scope) else { return }
    let reference = reference(to: field)
    let head = code.instructions.count
    switch field.type {
    case .list(let item) where !section.isInverted:
      // Below the deepest level of a recursive model there are no fields, and nothing to write.
      if item.fields.isEmpty { return }
      code.instructions.append(.each(reference, otherwise: 0))
      let body = code.label()
      compile(section.body[...], in: scope.entering(number(of: item)), into: &code)
      code.instructions.append(.next(body: body))
      code.instructions[head] = .each(reference, otherwise: code.label())
    case .record(let record) where !section.isInverted:
      if record.fields.isEmpty { return }
      code.instructions.append(.with(reference, otherwise: 0))
      compile(section.body[...], in: scope.entering(number(of: record)), into: &code)
      code.instructions.append(.leave)
      code.instructions[head] = .with(reference, otherwise: code.label())
    case .text, .html, .url, .flag, .list, .record:
      code.instructions.append(.skipIfEmpty(reference, to: 0))
      var inner = scope
      if !section.isInverted, field.type != .flag { inner.current = field }
      compile(section.body[...], in: inner, into: &code)
      let end = code.label()
      code.instructions[head] =
        section.isInverted ? .skipUnlessEmpty(reference, to: end) : .skipIfEmpty(reference, to: end)
    }
    endSection(section, from: before, in: scope)
  }

  /// A section must leave the place in the HTML as it was.
  private mutating func endSection(
    _ section: SectionTag, from before: MarkupContext, in scope: TemplateScope
  ) {
    if markup.region != before.region {
      fail(
        .templateSyntax, section.range,
        "The section `\(section.name.text)` begins \(before.region) and ends \(markup.region).",
        notes: [
          Note("Close inside the section what it opens: the page must hold together without it, too.")
        ], in: scope)
      markup = before
    }
  }

  // MARK: Limits

  /// Goes one level deeper, unless a limit is reached; `leave` comes back.
  mutating func enter(_ range: Range<Int>, in scope: TemplateScope) -> Bool {
    guard depth < TemplateCompiler.depthLimit, steps < TemplateCompiler.stepLimit else {
      abandon(
        range, "Templates lie in each other too deep or too often here.",
        notes: [
          Note(
            "At most \(TemplateCompiler.depthLimit) levels and \(TemplateCompiler.stepLimit) tags and lines make"
              + " up a page. A template that includes itself must do so in a section over a list in the"
              + " innermost record.")
        ], in: scope)
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// Reports what can have no end, and ends it.
  mutating func abandon(_ range: Range<Int>, _ message: String, notes: [Note], in scope: TemplateScope) {
    fail(.templateSyntax, range, message, notes: notes, in: scope)
    isAbandoned = true
  }

  // MARK: Output

  /// Writes text of the template.
  mutating func write(_ bytes: some Collection<UInt8>, into code: inout TemplateCode) {
    writeValue(bytes, into: &code)
    markup.consume(bytes)
  }

  /// Writes text that is the same on every page and no markup.
  mutating func writeValue(_ bytes: some Collection<UInt8>, into code: inout TemplateCode) {
    if bytes.isEmpty { return }
    code.appendLiteral(start: program.literals.count, count: bytes.count)
    program.literals.append(contentsOf: bytes)
  }

  func bytes(_ range: Range<Int>, in scope: TemplateScope) -> ArraySlice<UInt8> {
    library.templates[scope.source].file.bytes[range]
  }

  /// The number of a schema; equal schemas share one, and so do the subroutines compiled for them.
  private mutating func number(of schema: ModelSchema) -> Int {
    if let number = schemaNumbers[schema] { return number }
    schemaNumbers[schema] = schemas.count
    schemas.append(schema)
    return schemas.count - 1
  }

  private mutating func reference(to field: ResolvedField) -> FieldReference {
    let rest = field.slots.dropFirst()
    let start = program.slots.count
    program.slots.append(contentsOf: rest.map { UInt32($0) })
    return FieldReference(
      frame: UInt32(field.frame), slot: UInt32(field.slots.first ?? 0), restStart: UInt32(start),
      restCount: UInt32(rest.count))
  }

  /// Puts all subroutines behind the main code and makes targets positions in the whole.
  private mutating func link(main: TemplateCode) {
    var bases: [Int] = []
    var base = main.instructions.count
    for subroutine in subroutines {
      bases.append(base)
      base += subroutine.instructions.count
    }
    program.instructions = main.instructions.map { $0.relocated(by: 0, subroutines: bases) }
    for (subroutine, base) in zip(subroutines, bases) {
      program.instructions += subroutine.instructions.map { $0.relocated(by: base, subroutines: bases) }
    }
  }

  mutating func fail(
    _ id: DiagnosticID, _ range: Range<Int>, _ message: String, notes: [Note] = [], in scope: TemplateScope
  ) {
    let file = library.templates[scope.source].file
    report.add(Diagnostic(id, at: SourceLocation(range, in: file), message, notes: notes))
  }
}

extension Instruction {
  /// The instruction with targets counted from the program's start.
  fileprivate func relocated(by base: Int, subroutines: [Int]) -> Instruction {
    if case .call(let subroutine) = self { return .call(UInt32(subroutines[Int(subroutine)])) }
    return leading { $0 + UInt32(base) }
  }
}
