import Fuzzing

@testable import SearchIndex

/// Cuts any bytes into tokens, as a reader's engine does and as a build does.
@main
enum FuzzTokenizer {
  static func main() {
    Fuzzer.run { data, size in
      let bytes = Fuzzer.bytes(data, size)
      TokenSoundness.check(bytes)
      BuilderSoundness.check(bytes)
      return 0
    }
  }
}
