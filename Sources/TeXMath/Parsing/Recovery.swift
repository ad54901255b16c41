/// What is known of the faults so far, so that one fault is not reported again by what follows from it.
struct Recovery {
  /// Names of the environments that are open, the innermost last.
  var openEnvironments: [[UInt8]] = []
  /// Groups, fences and environments that were reported as never closed. What closes them later, in the wrong place,
  /// is no second fault.
  var lostGroups = 0
  var lostFences = 0
  var lostEnvironments = 0
  /// Whether the formula ends inside something that was reported as never closed.
  var isCutOff = false
  /// Whether a `$` or `\(` was reported whose partner is still to come.
  var isInShift = false

  /// Takes note that a closing token was expected by an earlier fault; false if there was none.
  static func take(_ lost: inout Int) -> Bool {
    guard lost > 0 else { return false }
    lost -= 1
    return true
  }
}
