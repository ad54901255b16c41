/// A character that gives a meaning to what follows it.
struct Sigil: Sendable {
  enum Rule: Sendable {
    /// `@name.name` is an annotation: Java, TypeScript.
    case annotation
    /// The same, only at the start of a line: a decorator of Python, where `@` also multiplies.
    case decorator
    /// `#word` is a directive: Swift.
    case directive
    /// The same, only at the start of a line, blanks allowed in between: C.
    case lineDirective
    /// `#[…]` and `#![…]` are attributes: Rust.
    case bracketedAttribute
    /// `[name]` at the start of a line, outside any bracket, is a section: TOML.
    case section
    /// `'name` is a lifetime or label unless it is a character in quotes: Rust.
    case lifetime
    /// `@name`, `$1`, `:name` are variables.
    case variable
  }

  let byte: UInt8
  let rule: Rule

  init(_ character: Unicode.Scalar, _ rule: Rule) {
    byte = UInt8(ascii: character)
    self.rule = rule
  }
}
