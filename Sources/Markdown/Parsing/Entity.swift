/// A character reference such as `&amp;` or `&#38;`.
struct Entity {
  /// The characters it stands for, as libcmark writes them.
  let resolved: [UInt8]
  /// The characters it stands for, fit to be published.
  var text: [UInt8] { CleanText.withoutControls(CleanText.wellFormed(resolved)) }
  let end: Int
  /// Longest reference: `&`, 32 letters, `;`.
  private static let maximumLength = 34

  /// Reads what stands at an offset, if it is one to libcmark.
  init?(at start: Int, end: Int, in bytes: [UInt8]) {
    guard start + 2 < end, bytes[start] == 0x26 else { return nil }
    let limit = min(end, start + Entity.maximumLength)
    var close = start + 1
    if bytes[close] == 0x23 { close += 1 }
    while close < limit, ASCII.isLetter(bytes[close]) || ASCII.isDigit(bytes[close]) { close += 1 }
    guard close < limit, bytes[close] == 0x3B else { return nil }
    let reference = bytes[start...close]
    let tree = CmarkTree(parsing: reference)
    let resolved = tree?.withDocument { $0.firstChild?.firstChild?.withLiteral { Array($0) } } ?? []
    guard !resolved.isEmpty, !resolved.elementsEqual(reference) else { return nil }
    self.resolved = resolved
    self.end = close + 1
  }
}
