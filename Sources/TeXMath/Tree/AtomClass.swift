/// TeX's classes of atoms, which decide the space between neighbours (The TeXbook, chapter 17).
package enum AtomClass: UInt8, Sendable, Equatable {
  case ordinary
  /// A large operator or a named function.
  case function
  case binary
  case relation
  case open
  case close
  case punctuation
  /// A fraction or fenced part, or dots.
  case inner

  /// The class that decides the space in scripts, where TeX sets none around operations, relations and punctuation
  /// (The TeXbook, chapter 18).
  var inScript: AtomClass {
    switch self {
    case .binary, .relation, .punctuation: .ordinary
    case .ordinary, .function, .open, .close, .inner: self
    }
  }

  /// Whether a binary operator directly behind this class is a sign, not an operation.
  var makesSignOfNextBinary: Bool {
    switch self {
    case .function, .binary, .relation, .open, .punctuation: true
    case .ordinary, .close, .inner: false
    }
  }

  /// Whether a binary operator directly before this class is a sign, not an operation.
  var makesSignOfPreviousBinary: Bool {
    switch self {
    case .relation, .close, .punctuation: true
    case .ordinary, .function, .binary, .open, .inner: false
    }
  }

  /// The class an atom of this class really has between its neighbours; `nil` stands for the list's edge.
  ///
  /// This is rules 5 and 6 of The TeXbook's appendix G: a binary operator without two operands is ordinary.
  func resolved(after previous: AtomClass?, before next: AtomClass?) -> AtomClass {
    guard self == .binary else { return self }
    guard let previous, let next else { return .ordinary }
    return previous.makesSignOfNextBinary || next.makesSignOfPreviousBinary ? .ordinary : .binary
  }
}
