/// An index term that stands for a part of a formula, and how much it tells.
///
/// A term is UTF-8 of 2 to 41 bytes: the mark 0x02, which no word of a text begins with, then bytes from 0x21 up. Terms
/// that begin with the same symbol are neighbours in a sorted dictionary.
///
/// A symbol is written as one character (`x`, `∑`, `+`), or as a backslash and its name (`\log`, `\25.99`, `\F` for a
/// fraction). With a symbol `a`, the mark left out, a term is one of
///
/// - `a`: the symbol stands in the formula;
/// - `a` and `b` with the sign of a `Relation` between them: `b` is at this place of `a` (`2^H`, `\log>x`);
/// - the same with `*` for a variable, whatever its letter: `\log>*`;
/// - `a$`: the formula, or a row of it, ends with `a`;
/// - `\=` or `\~` and five letters: the digest of a whole row. The letters of its variables are left out of both, of
///   `\~` also which of them are the same.
public struct FormulaTerm: Sendable, Equatable {
  /// The mark all terms begin with.
  public static let mark: UInt8 = 0x02

  /// What is looked up in the index.
  public var bytes: [UInt8]
  /// The sum over the term's occurrences in the formula, at most 255: the larger, the more a match tells.
  public var weight: UInt8

  /// Makes a term.
  public init(bytes: [UInt8], weight: UInt8) {
    self.bytes = bytes
    self.weight = weight
  }
}
