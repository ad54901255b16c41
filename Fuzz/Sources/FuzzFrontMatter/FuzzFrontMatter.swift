import Fuzzing
import Markdown
import SourceText

/// Reads what stands between the lines of front matter.
@main
enum FuzzFrontMatter {
  static func main() {
    Fuzzer.run { data, size in
      let bytes = Array("---\n".utf8) + Fuzzer.bytes(data, size) + Array("\n---\ntext\n".utf8)
      Soundness.check(Document(parsing: SourceFile(path: "input.md", bytes: bytes)))
      return 0
    }
  }
}
