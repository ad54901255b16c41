/// Copies letters and digits of ASCII, as many as a word may still have, and the places where they were. Also
/// gives which begin a word within a word.
func copyLetters(
  of text: Span<UInt8>, from start: Int, to bytes: inout [UInt8], _ places: inout [Int], at length: Int
) -> (count: Int, humps: UInt64) {
  var letters = bytes.mutableSpan
  var origins = places.mutableSpan
  var humps: UInt64 = 0
  var count = 0
  let most = min(text.count - start, Tokenizer.wordLimit - length)
  while count < most, isLetterOrDigit(text[start + count]) {
    let byte = text[start + count]
    if isCapital(byte), length + count > 0, beginsHump(text, start + count) {
      humps |= 1 &<< UInt64(length + count)
    }
    letters[length + count] = byte | 0x20
    origins[length + count] = start + count
    count += 1
  }
  return (count, humps)
}

/// Whether the capital at `index` begins a word within a word: `camelCase`, `HTMLParser`; not `iPhone`, `GPUs`,
/// `LaTeX` before its X.
private func beginsHump(_ text: Span<UInt8>, _ index: Int) -> Bool {
  guard isLetter(text, index - 1), isLetter(text, index - 2) else { return false }
  if isLower(text, index - 1) { return isLetter(text, index + 1) }
  return !isLower(text, index - 2) && isLower(text, index + 1) && isLower(text, index + 2)
}

@inline(__always)
private func isCapital(_ byte: UInt8) -> Bool {
  byte &- 0x41 < 26
}
