/// Ends the process when something does not hold, so that the fuzzer keeps the input. `precondition` says nothing in
/// a release build, and fuzzers are release builds.
public func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
