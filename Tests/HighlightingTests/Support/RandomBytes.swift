/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// The bytes after a few deletions, repetitions, swaps and insertions.
func mutated(_ bytes: [UInt8], using generator: inout SplitMix) -> [UInt8] {
  var result = bytes
  for _ in 0..<Int.random(in: 1...6, using: &generator) where !result.isEmpty {
    let start = Int.random(in: 0..<result.count, using: &generator)
    let end = min(result.count, start + Int.random(in: 1...8, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: result.removeSubrange(start..<end)
    case 1:
      result.insert(contentsOf: result[start..<end], at: Int.random(in: 0...result.count, using: &generator))
    case 2: result.swapAt(start, end - 1)
    case 3: result[start] = UInt8.random(in: 0...255, using: &generator)
    default: result.insert("\"'`\\#$/(){}[]<>*-\n".utf8.randomElement(using: &generator) ?? 0, at: start)
    }
  }
  return result
}
