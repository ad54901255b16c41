/// What surrounds a stretch of a template while it is compiled.
struct TemplateScope {
  /// The template the nodes stand in.
  var source: Int
  /// The context stack: the schemas' numbers of the records entered, the page's first.
  var records: [Int]
  /// What `{{.}}` writes: the field whose section is open in the innermost record.
  var current: ResolvedField?
  /// Which blocks are filled, and with what.
  var environment: Int
  var layout: LineLayout

  /// The scope inside a section over records of a schema.
  func entering(_ schema: Int) -> TemplateScope {
    var inner = self
    inner.records.append(schema)
    inner.current = nil
    return inner
  }
}

/// A field found by its name.
struct ResolvedField: Hashable {
  /// The entered record to start from, the page being 0.
  var frame: Int
  /// The way from there, through records in it.
  var slots: [Int]
  var type: FieldType
}

/// How the white space that begins a line is written.
struct LineLayout: Hashable {
  /// Put before every line.
  var indentation: [UInt8] = []
  /// Bytes of the line's own white space that are left out.
  var stripped = 0

  func apply(to space: some Collection<UInt8>) -> [UInt8] { indentation + space.dropFirst(stripped) }
}

/// The content that fills a block, with what fills blocks inside it.
struct BlockOverride: Hashable {
  let block: BlockTag
  let source: Int
  let environment: Int

  /// A block is known by its place.
  static func == (left: BlockOverride, right: BlockOverride) -> Bool {
    left.block.name.range == right.block.name.range && left.source == right.source
      && left.environment == right.environment
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(block.name.range)
    hasher.combine(source)
    hasher.combine(environment)
  }
}

/// The instructions of one subroutine; targets count from its first.
struct TemplateCode {
  var instructions: [Instruction] = []
  /// Behind the last position that something jumps to: literals before it cannot grow.
  private var fence = 0

  /// The position of the next instruction, as a target.
  mutating func label() -> UInt32 {
    fence = instructions.count
    return UInt32(instructions.count)
  }

  /// Appends bytes that have just been added to the program's literals.
  mutating func appendLiteral(start: Int, count: Int) {
    if instructions.count > fence, case .literal(let lastStart, let lastCount)? = instructions.last,
      Int(lastStart) + Int(lastCount) == start
    {
      instructions[instructions.count - 1] = .literal(start: lastStart, count: lastCount + UInt32(count))
    } else {
      instructions.append(.literal(start: UInt32(start), count: UInt32(count)))
    }
  }
}
