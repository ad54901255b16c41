/// Random numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A number as it may be typed, often of unusual size, sometimes none at all.
func madeUpNumber(using generator: inout SplitMix) -> String {
  switch generator.next() % 12 {
  case 0:
    ["", "NaN", "-1", "0", "1e999", "inf", "3,1", "１２", "∞", "1..2", "0x1F"].randomElement(using: &generator)
      ?? ""
  case 1: "1e\(Int(generator.next() % 320))"
  case 2: "1.\(generator.next() % 100_000_000)"
  case 3: "0.\(String(repeating: "0", count: Int(generator.next() % 20)))\(generator.next() % 1000)"
  case 4: "\(generator.next() % 100)"
  case 5: "\(Double(bitPattern: 0x3FF0_0000_0000_0000 | generator.next() >> 12))"
  default: "\(Double(generator.next() % 1_000_000) / 1000)"
  }
}

/// A query of the calculator's address.
func madeUpQuery(_ seed: UInt64) -> String {
  var generator = SplitMix(state: seed)
  func one(_ names: [String]) -> String { names.randomElement(using: &generator) ?? "" }
  var parts = [one(["ppl", "bits", "nats", "hartleys", "entropy"]) + "=" + madeUpNumber(using: &generator)]
  if generator.next() % 2 == 0 { parts.append("base=" + one(["2", "e", "10", "7"])) }
  if generator.next() % 3 == 0 { parts.append("of=" + one(["token", "word", "character", "byte"])) }
  if generator.next() % 4 == 0 { parts.append("text=" + one(["en", "zh"])) }
  if generator.next() % 3 == 0 { parts.append("tokens=" + madeUpNumber(using: &generator)) }
  if generator.next() % 4 == 0 {
    parts.append(
      one(["tokens_per_word", "characters_per_token", "bytes_per_character"]) + "="
        + madeUpNumber(using: &generator))
  }
  if generator.next() % 5 == 0 {
    parts += ["per=" + one(["word", "character", "byte"]), "ratio=" + madeUpNumber(using: &generator)]
  }
  return parts.joined(separator: "&")
}

/// Options and texts for the panel of pasted numbers.
func madeUpMeasurement(_ seed: UInt64) -> (options: String, first: String, second: String) {
  var generator = SplitMix(state: seed)
  func list(_ isLogs: Bool) -> String {
    let count = Int(generator.next() % 20)
    let numbers = (0..<count).map { _ -> String in
      if generator.next() % 40 == 0 { return madeUpNumber(using: &generator) }
      let value = Double(generator.next() % 1_000_000) / 1e6
      return isLogs
        ? "\(-value * 20)"
        : ["\(value)", "\(value * 1e-290)", "\(Int(value * 100))%", "1/\(count)"][Int(generator.next() % 4)]
    }
    return numbers.joined(separator: [", ", "\n", " ", "，"][Int(generator.next() % 4)])
  }
  let kind = ["p", "pq", "logs"][Int(generator.next() % 3)]
  let base = ["2", "e", "10"][Int(generator.next() % 3)]
  let logs = ["2", "e", "10"][Int(generator.next() % 3)]
  let normalize = generator.next() % 4 == 0 ? 0 : 1
  let first = list(kind == "logs")
  return (
    "kind=\(kind)&base=\(base)&logs=\(logs)&normalize=\(normalize)", first, kind == "pq" ? list(false) : ""
  )
}
