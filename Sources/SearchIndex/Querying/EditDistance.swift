/// The number of letters inserted, left out, replaced, or exchanged with their neighbour, that make one word of
/// another (Damerau–Levenshtein, restricted: no letter is edited twice), if it is at most `limit`; else nil.
/// O(length²).
func editDistance(_ first: [UInt32], _ second: [UInt32], limit: Int) -> UInt32? {
  if abs(first.count - second.count) > limit { return nil }
  let width = second.count + 1
  var table = [UInt32](repeating: 0, count: width * (first.count + 1))
  var rows = table.mutableSpan
  for column in 0..<width { rows[column] = UInt32(truncatingIfNeeded: column) }
  for row in 1..<first.count + 1 {
    let start = row * width
    rows[start] = UInt32(truncatingIfNeeded: row)
    for column in 1..<width {
      let place = start + column
      let isSame = first[row - 1] == second[column - 1]
      var cost = rows[place - width - 1] + (isSame ? 0 : 1)
      cost = min(cost, rows[place - width] + 1, rows[place - 1] + 1)
      if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
        cost = min(cost, rows[place - 2 * width - 2] + 1)
      }
      rows[place] = cost
    }
  }
  let distance = rows[rows.count - 1]
  return distance <= limit ? distance : nil
}
