/// A template compiled for one page model.
public struct Template: Sendable {
  /// The model that records must follow.
  public let schema: ModelSchema
  private let program: TemplateProgram

  init(schema: ModelSchema, program: TemplateProgram) {
    self.schema = schema
    self.program = program
  }

  /// The same template for pages on which some records of the page always are the same.
  func knowing(_ records: [String: ModelRecord]) -> Template {
    var known: [UInt32: ModelRecord] = [:]
    for (name, record) in records {
      if let slot = schema.slot(of: name) { known[UInt32(slot)] = record }
    }
    return Template(schema: schema, program: program.knowing(known))
  }

  /// Appends a page to `output`.
  ///
  /// A record that does not follow the schema does no harm: what is missing or of another type writes nothing,
  /// and only values that say they are HTML are written unescaped.
  ///
  /// - Parameter record: values in the order of ``schema``.
  /// - Complexity: O(bytes written + tags passed).
  public func render(_ record: ModelRecord, into output: inout [UInt8]) {
    var run = TemplateRun(page: record)
    run.execute(program, into: &output)
  }
}

/// The state of one rendering.
private struct TemplateRun {
  /// The records entered, the page's own first.
  private var frames: [ModelRecord]
  private var iterations: [Iteration] = []
  private var returns: [Int] = []

  private struct Iteration {
    let items: [ModelRecord]
    var index = 0
  }

  init(page: ModelRecord) {
    frames = [page]
  }

  mutating func execute(_ program: TemplateProgram, into output: inout [UInt8]) {
    var position = program.start
    while position < program.instructions.count {
      let instruction = program.instructions[position]
      position += 1
      switch instruction {
      case .literal(let start, let count):
        program.literals.withUnsafeBufferPointer {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start) + Int(count)]))
        }
      case .text(let reference):
        switch value(reference, in: program) {
        case .text(let bytes), .url(let bytes), .html(let bytes): output.append(escaping: bytes)
        case .empty, .flag, .list, .record: break
        }
      case .markup(let reference):
        switch value(reference, in: program) {
        case .html(let bytes): output.append(contentsOf: bytes)
        case .text(let bytes), .url(let bytes): output.append(escaping: bytes)
        case .empty, .flag, .list, .record: break
        }
      case .jump(let target):
        position = Int(target)
      case .skipIfEmpty(let reference, let target):
        if value(reference, in: program).isEmpty { position = Int(target) }
      case .skipUnlessEmpty(let reference, let target):
        if !value(reference, in: program).isEmpty { position = Int(target) }
      case .each(let reference, let otherwise):
        if case .list(let items) = value(reference, in: program), let first = items.first {
          frames.append(first)
          iterations.append(Iteration(items: items))
        } else {
          position = Int(otherwise)
        }
      case .next(let body):
        if enterNextItem() { position = Int(body) }
      case .with(let reference, let otherwise):
        if case .record(let record) = value(reference, in: program) {
          frames.append(record)
        } else {
          position = Int(otherwise)
        }
      case .leave:
        frames.removeLast()
      case .call(let target):
        returns.append(position)
        position = Int(target)
      case .return:
        guard let caller = returns.popLast() else { return }
        position = caller
      }
    }
  }

  /// Moves on in the list entered last, or leaves it.
  private mutating func enterNextItem() -> Bool {
    let last = iterations.count - 1
    let index = iterations[last].index + 1
    if index < iterations[last].items.count {
      iterations[last].index = index
      frames[frames.count - 1] = iterations[last].items[index]
      return true
    }
    iterations.removeLast()
    frames.removeLast()
    return false
  }

  private func value(_ reference: FieldReference, in program: TemplateProgram) -> ModelValue {
    var value = frames[Int(reference.frame)].value(at: Int(reference.slot))
    var rest = Int(reference.restStart)
    let end = rest + Int(reference.restCount)
    while rest < end {
      guard case .record(let record) = value else { return .empty }
      value = record.value(at: Int(program.slots[rest]))
      rest += 1
    }
    return value
  }
}

extension ModelRecord {
  func value(at slot: Int) -> ModelValue {
    slot < values.count ? values[slot] : .empty
  }
}

extension ModelValue {
  /// Whether a section over the value is skipped.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let bytes), .html(let bytes), .url(let bytes): bytes.isEmpty
    case .flag(let flag): !flag
    case .list(let items): items.isEmpty
    case .record: false
    }
  }
}
