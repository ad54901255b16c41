/// At which place of a symbol another one stands; the raw value is its sign in a term.
///
/// The places are those of a symbol layout tree (Zanibbi, Blostein: "Recognition and retrieval of mathematical
/// expressions", 2012), with the contents of parentheses, roots and tables hanging on what encloses them.
enum Relation: UInt8, Sendable {
  /// The symbol that follows on the same line.
  case next = 0x3E  // >
  /// The first one of a superscript, of a subscript.
  case above = 0x5E  // ^
  case below = 0x5F  // _
  /// The same at the left of the symbol; `aboveLeft` is also the degree of a root.
  case aboveLeft = 0x3C  // <
  case belowLeft = 0x3B  // ;
  /// Directly over and directly under it: accents, labels.
  case over = 0x27  // '
  case under = 0x2C  // ,
  /// What stands in parentheses or under a root.
  case within = 0x28  // (
  case numerator = 0x2F  // /
  case denominator = 0x25  // %
  /// A cell of a table.
  case element = 0x26  // &
}
