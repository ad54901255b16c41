/// A piece of code of one class.
public struct Token: Sendable, Hashable {
  /// What the piece is.
  public let tokenClass: TokenClass
  /// Where it stands: indices of the slice that was highlighted, in bytes; never empty.
  public let range: Range<Int>

  init(_ tokenClass: TokenClass, _ range: Range<Int>) {
    self.tokenClass = tokenClass
    self.range = range
  }
}
