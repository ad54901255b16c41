import Fuzzing
import Markdown
import SourceText

/// Reads a whole document.
@main
enum FuzzDocument {
  static func main() {
    Fuzzer.run { data, size in
      Soundness.check(Document(parsing: SourceFile(path: "input.md", bytes: Fuzzer.bytes(data, size))))
      return 0
    }
  }
}
