/// 64 well-mixed bits of `bytes`: FNV-1a, then the finalizer of MurmurHash3. Names files and places documents;
/// no defence against somebody who wants two contents to share a name.
func digest64(_ bytes: [UInt8]) -> UInt64 {
  finalized(fnv1a(bytes.span, from: 0, fnvOffset))
}

/// The digests of four texts. Each byte has to wait for the one before it, so that four texts side by side take hardly
/// longer than one.
func digests64(_ first: [UInt8], _ second: [UInt8], _ third: [UInt8], _ fourth: [UInt8]) -> [4 of UInt64] {
  let (a, b, c, d) = (first.span, second.span, third.span, fourth.span)
  var hashes = [4 of UInt64](repeating: fnvOffset)
  let count = min(min(a.count, b.count), min(c.count, d.count))
  for index in 0..<count {
    hashes[0] = (hashes[0] ^ UInt64(a[index])) &* fnvPrime
    hashes[1] = (hashes[1] ^ UInt64(b[index])) &* fnvPrime
    hashes[2] = (hashes[2] ^ UInt64(c[index])) &* fnvPrime
    hashes[3] = (hashes[3] ^ UInt64(d[index])) &* fnvPrime
  }
  return [
    finalized(fnv1a(a, from: count, hashes[0])), finalized(fnv1a(b, from: count, hashes[1])),
    finalized(fnv1a(c, from: count, hashes[2])), finalized(fnv1a(d, from: count, hashes[3])),
  ]
}

private let fnvOffset: UInt64 = 0xCBF2_9CE4_8422_2325
private let fnvPrime: UInt64 = 0x100_0000_01B3

@inline(__always)
private func fnv1a(_ bytes: Span<UInt8>, from start: Int, _ hash: UInt64) -> UInt64 {
  var hash = hash
  for index in start..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* fnvPrime }
  return hash
}

@inline(__always)
private func finalized(_ hash: UInt64) -> UInt64 {
  var hash = hash
  hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
  hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ hash >> 33
}
