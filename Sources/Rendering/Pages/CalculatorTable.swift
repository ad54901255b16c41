import PerplexityMath

/// Perplexities side by side with their entropies, for readers without scripts.
enum CalculatorTable {
  static let rows: [CalculatorRow] = [
    1, 2, 4, 8, 10, 16, 20, 25.99, 31.1, 50, 64, 100, 128, 256, 1000, 50257,
  ]
  .compactMap { row($0) }

  private static func row(_ value: Double) -> CalculatorRow? {
    guard let perplexity = try? Perplexity(value) else { return nil }
    func text(_ base: LogarithmBase) -> [UInt8] {
      NumberFormat.significant(perplexity.entropy(base: base).value, digits: 5, keepingTrailingZeros: false)
        ?? []
    }
    return CalculatorRow(
      perplexity: NumberFormat.shortest(value) ?? [], bits: text(.two), nats: text(.e), hartleys: text(.ten))
  }
}
