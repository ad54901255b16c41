import PerplexityMath

// What has no value is NaN here; the page says so in words.

/// The entropy of a perplexity in the unit with this base: 2 bits, 10 hartleys, 0 nats.
@_expose(wasm, "quaestio_entropy") @_cdecl("quaestio_entropy")
func entropy(_ perplexity: Double, _ base: Int32) -> Double {
  guard let unit = logarithmBase(base), let perplexity = try? Perplexity(perplexity) else { return .nan }
  return perplexity.entropy(base: unit).value
}

/// The perplexity of an entropy in the unit with this base, numbered as in `quaestio_entropy`.
@_expose(wasm, "quaestio_perplexity") @_cdecl("quaestio_perplexity")
func perplexity(_ entropy: Double, _ base: Int32) -> Double {
  guard let unit = logarithmBase(base), let entropy = try? Entropy(entropy, base: unit) else { return .nan }
  return (try? entropy.perplexity())?.value ?? .nan
}

/// Writes `value`, correctly rounded to `digits` significant digits, into `room` bytes at `target`; gives the
/// length, 0 where it has no text or no room.
@_expose(wasm, "quaestio_format") @_cdecl("quaestio_format")
func format(_ value: Double, _ digits: Int32, _ target: UnsafeMutablePointer<UInt8>, _ room: Int32) -> Int32 {
  guard let text = NumberFormat.significant(value, digits: Int(digits)), text.count <= Int(room) else {
    return 0
  }
  for index in text.indices { target[index] = text[index] }
  return Int32(truncatingIfNeeded: text.count)
}

private func logarithmBase(_ number: Int32) -> LogarithmBase? {
  switch number {
  case 0: .e
  case 2: .two
  case 10: .ten
  default: nil
  }
}
