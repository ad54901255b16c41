import Fuzzing

/// Takes index terms from what a reader types, and from the same bytes as one formula.
@main
enum FuzzFormulaTerms {
  static func main() {
    Fuzzer.run { data, size in
      TermSoundness.check(Fuzzer.bytes(data, size))
      return 0
    }
  }
}
