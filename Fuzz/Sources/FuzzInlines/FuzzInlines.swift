import Fuzzing
import Markdown
import SourceText

/// Reads a text without blocks, as titles are read, between other bytes of its file.
@main
enum FuzzInlines {
  static func main() {
    Fuzzer.run { data, size in
      let bytes = Array("title: ".utf8) + Fuzzer.bytes(data, size) + Array(" # $".utf8)
      let file = SourceFile(path: "input.md", bytes: bytes)
      Soundness.check(Document(parsingInlinesIn: 7..<(7 + size), of: file))
      return 0
    }
  }
}
