/// A number for each word of up to seven bytes, and 56 bits of a hash for a longer one; never 0. O(length).
@inline(__always)
func wordKey(_ word: Span<UInt8>) -> UInt64 {
  word.count < 8 ? upToSevenBytes(word) | UInt64(truncatingIfNeeded: word.count) &<< 56 : longWordKey(word)
}

/// The same for a word in a text, of which it takes the bytes behind the word too where there are any.
@inline(__always)
func wordKey(_ text: Span<UInt8>, _ place: Range<Int>) -> UInt64 {
  let count = place.count
  guard count < 8, count > 0, place.lowerBound &+ 8 <= text.count else {
    return wordKey(text.extracting(place))
  }
  let spare = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  return (eightBytes(text, place.lowerBound) &<< spare) &>> spare | UInt64(truncatingIfNeeded: count) &<< 56
}

@inline(__always)
private func longWordKey(_ word: Span<UInt8>) -> UInt64 {
  let count = word.count
  var hash = UInt64(truncatingIfNeeded: count)
  var index = 0
  while index &+ 8 < count {
    hash = mixed(hash ^ eightBytes(word, index))
    index &+= 8
  }
  return mixed(hash ^ eightBytes(word, count &- 8)) | 0xFF &<< 56
}

/// Whether two words of the same length of at least eight bytes are the same. O(length).
@inline(__always)
func areEqual(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
  let count = min(first.count, second.count)
  var index = 0
  while index &+ 8 < count {
    if eightBytes(first, index) != eightBytes(second, index) { return false }
    index &+= 8
  }
  return eightBytes(first, count &- 8) == eightBytes(second, count &- 8)
}

/// The first eight bytes, the first one highest, and zeros where there are fewer: the order of words in most cases.
@inline(__always)
func sortingPrefix(_ word: Span<UInt8>) -> UInt64 {
  if word.count >= 8 { return eightBytes(word, 0).byteSwapped }
  var prefix: UInt64 = 0
  for index in word.indices { prefix = prefix << 8 | UInt64(word[index]) }
  return word.isEmpty ? 0 : prefix << UInt64(64 - 8 * word.count)
}

/// Multiplied by 2⁶⁴ / φ, the high half folded in.
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
  let product = value &* 0x9E37_79B9_7F4A_7C15
  return product ^ product &>> 32
}

/// The bytes of a word as a number, the first one lowest.
@inline(__always)
private func upToSevenBytes(_ word: Span<UInt8>) -> UInt64 {
  let count = word.count
  if count >= 4 {
    let last = UInt64(fourBytes(word, count &- 4)) &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    return UInt64(fourBytes(word, 0)) | last &<< 32
  }
  var bytes: UInt64 = 0
  if count > 0 { bytes = UInt64(word[0]) }
  if count > 1 { bytes |= UInt64(word[1]) &<< 8 }
  if count > 2 { bytes |= UInt64(word[2]) &<< 16 }
  return bytes
}

/// The bytes from `index` to `index + 7`, the first one lowest, which the callers have compared with the end.
@inline(__always)
func eightBytes(_ bytes: Span<UInt8>, _ index: Int) -> UInt64 {
  UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
}

/// The bytes from `index` to `index + 3`, likewise.
@inline(__always)
func fourBytes(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
  UInt32(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self))
}
