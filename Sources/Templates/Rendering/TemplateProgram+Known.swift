extension TemplateProgram {
  /// The program for pages that hold these records in these slots: tags that read them become literal text, sections
  /// over their fields are decided, and literal texts that come to stand side by side become one.
  ///
  /// - Complexity: O(instructions + literal bytes + values written).
  func knowing(_ records: [UInt32: ModelRecord]) -> TemplateProgram {
    var decided = self
    decided.literals = []
    decided.instructions = instructions.map { decided.decide($0, in: self, records) }
    return decided.joined()
  }

  /// An instruction of another program with what it reads of known records; its literal bytes are copied here.
  private mutating func decide(
    _ instruction: Instruction, in program: TemplateProgram, _ records: [UInt32: ModelRecord]
  ) -> Instruction {
    let start = UInt32(literals.count)
    switch instruction {
    case .literal(let start, let count):
      literals += program.literals[Int(start)..<Int(start) + Int(count)]
    case .text(let reference):
      guard let value = program.value(reference, of: records) else { return instruction }
      switch value {
      case .text(let bytes), .url(let bytes), .html(let bytes): literals.append(escaping: bytes)
      case .empty, .flag, .list, .record: break
      }
    case .markup(let reference):
      guard let value = program.value(reference, of: records) else { return instruction }
      switch value {
      case .html(let bytes): literals += bytes
      case .text(let bytes), .url(let bytes): literals.append(escaping: bytes)
      case .empty, .flag, .list, .record: break
      }
    case .skipIfEmpty(let reference, let target):
      guard let value = program.value(reference, of: records) else { return instruction }
      if value.isEmpty { return .jump(to: target) }
    case .skipUnlessEmpty(let reference, let target):
      guard let value = program.value(reference, of: records) else { return instruction }
      if !value.isEmpty { return .jump(to: target) }
    case .jump, .each, .next, .with, .leave, .call, .return:
      return instruction
    }
    return .literal(start: start, count: UInt32(literals.count) - start)
  }

  /// A field of a known record; `nil` when the record is not known.
  private func value(_ reference: FieldReference, of records: [UInt32: ModelRecord]) -> ModelValue? {
    guard reference.frame == 0, let record = records[reference.slot] else { return nil }
    var value = ModelValue.record(record)
    for rest in reference.restStart..<reference.restStart + reference.restCount {
      guard case .record(let record) = value else { return .empty }
      value = record.value(at: Int(slots[Int(rest)]))
    }
    return value
  }

  /// The program with literals that follow each other as one, unless something leads to the second.
  private func joined() -> TemplateProgram {
    let targets = Set(instructions.compactMap(\.target) + [UInt32(start)])
    var joined = self
    joined.instructions = []
    /// The new places of all instructions, and of their end.
    var places: [UInt32] = []
    for (index, instruction) in instructions.enumerated() {
      if case .literal(_, let count) = instruction, !targets.contains(UInt32(index)),
        case .literal(let start, let before) = joined.instructions.last
      {
        // Literals lie in the order of the instructions.
        joined.instructions[joined.instructions.count - 1] = .literal(start: start, count: before + count)
        places.append(UInt32(joined.instructions.count))
      } else {
        places.append(UInt32(joined.instructions.count))
        joined.instructions.append(instruction)
      }
    }
    places.append(UInt32(joined.instructions.count))
    joined.instructions = joined.instructions.map { $0.leading { places[Int($0)] } }
    joined.start = Int(places[start])
    return joined
  }
}
