/// The moves of a game of chess, whose numbers look like those of a list: `1. e4 c5 2. Nf3 d6`.
enum ChessMoves {
  /// Whether a text is moves and their numbers, three moves at least.
  ///
  /// - Complexity: O(length).
  static func fill(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var moves = 0
    for word in bytes[range].split(separator: 0x20) {
      let text = word.drop { Characters.isDigit($0) || $0 == 0x2E }
      if text.isEmpty { continue }
      guard isMove(text) else { return false }
      moves += 1
    }
    return moves >= 3
  }

  /// Algebraic notation (FIDE Laws of Chess, appendix C): a piece, whence, `x`, a square, what a pawn becomes, signs.
  private static func isMove(_ word: ArraySlice<UInt8>) -> Bool {
    var move = word
    while let last = move.last, "+#!?,.;".utf8.contains(last) { move.removeLast() }
    if move.elementsEqual("O-O".utf8) || move.elementsEqual("O-O-O".utf8) { return true }
    if move.count > 2, move.dropLast().last == 0x3D { move = move.dropLast(2) }
    if let first = move.first, "KQRBN".utf8.contains(first) { move.removeFirst() }
    guard move.count >= 2, let rank = move.popLast(), let file = move.popLast() else { return false }
    return 0x31...0x38 ~= rank && 0x61...0x68 ~= file && move.count <= 3
      && move.allSatisfy { 0x61...0x68 ~= $0 || 0x31...0x38 ~= $0 || $0 == 0x78 }
  }
}
