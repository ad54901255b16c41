/// A compiled template: instructions over one buffer of literal bytes.
struct TemplateProgram: Sendable {
  var instructions: [Instruction] = []
  /// All literal text; instructions name stretches of it.
  var literals: [UInt8] = []
  /// The further steps of dotted names; references name stretches of it.
  var slots: [UInt32] = []
  /// Where execution begins.
  var start = 0
}

/// One step of a compiled template; targets are positions among the instructions.
enum Instruction: Sendable {
  case literal(start: UInt32, count: UInt32)
  case jump(to: UInt32)
  /// Appends a value, escaped.
  case text(FieldReference)
  /// Appends markup as it is.
  case markup(FieldReference)
  case skipIfEmpty(FieldReference, to: UInt32)
  case skipUnlessEmpty(FieldReference, to: UInt32)
  /// Enters a list's first record, or skips behind its `next`.
  case each(FieldReference, otherwise: UInt32)
  /// Goes on with the next record of the list entered last, or leaves it.
  case next(body: UInt32)
  /// Enters a record, or skips behind its `leave`.
  case with(FieldReference, otherwise: UInt32)
  case leave
  /// Runs a subroutine (an included template) until its `return`.
  case call(UInt32)
  case `return`
}

extension Instruction {
  /// Where it may lead besides to the next instruction.
  var target: UInt32? {
    switch self {
    case .literal, .text, .markup, .leave, .return: nil
    case .jump(let target), .call(let target), .next(let target): target
    case .skipIfEmpty(_, let target), .skipUnlessEmpty(_, let target): target
    case .each(_, let target), .with(_, let target): target
    }
  }

  /// The instruction with its target changed.
  func leading(_ change: (UInt32) -> UInt32) -> Instruction {
    switch self {
    case .literal, .text, .markup, .leave, .return: self
    case .jump(let target): .jump(to: change(target))
    case .call(let target): .call(change(target))
    case .next(let target): .next(body: change(target))
    case .skipIfEmpty(let reference, let target): .skipIfEmpty(reference, to: change(target))
    case .skipUnlessEmpty(let reference, let target): .skipUnlessEmpty(reference, to: change(target))
    case .each(let reference, let target): .each(reference, otherwise: change(target))
    case .with(let reference, let target): .with(reference, otherwise: change(target))
    }
  }
}

/// A field, found when the template was compiled: which of the entered records, and which slots from there.
struct FieldReference: Sendable {
  /// Position among the entered records, the page's own being 0.
  var frame: UInt32
  /// Place in that record.
  var slot: UInt32
  /// Further places in records within it: a stretch of `TemplateProgram.slots`.
  var restStart: UInt32
  var restCount: UInt32
}
