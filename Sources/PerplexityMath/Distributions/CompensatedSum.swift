/// A running sum that keeps what plain addition loses; the error does not grow with the number of terms.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  init() {}

  init(_ terms: [Double]) {
    for term in terms { add(term) }
  }

  mutating func add(_ term: Double) {
    let total = sum + term
    lost += sum.magnitude >= term.magnitude ? (sum - total) + term : (term - total) + sum
    sum = total
  }

  /// The sum; plain where it is infinite.
  var value: Double { sum.magnitude < .infinity ? sum + lost : sum }
}
