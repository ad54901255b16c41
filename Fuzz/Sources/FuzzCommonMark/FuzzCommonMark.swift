import Fuzzing
import Markdown
import SourceText

/// Reads a document without extensions, and as libcmark's own HTML.
@main
enum FuzzCommonMark {
  static func main() {
    Fuzzer.run { data, size in
      let bytes = Fuzzer.bytes(data, size)
      var options = ParseOptions()
      options.extensions = false
      Soundness.check(Document(parsing: SourceFile(path: "input.md", bytes: bytes), options: options))
      for allowsRawHTML in [false, true] {
        let html = PlainCommonMark.html(bytes, allowsRawHTML: allowsRawHTML)
        precondition(String(validating: html, as: UTF8.self) != nil, "the HTML is not UTF-8")
      }
      return 0
    }
  }
}
