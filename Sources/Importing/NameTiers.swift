/// Notes or pages, as numbers, by their names, where some names count before others.
struct NameTiers: Sendable {
  private var tiers: [[String: [Int]]]

  init(count: Int) { tiers = Array(repeating: [:], count: count) }

  /// Gives a note a name; lower tiers count first.
  mutating func add(_ name: String, _ note: Int, tier: Int) {
    guard tiers[tier][name]?.last != note else { return }
    tiers[tier][name, default: []].append(note)
  }

  /// The notes that have a name in the first tier that knows it.
  func find(_ name: String) -> [Int] {
    for tier in tiers {
      if let found = tier[name] { return found }
    }
    return []
  }
}
