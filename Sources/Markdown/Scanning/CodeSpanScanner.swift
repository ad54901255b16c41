/// Finds the ends of code spans; remembers which lengths of backtick runs cannot be closed any more, so that a
/// paragraph is scanned a constant number of times.
struct CodeSpanScanner {
  /// libcmark opens no code span with a longer run.
  private static let maximumRun = 1000

  private var lastRun: [Int: Int] = [:]
  private var scannedTo = -1

  /// The offset behind the code span that the run of backticks at `start` opens, or behind the run when nothing
  /// closes it.
  mutating func end(ofRunAt start: Int, end: Int, in bytes: [UInt8], work: inout ParseWork) -> Int {
    let open = ASCII.endOfRun(of: 0x60, from: start, to: end, in: bytes)
    var index = open
    defer { work.read(start, to: index) }
    let length = open - start
    if length > CodeSpanScanner.maximumRun { return open }
    if scannedTo == end, (lastRun[length] ?? -1) < open { return open }
    while index < end {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let close = ASCII.endOfRun(of: 0x60, from: index, to: end, in: bytes)
      if close - index == length { return close }
      index = close
    }
    recordRuns(from: open, to: end, in: bytes, work: &work)
    return open
  }

  private mutating func recordRuns(
    from start: Int, to end: Int, in bytes: [UInt8], work: inout ParseWork
  ) {
    guard scannedTo != end else { return }
    work.read(start, to: end)
    scannedTo = end
    lastRun.removeAll(keepingCapacity: true)
    var index = start
    while index < end {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let close = ASCII.endOfRun(of: 0x60, from: index, to: end, in: bytes)
      lastRun[close - index] = index
      index = close
    }
  }
}
